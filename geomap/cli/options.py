"""Options that several verbs share, refused where they are parsed."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from geomap.cli.output import count, say, warn
from geomap.errors import GeomapError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from geomap.filters import Context, Filter
    from geomap.gazetteer import Gazetteer
    from geomap.model import Store
    from geomap.query import Selection
    from geomap.query.select import Numbers
    from geomap.store.location import Location

F = TypeVar("F", bound=Callable[..., Any])


class Box(click.ParamType[tuple[float, float, float, float]]):
    """W,S,E,N in degrees."""

    name = "W,S,E,N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Four numbers, with commas or blanks between."""
        if isinstance(value, tuple):
            return value
        try:
            west, south, east, north = map(float, re.split(r"[,;\s]+", value.strip()))
        except ValueError:
            self.fail(f"{value!r} is not W,S,E,N in degrees", param, ctx)
        return west, south, east, north


class Day(click.ParamType[str]):
    """2024, 2024-02 or 2024-02-04."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The text, if it is such a date."""
        from geomap.query.periods import period

        try:
            period(value)
        except GeomapError as error:
            self.fail(str(error), param, ctx)
        return value


def _completes(name: str) -> Callable[..., list[str]]:
    """What a shell offers for an option whose values are those of a type of `geomap.model`."""

    def offer(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        import typing

        from geomap import model

        return [value for value in typing.get_args(getattr(model, name)) if value.startswith(incomplete)]

    return offer


class StoreType(click.ParamType["Location"]):
    """A file, "-" for stdin or stdout, or the address of a database."""

    name = "STORE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The `Location` that a text names."""
        from geomap.store.location import locate

        try:
            return locate(value)
        except GeomapError as error:
            self.fail(str(error), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Files."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


store_argument = click.argument("store", type=StoreType(), metavar="STORE")

gazetteer_option = click.option(
    "--gazetteer",
    "gazetteer_dir",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="GEOMAP_GAZETTEER",
    help="A folder with places and actors of your own, laid on top.",
)

decisions_option = click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="People's verdicts; by default STORE.decisions.csv beside the store.",
)

_FILTERS = (
    click.option(
        "--region",
        multiple=True,
        help="Place, governorate, country, named region, ISO code or @FILE of polygons.",
    ),
    click.option("--bbox", type=Box(), help="A box in degrees; W > E crosses the antimeridian."),
    click.option("--near", metavar="PLACE|LON,LAT", help="Around a place or a point, with --km."),
    click.option("--km", type=float, metavar="N", help="How far from --near, in km."),
    click.option("--since", type=Day(), help="From 2024, 2024-02 or 2024-02-04 on."),
    click.option("--until", type=Day(), help="Up to the end of 2024, 2024-02 or 2024-02-04."),
    click.option("--attacker", multiple=True, help="By whom; with its parts at that time."),
    click.option("--target", multiple=True, help="Against whom; with its parts at that time."),
    click.option("--actor", multiple=True, help="Attacker or target."),
    click.option("--backed-by", multiple=True, help="The attacker was backed by this actor at that time."),
    click.option(
        "--kind",
        multiple=True,
        shell_complete=_completes("Kind"),
        help="attack, airstrike, shelling, interception, explosion, clash, raid, seizure or other.",
    ),
    click.option(
        "--weapon",
        multiple=True,
        shell_complete=_completes("Weapon"),
        help="drone, rocket, missile, airstrike, artillery, mortar, gunfire, ied or other; or a word for one: UAVs.",
    ),
    click.option(
        "--status",
        multiple=True,
        shell_complete=_completes("Status"),
        help="reported, claimed, confirmed, disputed, denied …",
    ),
    click.option(
        "--origin",
        multiple=True,
        shell_complete=_completes("Origin"),
        help="Any report from articles, acled, ucdp, gdelt (left out unless asked for), hand.",
    ),
    click.option("--all", "every", is_flag=True, help="Also what was denied, planned or threatened."),
    click.option("--text", metavar="WORDS", help="Words anywhere in title, place, actors or evidence."),
    click.option(
        "--min-confidence",
        metavar="LEVEL",
        shell_complete=_completes("Confidence"),
        help="low, medium or high.",
    ),
    click.option("--possible", is_flag=True, help="Also what is only possibly inside."),
    click.option("--certain", is_flag=True, help="Only what is inside with all its doubt."),
)
# The names that click gives the options above: what `ask` takes out of a verb's arguments.
_WORDS = (
    "region", "bbox", "near", "km", "since", "until", "attacker", "target", "actor", "backed_by", "kind", "weapon",
    "status", "origin", "text", "min_confidence",
)  # fmt: skip


def filters(command: F) -> F:
    """The filters of a question, the same on every verb that asks one."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


_PUBLISHING = (
    click.option(
        "--coarsen",
        metavar="KM|district|governorate",
        help="Before anything is drawn: places to squares of a fixed grid or to governorates, and nothing finer told.",
    ),
    click.option(
        "--drop",
        multiple=True,
        metavar="FIELD",
        help="Leave a field out, with those that say the same; with commas or repeated.",
    ),
)


def publishing(command: F) -> F:
    """`--coarsen` and `--drop`, the same on every verb that hands data on."""
    for option in reversed(_PUBLISHING):
        command = option(command)
    return command


_HEADING = (
    click.option("--title", help="Above the map."),
    click.option("--subtitle", help="Below the title."),
    click.option(
        "--lang",
        type=click.Choice(["en", "ar"]),
        default="en",
        show_default=True,
        help="Language of the page.",
    ),
)


def heading(command: F) -> F:
    """`--title`, `--subtitle` and `--lang`, the same on every verb that makes a page."""
    for option in reversed(_HEADING):
        command = option(command)
    return command


def output_option(what: str) -> Callable[[F], F]:
    """`-o FILE`, with "-" for stdout."""
    return click.option("-o", "--out", metavar="FILE", help=f"{what} (- is stdout).")


def load_store(path: Location) -> Store:
    """The store in a file or a database, or in stdin where the path is "-"."""
    from geomap.store import decode_store, read_store

    return decode_store(sys.stdin.buffer.read()) if str(path) == "-" else read_store(path)


def load_gazetteer(folder: Path | None) -> Gazetteer:
    """The gazetteer with the user's own on top; what it changed is said."""
    from geomap.gazetteer import Gazetteer

    gazetteer = Gazetteer.load(folder)
    if gazetteer.warnings:
        warn(f"{folder}: {count(len(gazetteer.warnings), 'change')}: {'; '.join(gazetteer.warnings[:3])}")
    return gazetteer


def load_decisions(store: Location, given: Path | None) -> dict[str, Any]:
    """The verdicts on a store and the name of their file; what is wrong with the file is said."""
    from geomap.store import verdicts

    if given is not None and not given.is_file():
        raise click.UsageError(f"--decisions: no such file: {given}")
    path = given or (None if str(store) == "-" else verdicts.path_beside(store))
    read = verdicts.read(path)
    for note in read.notes:
        warn(note)
    return {"decisions": read.decisions, "decisions_name": str(path or "decisions")}


def ask(store: Store, arguments: dict[str, Any]) -> Selection:
    """The answer of a store to the filters among a verb's arguments."""
    from geomap.query import select

    return select(store, *question(arguments))


def question(arguments: dict[str, Any]) -> tuple[Filter, Context]:
    """What the filters among a verb's arguments ask."""
    import typing

    from geomap import model
    from geomap.query import Words, understand

    if arguments["possible"] and arguments["certain"]:
        raise click.UsageError("--possible and --certain exclude each other")
    words = Words(**{name: arguments[name] for name in _WORDS})
    if arguments["every"] and not words.status:
        import msgspec

        words = msgspec.structs.replace(words, status=typing.get_args(model.Status))
    return understand(words, lambda: load_gazetteer(arguments.get("gazetteer_dir")))


def narrowed(store: Store, arguments: dict[str, Any]) -> Store:
    """The store with only the incidents that are asked for; what was left out is said."""
    from geomap.model import OFF_MAP_ORIGIN, OFF_MAP_STATUS
    from geomap.query import part_of

    selection = ask(store, arguments)
    shown = selection.shown(possible=arguments["possible"], certain=arguments["certain"])
    left_out = possible_note(selection.numbers, arguments)
    if left_out:
        say(f"left out: {left_out}")
    off_map = sum(one.status in OFF_MAP_STATUS for one in store.incidents)
    coded = sum(one.origin in OFF_MAP_ORIGIN for one in store.incidents)
    say_off_map(off_map, coded, arguments)
    return part_of(store, shown)


def say_off_map(off_map: int, coded: int, arguments: dict[str, Any]) -> None:
    """What is left out unless it is asked for by name."""
    if off_map and not (arguments["every"] or arguments["status"]):
        say(f"left out: {off_map:,} denied, planned or threatened: --all includes them")
    if coded and not arguments["origin"]:
        say(f"left out: {coded:,} coded by a machine (GDELT): --origin gdelt includes them")


def warn_of_licences(kept_back: int) -> None:
    """Warn of incidents that may not be passed on."""
    if kept_back:
        warn(f"{count(kept_back, 'incident')} may not be passed on, by the licence of their source")


def published(store: Store, arguments: dict[str, Any]) -> Store:
    """The store as `--coarsen` and `--drop` want it; what may not be passed on is said."""
    warn_of_licences(sum(not one.redistribute for one in store.incidents))
    coarsen, drop = arguments.get("coarsen"), arguments.get("drop") or ()
    if coarsen is None and not drop:
        return store
    from geomap.publish import publish

    if coarsen and (arguments.get("near") or arguments.get("bbox")):
        warn("the answer to --near or --bbox tells where its incidents are, however coarse they are drawn")
    return publish(store, coarsen, drop=drop, gazetteer=load_gazetteer(arguments.get("gazetteer_dir")))


def asks_for_less(arguments: dict[str, Any]) -> bool:
    """Whether any filter among a verb's arguments leaves anything out."""
    return bool(arguments["certain"] or any(arguments.get(name) for name in _WORDS))


def possible_note(numbers: Numbers, arguments: dict[str, Any]) -> str:
    """What is only possible, in words: "3 possible (known only to …): --possible shows them"; empty if nothing."""
    if arguments["possible"]:
        return ""
    number, words = numbers.possible, "possible"
    why = _why_possible(numbers)
    if arguments["certain"]:
        number += numbers.likely
        words, why = "less than certain", why or "its radius reaches out"
    return f"{number:,} {words} ({why}): --possible shows them" if number else ""


def _why_possible(numbers: Numbers) -> str:
    reasons = []
    if numbers.vague_place:
        reasons.append("known only to governorate or country, or near the edge")
    if numbers.vague_date:
        reasons.append("day not known well enough" if reasons else "their day is not known well enough")
    return "; ".join(reasons)
