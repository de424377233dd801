"""What the page shows where no script runs, as in a mail's preview: a still map and the list of incidents."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from geomap.model import Incident
from geomap.render.actors import attackers_of
from geomap.render.basemap import UNIT, Basemap
from geomap.render.rows import Rows
from geomap.render.sites import WORLD, Site, mercator
from geomap.render.texts import text_record
from geomap.render.words import clean

MOST = 2000  # incidents that a page without script lists whole; of more
LATEST = 200  # so many
_UNSTATED = (
    "suspected",
    "inferred",
)  # roles of sides that no article states: a question mark stands behind them
_WIDTH = 960  # px that the still map is made for


def still(rows: Rows, ground: Basemap, *, title: str, subtitle: str, lean: bool) -> str:
    """HTML of a still map and an ordered list, which the page's script replaces.

    More than 2,000 incidents: the latest 200 are listed, and the number left out is said.
    """
    counts = rows.counts(shown=True)
    latest = rows.latest(MOST if counts.total() <= MOST else LATEST, lean=lean)
    left = len(rows) - len(latest)
    more = f"<p>And {left} more, which this page shows with scripts on.</p>" if left else ""
    coarsened = rows.table.head.coarsened
    coarse = f"<p>Places coarsened: {escape(clean(coarsened))}</p>" if coarsened else ""
    owed = " ".join(escape(clean(line)) for line in rows.table.head.attribution)
    items = "".join(_item(incident, lean=lean) for incident in latest)
    return (
        f'<div id="geomap-still"><h1>{escape(title)}</h1><p>{escape(subtitle)}</p>{coarse}{_picture(counts, ground)}'
        f"<p>{len(latest)} shown + {left} not listed = {len(rows)}</p><ol>{items}</ol>{more}"
        f"{f'<p>{owed}</p>' if owed else ''}</div>"
    )


def _picture(counts: Mapping[Site, int], ground: Basemap) -> str:
    """The still map, with what is known only to the country in words."""
    nowhere = sum(number for site, number in counts.items() if site.lon is None)
    note = (
        f"<figcaption>{nowhere} known only to the country, not drawn as points</figcaption>"
        if nowhere
        else ""
    )
    return f"<figure>{drawing(counts, ground)}{note}</figure>"


def drawing(
    counts: Mapping[Site, int],
    ground: Basemap,
    label: str = "Map of the incidents",
    width: int = _WIDTH,
) -> str:
    """SVG of land, borders, and a disc a place with its number.

    Args:
        counts: How many incidents each place has.
        ground: What lies under it.
        label: What a screen reader says of it.
        width: Px that symbols and names are made for.
    """
    left, top, right, bottom = ground.box
    unit = max(right - left, 1) / width
    paths = "".join(f'<path class="still-{name}" d="{d}"/>' for name, d in ground.still.items() if d)
    discs = _without_touching(counts, unit)
    box = f"{left} {top} {right - left} {bottom - top}"
    return (
        f'<svg viewBox="{box}" role="img" aria-label="{escape(label)}">'
        f'<rect class="still-water" x="{left}" y="{top}" width="{right - left}" height="{bottom - top}"/>'
        f"{paths}{''.join(disc.drawn() for disc in discs)}{_labels(discs, unit, right)}</svg>"
    )


@dataclass
class _Disc:
    """One symbol of the still map, in steps of the basemap's grid."""

    x: float
    y: float
    count: int
    name: str
    area: bool
    unit: float
    places: int = 1
    r: float = 0.0

    def __post_init__(self) -> None:
        self.take(0)

    def take(self, count: int) -> None:
        """Count some more in."""
        self.count += count
        self.r = (7 if self.count == 1 else min(7.5 + 3.4 * math.sqrt(self.count), 40)) * self.unit

    def drawn(self) -> str:
        kind = "still-area" if self.area else "still-disc" if self.count > 1 else "still-dot"
        size = 12 * self.unit
        number = (
            _text(self.x, self.y + size * 0.36, size, "still-number", str(self.count))
            if self.count > 1
            else ""
        )
        return f'<circle class="{kind}" cx="{self.x:.1f}" cy="{self.y:.1f}" r="{self.r:.1f}"/>{number}'


def _without_touching(counts: Mapping[Site, int], unit: float) -> list[_Disc]:
    """A disc a place, the larger first; a place that would touch one is counted in it."""
    discs: list[_Disc] = []
    for site, count in sorted(counts.items(), key=lambda item: (-item[1], str(item[0]))):
        if site.lon is None or site.lat is None:
            continue
        x, y = (value * UNIT / WORLD for value in mercator(site.lon, site.lat))
        new = _Disc(x, y, count, site.name, site.is_area, unit)
        # Thousands of places against hundreds of discs: no calls.
        reach = [d for d in discs if (d.x - x) ** 2 + (d.y - y) ** 2 < (d.r + new.r) ** 2]
        near = min(reach, key=lambda d: math.dist((x, y), (d.x, d.y)), default=None)
        if near is None or near.area != new.area:
            discs.append(new)
        else:
            near.take(count)
            near.places += 1
    return discs


def _labels(discs: Sequence[_Disc], unit: float, right: float) -> str:
    """Names beside the discs, where they cover nothing."""
    size = 12 * unit
    taken = [_box(d.x, d.y, d.r, d.r) for d in discs]
    found = []
    for disc in discs:
        name = disc.name if disc.places == 1 else f"{disc.name} +{disc.places - 1}"
        half = len(name) * size * 0.3
        for side in (1, -1):
            x = disc.x + side * (disc.r + size * 0.3 + half)
            box = _box(x, disc.y, half, size * 0.6)
            if x + half < right and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                found.append(_text(x, disc.y + size * 0.36, size, "still-label", name))
                break
    return "".join(found)


_Box = tuple[float, float, float, float]


def _box(x: float, y: float, dx: float, dy: float) -> _Box:
    return x - dx, y - dy, x + dx, y + dy


def _overlap(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _text(x: float, y: float, size: float, name: str, text: str) -> str:
    return f'<text class="{name}" x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}">{escape(text)}</text>'


def _item(incident: Incident, *, lean: bool) -> str:
    dated = when(incident)
    where = ", ".join(
        dict.fromkeys(filter(None, map(clean, (incident.place, incident.admin1_name, incident.country))))
    )
    sides = ((incident.attacker, incident.attacker_role), (incident.target, incident.target_role))
    who = " → ".join(
        f"{clean(name)}{'?' if role in _UNSTATED else ''}" for name, role in sides if clean(name)
    )
    attacker = who if attackers_of(incident) else f"Attacker not stated. {who}".strip()
    facts = ". ".join(filter(None, (dated, where, attacker, incident.status)))
    quotes = "" if lean else _quotes(text_record(incident).get("evidence", []))
    return f"<li><b>{escape(clean(incident.title))}</b><br>{escape(facts)}{quotes}</li>"


def when(incident: Incident) -> str:
    """The day, month or year of an incident, in words."""
    start, end = incident.date_start, incident.date_end
    if start is None:
        return "No date in the article"
    precision = {"year": "%Y", "month": "%B %Y"}.get(incident.date_precision)
    if precision:
        return start.strftime(precision)
    day = f"{start.day} {start:%B %Y}"
    return day if end is None or end == start else f"{day} – {end.day} {end:%B %Y}"


def _quotes(quotes: Iterable[dict[str, str]]) -> str:
    rows = "".join(_quote(quote) for quote in quotes)
    return f"<details><summary>What the articles say</summary>{rows}</details>" if rows else ""


def _quote(quote: dict[str, str]) -> str:
    name = escape(quote.get("outlet") or quote.get("article") or "")
    url = quote.get("url")
    source = f'<a href="{escape(url)}" rel="noopener noreferrer">{name or escape(url)}</a>' if url else name
    texts = [quote.get("text", ""), *quote.get("also", "").splitlines()]
    said = "".join(f'<blockquote dir="auto">{escape(text)}</blockquote>' for text in texts)
    return f"{said}<p>{source}</p>"
