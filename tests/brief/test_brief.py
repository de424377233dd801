"""The figures of a brief: what counts, what is only possible, what was read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from geomap.brief import Window, make_brief
from geomap.errors import UsageError
from geomap.gazetteer import Gazetteer
from geomap.pipeline import build
from tests.fixtures.briefed import article, incident, on, store

WEEK = {"since": "2024-02-05", "until": "2024-02-11"}


def test_a_week_beside_the_week_before(gazetteer: Gazetteer) -> None:
    """Certain ones count; what is known only to the country or the month is only possible, and not counted."""
    made = make_brief(store(), gazetteer=gazetteer, region="Deir ez-Zor", **WEEK)
    assert made.window.before == Window(dt.date(2024, 1, 29), dt.date(2024, 2, 4))
    assert (made.shown, made.shown_before) == (4, 1)
    assert [one.id for one in made.possible] == ["i7", "i10"]
    assert (made.now.vague_place, made.now.vague_date) == (1, 1)
    assert made.off_map == 1 and made.machine == 1


def test_numbers_add_up(gazetteer: Gazetteer) -> None:
    """Bars and what has no bar are all incidents; victims are a range, and who says nothing is counted."""
    made = make_brief(
        store(), gazetteer=gazetteer, region="SY-DY", since="2024-02-05", until="2024-02-29", possible=True
    )
    assert sum(one.number for one in made.bins) + made.loose == made.shown
    week = make_brief(store(), gazetteer=gazetteer, region="SY-DY", **WEEK)
    assert (week.killed.low, week.killed.high, week.killed.told, week.killed.silent) == (3, 6, 2, 2)
    assert week.wounded.told == 0
    assert [one.number for one in week.bins] == [1, 0, 2, 0, 0, 0, 1]


def test_the_denominator(gazetteer: Gazetteer) -> None:
    """Articles by their day of publication, days without any, articles without a day; none that is of elsewhere."""
    read = make_brief(store(), gazetteer=gazetteer, region="SY-DY", **WEEK).coverage
    assert (read.articles, read.before, read.outlets, read.silent_days, read.undated) == (4, 1, 2, 4, 1)
    assert not read.nothing_before and read.elsewhere == 0
    read = make_brief(store(), gazetteer=gazetteer, **WEEK).coverage
    assert (read.articles, read.before) == (5, 2)


def test_an_article_of_another_day_that_tells_of_what_is_counted_is_read(gazetteer: Gazetteer) -> None:
    """And one that tells only of another region is not, though it was published in the days."""
    syria = make_brief(store(), gazetteer=gazetteer, region="SY-DY", since="2024-02-11", until="2024-02-11")
    assert (syria.shown, syria.coverage.articles, syria.coverage.silent_days) == (1, 1, 1)
    iraq = make_brief(store(), gazetteer=gazetteer, region="Iraq", since="2024-02-08", until="2024-02-08")
    assert (iraq.shown, iraq.coverage.articles) == (1, 1)
    other = make_brief(store(), gazetteer=gazetteer, region="Iraq", since="2024-02-05", until="2024-02-05")
    assert (other.coverage.articles, other.coverage.elsewhere) == (0, 2)


def test_a_toll_of_two_places_counts_once(gazetteer: Gazetteer) -> None:
    """Whether neither has a number of its own, or both were given the same; not where they have others."""
    shared = "9 killed in Khiam and Yater together"
    own = {"killed": 9, "killed_low": 9, "killed_high": 9}
    other = {"killed": 2, "killed_low": 2, "killed_high": 2}

    def killed(*tolls: dict[str, int]) -> tuple[int, int, int]:
        some = tuple(incident(n, on(1), casualties_of=shared, **toll) for n, toll in enumerate(tolls))
        made = make_brief(
            msgspec.structs.replace(store(), incidents=some), gazetteer=gazetteer, since="2024-02-05", days=7
        )
        return made.killed.low, made.killed.high, made.killed.told

    assert killed({}, {}) == (9, 9, 2)
    assert killed(own, own) == (9, 9, 2)
    assert killed(own, other) == (11, 11, 2)


def test_several_values_are_said_beside_the_period_before(gazetteer: Gazetteer) -> None:
    """Weapons of one incident count each; the total is that of the incidents."""
    counts = make_brief(store(), gazetteer=gazetteer, region="SY-DY", **WEEK).counts
    assert {one.value: one.now for one in counts["weapon"]} == {"drone": 1, "rocket": 1, "(not known)": 3}
    assert counts["attacker"][0] == ("Islamic State", 3, 1)


@pytest.mark.parametrize(
    ("since", "until", "bars"),
    [
        ("2024-01-01", "2024-01-31", 31),
        ("2024-01", "2024-04", 18),
        ("2023", "2024", 24),
        ("2024-02-11", "2024-02-11", 1),
    ],
)
def test_bars_are_days_weeks_or_months(since: str, until: str, bars: int, gazetteer: Gazetteer) -> None:
    """And cover the period without gap or overlap."""
    made = make_brief(store(), gazetteer=gazetteer, since=since, until=until)
    assert len(made.bins) == bars
    assert made.bins[0].since == made.window.since and made.bins[-1].until == made.window.until
    for one, after in zip(made.bins, made.bins[1:], strict=False):
        assert after.since - one.until == dt.timedelta(days=1)


def test_without_dates_it_is_the_last_week(gazetteer: Gazetteer) -> None:
    """Seven days up to the last of which the store tells: no clock, so the same tomorrow."""
    assert make_brief(store(), gazetteer=gazetteer).window == Window(on(0), on(6))
    later = msgspec.structs.replace(store(), articles=(article(1, on(20)),))
    assert make_brief(later, gazetteer=gazetteer, days=3).window == Window(on(18), on(20))
    with pytest.raises(UsageError, match="no dated incident or article"):
        make_brief(msgspec.structs.replace(store(), incidents=(), articles=()), gazetteer=gazetteer)
    with pytest.raises(UsageError, match=r"ends .* before it begins"):
        make_brief(store(), gazetteer=gazetteer, since="2025")


def test_without_dates_it_is_the_last_week_of_what_is_asked(gazetteer: Gazetteer) -> None:
    """A later incident of another region does not move the days of a brief on this one."""
    made = store()
    later = msgspec.structs.replace(
        made.incidents[0], id="later", country="UA", lon=30.52, lat=50.45, date_start=on(60), date_end=on(60)
    )
    more = msgspec.structs.replace(made, incidents=(*made.incidents, later))
    assert make_brief(more, gazetteer=gazetteer).window.until == on(60)
    assert make_brief(more, gazetteer=gazetteer, region=("Syria",)).window.until <= on(6)


def test_certain_and_possible(gazetteer: Gazetteer) -> None:
    """--possible counts what may be; --certain only what must be."""

    def shown(**sure: bool) -> int:
        return make_brief(store(), gazetteer=gazetteer, near="40.55,35.1", km=1, **WEEK, **sure).shown

    assert shown(certain=True) == 0 and shown() == 3 and shown(possible=True) > 3


def test_articles_dated_by_their_own_text_are_counted(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """An article that only its dateline dates is read of that day: a brief of its incidents does not say "0 read"."""
    text = "ERBIL, February 5, 2024 (Agency) - A drone hit the Harir base on Sunday and wounded two people.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    built = build([tmp_path / "a.txt"])
    read = make_brief(built, gazetteer=gazetteer, region="Iraq", **WEEK).coverage
    assert (read.articles, read.undated) == (1, 0)
