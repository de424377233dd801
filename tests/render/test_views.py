"""What a page opens with, the tiles it may show, the frame it goes into."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from geomap.errors import UsageError
from geomap.gazetteer import Gazetteer
from geomap.render import draw
from geomap.render.tiles import tiles_of
from geomap.render.views import view_of
from tests.fixtures import mapped
from tests.render.test_page import policy_of


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_a_view_is_a_box_a_name_or_an_address(gazetteer: Gazetteer) -> None:
    """As people write them; negative numbers too."""
    assert view_of("-3.5, 10, 4, 15.25", gazetteer).box == (-3.5, 10, 4, 15.25)
    west, south, east, north = view_of("Iraq", gazetteer).box or (0, 0, 0, 0)
    assert 38 < west < 39 and 29 < south < 30 and 48 < east < 49 and 37 < north < 38
    west, south, east, north = view_of("al-Tanf", gazetteer).box or (0, 0, 0, 0)
    assert west < 38.62 < east and south < 33.5 < north and east - west >= 0.1
    assert view_of("#k=shelling&at=33,44,7", gazetteer).hash == "k=shelling&at=33,44,7"


@pytest.mark.parametrize("text", ["1,2,3", "10,0,5,5", "0,50,5,40", "Atlantis-on-Sea"])
def test_a_view_of_nothing_is_refused(gazetteer: Gazetteer, text: str) -> None:
    with pytest.raises(UsageError):
        view_of(text, gazetteer)


def test_tiles_are_named_in_the_policy_for_pictures_alone(gazetteer: Gazetteer) -> None:
    """The hosts that the name means, and nothing else; without --tiles none."""
    shown = draw(mapped.store(), gazetteer, tiles="OpenTopoMap").get_root().render()
    policy = policy_of(shown)
    hosts = [f"https://{s}.tile.opentopomap.org" for s in "abc"]
    assert policy["img-src"].split() == ["data:", "blob:", *hosts]
    assert "opentopomap" not in policy["script-src"] + policy["connect-src"] + policy["style-src"]
    assert policy_of(draw(mapped.store(), gazetteer).get_root().render())["img-src"] == "data: blob:"


def test_tiles_with_a_key_or_without_a_name_are_refused() -> None:
    """A key would stand in the page for everyone."""
    with pytest.raises(UsageError, match="key"):
        tiles_of("Thunderforest.Landscape")
    with pytest.raises(UsageError, match="did you mean"):
        tiles_of("OpenStreetMapp")
    assert tiles_of("openstreetmap.mapnik") == tiles_of("OpenStreetMap")


def test_unknown_layers_are_refused(gazetteer: Gazetteer) -> None:
    with pytest.raises(UsageError, match="page or classic"):
        draw(mapped.store(), gazetteer, layers="heat")


def test_what_a_machine_coded_is_drawn_only_when_asked_for(gazetteer: Gazetteer) -> None:
    """As on every command: rows of GDELT are off the map unless their origin is named; in folium layers too."""
    store = mapped.store()
    coded = mapped.incident(70, "al-tanf", "2024-02-05", title="Coded by a machine", origin="gdelt")
    both = replace(store, incidents=(*store.incidents, coded))
    for layers in ("page", "classic"):
        plain = draw(both, gazetteer, layers=layers).get_root().render()
        assert plain == draw(store, gazetteer, layers=layers).get_root().render()
        asked = draw(both, gazetteer, layers=layers, origins=("articles", "gdelt")).get_root().render()
        assert len(asked) > len(plain)
    assert draw(both, gazetteer, origins=("gdelt",)).blocks["geomap-data"].count('"rows":1,') == 1
