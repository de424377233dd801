"""What the curated data itself must keep saying: the traps of the theatre, and who is whom."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap.gazetteer.gazetteer import Gazetteer, holds
from geomap.gazetteer.search import Search
from geomap.geo import distance_km


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="module")
def search(gazetteer: Gazetteer) -> Search:
    return Search(gazetteer)


@pytest.mark.parametrize(
    ("place", "country", "admin1"),
    [
        ("tower-22", "JO", "JO-MA"),
        ("rukban", "SY", "SY-HI"),
        ("tanf", "SY", "SY-HI"),
        ("sevastopol", "UA", "UA-40"),
        ("majdal-shams", "SY", "SY-QU"),
        ("zummar", "IQ", "IQ-NI"),
        ("kharab-al-jir", "SY", "SY-HA"),
        ("myawaddy", "MM", "MM-13"),
        ("anefis", "ML", "ML-8"),
        ("irpin", "UA", "UA-32"),
    ],
)
def test_places_lie_where_the_gazetteer_says(
    gazetteer: Gazetteer, place: str, country: str, admin1: str
) -> None:
    """Tower 22 is in Jordan, Rukban in Syria, Sevastopol in Ukraine, whatever the outlines draw."""
    assert (gazetteer.places[place].country, gazetteer.places[place].admin1) == (country, admin1)


@pytest.mark.parametrize(("country", "count"), [("SY", 14), ("IQ", 19), ("JO", 12)])
def test_every_governorate_is_there_once(gazetteer: Gazetteer, country: str, count: int) -> None:
    """A question by governorate has an answer for each of the 45, by its code."""
    codes = [p.area_id for p in gazetteer.places.values() if p.kind == "governorate" and p.country == country]
    assert len(codes) == len(set(codes)) == count


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Koniko", "conoco-field"),
        ("Kharab Al-Jair", "kharab-al-jir"),
        ("Rmelan base", "kharab-al-jir"),
        ("Al-Rumailan", "rmelan"),
        ("Ain al-Assad", "ain-al-asad"),
        ("Qasrek", "qasrak"),
        ("Qasrik", "qasrak"),
        ("Tel Tamr", "tall-tamr"),
        ("Rubarya", "rubarya"),
        ("Green Village", "green-village"),
        ("al-Omar", "al-omar-field"),
        ("حقل العمر النفطي", "al-omar-field"),
        ("قاعدة الأسد الجوية", "ain-al-asad"),
        ("خراب الجير", "kharab-al-jir"),
        ("زمار", "zummar"),
        ("Umm al-Rashrash", "eilat"),
        ("al-Tanf crossing", "walid-tanf-crossing"),
        ("Imam Ali Air Base", "imam-ali-airbase"),
        ("Balad air base", "balad-airbase"),
        ("Qayyarah", "qayyarah"),
        ("Elasha", "elasha-biyaha"),
        ("Bal'ad", "balad-so"),
        ("Luhwinja", "luhwindja"),
        ("Irumu", "irumu"),
        ("Qasmieh", "qasmiyeh"),
        ("Damour", "damour"),
        ("Mindon", "mindon"),
        ("Sviatohorivka", "sviatohorivka"),
    ],
)
def test_the_spellings_of_the_press_resolve(search: Search, written: str, place: str) -> None:
    """The names as reports write them, in both scripts, find the place that is meant and not its neighbour."""
    assert search.lookup(written)[0].place.id == place


def test_the_drowned_town_answers_to_no_report(gazetteer: Gazetteer) -> None:
    """Old Zummar lies under the Mosul lake: it keeps its point, but a report of Zummar never lands there."""
    old, living = gazetteer.places["zummar-old"], gazetteer.places["zummar"]
    assert distance_km(old.lon, old.lat, living.lon, living.lat) > 10
    assert {name.text for name in old.names} == {"old Zummar"}


def test_hezbollah_and_its_namesake_are_two(gazetteer: Gazetteer) -> None:
    """The "Hezbollah Brigades" are Kataib Hezbollah of Iraq, not Hezbollah of Lebanon."""
    named = {text: actor for text, actor, _ in gazetteer.actor_names()}
    assert named["Hezbollah Brigades"] == named["كتائب حزب الله"] == "kataib-hezbollah"
    assert named["Hezbollah"] == named["حزب الله"] == "hezbollah"
    assert "hezbollah" not in gazetteer.family("iran-backed-militias")


def test_a_brand_is_not_what_backs_it(gazetteer: Gazetteer) -> None:
    """Kataib Hezbollah was under the brand only once there was one; Iran backs it, and is not part of it."""
    import datetime as dt

    before, after = dt.date(2022, 1, 1), dt.date(2024, 1, 28)
    assert "kataib-hezbollah" not in gazetteer.family("islamic-resistance-in-iraq", before)
    assert "kataib-hezbollah" in gazetteer.family("islamic-resistance-in-iraq", after)
    assert "iran" in gazetteer.backers("kataib-hezbollah", after)
    assert "kataib-hezbollah" not in gazetteer.family("iran", after)


def test_every_country_has_a_state_that_its_people_name(gazetteer: Gazetteer) -> None:
    """Words such as "Estonian forces" find Estonia: a state is made of each country that has none of its own."""
    states = {actor.country for actor in gazetteer.actors.values() if actor.kind == "state"}
    assert set(gazetteer.countries) <= states
    named = {text: actor for text, actor, _ in gazetteer.actor_names()}
    assert named["Estonian"] == "estonia"


def test_no_value_comes_from_a_share_alike_database(gazetteer: Gazetteer) -> None:
    """Points from ODbL data would bind every export: none may be cited."""
    cited = {source for place in gazetteer.places.values() for source in place.sources}
    assert not [source for source in cited if "ODbL" in source or "OpenStreetMap" in source]


def test_groups_of_the_wars_since_2014_are_known(gazetteer: Gazetteer) -> None:
    """What any analyst of these wars would type is a name of an actor, in English and in Arabic."""
    named = {text: actor for text, actor, _ in gazetteer.actor_names()}
    wars = {
        "syria": ("Jaysh al-Izza", "Tiger Forces", "Levant Front", "جند الأقصى", "فيلق الشام"),
        "iraq": ("Ansar al-Islam", "Babylon Movement", "Golden Division", "جيش رجال الطريقة النقشبندية"),
        "palestine": (
            "Popular Resistance Committees",
            "Jenin Brigade",
            "كتائب المجاهدين",
            "القوات الشعبية في رفح",
        ),
        "yemen": ("Shabwani Elite", "ألوية العمالقة", "النخبة الحضرمية"),
        "libya": ("Libya Dawn", "Tariq Ben Ziyad Brigade", "مجلس شورى ثوار بنغازي"),
        "sahel": ("Ansar Dine", "Al-Mourabitoun", "CSP-DPA", "المرابطون"),
        "congo": ("NDC-R", "FRPI", "Mobondo", "CODECO"),
        "central africa": ("Anti-balaka", "3R rebels", "Lord's Resistance Army", "أنتي بالاكا"),
        "horn": ("Ogaden National Liberation Front", "Liyu police", "Somaliland forces"),
        "sudan": ("Sudan Shield Forces", "درع السودان"),
        "asia": (
            "Shan State Army",
            "ULFA",
            "Jemaah Islamiyah",
            "Shining Path",
            "National Thowheeth Jama'ath",
        ),
        "americas": ("Comando Vermelho", "Barrio 18", "Cartel del Noreste", "La Línea"),
        "europe": ("DHKP-C", "New IRA", "Right Sector", "Atesh"),
    }
    missing = [(war, name) for war, names in wars.items() for name in names if name not in named]
    assert missing == []


def test_actors_are_named_in_three_scripts(gazetteer: Gazetteer) -> None:
    """Every group has its names in Latin and Arabic script; those that Russian or Hebrew papers name, in these too."""
    from geomap.check.names import script_of

    actors = [actor for actor in gazetteer.actors.values() if actor.kind != "state"]
    scripts = {actor.id: {script_of(name.text) for name in actor.names} for actor in actors}
    assert len(actors) >= 120
    assert [id for id, found in scripts.items() if "LATIN" not in found] == []
    assert sum("ARABIC" in found for found in scripts.values()) >= 0.98 * len(actors)
    assert sum(bool(found & {"CYRILLIC", "HEBREW"}) for found in scripts.values()) >= 45


def test_the_theatre_is_deep(gazetteer: Gazetteer) -> None:
    """At least 400 places of the theatre, with radius, extent and source, nearly all named in Arabic script."""
    theatre = {"SY", "IQ", "JO", "LB", "IL", "PS", "YE", "IR", "SA", "AE", "QA", "KW", "BH", "OM"}
    places = [place for place in gazetteer.places.values() if place.country in theatre]
    assert len(places) >= 800
    assert all(place.sources and place.radius_km > 0 and place.extent_km is not None for place in places)
    assert (
        sum(any("\u0600" <= c <= "\u06ff" for n in p.names for c in n.text) for p in places)
        >= len(places) - 5
    )


@pytest.mark.parametrize(
    ("place", "day", "holder"),
    [
        ("tabqa-airbase", "2014-01-01", "syria"),
        ("tabqa-airbase", "2015-06-01", "islamic-state"),
        ("tabqa-airbase", "2020-06-01", "syrian-democratic-forces"),
        ("tabqa-airbase", "2026-03-01", "syria"),
        ("qayyarah-west", "2015-06-01", "islamic-state"),
        ("qayyarah-west", "2019-06-01", "us-led-coalition"),
        ("qayyarah-west", "2021-06-01", "iraq"),
        ("tanf", "2024-01-28", "united-states"),
        ("tanf", "2026-04-01", "syria"),
        ("al-anad", "2015-05-01", "houthis"),
        ("minaq-airbase", "2018-05-01", "syrian-democratic-forces"),
    ],
)
def test_a_base_is_held_by_whoever_held_it_then(
    gazetteer: Gazetteer, place: str, day: str, holder: str
) -> None:
    """A base changes hands: what is asked for a day is answered for that day."""
    held = gazetteer.places[place].held_by
    assert holder == next(h.actor for h in held if holds(h.start, h.end, dt.date.fromisoformat(day)))


def test_bases_of_the_theatre_have_holders(gazetteer: Gazetteer) -> None:
    """Every base, and each holder with its source."""
    theatre = {"SY", "IQ", "JO", "LB", "IL", "YE", "IR", "SA", "AE", "QA", "KW", "BH"}
    kinds = {"base", "airbase", "naval-base", "missile-base", "outpost"}
    bases = [p for p in gazetteer.places.values() if p.country in theatre and p.kind in kinds]
    assert len(bases) >= 90
    assert [place.id for place in bases if not place.held_by] == []
    assert [place.id for place in bases if not all(held.source for held in place.held_by)] == []


def test_kurdish_and_hebrew_names_where_they_are_used(gazetteer: Gazetteer) -> None:
    """Places of the Kurdistan Region in Kurdish, those of Israel in Hebrew."""

    def share(admin1: tuple[str, ...], langs: set[str]) -> float:
        places = [p for p in gazetteer.places.values() if p.admin1 and p.admin1.startswith(admin1)]
        return sum(any(n.lang in langs for n in p.names) for p in places) / len(places)

    assert share(("IQ-AR", "IQ-DA", "IQ-SU", "IQ-HA"), {"ku", "ckb"}) >= 0.95
    assert share(("IL-",), {"he"}) == 1
