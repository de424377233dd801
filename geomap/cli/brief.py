"""`geomap brief`: a region in a period on one page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from geomap.cli.options import filters, gazetteer_option, load_gazetteer, load_store, question, store_argument
from geomap.cli.output import count, put, say, warn
from geomap.store.location import Location


@click.command("brief")
@store_argument
@click.option(
    "-o", "--out", metavar="FILE", default="-", help="A .md or .html file (- is stdout, as Markdown)."
)
@click.option("--format", "form", type=click.Choice(["md", "html"]), help="Where the suffix does not say it.")
@click.option(
    "--days",
    type=click.IntRange(1, 36_600),
    metavar="N",
    help="Length of the period, where --since is not given.  [default: 7]",
)
@click.option("--title", help="Above all; by default what was asked for.")
@click.option(
    "--lang", type=click.Choice(["en", "ar"]), default="en", show_default=True, help="Language of the page."
)
@click.option(
    "--limit",
    type=click.IntRange(0, 500),
    default=8,
    show_default=True,
    metavar="N",
    help="Incidents told one by one; more than the default may need a second sheet.",
)
@filters
@gazetteer_option
def command(
    store: Location,
    out: str,
    form: str | None,
    days: int | None,
    title: str | None,
    lang: str,
    limit: int,
    **asked: Any,
) -> None:
    """Write what a store says of a region in a period on one page: what an analyst sends on Monday.

    Counts beside the period before (of the same length), a timeline, actors, kinds and weapons, the gravest incidents
    with their sentences and sources, what is only possible, how many articles were read, and a small map. Without
    dates it is the seven days up to the last of which the store tells of what is asked for. HTML has everything
    inside and prints on one sheet; the map of a .md file goes beside it, as .svg.

    \b
    Examples:
      geomap brief incidents.geojson --region Syria -o syria.html
      geomap brief incidents.geojson --region "Deir ez-Zor" --since 2024-02 --until 2024-02 -o february.md
      geomap brief incidents.geojson --actor "Islamic State" --days 28 --lang ar -o report.html
    """
    from geomap.brief import DAYS, asked_of, brief_of, window_of
    from geomap.imports.terms import kept_back_words
    from geomap.render import brief as pages

    chosen = form or ("md" if out == "-" else pages.format_of(out))
    since, until = asked.pop("since"), asked.pop("until")
    if days is not None and since is not None:
        raise click.UsageError("--days and --since exclude each other")
    filter, context = question(asked | {"since": None, "until": None})
    whole = load_store(store)
    made = brief_of(
        whole,
        filter,
        context,
        window_of(asked_of(whole, filter, context), since, until, days or DAYS),
        possible=asked["possible"],
        certain=asked["certain"],
    )
    gazetteer = load_gazetteer(asked["gazetteer_dir"])
    more: dict[str, Any] = {"lang": lang, "title": title, "limit": limit}
    kept = kept_back_words(made.store.incidents)
    if kept:
        warn(kept)
    if out == "-":
        put(pages.encode(made, gazetteer, chosen, **more), "-")
    else:
        pages.write(made, Path(out), gazetteer, form=chosen, **more)
    window, read = made.window, count(made.coverage.articles, "article")
    line = f"{'stdout' if out == '-' else out}: {count(made.shown, 'incident')} from {window.since} to {window.until}"
    line += f", {made.shown_before:,} in the {count(window.days, 'day')} before"
    say(f"{line}; {len(made.possible):,} only possible; {read} read")
