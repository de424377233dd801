"""axe-core finds no violation of WCAG 2.0 to 2.2, A and AA, in any view of the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geomap.gazetteer import Gazetteer
from geomap.publish import publish
from geomap.render import write
from geomap.synth import synthesise
from tests.fixtures import mapped

AXE = Path(__file__).resolve().parents[1] / "js" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESKTOP, TABLET, PHONE, SMALL = (1440, 900), (1024, 768), (390, 844), (360, 640)


@pytest.mark.parametrize(
    ("hash", "size", "opens"),
    [
        ("#theme=light", DESKTOP, None),
        ("#theme=dark", DESKTOP, None),
        ("#theme=light&sel=i05", DESKTOP, None),
        ("#theme=dark&sel=i03", DESKTOP, None),
        ("#lang=ar&sel=i06", DESKTOP, None),
        ("#view=table", DESKTOP, None),
        ("#place=al-omar-field&kind=attack", DESKTOP, None),
        ("#q=nothing-at-all", DESKTOP, ".hidden-word"),
        ("#theme=dark", TABLET, ".only-narrow[aria-controls]"),
        ("#theme=light", PHONE, ".grab"),
        ("#lang=ar", PHONE, ".only-narrow[aria-controls]"),
        ("#sel=i06", SMALL, None),
        ("#colour=year&theme=dark", DESKTOP, ".facet.legend summary"),
        ("#role=b&colour=weapon", DESKTOP, ".period"),
        ("#view=table&sel=i06&theme=dark", DESKTOP, None),
        ("#hide=undated~area&lang=ar&theme=dark", TABLET, ".hidden-word"),
        ("#theme=dark&lang=ar", PHONE, ".tray-pill"),
        ("#", SMALL, ".download summary"),
    ],
)
def test_no_violation(show: Callable[..., Any], hash: str, size: tuple[int, int], opens: str | None) -> None:
    """Names, roles, contrast, order: what a machine can check."""
    page = show(hash, size=size)
    if opens:
        page.click(opens)
        page.wait_for_timeout(300)
    assert not faults_of(page)


@pytest.mark.parametrize("level", [25.0, "governorate"])
@pytest.mark.parametrize(
    ("hash", "size"), [("#theme=light", DESKTOP), ("#lang=ar&theme=dark&sel=i05", PHONE)]
)
def test_no_violation_where_places_are_coarse(
    show: Callable[..., Any],
    gazetteer: Gazetteer,
    tmp_path: Path,
    level: float | str,
    hash: str,
    size: tuple[int, int],
) -> None:
    """Squares of the grid and hatched governorates."""
    path = tmp_path / "coarse.html"
    write(publish(mapped.store(), level, gazetteer=gazetteer), gazetteer, path)
    assert not faults_of(show(hash, file=path, size=size))


@pytest.mark.parametrize(("hash", "size"), [("#theme=dark", DESKTOP), ("#lang=ar", PHONE)])
def test_no_violation_where_there_are_many(
    show: Callable[..., Any],
    gazetteer: Gazetteer,
    tmp_path: Path,
    hash: str,
    size: tuple[int, int],
) -> None:
    """A long tree of actors, a tray of many countries, thousands of incidents."""
    path = tmp_path / "many.html"
    write(synthesise(3000, gazetteer, 1), gazetteer, path)
    page = show(hash, file=path, size=size)
    page.click(".tray-pill" if size == PHONE else ".facet.actors .link:visible")
    assert not faults_of(page)


def faults_of(page: Any) -> list[str]:
    """What axe finds wrong."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm --prefix tests/js ci")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(tags) => axe.run(document, {runOnly: tags})", TAGS)
    return [
        f"{fault['id']}: {node['html'][:160]} ({'; '.join(check['message'] for check in node['any'][:1])})"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
