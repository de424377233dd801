"""What outlines say of places is kept: the same answers, sooner, and nothing kept is trusted that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from geomap.filters import Answer, Area, Context, Filter
from geomap.gazetteer import cache
from geomap.gazetteer.shapes import of_bbox, of_division
from geomap.store.decided import decide

# place_id, country, admin1, precision, radius_km, point_is, lon, lat
DEIR_EZ_ZOR = (None, None, None, "site", 1.0, "site", 40.3, 35.1)
BORDER = (None, None, None, "site", 150.0, "site", 39.5, 36.4)
DAMASCUS = (None, None, None, "site", 1.0, "site", 36.3, 33.5)
PLACES = [DEIR_EZ_ZOR, BORDER, DAMASCUS]
ANSWERS = [Answer.CERTAIN, Answer.POSSIBLE, Answer.NO]
ASKED = Filter(regions=("SY-DY",))
DIVISION = Context(areas={"SY-DY": (Area(id="SY-DY", outline=of_division("SY-DY"), error_km=15),)})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def kept(folder: Path) -> list[Path]:
    """The files of what was decided."""
    return sorted(folder.rglob("decided-*.bin"))


def test_the_second_question_is_answered_from_what_was_kept(folder: Path) -> None:
    """A place asked before is not decided again; new ones join it in the same file."""
    assert decide(ASKED, DIVISION, PLACES[:2]) == ANSWERS[:2]
    (file,) = kept(folder)
    kept_bytes = cache.unseal(file.name, file.read_bytes())
    file.write_bytes(cache.seal(file.name, kept_bytes.replace(b"\x03", b"\x02")))  # certain becomes likely
    assert decide(ASKED, DIVISION, PLACES) == [Answer.LIKELY, *ANSWERS[1:]]
    assert kept(folder) == [file]


def test_a_broken_file_is_decided_anew(folder: Path) -> None:
    """Cut, changed in a byte or of another question, it costs time only."""
    decide(ASKED, DIVISION, PLACES)
    (file,) = kept(folder)
    whole = file.read_bytes()
    other = cache.seal("decided-other.bin", cache.unseal(file.name, whole).replace(b"\x03", b"\x02"))
    for wrong in (b"", b"\x81\xa1x\xa1y", whole[:-1], whole.replace(b"\x03", b"\x02"), other):
        file.write_bytes(wrong)
        assert decide(ASKED, DIVISION, PLACES) == ANSWERS
        assert file.read_bytes() == whole


def test_shapes_of_others_are_not_kept(folder: Path) -> None:
    """A drawn region may be another one tomorrow under the same name."""
    drawn = Context(areas={"SY-DY": (Area(id="SY-DY", outline=of_bbox(40, 35, 41, 36)),)})
    assert decide(ASKED, drawn, PLACES[:1]) == [Answer.CERTAIN]
    assert kept(folder) == []


def test_another_area_is_another_file(folder: Path) -> None:
    """The answer for Aleppo is not that for Deir ez-Zor."""
    aleppo = Context(areas={"SY-DY": (Area(id="SY-DY", outline=of_division("SY-HL"), error_km=15),)})
    assert decide(ASKED, DIVISION, PLACES[:1]) != decide(ASKED, aleppo, PLACES[:1])
    assert len(kept(folder)) == 2
