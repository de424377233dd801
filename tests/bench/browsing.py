"""Opening a saved map as a reader does, in a fresh Chromium, with what the page loads from hosts served from here."""

from __future__ import annotations

import contextlib
import mimetypes
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.browser.conftest import CHROMIUM

PEERS = Path(__file__).parent / "peers" / "node_modules"
# Usable: where the first stretch of 200 ms begins in which the page's thread is never away for more than 50 ms, after
# the load event and two frames. The same rule for every page, but for a longer stretch where a page waits for a file
# of its own after it has loaded; the quiet time itself is not added.
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
    if (now - from >= QUIET) seen.usable = from;
    else setTimeout(turn, 4);
  };
  setTimeout(turn, 0);
})();"""
QUIET = 200  # ms
# WebGL without a graphics card, for peers that draw with it; pages that do not are slower so.
SOFTWARE_GL = ["--enable-unsafe-swiftshader", "--use-angle=swiftshader", "--use-gl=angle"]
# Where folium's hosts keep a package's files otherwise than npm does.
OTHERWISE = {
    r"jquery-3.*\.js": "jquery/dist/jquery.min.js",
    r"awesome-markers": "leaflet.awesome-markers/dist/{name}",
    r"markercluster": "leaflet.markercluster/dist/{name}",
    r"/require(\.min)?\.js": "requirejs/require.js",
}


def local_file(url: str) -> Path | None:
    """The file of an npm package that a host would have sent."""
    name = url.split("?", maxsplit=1)[0].rsplit("/", 1)[1]
    for pattern, path in OTHERWISE.items():
        if re.search(pattern, url):
            return PEERS / path.format(name=name)
    found = re.match(r"https://[^/]+/(?:npm/)?((?:@[^/]+/)?[^/@]+)@[^/]+/([^?]*)", url)
    if found is None:
        return None
    path = PEERS / found[1] / found[2]
    return path if path.suffix else path.with_suffix(".js")  # an AMD module goes by its name alone


def serve(route: Any) -> None:
    """Answer for a host: a package's file, nothing for other scripts and styles; tiles and the rest are refused."""
    request = route.request
    path = local_file(request.url)
    if request.url.endswith("style.json"):  # an empty ground, as the others' tiles are refused
        route.fulfill(json={"version": 8, "sources": {}, "layers": []})
    elif path and path.is_file():
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        route.fulfill(body=path.read_bytes(), content_type=kind, headers={"access-control-allow-origin": "*"})
    elif request.resource_type in ("script", "stylesheet"):
        route.fulfill(body="", content_type="text/css" if "css" in request.url else "text/javascript")
    else:
        route.abort()


@contextlib.contextmanager
def opened(file: Path, quiet: int = QUIET, flags: Sequence[str] = ()) -> Iterator[Any]:
    """A page in a Chromium of its own, once it can be used; `quiet` ms show that it can."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *flags])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(300_000)
        page.route(re.compile(r"^https?://"), serve)
        page.add_init_script(WATCH.replace("QUIET", str(quiet)))
        page.goto(file.as_uri(), wait_until="commit", timeout=300_000)
        for _ in range(3000):
            if page.evaluate("window.seen?.usable ?? 0"):
                break
            page.wait_for_timeout(100)
        yield page
        browser.close()


def usable(file: Path, times: int = 2, quiet: int = QUIET, flags: Sequence[str] = ()) -> float:
    """Seconds from the start of navigation until a reader can use the page: the best of some runs."""
    found = []
    for _ in range(times):
        with opened(file, quiet, flags) as page:
            found.append(page.evaluate("window.seen.usable") / 1000)
    return float(min(found))
