"""`geomap build`: articles to a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import StoreType, decisions_option, gazetteer_option, load_decisions, load_gazetteer
from geomap.cli.output import count, progress, put, say, warn
from geomap.errors import DataError, UsageError

if TYPE_CHECKING:
    from geomap.decisions import Ruled
    from geomap.gazetteer import Gazetteer
    from geomap.model import Store
    from geomap.pipeline import Built
    from geomap.store.location import Location

_SHOWN = 5  # skipped files and unplaced names that are listed; the rest is counted


@click.command("build")
@click.argument("paths", nargs=-1, metavar="FILE|DIR...")
@click.option(
    "-o",
    "--out",
    metavar="STORE",
    required=True,
    type=StoreType(),
    help="The store, added to if it exists: .geojson, .geojsonl, .gpkg, .parquet or postgresql://… (- is stdout).",
)
@click.option("--published", metavar="DATE", help="Day of publication, where the articles do not say it.")
@click.option("--url", help="Address of the article, where it does not say it.")
@click.option("--outlet", help="Who published it, where it does not say it.")
@click.option("--fresh", is_flag=True, help="Start over instead of adding to an existing store.")
@click.option("--remove", multiple=True, metavar="ID", help="Take an article out of the store.")
@decisions_option
@click.option(
    "--reader",
    metavar="NAME",
    help="Another reader (entry point of geomap.readers), or jsonl:FILE for drafts made elsewhere.",
)
@click.option(
    "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes to read in."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="dask: read on a Dask cluster, by default one of --workers processes on this machine.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="dask: the cluster's scheduler, tcp://HOST:8786 (see README)."
)
@click.option(
    "--time-limit",
    type=click.FloatRange(0),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="What an article may take before it is skipped; 0 is no limit.",
)
@gazetteer_option
def command(
    paths: tuple[str, ...],
    out: Location,
    published: str | None,
    url: str | None,
    outlet: str | None,
    fresh: bool,
    remove: tuple[str, ...],
    decisions: Path | None,
    reader: str | None,
    workers: int,
    engine: str,
    scheduler: str | None,
    time_limit: float,
    gazetteer_dir: Path | None,
) -> None:
    """Read articles and write a store of incidents.

    Articles are .txt, .md, .html, .jsonl, a .csv list of files, folders of these, or - for stdin. Added to an
    existing store, an article of the same id is read again if its text changed. Verdicts of people (geomap review)
    lie beside the store and always win over the rules. Ctrl-C keeps what is read; a second run goes on from there.

    \b
    Examples:
      geomap build articles/ -o incidents.geojson
      geomap build strike.txt --published 2024-02-05 -o incidents.geojson
      geomap build archive.jsonl --workers 4 -o archive.geojsonl
      geomap build archive.jsonl --engine dask --scheduler tcp://head:8786 -o archive.parquet
      geomap build -o incidents.geojson --remove strike
    """
    given: dict[str, Any] = {"published": published, "url": url, "outlet": outlet}
    given |= {"reader": reader, "workers": workers, "time_limit": time_limit}
    if scheduler is not None and engine != "dask":
        raise click.UsageError("--scheduler is for --engine dask")
    given |= {"engine": engine, "scheduler": scheduler}
    from geomap.store import check_target, store_exists, write_store
    from geomap.store.lock import locked

    if str(out) != "-":
        check_target(out)
    given |= load_decisions(out, decisions)
    if not (paths or remove or (given["decisions"] and store_exists(out))):
        raise click.UsageError("name articles: files, folders or - for stdin")
    if str(out) == "-":
        _to_stdout(paths, given, load_gazetteer(gazetteer_dir))
        return
    with locked(out, waiting=lambda holder: say(f"waiting for {out}: in use by {holder}")):
        existing = None if fresh else _existing(out)
        check_verdicts(existing, given, out)
        _check_removed(remove, existing, out)
        built = _run(paths, given, load_gazetteer(gazetteer_dir), existing, remove)
        write_store(built.store, out)
    tell(built, out, had=existing is not None, removed=len(remove))
    if built.interrupted:
        say(
            f"stopped, {count(len(built.store.articles), 'article')} kept; the same command goes on from here"
        )
        raise KeyboardInterrupt


def _to_stdout(paths: tuple[str, ...], given: dict[str, Any], gazetteer: Gazetteer) -> None:
    """A store for the next command of a pipe."""
    from geomap.store import geojson

    built = _run(paths, given, gazetteer)
    put(geojson.encode(built.store), "-")
    tell(built, Path("stdout"))


def _existing(out: Location) -> Store | None:
    """The store to add to, if there is one already."""
    from geomap.store import read_store, store_exists

    if not store_exists(out):
        return None
    try:
        return read_store(out)
    except DataError as error:
        error.advice = "--fresh replaces it"
        raise


def check_verdicts(existing: Store | None, given: dict[str, Any], out: Location) -> None:
    """Beside a database lies no file of verdicts: one that was applied must be named, or its verdicts would be lost."""
    from geomap.store.location import Database

    if existing and existing.decisions_version and isinstance(out, Database) and not given["decisions"]:
        raise UsageError(
            "verdicts were applied to this store", file=str(out), advice="name their file with --decisions"
        )


def _run(
    paths: tuple[str, ...],
    given: dict[str, Any],
    gazetteer: Gazetteer,
    existing: Store | None = None,
    remove: tuple[str, ...] = (),
) -> Built:
    from geomap import pipeline

    announce_geonames()
    if existing and existing.gazetteer_version not in ("", gazetteer.version):
        warn("the store was built with another gazetteer; --fresh reads all its articles anew")
    built = pipeline.run(
        paths,
        **given,
        gazetteer=gazetteer,
        existing=existing,
        remove=remove,
        progress=progress("articles"),
    )
    if paths and not built.read and not built.interrupted:
        raise _nothing_read(built, paths)
    return built


def announce_geonames() -> None:
    """The first run compiles the index of GeoNames: say so, since it takes a while."""
    from geomap.gazetteer.geonames import compiled_path

    if not compiled_path().is_file():
        say("compiling the index of GeoNames, once (some ten seconds)")


def _check_removed(remove: tuple[str, ...], existing: Store | None, out: Location) -> None:
    from geomap.query.nearest import suggest

    known = [entry.id for entry in existing.articles] if existing else []
    if existing:  # rows of a dataset stand for themselves
        known += [one.article for held in existing.incidents for one in held.reports if one.dataset]
    for article in remove:
        if article not in known:
            advice = suggest(article, known) or f"geomap info {out} tells what is in it"
            raise UsageError(f"no article {article!r} to remove", file=str(out), advice=advice)


def _nothing_read(built: Built, paths: tuple[str, ...]) -> DataError:
    if len(built.skipped) == 1:
        path, reason = built.skipped[0]
        return DataError(f"not read: {reason}", file=path)
    if built.skipped:
        path, reason = built.skipped[0]
        return DataError(f"none of {len(built.skipped):,} files could be read; the first: {path}: {reason}")
    advice = "articles are .txt, .md, .html, .jsonl, or .csv lists of these"
    return DataError(f"no articles in {' '.join(paths)}", advice=advice)


def tell(built: Built, out: Location, *, had: bool = False, removed: int = 0) -> None:
    """Say what was read, found, and not placed."""
    store = built.store
    _list_of("skipped", [f"{path}: {reason}" for path, reason in built.skipped], "file")
    _list_of("read with doubt", [f"{path}: {note}" for path, note in built.notes], "article")
    if built.refused:
        _list_of("refused: the article does not bear them out", list(built.refused), "draft")
    if built.ruled is not None:
        tell_ruled(built.ruled)
    places = len({one.place_id or one.place for one in store.incidents if one.lon is not None})
    undated = sum(one.date_start is None for one in store.incidents)
    unplaced = [one for one in store.incidents if one.lon is None]
    done = f"read {count(built.read, 'article')}"
    if removed:
        done += f", removed {removed:,}"
    say(f"{done}; the store now has {len(store.articles):,}" if had else done)
    line = f"{out}: {count(len(store.incidents), 'incident')} at {count(places, 'place')}"
    line += f", {undated} undated" if undated else ""
    say(f"{line}, {len(unplaced)} without a point" if unplaced else line)
    if store.unplaced:
        names = sorted({one.text for one in store.unplaced} - {""})
        more = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
        deeds = sum(not one.text for one in store.unplaced)
        nowhere = [f"{count(deeds, 'deed')} whose place the text does not say"] if deeds else []
        known = [", ".join(names[:_SHOWN]) + more] if names else []
        say(f"not placed: {'; '.join(known + nowhere)}")


def tell_ruled(ruled: Ruled) -> None:
    """Say which verdicts hold, which contradict each other, and which are about what is not there any more."""
    for note in ruled.notes:
        warn(note)
    if ruled.gone:
        warn(f"{count(len(ruled.gone), 'verdict')} on reports that are gone; geomap review --list shows them")
    if ruled.applied:
        say(f"{count(len(ruled.applied), 'verdict')} applied")


def _list_of(what: str, lines: list[str], noun: str) -> None:
    if lines:
        warn(f"{count(len(lines), noun)} {what}")
    for line in lines[:_SHOWN]:
        say(f"  {line}")
    if len(lines) > _SHOWN:
        say(f"  … and {len(lines) - _SHOWN:,} more")
