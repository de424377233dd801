"""Wire copy: one agency text on ten sites is one origin."""

from __future__ import annotations

import datetime as dt
import random
import time

from geomap.merge import copies, merge, signature
from geomap.merge.wire import alike
from geomap.model import ArticleEntry
from tests.merge.test_merging import told

STORY = (
    "Rockets hit the field in the east of the country early on Sunday, officials of two governments said. "
    "Nobody was hurt, and a shed burned down before firemen came from the next town, thirty kilometres away. "
    "It was the fourth such attack on the field in a month. A spokesman said that three rockets had been fired from "
    "a lorry that was found later on a farm track, its tyres still warm, with a fourth rocket that had not left its "
    "rail. The governor called for calm and promised that schools would open on Monday as usual."
)
OTHER = (
    "The ministry of water announced a tender for eleven pumping stations along the canal. Bidders have until the end "
    "of the month, and the work is to be done before the next harvest, when the level of the river is at its lowest "
    "and the villages upstream draw most of what is left of it for their orchards and their herds."
)


def entry(id: str, text: str, day: int = 5, outlet: str | None = None) -> ArticleEntry:
    return ArticleEntry(
        id=id, signature=signature(text), published=dt.date(2024, 2, day), outlet=outlet or f"Outlet {id}"
    )


def test_a_copy_with_another_head_and_without_its_end_is_known() -> None:
    """Sites put their own headline above an agency's text and cut it where the page ends."""
    copy = "Local news, weather and more. " + STORY[: len(STORY) * 2 // 3]
    found = copies([entry("b", copy, 6), entry("a", STORY, 5), entry("c", OTHER)])
    assert found == {"a": "Outlet a", "b": "Outlet a"}


def test_another_story_of_the_same_event_is_no_copy() -> None:
    """Two reporters who tell of one attack in their own words are two origins."""
    own = (
        "Early Sunday's rocket fire on the eastern field burned a shed and hurt nobody, according to officials in both "
        "capitals. The launcher turned up hours later: a lorry on a farm track, with one rocket still on its rail. The "
        "attack is the fourth within a month. Schools are to open on Monday, said the governor, who asked for calm."
    )
    assert copies([entry("a", STORY), entry("b", own)]) == {}
    assert alike(signature(STORY), signature(own)) < 0.1


def test_a_short_text_says_nothing() -> None:
    """Two telegrams of one line are not taken for copies of each other."""
    assert signature("Rockets hit the field.") == ""
    assert copies([entry("a", "Rockets hit the field."), entry("b", "Rockets hit the field.")]) == {}


def test_the_order_of_the_articles_does_not_matter() -> None:
    """A store that grew has the same origins as one built at once."""
    entries = [
        entry("c", STORY + " More."),
        entry("a", STORY),
        entry("b", "Front page. " + STORY),
        entry("d", OTHER),
    ]
    assert copies(entries) == copies(entries[::-1])


def test_copies_are_one_origin_of_an_incident() -> None:
    """Corroboration is counted by origins: three sites with one text do not make an event surer."""
    reports = [told("a"), told("b"), told("c")]
    (apart,) = merge(reports)
    (together,) = merge(reports, copies={"a": "Wire", "b": "Wire"})
    assert (apart.n_outlets, apart.n_origins) == (3, 3)
    assert (together.n_outlets, together.n_origins) == (3, 2)


def test_many_pages_with_one_menu_do_not_slow_it_down() -> None:
    """Pages that share their furniture are compared with their neighbours only: copies of one text are still found."""
    menu = (
        "Home, news, sport, weather, opinion, archive, subscribe, contact us and the imprint of this site. "
    )
    stories = [" ".join(f"w{random.Random(n).getrandbits(20 + i)}" for i in range(60)) for n in range(300)]
    pages = [entry(f"p{n:03}", menu + story) for n, story in enumerate(stories)]
    begun = time.process_time()
    found = copies([*pages, entry("twin", stories[7] + " " + menu)])
    assert set(found) == {"p007", "twin"}
    assert time.process_time() - begun < 2
