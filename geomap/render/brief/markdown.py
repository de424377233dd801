"""A brief as Markdown (CommonMark with GitHub's tables): plain text that a mail or a wiki takes as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from geomap.brief import Bin
from geomap.render.brief.told import Item, Tally, Told
from geomap.render.brief.words import days_in_words

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$&])")
_LINK = {ord(sign): f"%{ord(sign):02X}" for sign in "()<> \\|"}
_BAR = 30  # characters of the longest bar


def markdown(told: Told, picture: str | None) -> str:
    """The text of a brief.

    Args:
        told: What it says.
        picture: The file name of its map, which lies beside it; None: it has none.
    """
    return "\n".join(_lines(told, picture)).rstrip() + "\n"


def _lines(told: Told, picture: str | None) -> Iterator[str]:
    say = told.words
    yield f"# {plain(told.title)}"
    yield f"\n**{plain(told.period)}**{say['comma']}{plain(told.compared)}\n"
    yield from _table(
        [plain(one.name) for one in told.figures],
        [[f"**{plain(one.number)}**" for one in told.figures], [plain(one.note) for one in told.figures]],
    )
    if picture:
        yield f"\n![{plain(say['map'])}]({picture.translate(_LINK)})\n\n{plain(say['mapNote'])}"
    if any(one.number for one in told.bins):
        yield f"\n## {plain(say['timeline'])}\n\n```text"
        yield from _bars(told)
        yield f"```\n\n{plain(told.bin_note)}"
    if told.tallies:
        before = plain(say["before"].format(n="").strip(" :"))
        yield f"\n## {plain(say['counts'])} ({before})\n"
        yield from (_tally(tally) for tally in told.tallies)
        if any(tally.several for tally in told.tallies):
            yield f"\n{plain(say['several'])}"
    if told.items:
        yield f"\n## {plain(told.list_title)}\n"
        yield from (_item(one, say) for one in told.items)
    if told.possible_note:
        yield f"\n## {plain(say['onlyPossible'])}\n\n{plain(told.possible_note)}\n"
        yield from (f"- {plain(line)}" for line in told.possible)
    yield f"\n## {plain(say['reading'])}\n"
    yield from (f"- {plain(note)}" for note in told.notes)
    yield f"\n---\n\n{plain(' '.join(told.attribution))}"


def _bars(told: Told) -> Iterator[str]:
    bins = list(_joined(told.bins))
    most = max(one.number for one in bins)
    names = [days_in_words(one.since, one.until, told.lang, short=True) for one in bins]
    wide, digits = max(map(len, names)), len(f"{most:,}")
    for name, one in zip(names, bins, strict=True):
        bar = "█" * max(round(_BAR * one.number / most), 1 if one.number else 0)
        yield f"{name:<{wide}}  {one.number:>{digits},}  {bar}".rstrip()


def _joined(bins: Iterable[Bin]) -> Iterator[Bin]:
    """The bars, with those beside each other of which nothing is known on one line."""
    for empty, some in groupby(bins, key=lambda one: one.number == 0):
        row = list(some)
        yield from [row[0]._replace(until=row[-1].until)] if empty else row


def _tally(tally: Tally) -> str:
    """A field on one line: "**Attackers**: A 5 (0), B 4 (2)"."""
    parts = [f"{plain(name)} {now:,} ({before:,})" for name, now, before in tally.rows]
    return f"- **{plain(tally.name)}**: {', '.join([*parts, *filter(None, [plain(tally.more)])])}"


def _item(one: Item, say: dict[str, str]) -> str:
    facts = say["comma"].join(plain(part) for part in (one.what, one.where, one.who) if part)
    dead = f"; {plain(say['deadIn'].format(n=one.dead))}" if one.dead else ""
    dead = f"; {plain(one.shared)}" if one.shared else dead
    sources = say["comma"].join(_source(*source) for source in one.sources)
    quote = f" “{plain(one.quote)}”" if one.quote else ""
    return f"- **{plain(one.when)}** {facts}{dead}.{quote} ({sources})"


def _source(name: str, address: str) -> str:
    return f"[{plain(name)}](<{address.translate(_LINK)}>)" if address else plain(name)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'|'.join([' --- '] * len(heads))}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def plain(text: str) -> str:
    """Untrusted text on one line, with everything escaped that Markdown or HTML in it would obey."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
