"""How soon the page can be used, and how quickly it answers, beside the maps that people make today.

Before the first run: npm --prefix tests/bench/peers ci --ignore-scripts
GEOMAP_BENCH_PAGE says how many incidents the large page has (1,000,000; making it takes minutes), GEOMAP_BENCH_FOLDER
where pages are kept from one run to the next.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import folium
import geopandas
import pytest
from folium.plugins import FastMarkerCluster, MarkerCluster

import geomap
from tests.bench.browsing import PEERS, QUIET, SOFTWARE_GL, opened, usable

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not PEERS.is_dir(), reason="npm --prefix tests/bench/peers ci --ignore-scripts"),
]
LARGE = int(os.environ.get("GEOMAP_BENCH_PAGE", "1000000"))
MAIN = "from geomap.cli.main import main; main()"
FIELDS = [
    "id", "title", "kind", "status", "date_start", "place", "precision", "attacker", "target", "weapon", "killed",
    "evidence",
]  # fmt: skip
MB = 1e6


def command(*arguments: str) -> None:
    subprocess.run([sys.executable, "-c", MAIN, *arguments], check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """`made(rows, *options)`: our page of so many synthetic incidents, made once."""
    kept = os.environ.get("GEOMAP_BENCH_FOLDER")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("pages")

    def page(rows: int, *options: str) -> Path:
        store = folder / f"{rows}.parquet"
        file = folder / f"{rows}{''.join(options)}.html"
        if not store.exists():
            command("synth", str(rows), "--seed", "1", "-o", str(store))
        if not file.exists():
            command("map", str(store), "-o", str(file), *options)
        return file

    return page


def frame_of(file: Path) -> geopandas.GeoDataFrame:
    """The same incidents, with the fields that our page carries, for other tools."""
    frame = geomap.to_geodataframe(geomap.read_store(file.with_suffix(".parquet")))
    frame = frame[frame.geometry.notna() & ~frame.geometry.is_empty][[*FIELDS, "geometry"]].copy()
    return frame.assign(**{name: frame[name].astype(str) for name in FIELDS})


def geojson_in_clusters(frame: geopandas.GeoDataFrame, file: Path) -> None:
    shown = folium.Map(location=[34, 40], zoom_start=6)
    popup = folium.GeoJsonPopup(fields=FIELDS)
    folium.GeoJson(frame, popup=popup).add_to(MarkerCluster().add_to(shown))
    shown.save(file)


def fast_clusters(frame: geopandas.GeoDataFrame, file: Path) -> None:
    shown = folium.Map(location=[34, 40], zoom_start=6)
    rows = [
        [p.y, p.x, *fields] for p, fields in zip(frame.geometry, frame[FIELDS].values.tolist(), strict=True)
    ]
    FastMarkerCluster(rows).add_to(shown)
    shown.save(file)


def explored(frame: geopandas.GeoDataFrame, file: Path) -> None:
    frame.explore().save(file)


def in_lonboard(frame: geopandas.GeoDataFrame, file: Path) -> None:
    """Served from here, the files are not the bytes of the hosts that the page knows the sums of."""
    import lonboard

    lonboard.viz(frame).to_html(file)
    file.write_text(INTEGRITY.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")


def empty(_: geopandas.GeoDataFrame, file: Path) -> None:
    folium.Map(location=[34, 40], zoom_start=6).save(file)


INTEGRITY = re.compile(r' integrity="[^"]*"')
WASM = 2500  # ms: lonboard's page waits for its parquet reader after it has loaded
PEER_PAGES = {
    "GeoJson + MarkerCluster": (geojson_in_clusters, QUIET, ()),
    "FastMarkerCluster": (fast_clusters, QUIET, ()),
    "lonboard": (in_lonboard, WASM, SOFTWARE_GL),
    "explore": (explored, QUIET, ()),
}


def test_ten_thousand_with_texts_open_like_an_empty_map(made: Callable[..., Path], empty_map: float) -> None:
    """At most 2 MB, and hardly later than an empty folium map: 0.3 s are wanted."""
    ours = made(10_000)
    seconds = usable(ours, 3)
    print(
        f"\n10,000: {ours.stat().st_size / MB:.2f} MB, usable {seconds:.2f} s; an empty folium map {empty_map:.2f} s"
    )
    assert ours.stat().st_size <= 2 * MB
    assert seconds <= 2.6 * empty_map


def test_a_hundred_thousand_with_texts_open_sooner_than_peers(
    made: Callable[..., Path], tmp_path: Path
) -> None:
    """At most 10 MB, and sooner than every peer with the same fields.

    Wanted: four times sooner than the best, eight times than the others. FastMarkerCluster comes to 2.0 times, for it
    draws no text before a click; lonboard to 6, explore and GeoJson to 12 and 20.
    """
    ours = made(100_000)
    seconds = usable(ours)
    frame = frame_of(ours)
    theirs = {}
    for name, (make, quiet, flags) in PEER_PAGES.items():
        file = tmp_path / "peer.html"
        make(frame, file)
        theirs[name] = usable(file, 1, quiet, flags)
        print(
            f"\n{name}: {file.stat().st_size / MB:.1f} MB, usable {theirs[name]:.1f} s, "
            f"{theirs[name] / seconds:.1f} times ours"
        )
    print(f"100,000: {ours.stat().st_size / MB:.2f} MB, usable {seconds:.2f} s")
    assert ours.stat().st_size <= 10 * MB
    best, *others = sorted(theirs.values())
    assert best >= 1.5 * seconds
    assert all(other >= 4 * seconds for other in others)  # lonboard: 4.5 to 9.4 from run to run


# A bare scan of as many rows: one look-up a row by day, actor and kind, a mask, three histograms. What a filter cannot
# do without, on the machine as it is now.
BARE = """(rows) => {
  const column = (n) => Uint16Array.from({ length: rows }, (_, i) => (i * 2654435761) % n);
  const [day, actor, kind] = [column(4000), column(200), column(9)];
  const pass = new Uint8Array(200).fill(1), mask = new Uint8Array(rows);
  const took = [];
  for (let run = 0; run < 12; run++) {
    const [days, actors, kinds] = [new Uint32Array(4000), new Uint32Array(200), new Uint32Array(9)];
    const began = performance.now();
    for (let i = 0; i < rows; i++) {
      const shown = day[i] >= 100 && pass[actor[i]] && kind[i] !== run;
      mask[i] = shown ? 1 : 0;
      if (shown) { days[day[i]]++; actors[actor[i]]++; kinds[kind[i]]++; }
    }
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b)[3];
}"""
# A filter step: the state changes and everything that counts is shown anew; then the frame that draws it.
STEP = """async () => {
  const scan = SCAN, bare = [];
  const app = geomap.page, { axis } = app.data, took = [], filters = [], frames = [];
  for (let run = 0; run < 16; run++) {
    const from = axis.edges[run], kind = new Set(run % 2 ? [] : [app.data.dict.kind[0]]);
    const began = performance.now();
    app.update({ from, to: axis.end, kind });
    took.push(performance.now() - began);
    const drawing = performance.now();
    app.parts.view.top.drawNow();
    frames.push(performance.now() - drawing);
    filters.push(performance.getEntriesByName('geomap:filter').at(-1).duration);
    bare.push(scan(app.data.rows));
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  return { step: middle(took), filter: middle(filters), frame: middle(frames), bare: middle(bare) };
}""".replace("SCAN", BARE)


# Whole frames while the map is moved, or while time plays as quickly as the page can show it: ms of one, with layout,
# drawing and what the browser does with it.
FRAMES = """async ([act, count]) => {
  const app = geomap.page, { axis } = app.data;
  const acts = {
    pan: (i) => app.leaflet.panBy([i % 40 < 20 ? 6 : -6, 0], { animate: false }),
    play: (i) => app.update({ from: axis.edges[i], to: axis.edges[i + 4] }),
  };
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const began = performance.now();
  for (let i = 0; i < count; i++) { acts[act](i); await frame(); }
  return (performance.now() - began) / count;
}"""
# From the choice to the frame that shows the card.
CARD = """async () => {
  const app = geomap.page, took = [];
  const shown = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  }));
  for (let i = 0; i < 9; i++) {
    const row = app.listed().at(i * 37), began = performance.now();
    await app.select(row);
    await shown();
    took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 700)); // nobody reads faster
  }
  return took.sort((a, b) => a - b)[4];
}"""


def answers(page: Any) -> dict[str, float]:
    """Times in ms of the running page."""
    found = page.evaluate(STEP)
    found |= {act: page.evaluate(FRAMES, [act, count]) for act, count in (("pan", 60), ("play", 40))}
    return dict(found)


def ready(page: Any) -> float:
    return float(page.evaluate("performance.getEntriesByName('geomap:ready')[0].startTime")) / 1000


@pytest.fixture(scope="module")
def empty_map(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds until an empty folium map can be used, here and now: 0.45 on an idle machine of two cores."""
    file = tmp_path_factory.mktemp("empty") / "empty.html"
    empty(geopandas.GeoDataFrame(), file)
    return usable(file, 3)


def test_a_million_lean_answers_like_a_bare_scan(made: Callable[..., Path], empty_map: float) -> None:
    """At most 15 MB, ready within 2 s, a step with all counts within 40 ms, 30 frames a second.

    As ratios: an idle machine of two cores has an empty map in 0.27 s and the bare scan in 8 ms. Playing counts only
    what the window reaches or leaves, and lists follow some of its frames: one takes hardly longer than to pan.
    """
    file = made(LARGE, "--lean")
    with opened(file) as page:
        seconds, found = ready(page), answers(page)
    shown = ", ".join(f"{name} {value:.0f} ms" for name, value in found.items())
    print(
        f"\n{LARGE:,} lean: {file.stat().st_size / MB:.2f} MB, ready {seconds:.1f} s, an empty map "
        f"{empty_map:.2f} s, {shown}; step / bare {found['step'] / found['bare']:.1f}"
    )
    assert file.stat().st_size <= 15 * MB * LARGE / 1e6 + 1.5 * MB
    assert found["step"] <= 5 * found["bare"]
    assert seconds <= 7.4 * empty_map
    assert found["pan"] <= 4.2 * found["bare"]
    assert found["play"] <= 5 * found["bare"]


def test_a_million_with_texts_opens_cards_and_searches_without_freezing(
    made: Callable[..., Path], empty_map: float
) -> None:
    """At most 95 MB, ready within 3 s, a card within 30 ms; the page never away for long while it reads."""
    file = made(LARGE)
    with opened(file) as page:
        seconds, card = ready(page), page.evaluate(CARD)
        bare = page.evaluate(BARE, page.evaluate("geomap.page.data.rows"))
        away, reading, hits = page.evaluate(
            """async () => { const began = performance.now(); let last = began, longest = 0, on = true;
              const turn = () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now;
                if (on) setTimeout(turn, 4); };
              turn();
              await geomap.page.search('convoy');
              on = false;
              return [longest, (performance.now() - began) / 1000, geomap.page.result.shown]; }"""
        )
    print(
        f"\n{LARGE:,} with texts: {file.stat().st_size / MB:.1f} MB, ready {seconds:.1f} s, "
        f"an empty map {empty_map:.2f} s, card {card:.0f} ms, bare scan {bare:.0f} ms; "
        f"search read all in {reading:.1f} s ({hits:,} found), "
        f"the page away for {away:.0f} ms at most"
    )
    assert file.stat().st_size <= 95 * MB * LARGE / 1e6 + 1.5 * MB
    assert seconds <= 11 * empty_map
    assert card <= 3.7 * bare
    assert away <= max(150, 12 * bare)
