"""How QGIS draws the layers: colours by actor, markers by kind, hatching for what only stands for an area.

Made as the elements of QGIS's own XML (`renderer-v2`, `temporal`), which stand alike in a layer's style (QML) and in
a project. Tried in QGIS 3.22.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from geomap import model

# The colours of the page's eight most frequent attackers, and the grey of all others.
COLOURS = ("#b74433", "#830556", "#bb6f01", "#447c58", "#2a60ba", "#388b9c", "#520798", "#3e4108")
GREY = "#6f7072"
OTHERS = "others, and not known"
# Shapes that QGIS has; what is not here is a circle.
MARKERS = {
    "airstrike": "triangle", "shelling": "square", "interception": "diamond", "explosion": "star",
    "clash": "cross_fill", "raid": "pentagon", "seizure": "hexagon", "other": "semi_circle",
}  # fmt: skip
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML 1.0 cannot hold
_CASES = " ".join(f"""WHEN "kind" = '{kind}' THEN '{marker}'""" for kind, marker in MARKERS.items())
_BY_KIND = f"CASE {_CASES} ELSE 'circle' END"
_HOLLOW = "if(\"point_is\" = 'representative', set_color_part(@symbol_color, 'alpha', 0), @symbol_color)"
# Layers with the columns of their first and last day.
TIMES = {
    "incidents": ("date_start", "date_end"),
    "arcs": ("date_start", "date_end"),
    "uncertainty": ("date_start", "date_end"),
    "areas": ("first_day", "last_day"),
}


def clean(text: str) -> str:
    """A text that XML can hold."""
    return _ILLEGAL.sub("", text)


def frequent(incidents: Iterable[model.Incident]) -> list[str]:
    """The attackers that have a colour of their own, most frequent first; ties by name."""
    counts = Counter(one.attacker for one in incidents if one.attacker)
    return sorted(counts, key=lambda name: (-counts[name], name))[: len(COLOURS)]


def parts(layer: str, attackers: Sequence[str]) -> list[Element]:
    """The elements that say how a layer is drawn, and when; none for a table."""
    made = [_temporal(*TIMES[layer])] if layer in TIMES else []
    if layer in ("incidents", "incidents_undated"):
        return [*made, _by_attacker(attackers, "marker", _marker)]
    if layer == "arcs":
        return [*made, _by_attacker(attackers, "line", _arc)]
    if layer == "areas":
        return [*made, _single("fill", [_hatching(GREY), _edge(GREY, "solid")])]
    if layer == "uncertainty":
        return [*made, _single("fill", [_edge(GREY, "dash")])]
    if layer == "places":
        return [_single("marker", [_simple_marker(GREY, 1.4)])]
    return made


def _temporal(start: str, end: str) -> Element:
    """Seen from one day to another, both included (mode 2: fields of start and end)."""
    return Element(
        "temporal", enabled="1", mode="2", startField=start, endField=end, limitMode="1", accumulate="0"
    )


# --- renderers ----------------------------------------------------------------------------------------------


def _by_attacker(attackers: Sequence[str], kind: str, symbol: Callable[[str], Element]) -> Element:
    renderer = Element("renderer-v2", type="categorizedSymbol", attr="attacker", enableorderby="0")
    categories, symbols = SubElement(renderer, "categories"), SubElement(renderer, "symbols")
    # A category without a value takes all that no other takes.
    named = [*((clean(name), clean(name)) for name in attackers), ("", OTHERS)]
    for number, (value, label) in enumerate(named):
        colour = COLOURS[number] if number < len(attackers) else GREY
        SubElement(categories, "category", value=value, label=label, symbol=str(number), render="true")
        symbols.append(_symbol(kind, str(number), [symbol(colour)]))
    return renderer


def _single(kind: str, drawn: Sequence[Element]) -> Element:
    renderer = Element("renderer-v2", type="singleSymbol", enableorderby="0")
    SubElement(renderer, "symbols").append(_symbol(kind, "0", drawn))
    return renderer


def _symbol(kind: str, name: str, drawn: Sequence[Element]) -> Element:
    symbol = Element("symbol", type=kind, name=name, alpha="1", clip_to_extent="1", force_rhr="0")
    symbol.extend(drawn)
    return symbol


def _marker(colour: str) -> Element:
    marker = _simple_marker(colour, 3.0)
    marker.append(_by_expression({"name": _BY_KIND, "fillColor": _HOLLOW, "outlineColor": _edge_colour()}))
    return marker


def _edge_colour() -> str:
    return "if(\"point_is\" = 'representative', @symbol_color, '#ffffff')"


def _simple_marker(colour: str, size: float) -> Element:
    return _drawn(
        "SimpleMarker",
        {
            "name": "circle",
            "color": _rgba(colour),
            "outline_color": "255,255,255,255",
            "outline_width": "0.4",
            "size": str(size),
            "size_unit": "MM",
        },
    )


def _arc(colour: str) -> Element:
    return _drawn("SimpleLine", {"line_color": _rgba(colour), "line_width": "0.4", "line_style": "dot"})


def _hatching(colour: str) -> Element:
    pattern = _drawn(
        "LinePatternFill", {"angle": "45", "distance": "3", "distance_unit": "MM", "color": _rgba(colour)}
    )
    line = _drawn("SimpleLine", {"line_color": _rgba(colour, 150), "line_width": "0.2"})
    pattern.append(_symbol("line", "@0@0", [line]))
    return pattern


def _edge(colour: str, dashes: str) -> Element:
    """An outline without a filling."""
    return _drawn(
        "SimpleFill",
        {"style": "no", "outline_color": _rgba(colour), "outline_style": dashes, "outline_width": "0.26"},
    )


# --- elements -----------------------------------------------------------------------------------------------


def _drawn(kind: str, options: Mapping[str, str]) -> Element:
    layer = Element("layer", {"class": kind, "enabled": "1", "locked": "0", "pass": "0"})
    values = SubElement(layer, "Option", type="Map")
    for name, value in options.items():
        SubElement(values, "Option", type="QString", name=name, value=value)
        SubElement(layer, "prop", k=name, v=value)  # how QGIS before 3.26 knew them
    return layer


def _by_expression(expressions: Mapping[str, str]) -> Element:
    """Properties that each feature decides (`QgsProperty`, type 3)."""
    defined = Element("data_defined_properties")
    whole = SubElement(defined, "Option", type="Map")
    SubElement(whole, "Option", type="QString", name="name", value="")
    properties = SubElement(whole, "Option", type="Map", name="properties")
    for name, expression in expressions.items():
        one = SubElement(properties, "Option", type="Map", name=name)
        SubElement(one, "Option", type="bool", name="active", value="true")
        SubElement(one, "Option", type="QString", name="expression", value=expression)
        SubElement(one, "Option", type="int", name="type", value="3")
    SubElement(whole, "Option", type="QString", name="type", value="collection")
    return defined


def _rgba(colour: str, alpha: int = 255) -> str:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f"{red},{green},{blue},{alpha}"
