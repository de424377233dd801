"""Draws README's picture: the map of the sample articles, as a reader sees it.

python tests/make_picture.py [FILE.png]     .github/map.png if no file is named; needs chromium and playwright
"""

from __future__ import annotations

import base64
import shutil
import struct
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SIZE = {"width": 1280, "height": 800}
COLOURS = 256  # the page has few: a palette makes a third of the bytes


def main(target: Path) -> None:
    """Build the demo, open its map with the network off, open a card, and photograph it."""
    from playwright.sync_api import sync_playwright

    from geomap import pipeline
    from geomap.gazetteer import Gazetteer
    from geomap.render import write

    gazetteer = Gazetteer.load()
    built = pipeline.run(pipeline.demo_articles(), gazetteer=gazetteer)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "map.html"
        write(built.store, gazetteer, page_file, title="Attacks in Syria, Iraq and Jordan", lang="en")
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--no-first-run"]
        )
        page = chromium.new_page(viewport=SIZE, offline=True)
        page.goto(page_file.as_uri())
        page.wait_for_selector("html[data-state=ready]")
        page.locator(".list .item", has_text="al-Omar").last.click()
        page.wait_for_selector(".card .quote")
        page.wait_for_timeout(500)  # the map glides to the place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(with_palette(page, page.screenshot()))
        chromium.close()
    print(f"{target}: {target.stat().st_size / 1000:.0f} kB")


def with_palette(page: Any, picture: bytes) -> bytes:
    """The picture as a PNG of its 256 most frequent colours."""
    import numpy as np

    read = """async (data) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]));
      const ctx = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      ctx.drawImage(bitmap, 0, 0);
      const pixels = ctx.getImageData(0, 0, bitmap.width, bitmap.height).data;
      let text = '';
      for (let i = 0; i < pixels.length; i += 32768) text += String.fromCharCode(...pixels.subarray(i, i + 32768));
      return btoa(text);
    }"""
    raw = base64.b64decode(page.evaluate(read, base64.b64encode(picture).decode()))
    pixels = np.frombuffer(raw, np.uint8).reshape(-1, 4)[:, :3]
    colours, index, count = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    by_use = colours[np.argsort(-count, kind="stable")].astype(int)
    # Shades that nobody tells apart count as one, so that rare hues find a place beside many greys.
    _, first = np.unique(by_use >> 4, axis=0, return_index=True)
    chosen = [*by_use[: COLOURS // 2].tolist(), *by_use[np.sort(first)].tolist()]
    palette = np.array(list(dict.fromkeys(map(tuple, chosen)))[:COLOURS])
    nearest = np.array([np.abs(palette - colour).sum(axis=1).argmin() for colour in colours.astype(int)])
    rows = nearest[index.ravel()].astype(np.uint8).reshape(SIZE["height"], SIZE["width"])
    lines = b"".join(b"\0" + row.tobytes() for row in rows)
    header = struct.pack(">IIBBBBB", SIZE["width"], SIZE["height"], 8, 3, 0, 0, 0)
    parts = [
        (b"IHDR", header),
        (b"PLTE", palette.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(lines, 9)),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in [*parts, (b"IEND", b"")])


def chunk(name: bytes, data: bytes) -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".github" / "map.png")
