"""`geomap review`: one doubtful thing after the other, each answer kept at once."""

from __future__ import annotations

import datetime as dt
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from geomap.cli.options import decisions_option, gazetteer_option, load_gazetteer, store_argument
from geomap.cli.output import count, put, say, table, warn
from geomap.errors import DataError, GeomapError

if TYPE_CHECKING:
    from geomap.decisions import Decision, Verdict
    from geomap.gazetteer import Gazetteer
    from geomap.model import Store
    from geomap.review import Question
    from geomap.store.location import Location

MARK = "\ufeff"
_KEYS = "s same  d different  p place  t date  a actor  f field  x drop  k confirm  n next  u undo  q quit  ? help"
_HELP = """s  the two reports tell of the same event      d  they tell of different events
p  it was there: an id, a name, lon,lat, or the number of a suggestion; empty: not known
t  it was then: 2024-02-04, 2024-02, 2024-02-03/2024-02-05; empty: not known
a  they did it: an id or a name, several with ; between; empty: not known
f  a field is wrong: killed=3, status=denied, weapons=drone; rocket, target=…
x  this is no incident                         k  it was read rightly
n  the next question                           u  undo the last answer
q  quit; every answer is kept already"""
_VERDICTS: dict[str, Verdict] = {
    "s": "same", "d": "different", "p": "place", "t": "date", "a": "actor", "f": "set", "x": "drop", "k": "confirm",
}  # fmt: skip
_ASKED_FOR = {"p": "where", "t": "when", "a": "who", "f": "field=value"}


class Session(msgspec.Struct):
    """Where the answers go, and how they are made."""

    path: Path
    store: Location
    who: str
    gazetteer: Gazetteer
    read: Callable[[str], str | None]  # a line after a prompt; None at the end of the input
    key: Callable[[], str | None]
    given: list[tuple[int, list[Decision]]] = []  # by the question that was answered


@click.command("review")
@store_argument
@decisions_option
@gazetteer_option
@click.option("--who", envvar="GEOMAP_USER", help="Your name in the verdicts; by default the login name.")
@click.option(
    "--format", "format_name", type=click.Choice(["ask", "csv", "json"]), default="ask",
    help="ask: one by one; csv: a spreadsheet to fill in; json.",
)  # fmt: skip
@click.option("-o", "--out", metavar="FILE", help="Where the csv or json goes (- is stdout).")
@click.option(
    "--apply", "filled", metavar="FILE.csv", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Take the verdicts out of a spreadsheet that was filled in.",
)  # fmt: skip
@click.option(
    "--list", "listed", is_flag=True, help="List the verdicts: which hold, which are on what is gone."
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many questions.")
def command(
    store: Location,
    decisions: Path | None,
    gazetteer_dir: Path | None,
    who: str | None,
    format_name: str,
    out: str | None,
    filled: Path | None,
    listed: bool,
    limit: int | None,
) -> None:
    """Decide what is doubtful, most valuable first.

    Merges near the threshold, one sentence read as two events, places, days and actors of low confidence, who did it
    where only another sentence says so, what is disputed, many dead by one word alone. Each answer is a verdict: a
    line added to STORE.decisions.csv at once. Verdicts always win over the rules, whenever the store is built again.

    \b
    Examples:
      geomap review incidents.geojson
      geomap review incidents.geojson --format csv -o doubtful.csv
      geomap review incidents.geojson --apply doubtful.csv
      geomap review incidents.geojson --list
    """
    from geomap.store import read_store, verdicts

    path = decisions or verdicts.path_beside(store)
    if path is None:
        raise click.UsageError("a database has no file beside it: name one for the verdicts with --decisions")
    read = read_store(store)
    said = verdicts.read(path)
    for note in said.notes:
        warn(note)
    if listed:
        put(_list(read, said.decisions) + "\n", out)
        return
    gazetteer = load_gazetteer(gazetteer_dir)
    who = who or getpass.getuser()
    if filled is not None:
        given = _filled(filled, said.decisions, gazetteer, who)
        verdicts.append(path, given)
        say(f"{count(len(given), 'new verdict')} in {path}")
        _rebuild(store, path, gazetteer)
        return
    asked = _questions(read, said.decisions, gazetteer)[:limit]
    if format_name == "ask":
        _walk(asked, _session(path, store, who, gazetteer))
    else:
        put(_written(asked, format_name, in_file=out not in (None, "-")), out)
        say(f"{count(len(asked), 'question')}; fill in verdict, value and why, then --apply the file")


def _questions(store: Store, decisions: Sequence[Decision], gazetteer: Gazetteer) -> list[Question]:
    from geomap.gazetteer.search import Search
    from geomap.pipeline import related_actors
    from geomap.review import questions

    return questions(store, decisions, Search(gazetteer), related_actors(gazetteer))


def _written(asked: Sequence[Question], format_name: str, *, in_file: bool) -> bytes | str:
    from geomap.review import as_spreadsheet

    if format_name == "csv":
        # In a file with the mark by which Excel sees that it is UTF-8; `--apply` knows it.
        return f"{MARK if in_file else ''}{as_spreadsheet(asked)}"
    return msgspec.json.format(msgspec.json.encode(asked)) + b"\n"


def _filled(path: Path, decisions: Sequence[Decision], gazetteer: Gazetteer, who: str) -> list[Decision]:
    """The new verdicts of a spreadsheet, all checked before one is kept."""
    from geomap.decisions import check_names
    from geomap.decisions.lookup import Lookup
    from geomap.review import from_spreadsheet, new_among

    if str(path) != "-" and not path.is_file():
        raise DataError("no such file", file=path)
    raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise DataError("not UTF-8", file=path, advice="save it as CSV UTF-8") from None
    given = from_spreadsheet(text, str(path), who=who, when=_now())
    check_names(given, Lookup(gazetteer), str(path))
    return new_among(given, decisions)


def _rebuild(store: Location, path: Path, gazetteer: Gazetteer) -> None:
    """The store after all verdicts, without reading an article again."""
    from geomap import pipeline
    from geomap.cli.build import tell_ruled
    from geomap.store import read_store, verdicts, write_store
    from geomap.store.lock import locked

    with locked(store, waiting=lambda holder: say(f"waiting for {store}: in use by {holder}")):
        before = read_store(store)
        after, ruled = pipeline.merged_anew(before, gazetteer, verdicts.read(path).decisions)
        if after != before:
            write_store(after, store)
    tell_ruled(ruled)
    say(f"{store}: {count(len(after.incidents), 'incident')}")


def _list(store: Store, decisions: Sequence[Decision]) -> str:
    """The verdicts as a table, with what has become of each."""
    from geomap.decisions.apply import standing

    there = {r.id for one in store.incidents for r in one.reports} | {r.id for r in store.dropped}
    holding = {decision.row for decision in standing(decisions)}

    def state(decision: Decision) -> str:
        if decision.undone:
            return "withdraws"
        if decision.row not in holding:
            return "replaced"
        gone = decision.report not in there or (bool(decision.other) and decision.other not in there)
        return "its report is gone" if gone else "holds"

    heads = ("row", "when", "who", "verdict", "report", "other", "value", "why", "state")
    rows = [
        (d.row, d.when[:10], d.who, d.verdict, d.report, d.other, d.value, d.why, state(d)) for d in decisions
    ]
    return table(heads, rows, right=(0,))


def _session(path: Path, store: Location, who: str, gazetteer: Gazetteer) -> Session:
    if sys.stdin.isatty():
        return Session(path, store, who, gazetteer, _ask_line, _ask_key)
    return Session(path, store, who, gazetteer, lambda _: _next_line(), lambda: _first_of(_next_line()))


def _next_line() -> str | None:
    """A line of a stdin that is no terminal; None at its end."""
    line = sys.stdin.readline()
    return line.strip() if line else None


def _first_of(line: str | None) -> str | None:
    return line if line is None else line[:1] or "n"


def _ask_line(prompt: str) -> str | None:
    try:
        return str(click.prompt(prompt, default="", show_default=False, err=True)).strip()
    except click.Abort:
        return None


def _ask_key() -> str | None:
    click.echo("> ", nl=False, err=True)
    try:
        key = click.getchar()
    except (EOFError, KeyboardInterrupt):
        return None
    click.echo(key if key.isprintable() else "", err=True)
    return key.lower()


def _walk(asked: Sequence[Question], session: Session) -> None:
    """Questions until there are no more, or no more answers."""
    if not asked:
        say("nothing is doubtful that nobody has decided")
        return
    say(f"{count(len(asked), 'question')}; the answers go to {session.path} at once")
    at: int | None = 0
    while at is not None and at < len(asked):
        _show(asked[at], at + 1, len(asked))
        at = _answer(asked[at], at, session)
    kept = sum(len(given) for _, given in session.given)
    if kept:
        say(f"{count(kept, 'verdict')} kept in {session.path}")
        _rebuild(session.store, session.path, session.gazetteer)
    else:
        say("nothing decided")


def _show(question: Question, number: int, whole: int) -> None:
    say("")
    say(f"{number} of {whole}  {question.asks}  {question.title}  ({question.incident})")
    for where, sentence in question.sentences[:4]:
        say(f"    “{sentence}”")
        say(f"      {where}")
    if len(question.sentences) > 4:
        say(f"    and {len(question.sentences) - 4} more reports")
    say(f"  now: {question.now}")
    for index, (value, words) in enumerate(question.suggestions, start=1):
        say(f"  {index}  {value}: {words}")
    say(_KEYS)


def _answer(question: Question, at: int, session: Session) -> int | None:
    """Which question comes next; None to stop."""
    while True:
        key = session.key()
        if key is None or key in ("q", "\x03", "\x04", "\x1b"):
            return None
        if key == "n":
            return at + 1
        if key == "u":
            return _undo(at, session)
        if key == "k" and question.pair is not None:
            key = "s" if question.merged else "d"  # what is believed now
        if key in _VERDICTS and (key not in "sd" or question.pair is not None):
            if _decide(question, key, at, session):
                return at + 1
            continue
        for line in _HELP.splitlines() if key == "?" else (f"{key!r} is no answer here: {_KEYS}",):
            say(line)


def _decide(question: Question, key: str, at: int, session: Session) -> bool:
    """Keep a verdict; False where its value was not understood."""
    from geomap.decisions import check_names
    from geomap.decisions.lookup import Lookup
    from geomap.decisions.record import fault
    from geomap.review import verdicts_on
    from geomap.store import verdicts

    value = session.read(_ASKED_FOR[key]) if key in _ASKED_FOR else ""
    why = session.read("why (Enter: no reason)") if value is not None else None
    if value is None:
        return False
    if key == "p" and value.isdigit() and 0 < int(value) <= len(question.suggestions):
        value = question.suggestions[int(value) - 1][0]
    given = verdicts_on(question, _VERDICTS[key], value, who=session.who, when=_now(), why=why or "")
    wrong = next(filter(None, map(fault, given)), None)
    try:
        check_names(() if wrong else given, Lookup(session.gazetteer), "")
    except GeomapError as error:
        wrong = str(error)
    if wrong:
        say(wrong)
        return False
    verdicts.append(session.path, given)
    session.given.append((at, given))
    return True


def _undo(at: int, session: Session) -> int:
    """Withdraw the last answer by a newer verdict, and go back to its question."""
    from geomap.review import undoing
    from geomap.store import verdicts

    if not session.given:
        say("nothing to undo in this session; geomap review --list shows the verdicts")
        return at
    answered, given = session.given.pop()
    verdicts.append(session.path, undoing(given, who=session.who, when=_now()))
    say("withdrawn")
    return answered


def _now() -> str:
    """The time, or SOURCE_DATE_EPOCH's, by which runs are reproducible."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdigit() else dt.datetime.now(dt.UTC)
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
