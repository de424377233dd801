"""A real Chromium with the network refused: whatever a page asks for, or complains of, fails its test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from geomap.gazetteer import Gazetteer
from geomap.render import write
from tests.fixtures import mapped

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs a browser."""
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="session")
def map_file(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> Path:
    path = tmp_path_factory.mktemp("map") / "map.html"
    write(mapped.store(), gazetteer, path, title="Attacks on bases")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed: sudo apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


def complaint(message: Any) -> bool:
    """Whether a line of the console is the page's fault; reading pixels is the tests' own doing."""
    return message.type in ("error", "warning") and "willReadFrequently" not in message.text


@pytest.fixture
def show(browser: Any, map_file: Path) -> Iterator[Callable[..., Any]]:
    """`show(hash="", size=(1440, 900), file=…, **context)` opens the map and waits until it is ready."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def opened(
        hash: str = "", *, size: tuple[int, int] = (1440, 900), file: Path = map_file, **options: Any
    ) -> Any:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaint(message) and wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on(
            "request",
            lambda asked: None if asked.url.startswith(("file:", "blob:")) else wrong.append(asked.url),
        )
        page.goto(file.as_uri() + hash)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-state=ready]", timeout=20_000)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong, "the page asked for something or complained"
