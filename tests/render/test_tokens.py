"""Colours: contrast and colour differences, recomputed from the style sheet itself."""

from __future__ import annotations

import itertools
import math
import re
from pathlib import Path

import numpy as np
import pytest

SHEET = Path(__file__).resolve().parents[2] / "geomap" / "render" / "static" / "tokens.css"
TEXT, GRAPHIC = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


def themes() -> dict[str, dict[str, str]]:
    """The tokens of both themes."""
    css = SHEET.read_text(encoding="utf-8")
    blocks = re.findall(r"\[data-theme=['\"](light|dark)['\"]\] \{(.*?)\}", css, re.DOTALL)
    return {name: dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", body)) for name, body in blocks}


THEMES = themes()


def linear(colour: str) -> np.ndarray:
    """sRGB as linear light."""
    value = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(a: str, b: str) -> float:
    """Contrast by WCAG's formula."""
    light, dark = sorted((float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (a, b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PAIRS = [
    *((text, ground, TEXT) for text in ("ink", "ink2", "ink3") for ground in ("surface", "page", "sunken")),
    ("accent", "surface", TEXT), ("accent", "accent-w", TEXT), ("warn", "warn-w", TEXT), ("surface", "accent", TEXT),
    ("lab1", "land", TEXT), ("lab2", "land", TEXT), ("line2", "surface", GRAPHIC), ("focus", "land", GRAPHIC),
    ("border", "land", GRAPHIC),
    *((f"slot-{slot}", ground, GRAPHIC - 0.05) for slot in range(9) for ground in ("land", "water")),
    *((f"year-{step}", ground, GRAPHIC - 0.05) for step in range(1, 9) for ground in ("land", "water")),
]  # fmt: skip


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_contrast(theme: str, front: str, ground: str, least: float) -> None:
    """Text can be read and symbols can be seen, in both themes."""
    assert contrast(THEMES[theme][front], THEMES[theme][ground]) >= least


# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
BLIND = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
LEAST = {
    "light": {"normal": 19, "protanopia": 10, "deuteranopia": 10, "tritanopia": 9},
    "dark": {"normal": 19, "protanopia": 13.5, "deuteranopia": 13.5, "tritanopia": 13},
}


# Linear sRGB to XYZ, and the white of D65.
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1, 1.08883])


def lab(light: np.ndarray) -> np.ndarray:
    """CIELAB (D65) of linear RGB."""
    xyz = TO_XYZ @ np.clip(light, 0, 1) / WHITE
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def ciede2000(one: np.ndarray, two: np.ndarray) -> float:
    """Difference of two colours by CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    c7 = ((math.hypot(one[1], one[2]) + math.hypot(two[1], two[2])) / 2) ** 7
    g = 0.5 * (1 - math.sqrt(c7 / (c7 + 25**7)))
    (l1, a1, b1), (l2, a2, b2) = ((v[0], v[1] * (1 + g), v[2]) for v in (one, two))
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    mean_h = (h1 + turn / 2) % 360
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    t = (
        1 - 0.17 * math.cos(math.radians(mean_h - 30)) + 0.24 * math.cos(math.radians(2 * mean_h))
        + 0.32 * math.cos(math.radians(3 * mean_h + 6)) - 0.2 * math.cos(math.radians(4 * mean_h - 63))
    )  # fmt: skip
    sl = 1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2)
    sc, sh = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    rotation = 60 * math.exp(-(((mean_h - 275) / 25) ** 2))
    rt = -2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * math.sin(math.radians(rotation))
    x, y, z = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return math.sqrt(x * x + y * y + z * z + rt * y * z)


@pytest.mark.parametrize(
    ("one", "two", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_formula_gives_the_published_differences(
    one: tuple[float, ...], two: tuple[float, ...], difference: float
) -> None:
    """The first and the last pair of Sharma, Wu and Dalal's table."""
    assert ciede2000(np.array(one), np.array(two)) == pytest.approx(difference, abs=1e-4)


@pytest.mark.parametrize("theme", sorted(LEAST))
@pytest.mark.parametrize("sight", sorted(BLIND))
def test_actors_are_told_apart(theme: str, sight: str) -> None:
    """Any two of the nine colours differ, also for those who do not see all of them."""
    colours = [lab(BLIND[sight] @ linear(THEMES[theme][f"slot-{slot}"])) for slot in range(9)]
    least = min(ciede2000(a, b) for a, b in itertools.combinations(colours, 2))
    assert least >= LEAST[theme][sight]


@pytest.mark.parametrize(("theme", "turn"), [("light", -1), ("dark", 1)])
def test_years_are_steps_of_lightness(theme: str, turn: int) -> None:
    """A later year is farther from the ground than an earlier one, each step as far as can be seen."""
    light = [lab(linear(THEMES[theme][f"year-{step}"]))[0] for step in range(1, 9)]
    assert all(turn * (later - earlier) > 4 for earlier, later in itertools.pairwise(light))
