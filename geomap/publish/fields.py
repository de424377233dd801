"""What publishing does with every field of every record: the one table. A test refuses a field that is not in it."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from geomap import model


class Rule(enum.Enum):
    """What becomes of a field when places are coarsened."""

    KEEP = "kept: names no place"
    PLACE = "taken from the square or the governorate"
    LAUNCH = "the country, or the governorate, without a point"
    NAME = "kept unless it names a smaller place; then empty"
    WORDS = "emptied: words of the article may describe the place"
    MADE = "made anew from what is published"
    NUMBER = "numbered: a file's name or an address tells of the place or of the reader"
    GONE = "left out: it tells where, or who decided"


_KEEP, _PLACE, _LAUNCH, _NAME = Rule.KEEP, Rule.PLACE, Rule.LAUNCH, Rule.NAME
_WORDS, _MADE, _NUMBER, _GONE = Rule.WORDS, Rule.MADE, Rule.NUMBER, Rule.GONE

INCIDENT: Mapping[str, Rule] = {
    "id": _MADE, "slug": _MADE, "title": _MADE, "former_ids": _GONE,
    "kind": _KEEP, "status": _KEEP, "status_by": _NAME,
    "date_start": _KEEP, "date_end": _KEEP, "date_precision": _KEEP, "date_text": _WORDS, "date_edtf": _KEEP,
    "time_of_day": _NAME,
    "place_id": _PLACE, "place": _PLACE, "place_kind": _PLACE, "country": _PLACE, "admin1": _PLACE,
    "admin1_name": _PLACE, "precision": _PLACE, "radius_km": _PLACE, "point_is": _PLACE, "area_id": _PLACE,
    "lon": _PLACE, "lat": _PLACE,
    "launch_place_id": _LAUNCH, "launch_place": _LAUNCH, "launch_lon": _LAUNCH, "launch_lat": _LAUNCH,
    "attacker_id": _NAME, "attacker": _NAME, "attacker_role": _NAME, "attackers": _NAME,
    "target_id": _NAME, "target": _NAME, "target_role": _NAME, "targets": _NAME,
    "weapon": _KEEP, "weapons": _KEEP, "munitions_low": _KEEP, "munitions_high": _KEEP, "intercepted": _KEEP,
    "killed": _KEEP, "killed_low": _KEEP, "killed_high": _KEEP, "wounded": _KEEP, "wounded_low": _KEEP,
    "wounded_high": _KEEP, "killed_civilians": _KEEP, "casualties_of": _WORDS,
    "confidence": _KEEP, "confidence_place": _KEEP, "confidence_date": _KEEP, "confidence_actor": _KEEP,
    "n_outlets": _KEEP, "n_origins": _KEEP, "sources": _NAME, "articles": _NUMBER,
    "evidence": _WORDS, "why": _MADE,
    "acled_event_type": _KEEP, "acled_sub_event_type": _KEEP, "plover_event": _KEEP,
    "geo_precision": _MADE, "where_prec": _MADE, "time_precision": _KEEP,
    "origin": _KEEP, "origins": _KEEP, "redistribute": _KEEP, "reports": _GONE,
}  # fmt: skip
ARTICLE: Mapping[str, Rule] = {
    "id": _NUMBER, "sha256": _GONE, "url": _GONE, "title": _GONE, "outlet": _NAME, "lang": _KEEP,
    "published": _KEEP, "retrieved": _GONE, "n_reports": _KEEP, "signature": _GONE,
}  # fmt: skip
DATASET: Mapping[str, Rule] = {
    "id": _NUMBER, "origin": _KEEP, "name": _NAME, "attribution": _KEEP, "licence": _KEEP, "redistribute": _KEEP,
}  # fmt: skip
STORE: Mapping[str, Rule] = {
    "schema_version": _KEEP, "geomap_version": _KEEP, "gazetteer_version": _KEEP, "attribution": _KEEP,
    "decisions_version": _GONE, "coarsened": _MADE, "incidents": _MADE, "articles": _MADE,
    "datasets": _MADE, "unplaced": _GONE, "dropped": _GONE,
}  # fmt: skip
TABLE: Mapping[type[model.Record], Mapping[str, Rule]] = {
    model.Incident: INCIDENT,
    model.ArticleEntry: ARTICLE,
    model.Dataset: DATASET,
    model.Store: STORE,
}
# Records that no published store holds: all their fields are left out.
WHOLE: Mapping[type[model.Record], str] = {
    model.Report: "says everything once more in the words of the article, with what a person decided",
    model.ActorRole: "of a report",
    model.Span: "of a report: where in the article",
    model.Unplaced: "names and sentences of articles",
}
