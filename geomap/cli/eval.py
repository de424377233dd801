"""`geomap eval`: how well geomap reads labelled articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.options import gazetteer_option, load_gazetteer
from geomap.cli.output import cell, count, table

if TYPE_CHECKING:
    from geomap.evaluate import Evaluation, Figures


@click.command("eval")
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--texts",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Where the articles are; by default beside GOLD.",
)
@click.option(
    "--only", multiple=True, metavar="SET", help="A set, split, language or article id; repeatable."
)
@click.option("--errors", is_flag=True, help="Show every fault with its sentence.")
@click.option(
    "--format", "format_name", type=click.Choice(("table", "json")), default="table", help="table or json."
)
@gazetteer_option
def command(
    gold: Path,
    texts: Path | None,
    only: tuple[str, ...],
    errors: bool,
    format_name: str,
    gazetteer_dir: Path | None,
) -> None:
    """Read labelled articles and tell how much of what they say was found.

    GOLD is a gold.json, or a folder that holds one beside its articles. Each article is read alone. "strict" wants
    place and day right; precision is of all that was found, recall of all that the articles are about. Faults are
    told by the step of reading that they come from, and one by one with --errors.

    \b
    Examples:
      geomap eval tests/corpus/theatre
      geomap eval tests/corpus/theatre --only round1 --errors
      geomap eval gold.json --texts articles/ --format json
    """
    from geomap.evaluate import evaluate, find_incidents, read_gold

    articles = read_gold(gold, only)
    gazetteer = load_gazetteer(gazetteer_dir)
    folder = texts or (gold if gold.is_dir() else gold.parent)
    found = find_incidents(articles, folder, gazetteer)
    result = evaluate(articles, found.incidents, gazetteer, found.known)
    if format_name == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(_facts(result))).decode())
        return
    click.echo("\n\n".join(_blocks(result, errors)))


def _blocks(result: Evaluation, errors: bool) -> list[str]:
    """The tables for people, one below the other."""
    figures = [("strict", result.strict), ("place alone", result.place)]
    rows = [
        [name, f"{one.f1:.3f}", f"{one.precision.share:.3f}", f"{one.recall.share:.3f}"]
        for name, one in figures
    ]
    blocks = [
        (
            f"{count(result.articles, 'article')}, {result.all_right:,} without a fault, "
            f"{result.with_incidents:,} with incidents"
        ),
        table(["", "F1", "precision", "recall"], rows, right=(1, 2, 3)),
        f"strict F1 lies between {result.interval[0]:.3f} and {result.interval[1]:.3f} (90 % of resamplings)",
    ]
    if result.attributes:
        asked = [[name, f"{r.share:.3f}", f"{r.right} of {r.asked}"] for name, r in result.attributes.items()]
        blocks.append(table(["of strict pairs", "right", ""], asked, right=(1, 2)))
        inside = result.inside_radius
        blocks.append(
            f"inside the radius given: {inside.share:.3f} ({inside.right} of {inside.asked}); "
            f"launch places invented: {result.invented_launches}"
        )
    if result.causes:
        blocks.append(table(["step", "faults"], result.steps.most_common(), right=(1,)))
        blocks.append(table(["fault", "times"], result.causes.most_common(), right=(1,)))
    if errors and result.faults:
        blocks.append("\n".join(map(_line, result.faults)))
    return blocks


def _line(fault: Any) -> str:
    said = {"missed": fault.wanted, "spurious": fault.found}.get(
        fault.cause, f"{fault.found or 'nothing'}, not {fault.wanted}"
    )
    return cell(f"{fault.article}  {fault.step}, {fault.cause}: {said} | {(fault.evidence or '')[:110]}")


def _facts(result: Evaluation) -> dict[str, Any]:
    """The figures for programs, with what they were counted from."""
    import msgspec

    return {
        "articles": result.articles,
        "all_right": result.all_right,
        "with_incidents": result.with_incidents,
        "strict": _figures(result.strict),
        "place": _figures(result.place),
        "attributes": {
            name: {"share": round(r.share, 4), "right": r.right, "asked": r.asked}
            for name, r in result.attributes.items()
        },
        "interval": [round(side, 4) for side in result.interval],
        "inside_radius": {
            "share": round(result.inside_radius.share, 4),
            "right": result.inside_radius.right,
            "asked": result.inside_radius.asked,
        },
        "invented_launches": result.invented_launches,
        "steps": dict(result.steps.most_common()),
        "causes": dict(result.causes.most_common()),
        "faults": msgspec.to_builtins(result.faults),
    }


def _figures(one: Figures) -> dict[str, Any]:
    return {
        "f1": round(one.f1, 4),
        "precision": round(one.precision.share, 4),
        "recall": round(one.recall.share, 4),
        "found": one.precision.asked,
        "hits": one.precision.right,
        "core": one.recall.asked,
        "core_hits": one.recall.right,
    }
