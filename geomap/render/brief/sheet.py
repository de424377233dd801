"""A brief as one HTML page: everything inside, no script, nothing loaded, one sheet when printed."""

from __future__ import annotations

import datetime as dt
from html import escape
from importlib.resources import files

from geomap.render.brief.picture import css
from geomap.render.brief.told import Figure, Item, Tally, Told
from geomap.render.brief.words import days_in_words
from geomap.render.page import page

_WIDE, _HIGH, _FOOT, _HEAD = 340.0, 78.0, 12.0, 12.0  # of the timeline, in px of its own
_NUMBERED = 35  # bars up to which each has its number


def sheet(told: Told, picture: str) -> str:
    """The page.

    Args:
        told: What it says.
        picture: Its map as SVG; empty: it has none.
    """
    style = (files("geomap.render.brief") / "sheet.css").read_text(encoding="utf-8")
    return page(
        lang=told.lang, title=f"{told.title}, {told.period}", styles=[style, css()], head="", body=_body(told, picture),
        blocks={}, scripts=[],
    )  # fmt: skip


def _body(told: Told, picture: str) -> str:
    say = told.words
    figures = "".join(_figure(one) for one in told.figures)
    parts = [
        f"<h1>{escape(told.title)}</h1>",
        f'<p class="period"><b>{escape(told.period)}</b>{say["comma"]}{escape(told.compared)}</p>',
        f'<dl class="figures">{figures}</dl>',
        _middle(told, picture),
        _list(told),
        (
            f'<div class="end">{_possible(told)}<section><h2>{escape(say["reading"])}</h2>'
            f"<ul>{_points(told.notes)}</ul></section></div>"
        ),
        f"<footer>{escape(' '.join(told.attribution))}</footer>",
    ]
    return f"<main>{''.join(parts)}</main>"


def _figure(one: Figure) -> str:
    return (
        f'<div><dt>{escape(one.name)}</dt><dd class="big">{escape(one.number)}</dd>'
        f"<dd>{escape(one.note)}</dd></div>"
    )


def _middle(told: Told, picture: str) -> str:
    say = told.words
    drawn = f"<figure>{picture}<figcaption>{escape(say['mapNote'])}</figcaption></figure>" if picture else ""
    beside = ""
    if any(one.number for one in told.bins):
        beside += (
            f'<h2>{escape(say["timeline"])}</h2><figure class="time">{_timeline(told)}</figure>'
            f'<p class="note">{escape(told.bin_note)}</p>'
        )
    if told.tallies:
        beside += f'<div class="tallies">{"".join(_tally(one, told) for one in told.tallies)}</div>'
        beside += (
            f'<p class="note">{escape(say["several"])}</p>'
            if any(one.several for one in told.tallies)
            else ""
        )
    if not drawn and not beside:
        return ""
    return f'<div class="two{"" if drawn else " wide"}">{drawn}<div>{beside}</div></div>'


def _timeline(told: Told) -> str:
    """Bars from left to right, in Arabic too: time runs as on the axis of the page's map."""
    most = max(one.number for one in told.bins)
    step = _WIDE / len(told.bins)
    floor = _HIGH - _FOOT
    bars = []
    for at, one in enumerate(told.bins):
        if not one.number:
            continue
        high = (floor - _HEAD) * one.number / most
        x, wide = at * step + step * 0.12, step * 0.76
        name = escape(f"{days_in_words(one.since, one.until, told.lang)}: {one.number}")
        bars.append(
            f'<rect x="{x:.1f}" y="{floor - high:.1f}" width="{wide:.1f}" height="{high:.1f}">'
            f"<title>{name}</title></rect>"
        )
        if len(told.bins) <= _NUMBERED:
            bars.append(_text(x + wide / 2, floor - high - 3, "middle", str(one.number)))
    first, last = told.bins[0], told.bins[-1]
    return (
        f'<svg viewBox="0 0 {_WIDE:g} {_HIGH:g}" role="img" aria-label="{escape(told.words["timeline"])}">'
        f'{"".join(bars)}<line x1="0" y1="{floor:g}" x2="{_WIDE:g}" y2="{floor:g}"/>'
        f"{_end(0, 'start', first.since, told.lang)}{_end(_WIDE, 'end', last.until, told.lang)}</svg>"
    )


def _end(x: float, side: str, day: dt.date, lang: str) -> str:
    """A day at an end of the axis; where words run to the left, they start at the right."""
    rtl = lang == "ar"
    anchor = {"start": "end", "end": "start"}[side] if rtl else side
    return _text(x, _HIGH - 2, anchor, days_in_words(day, day, lang, short=True), rtl=rtl)


def _text(x: float, y: float, anchor: str, text: str, *, rtl: bool = False) -> str:
    direction = "rtl" if rtl else "ltr"
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" direction="{direction}">{escape(text)}</text>'
    )


def _tally(tally: Tally, told: Told) -> str:
    before = escape(told.words["before"].format(n="").strip(" :"))
    rows = "".join(
        f'<tr><td><bdi>{escape(name)}</bdi></td><td class="number">{now:,}</td>'
        f'<td class="number before">{then:,}</td></tr>'
        for name, now, then in tally.rows
    )
    more = f'<tr><td class="note" colspan="3">{escape(tally.more)}</td></tr>' if tally.more else ""
    return (
        f'<table><tr><th scope="col">{escape(tally.name)}</th>'
        f'<th scope="col" colspan="2" class="number">{before}</th></tr>'
        f"{rows}{more}</table>"
    )


def _list(told: Told) -> str:
    if not told.items:
        return ""
    say = told.words
    heads = "".join(
        f'<th scope="col" class="{name}">{escape(say[key])}</th>'
        for key, name in (("when", "when"), ("what", "what"), ("dead", "number"), ("sources", "from"))
    )
    rows = "".join(_item(one, told) for one in told.items)
    return (
        f"<h2>{escape(told.list_title)}</h2>"
        f'<table class="list"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _item(one: Item, told: Told) -> str:
    what = f"<b>{escape(one.what)}</b>"
    facts = told.words["comma"].join(
        [what, *(f"<bdi>{escape(part)}</bdi>" for part in (one.where, one.who, one.shared) if part)]
    )
    quote = f'<q dir="auto">{escape(one.quote)}</q>' if one.quote else ""
    sources = told.words["comma"].join(_source(*source) for source in one.sources)
    return (
        f'<tr><td class="when">{escape(one.when)}</td><td>{facts}{quote}</td><td class="number">{escape(one.dead)}</td>'
        f'<td class="from">{sources}</td></tr>'
    )


def _source(name: str, address: str) -> str:
    shown = f"<bdi>{escape(name)}</bdi>"
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{shown}</a>' if address else shown


def _possible(told: Told) -> str:
    if not told.possible_note:
        return ""
    return (
        f"<section><h2>{escape(told.words['onlyPossible'])}</h2><p>{escape(told.possible_note)}</p>"
        f"<ul>{_points(told.possible)}</ul></section>"
    )


def _points(lines: list[str]) -> str:
    return "".join(f"<li>{escape(line)}</li>" for line in lines)
