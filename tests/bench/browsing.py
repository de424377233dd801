"""Opening a saved map as a reader does, in a fresh Chromium, with what the page loads from hosts served from here."""

from __future__ import annotations

import contextlib
import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.browser.conftest import CHROMIUM

PEERS = Path(__file__).parent / "peers" / "node_modules"
# Usable: where the first stretch of 200 ms begins in which the page's thread is never away for more than 50 ms, after
# the load event and two frames. The same rule for every page; the quiet time itself is not added.
WATCH = """(() => {
  const seen = (window.seen = {});
  let last = performance.now(), quiet = last;
  addEventListener('load', () =>
    requestAnimationFrame(() => requestAnimationFrame(() => (seen.framed = performance.now()))));
  const turn = () => {
    const now = performance.now();
    if (now - last > 50) quiet = now;
    last = now;
    const from = Math.max(quiet, seen.framed ?? Infinity);
    if (now - from >= 200) seen.usable = from;
    else setTimeout(turn, 4);
  };
  setTimeout(turn, 0);
})();"""
# Where folium's hosts keep a package's files otherwise than npm does.
OTHERWISE = {
    r"jquery-3.*\.js": "jquery/dist/jquery.min.js",
    r"awesome-markers": "leaflet.awesome-markers/dist/{name}",
    r"markercluster": "leaflet.markercluster/dist/{name}",
}


def local_file(url: str) -> Path | None:
    """The file of an npm package that a host would have sent."""
    name = url.split("?", maxsplit=1)[0].rsplit("/", 1)[1]
    for pattern, path in OTHERWISE.items():
        if re.search(pattern, url):
            return PEERS / path.format(name=name)
    found = re.match(r"https://[^/]+/(?:npm/)?((?:@[^/]+/)?[^/@]+)@[^/]+/([^?]*)", url)
    return PEERS / found[1] / found[2] if found else None


def serve(route: Any) -> None:
    """Answer for a host: a package's file, nothing for other scripts and styles; tiles and the rest are refused."""
    request = route.request
    path = local_file(request.url)
    if path and path.is_file():
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        route.fulfill(body=path.read_bytes(), content_type=kind, headers={"access-control-allow-origin": "*"})
    elif request.resource_type in ("script", "stylesheet"):
        route.fulfill(body="", content_type="text/css" if "css" in request.url else "text/javascript")
    else:
        route.abort()


@contextlib.contextmanager
def opened(file: Path) -> Iterator[Any]:
    """A page in a Chromium of its own, once it can be used."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(300_000)
        page.route(re.compile(r"^https?://"), serve)
        page.add_init_script(WATCH)
        page.goto(file.as_uri(), wait_until="commit", timeout=300_000)
        for _ in range(3000):
            if page.evaluate("window.seen?.usable ?? 0"):
                break
            page.wait_for_timeout(100)
        yield page
        browser.close()


def usable(file: Path, times: int = 2) -> float:
    """Seconds from the start of navigation until a reader can use the page: the best of some runs."""
    found = []
    for _ in range(times):
        with opened(file) as page:
            found.append(page.evaluate("window.seen.usable") / 1000)
    return float(min(found))
