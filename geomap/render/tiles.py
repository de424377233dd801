"""Online tiles by name (`--tiles`): off until a reader switches them on, their hosts named in the page's policy."""

from __future__ import annotations

import difflib
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from geomap.errors import UsageError
from geomap.render.words import clean, web_link


class Tiles(NamedTuple):
    """Where the pictures of an online map come from.

    Attributes:
        name: As xyzservices has it: "OpenStreetMap.Mapnik".
        url: With {z}, {x}, {y}, and {s} where there are several hosts.
        hosts: What the policy allows pictures from, and nothing else of the page.
        attribution: Whom to name while they are shown.
        subdomains: What {s} may be.
        max_zoom: The finest there is.
    """

    name: str
    url: str
    hosts: tuple[str, ...]
    attribution: str
    subdomains: tuple[str, ...]
    max_zoom: int

    def block(self) -> dict[str, Any]:
        """What the page is told."""
        return {name: value for name, value in self._asdict().items() if name != "hosts"} | {
            "host": urlsplit(self.hosts[0]).netloc
        }


def tiles_of(name: str) -> Tiles:
    """The tiles that a name means.

    Args:
        name: Of a provider of xyzservices, in any usual spelling: "OpenStreetMap", "Esri.WorldImagery".

    Raises:
        UsageError: There is none; or it wants a key, which would stand in the page for everyone to read.
    """
    import xyzservices.providers as known

    try:
        group = known.get(name)  # of several styles the first: OpenStreetMap is OpenStreetMap.Mapnik
        found = next(iter(group.values())) if group and "url" not in group else known.query_name(name)
    except ValueError:
        near = difflib.get_close_matches(name, list(known.flatten()), n=2, cutoff=0.5)
        advice = f"did you mean {' or '.join(near)}?" if near else "names are those of xyzservices.providers"
        raise UsageError(f"no tiles are called {name!r}", advice=advice) from None
    if found.requires_token():
        raise UsageError(
            f"{found.name} wants a key, which every reader of the page would see", advice="name others"
        )
    subdomains = tuple(found.get("subdomains", "abc"))
    url = found.build_url(x="{x}", y="{y}", z="{z}", fill_subdomain=False, scale_factor="")
    hosts = tuple(dict.fromkeys(_host(url.replace("{s}", each)) for each in subdomains))
    if not all(web_link(host) for host in hosts):
        raise UsageError(f"{found.name} has no address of the web", advice="name others")
    attribution = clean(found.get("attribution"))
    return Tiles(found.name, url, hosts, attribution, subdomains, int(found.get("max_zoom", 18)))


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
