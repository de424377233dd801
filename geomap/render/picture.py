"""A still of the page (`map --png`): the machine's own browser opens the page and takes its picture."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from geomap.errors import DataError
from geomap.store import atomic

_NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge", "brave-browser",
)  # fmt: skip
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_VARIABLE = "GEOMAP_BROWSER"
_PATIENCE = 30_000  # ms of the page's own time; a page that is ready sooner does not use it up
_TIMEOUT = 180  # s


def find_browser() -> str:
    """The browser of this machine: what GEOMAP_BROWSER names, else a Chromium, Chrome or Edge.

    Raises:
        DataError: There is none.
    """
    wanted = os.environ.get(_VARIABLE)
    for name in (wanted,) if wanted else (*_NAMES, *_PLACES):
        found = shutil.which(name)
        if found:
            return found
    raise DataError(
        f"no browser called {wanted}"
        if wanted
        else "a picture needs Chromium, Chrome or Edge, and none is here",
        advice=f"install one, or name it in {_VARIABLE}; or open the page and print it",
    )


def picture(page: Path, png: Path, *, width: int, height: int, scale: float) -> None:
    """Write a picture of a page.

    Args:
        page: The HTML file.
        png: The picture; replaced whole.
        width: Of the window, in CSS px.
        height: Of the window, in CSS px.
        scale: Pixels of the picture for one of these.

    Raises:
        DataError: There is no browser, it made no picture, or the file cannot be written.
    """
    browser = find_browser()
    with tempfile.TemporaryDirectory(prefix="geomap-still-", ignore_cleanup_errors=True) as folder:
        shot = Path(folder) / "still.png"
        command = [
            browser, "--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--force-color-profile=srgb",
            "--force-prefers-reduced-motion", f"--user-data-dir={folder}/profile", f"--window-size={width},{height}",
            f"--force-device-scale-factor={scale:g}", f"--virtual-time-budget={_PATIENCE}", f"--screenshot={shot}",
            *_unsandboxed(), page.absolute().as_uri(),
        ]  # fmt: skip
        said = _run(command)
        if not shot.is_file():
            last = said.strip().splitlines()[-1:] or ["it said nothing"]
            raise DataError(f"{Path(browser).name} made no picture ({last[0]})", file=png)
        atomic.write_bytes(png, shot.read_bytes())


def _unsandboxed() -> list[str]:
    """Chromium refuses its sandbox to root, as in a container."""
    return ["--no-sandbox"] if sys.platform == "linux" and os.geteuid() == 0 else []


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(  # noqa: S603  the browser that was found, on a page that was just written
            command, check=False, capture_output=True, text=True, errors="replace", timeout=_TIMEOUT
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return done.stderr
