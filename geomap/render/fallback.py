"""What the page shows where no script runs, as in a mail's preview: a still map and the list of incidents."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape

from geomap.model import OFF_MAP_STATUS, Incident, Store
from geomap.render.actors import attackers_of
from geomap.render.basemap import UNIT, Basemap
from geomap.render.sites import WORLD, Site, mercator, site_of
from geomap.render.texts import text_record
from geomap.render.words import clean

MOST = 200  # incidents on a page without script
_WIDTH = 960  # px that the still map is made for
_STATUS = {"confirmed": "confirmed", "reported": "reported", "claimed": "claimed", "disputed": "disputed"}


def still(store: Store, ground: Basemap, *, title: str, subtitle: str, lean: bool) -> str:
    """HTML of a still map and an ordered list, which the page's script replaces.

    More than 200 incidents: the latest 200 are listed, and the number left out is said.
    """
    shown = [incident for incident in store.incidents if incident.status not in OFF_MAP_STATUS]
    dated = sorted(
        shown, key=lambda i: (i.date_start is not None, i.date_start, i.id) if i.date_start else (False,)
    )
    latest = dated[::-1][:MOST]
    left = len(store.incidents) - len(latest)
    more = f"<p>And {left} more, which this page shows with scripts on.</p>" if left else ""
    items = "".join(_item(incident, lean=lean) for incident in latest)
    return (
        f'<div id="geomap-still"><h1>{escape(title)}</h1><p>{escape(subtitle)}</p>{_picture(shown, ground)}'
        f"<p>{len(latest)} shown + {left} not listed = {len(store.incidents)}</p><ol>{items}</ol>{more}</div>"
    )


def _picture(incidents: Sequence[Incident], ground: Basemap) -> str:
    """The still map: land, borders, a disc a place with its number, what is known only to the country in words."""
    left, top, right, bottom = ground.box
    unit = max(right - left, 1) / _WIDTH
    counts: dict[Site, int] = {}
    for incident in incidents:
        site = site_of(incident)
        counts[site] = counts.get(site, 0) + 1
    paths = "".join(f'<path class="still-{name}" d="{d}"/>' for name, d in ground.still.items() if d)
    drawn = [(site, n) for site, n in counts.items() if site.lon is not None]
    discs = "".join(
        _disc(site, n, unit) for site, n in sorted(drawn, key=lambda item: (-item[1], str(item[0])))
    )
    nowhere = sum(n for site, n in counts.items() if site.lon is None)
    note = (
        f"<figcaption>{nowhere} known only to the country, not drawn as points</figcaption>"
        if nowhere
        else ""
    )
    box = f"{left} {top} {right - left} {bottom - top}"
    return (
        f'<figure><svg viewBox="{box}" role="img" aria-label="Map of the incidents">'
        f'<rect class="still-water" x="{left}" y="{top}" width="{right - left}" height="{bottom - top}"/>'
        f"{paths}{discs}</svg>{note}</figure>"
    )


def _disc(site: Site, count: int, unit: float) -> str:
    assert site.lon is not None and site.lat is not None
    x, y = (value * UNIT // WORLD for value in mercator(site.lon, site.lat))
    r = (7 if count == 1 else min(7.5 + 3.4 * math.sqrt(count), 40)) * unit
    size = round(12 * unit, 1)
    number = "" if count == 1 else _text(x, y + size * 0.36, size, "still-number", str(count))
    label = _text(x + r * 1.3, y + size * 0.36, size, "still-label", site.name)
    kind = "still-area" if site.is_area else "still-disc" if count > 1 else "still-dot"
    return f'<circle class="{kind}" cx="{x}" cy="{y}" r="{r:.1f}"/>{number}{label}'


def _text(x: float, y: float, size: float, name: str, text: str) -> str:
    return f'<text class="{name}" x="{x:.1f}" y="{y:.1f}" font-size="{size}">{escape(text)}</text>'


def _item(incident: Incident, *, lean: bool) -> str:
    when = _when(incident)
    where = ", ".join(
        dict.fromkeys(filter(None, map(clean, (incident.place, incident.admin1_name, incident.country))))
    )
    who = " → ".join(filter(None, (clean(incident.attacker), clean(incident.target))))
    status = _STATUS.get(incident.status, incident.status)
    attacker = who if attackers_of(incident) else f"Attacker not stated. {who}".strip()
    facts = ". ".join(filter(None, (when, where, attacker, status)))
    quotes = "" if lean else _quotes(text_record(incident).get("evidence", []))
    return f"<li><b>{escape(clean(incident.title))}</b><br>{escape(facts)}{quotes}</li>"


def _when(incident: Incident) -> str:
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
    return f'<blockquote dir="auto">{escape(quote.get("text", ""))}</blockquote><p>{source}</p>'
