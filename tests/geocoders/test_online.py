"""Asking beyond what is known offline: a server on this machine speaks Nominatim's JSON; no test leaves the machine."""

from __future__ import annotations

import csv
import io
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from geomap.cli.main import cli
from geomap.errors import UsageError
from geomap.geocoders.answers import Answers
from geomap.geocoders.online import PUBLIC_NOMINATIM, Online

ZORPA = {
    "place_id": 7, "osm_type": "node", "osm_id": 42, "lat": "36.5", "lon": "41.25", "name": "Tell Zorpa",
    "display_name": "Tell Zorpa, Al-Hasakah, Syria", "addresstype": "village",
    "boundingbox": ["36.48", "36.52", "41.23", "41.27"],
    "address": {"country_code": "sy", "state": "al-Hasakah", "ISO3166-2-lvl4": "SY-HA"}, "licence": "ODbL",
}  # fmt: skip


class Service(ThreadingHTTPServer):
    """Nominatim's `search`: knows Tell Zorpa, answers 403 or nothing sensible when told to."""

    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []
        self.times: list[float] = []

    @property
    def domain(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Service

    def do_GET(self) -> None:
        """Answer a search."""
        self.server.times.append(time.monotonic())
        query = parse_qs(urlsplit(self.path).query)["q"][0]
        self.server.asked.append((query, self.headers["User-Agent"]))
        body = json.dumps([ZORPA] if query == "Tell Zorpa" else []).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing."""


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Service]:
    """A running service; answers are kept in a cache of the test's own."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr("geomap.geocoders.answers.cache_dir", lambda: tmp_path)
    server = Service()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def call(service: Service, *args: Any, code: int = 0) -> Result:
    """A call of `geomap geocode` that may ask the service."""
    options = ("--online", "nominatim", "--user-agent", "tests (a@b.example)", "--option", "scheme=http")
    line = ["geocode", *map(str, args), *options, "--option", f"domain={service.domain}"]
    result = CliRunner().invoke(cli, line)
    assert result.exit_code == code, result.output
    return result


def test_what_is_not_known_is_asked_once(service: Service) -> None:
    """Host and count are said first; the answer has point, doubt and country; the second time nothing is sent."""
    first = call(service, "Tell Zorpa", "--format", "json")
    assert first.stderr.startswith(f"nominatim: 1 name will be sent to {service.domain}\n")
    record = json.loads(first.stdout)
    assert (record["lon"], record["lat"], record["country"], record["admin1"]) == (41.25, 36.5, "SY", "SY-HA")
    assert record["confidence"] == "low" and 1 < record["radius_km"] < 5
    again = call(service, "Tell Zorpa")
    assert "0 names will be sent" in again.stderr and "1 answer kept from before" in again.stderr
    assert "Tell Zorpa (village)" in again.stdout
    assert service.asked == [("Tell Zorpa", "tests (a@b.example)")]


def test_what_is_known_is_never_sent(service: Service) -> None:
    """Curated places and GeoNames come first: their names do not leave the machine."""
    assert "id          mosul" in call(service, "Mosul").stdout
    assert service.asked == []


def test_not_found_refused_and_offline_are_three_things(service: Service) -> None:
    """Not found is kept; a refusal and a dead network are not, and are asked again when they are over."""
    assert "neither geomap nor" in call(service, "Xyzzyq Nowhere", code=1).stderr
    call(service, "Xyzzyq Nowhere", code=1)
    assert len(service.asked) == 1
    service.status = 403
    assert "refuses" in call(service, "Tell Zorpa", code=1).stderr
    answer = json.loads(call(service, "Tell Zorpa", "--format", "json", code=1).stdout)
    assert answer["outcome"] == "refused" and not answer["found"]
    service.status = 200
    assert call(service, "Tell Zorpa").stdout
    domain = service.domain
    service.shutdown()
    service.server_close()
    online = Online("nominatim", "tests", {"domain": domain, "scheme": "http"}, Answers())
    assert online.locate("Tell Zorpa").kind == "found", "kept"
    assert online.locate("Another Zorpa").kind == "offline"
    assert online.locate("A Third").words.endswith("not asked"), "a dead host is not tried name by name"


def test_a_list_asks_only_for_its_gaps(service: Service, tmp_path: Path) -> None:
    """Known rows stay as they were; unknown ones are sent once each, at most one a second; the ends are counted."""
    names, out = tmp_path / "names.csv", tmp_path / "out.csv"
    names.write_text("name\nMosul\nTell Zorpa\nXyzzyq Nowhere\nTell Zorpa\n")
    said = call(service, "--batch", names, "-o", out).stderr
    assert "2 names will be sent" in said and "2 found, 1 not" not in said.splitlines()[0]
    assert "2 found" in said.splitlines()[1] and "1 not found" in said.splitlines()[1]
    rows = list(csv.DictReader(io.StringIO(out.read_text())))
    assert [row["place_id"] for row in rows] == ["mosul", "nominatim:node/42", "", "nominatim:node/42"]
    assert len(service.asked) == 2
    assert service.times[1] - service.times[0] > 0.9


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--online", "nominatim"), "needs --user-agent"),
        (("--online", "nominatimm", "--user-agent", "x (a@b.example)"), "one of"),
        (("--online", "opencage", "--user-agent", "x (a@b.example)"), "api_key"),
        (("--online", "nominatim", "--user-agent", "x (a@b.example)", "--option", "domain"), "KEY=VALUE"),
        (("--user-agent", "x"), "--online"),
    ],
)
def test_a_call_without_what_it_needs_sends_nothing(args: tuple[str, ...], said: str) -> None:
    """Wrong calls are exit code 2, before anything is looked up."""
    result = CliRunner().invoke(cli, ["geocode", "Tell Zorpa", *args])
    assert result.exit_code != 0
    assert said in str(result.exception) + result.stderr


def test_nominatims_public_host_takes_no_bulk(tmp_path: Path) -> None:
    """A hundred names is the most for one run; the reason and the way out are said."""
    online = Online("nominatim", "tests (a@b.example)", {}, Answers(tmp_path / "a.sqlite"))
    assert online.host == PUBLIC_NOMINATIM
    online.check_count(100)
    with pytest.raises(UsageError, match="policy forbids bulk geocoding"):
        online.check_count(101)


def test_a_broken_cache_costs_nothing_but_requests(service: Service, tmp_path: Path) -> None:
    """A damaged file of answers is passed over."""
    (tmp_path / "geocoded.sqlite").write_bytes(b"not a database at all" * 100)
    assert "Tell Zorpa" in call(service, "Tell Zorpa").stdout


def test_the_chain_is_a_geopy_geocoder(service: Service) -> None:
    """Curated, GeoNames, then the service; a name that nobody has is None, a refusal is raised and not None."""
    from geopy import exc

    from geomap.geocoders import Chain

    chain = Chain(Online("nominatim", "tests", {"domain": service.domain, "scheme": "http"}, Answers()))
    assert chain.geocode("Mosul").raw["place_id"] == "mosul"
    assert service.asked == []
    location = chain.geocode("Tell Zorpa")
    assert (location.latitude, location.longitude) == (36.5, 41.25)
    assert location.address == "Tell Zorpa, Al-Hasakah, Syria"
    assert chain.geocode("Xyzzyq Nowhere") is None
    service.status = 429
    with pytest.raises(exc.GeocoderServiceError, match="refuses"):
        chain.geocode("Xyzzyq Elsewhere")
