"""A brief in a real browser: it asks for nothing, complains of nothing, reads on a phone and prints on one sheet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from geomap import model
from geomap.gazetteer import Gazetteer
from geomap.render.brief import write_brief
from tests.fixtures import briefed


def crowded() -> model.Store:
    """As much as a page can hold: many incidents, long names, long sentences, several outlets."""
    made = []
    for number in range(60):
        one = briefed.incident(
            number + 1,
            briefed.on(number % 7),
            killed=number,
            evidence=f"{number} " + "A long sentence. " * 30,
        )
        long = f"Battalion of the {number}th very long name of an armed group"
        made.append(
            msgspec.structs.replace(one, attacker=long, attackers=(long,), target=long, targets=(long,))
        )
    doubtful = [
        msgspec.structs.replace(one, id=f"p{n}", date_start=None, date_end=None, date_precision="unknown")
        for n, one in enumerate(made[:9])
    ]
    return msgspec.structs.replace(briefed.store(), incidents=(*made, *doubtful))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_it_prints_on_one_sheet(lang: str, browser: Any, gazetteer: Gazetteer, tmp_path: Path) -> None:
    """However much there is to tell."""
    path = tmp_path / "b.html"
    write_brief(crowded(), path, gazetteer=gazetteer, lang=lang, since="2024-02-05", until="2024-02-11")
    page = browser.new_page(viewport={"width": 1000, "height": 1200})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: request.url.startswith("file:") or said.append(request.url))
    page.goto(path.as_uri())
    pdf = page.pdf(prefer_css_page_size=True)
    assert re.findall(rb"/Count (\d+)", pdf) == [b"1"]
    assert said == []
    page.close()


def test_it_reads_on_a_phone(browser: Any, gazetteer: Gazetteer, tmp_path: Path) -> None:
    """Nothing reaches out of a narrow window."""
    path = tmp_path / "b.html"
    write_brief(crowded(), path, gazetteer=gazetteer, since="2024-02-05", until="2024-02-11")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
