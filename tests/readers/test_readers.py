"""Another reader in place of the rules: its drafts are checked against the article, never trusted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geomap.errors import DataError, UsageError
from geomap.model import Report
from geomap.reader import Read, Reader
from geomap.readers import Checked, JsonlReader, find_reader
from geomap.store import read_store
from tests.fixtures.process import failed, geomap
from tests.fixtures.reading import article

TEXT = (
    "Six fighters of the Syrian Democratic Forces were killed when a drone hit al-Omar field in Deir ez-Zor on Sunday, "
    "the Syrian Observatory for Human Rights said. The Islamic Resistance in Iraq claimed responsibility."
)
EVIDENCE = TEXT.partition(". ")[0] + "."
DRAFT: dict[str, Any] = {
    "article": "a", "evidence": EVIDENCE, "trigger": "hit", "place": "al-Omar field", "date": "on Sunday",
    "attackers": ["Islamic Resistance in Iraq"], "targets": ["Syrian Democratic Forces"], "weapons": ["drone"],
    "killed": "Six fighters", "status": "claimed responsibility", "status_by": "The Islamic Resistance in Iraq",
}  # fmt: skip


def read(reader: Reader, tmp_path: Path, *drafts: dict[str, Any]) -> Read:
    """What comes of drafts that lie in a file, as a language model would leave them."""
    path = tmp_path / "drafts.jsonl"
    path.write_text("\n".join(json.dumps(draft, ensure_ascii=False) for draft in drafts), encoding="utf-8")
    return Checked(reader, JsonlReader(str(path))).read(article(TEXT))


def one(reader: Reader, tmp_path: Path, **fields: Any) -> Report:
    result = read(reader, tmp_path, DRAFT | fields)
    assert not result.refused, result.refused
    (report,) = result.reports
    return report


def test_a_draft_becomes_a_report(reader: Reader, tmp_path: Path) -> None:
    """Place, day, actors, weapon, number and status are what geomap makes of the words."""
    report = one(reader, tmp_path)
    assert report.place_id == "al-omar-field" and report.country == "SY"
    assert str(report.date_start) == str(report.date_end) == "2024-02-04"
    assert [a.id for a in report.attackers] == ["islamic-resistance-in-iraq"]
    assert (report.weapons, report.killed, report.status) == (("drone",), 6, "claimed")
    assert report.evidence == EVIDENCE == TEXT[report.span.start : report.span.end]
    assert report.source_origin == "claim by Islamic Resistance in Iraq"


REFUSED = [
    ({"evidence": EVIDENCE.replace("Six", "Seven")}, "is not in the article"),
    ({"evidence": ""}, "evidence is empty"),
    ({"place": "Conoco field"}, "place 'Conoco field' is not in the article"),
    ({"killed": 7}, "killed 7 is not a number of the evidence"),
    ({"killed": "Six fighters of the", "wounded": "several"}, "wounded 'several' is not in the article"),
    ({"killed": {"text": "Six", "value": 60}}, "is 6, not 60"),
    ({"killed": "drone"}, "is no number in the evidence"),
    ({"attackers": ["United States"]}, "attacker 'United States' is not in the article"),
    ({"status": "confirmed by all"}, "status"),
    ({"date": {"text": "on Sunday", "start": 3}}, "does not begin at character 3"),
]


@pytest.mark.parametrize(("fields", "reason"), REFUSED)
def test_a_draft_that_the_article_does_not_bear_out_is_refused(
    reader: Reader, tmp_path: Path, fields: dict[str, Any], reason: str
) -> None:
    """Not one invented word or number gets in; the others of the article still count."""
    result = read(reader, tmp_path, DRAFT | fields, DRAFT)
    assert len(result.reports) == 1
    assert len(result.refused) == 1 and reason in result.refused[0]


def test_a_number_in_words_and_in_digits_is_one(reader: Reader, tmp_path: Path) -> None:
    """The model says 6 where the article says six."""
    assert one(reader, tmp_path, killed=6).killed == 6


def test_an_unknown_place_goes_to_the_worklist(reader: Reader, tmp_path: Path) -> None:
    """The words are there, but nothing knows them: for the curator, not for the map."""
    result = read(reader, tmp_path, DRAFT | {"place": "fighters of"})
    assert not result.reports and result.unplaced[0].text == "fighters of"


def test_words_that_claim_nothing_are_a_report(reader: Reader, tmp_path: Path) -> None:
    """The status is what the article's words stand for, not what the draft calls them."""
    assert one(reader, tmp_path, status="were killed").status == "reported"


def test_a_broken_file_of_drafts_is_named(tmp_path: Path) -> None:
    """File and line."""
    path = tmp_path / "drafts.jsonl"
    path.write_text(json.dumps(DRAFT) + '\n{"article": "a"}\n')
    with pytest.raises(DataError, match=r"drafts\.jsonl:2: no draft"):
        JsonlReader(str(path))


def test_an_unknown_reader_is_a_wrong_call() -> None:
    """With the names that there are."""
    with pytest.raises(UsageError, match="there are jsonl"):
        find_reader("gpt")


def test_build_with_drafts_made_elsewhere(tmp_path: Path) -> None:
    """From files to a store; what was refused is counted and said."""
    (tmp_path / "a.txt").write_text(TEXT)
    lines = [DRAFT, DRAFT | {"killed": 60}]
    (tmp_path / "drafts.jsonl").write_text("\n".join(map(json.dumps, lines)))
    result = geomap(
        "build",
        "a.txt",
        "--published",
        "2024-02-05",
        "--reader",
        "jsonl:drafts.jsonl",
        "-o",
        "s.geojson",
        cwd=tmp_path,
    )
    assert result.returncode == 0, result.stderr
    assert "1 draft refused" in result.stderr and "killed 60" in result.stderr
    (incident,) = read_store(tmp_path / "s.geojson").incidents
    assert incident.place_id == "al-omar-field" and incident.killed == 6


PLUGIN = '''
from geomap.readers import Draft


class Shouting:
    """Every sentence that shouts is an attack."""

    def read(self, article):
        for sentence in article.text.split("! "):
            if "Harir" in sentence:
                yield Draft(evidence=sentence, place="Harir", trigger="hit")
'''


def test_a_reader_of_another_package_is_found_by_its_entry_point(tmp_path: Path) -> None:
    """pip install is all: its name is then known to --reader, in worker processes too."""
    site = tmp_path / "site"
    info = site / "shouting-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "shouting.py").write_text(PLUGIN)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[geomap.readers]\nshouting = shouting:Shouting\n")
    (tmp_path / "a.txt").write_text("Drones hit Harir air base! Nobody knows why! That was all.")
    arguments = ("build", "a.txt", "--reader", "shouting", "--workers", "2", "-o", "s.geojson")
    result = geomap(*arguments, cwd=tmp_path, PYTHONPATH=f"{site}:{Path(__file__).parents[2]}")
    assert result.returncode == 0, result.stderr
    (incident,) = read_store(tmp_path / "s.geojson").incidents
    assert "Harir" in (incident.place or "")
    failed(
        geomap("build", "a.txt", "--reader", "whispering", "-o", "t.geojson", cwd=tmp_path), 2, "no reader"
    )
