"""The command `geomap`: a verb is a module of this package, imported when it is used; the one error boundary."""

from __future__ import annotations

import contextlib
import importlib
import keyword
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from geomap import __version__
from geomap.cli import streams
from geomap.cli.output import printable
from geomap.errors import GeomapError

# verb -> its one line in `geomap --help`. Module `geomap.cli.<verb>` offers it as `command`; the lines stand here
# so that help imports none of them.
VERBS: dict[str, str] = {
    "demo": "Build the embedded samples: incidents.geojson and map.html.",
    "build": "Read articles and write a store of incidents.",
    "import": "Add rows of ACLED, UCDP GED, GDELT or any table to a store.",
    "map": "Draw a store as one HTML file that works offline.",
    "info": "Tell what is in a store.",
    "query": "Ask a store: by region, time, actor, weapon …",
    "brief": "Tell of a region in a period on one page, for mail or print.",
    "explain": "Tell why an incident is what it is.",
    "review": "Decide what is doubtful, most valuable first.",
    "export": "Write a store, or a part of it, for GIS and spreadsheets.",
    "publish": "Write a store so that it can be shown to everyone: coarse places, nothing finer told.",
    "geocode": "Find the place that a name stands for.",
    "reverse": "Name the places near a point.",
    "regions": "List regions to ask for, or show one.",
    "worklist": "List names that nothing resolves, for whoever extends the gazetteer.",
    "gazetteer": "Look into the curated places and actors, check, extend and export them.",
    "eval": "Tell how well geomap reads labelled articles.",
    "synth": "Write incidents that never happened, to try geomap at any size.",
    "schema": "Print the JSON Schema of a record.",
    "completion": "Print the completion script of a shell.",
}
# What other tools call it, or a person guesses: said before the nearest spelling.
_MEANT: dict[str, str] = {
    "render": "map", "draw": "map", "plot": "map",
    "read": "build", "extract": "build", "add": "build", "update": "build", "merge": "build",
    "load": "import", "ingest": "import",
    "convert": "export", "save": "export", "dump": "export", "translate": "export",
    "find": "query", "search": "query", "select": "query", "filter": "query", "list": "query", "count": "query",
    "report": "brief", "summary": "brief",
    "why": "explain", "show": "explain",
    "stats": "info", "describe": "info", "inspect": "info",
    "lookup": "geocode", "resolve": "geocode",
    "check": "gazetteer check", "lint": "gazetteer check", "places": "gazetteer ls", "actors": "gazetteer ls",
    "evaluate": "eval", "score": "eval",
    "redact": "publish", "anonymise": "publish", "anonymize": "publish",
    "help": "--help", "version": "--version",
}  # fmt: skip
_DEBUG = "GEOMAP_DEBUG"
_LONGEST = 1000  # characters of a failure


class Verbs(click.Group):
    """A group that imports a verb when it is called, and turns every failure into one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of an analyst's day."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, or None if there is none of this name."""
        if cmd_name not in VERBS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        module = importlib.import_module(f"geomap.cli.{name}")
        return module.command  # type: ignore[no-any-return]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Click's, with the nearest verb offered for one that does not exist."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            import difflib  # only where a word is wrong

            word = args[0].lower()
            meant = _MEANT.get(word) or next(iter(difflib.get_close_matches(word, VERBS, n=1)), None)
            hint = f"; did you mean {meant}?" if meant else ""
            ctx.fail(f"no such command: {args[0]}{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, from the table."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Click's; a reader that has left (`| head`) ends the run quietly, where click would exit with 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            streams.abandon_stdout()
            return 0

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        """Run and exit: 0, 1 for bad data, 2 for a wrong call, 130 when interrupted."""
        extra |= {"prog_name": "geomap", "standalone_mode": False}
        sys.exit(_guarded(lambda: super(Verbs, self).main(args, *rest, **extra)))


def _guarded(run: Any) -> int:
    """The exit code of a run; whatever went wrong is said in one line on stderr."""
    try:
        code = run()
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "geomap"
        return _fail(f"{error.format_message().rstrip('.')}; see {where} --help", error.exit_code)
    except click.ClickException as error:
        return _fail(error.format_message(), error.exit_code)
    except GeomapError as error:
        if os.environ.get(_DEBUG):
            raise
        return _fail(str(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:  # at the last flush
        streams.abandon_stdout()
        return 0
    except Exception as error:
        if os.environ.get(_DEBUG):
            raise
        return _fail(_told(error), 1)


def _fail(message: str, code: int) -> int:
    shown = printable(message)
    if len(shown) > _LONGEST:  # a name of a megabyte hides what is wrong with it
        shown = f"{shown[: _LONGEST // 2]} … {shown[-_LONGEST // 2 :]}"
    with contextlib.suppress(OSError):  # a stderr that is full does not change the code
        click.echo(f"geomap: {shown}", err=True)
    return code


def _told(error: Exception) -> str:
    """What the system refused: a file, which the error names, or else a stream. What is left is a fault of geomap."""
    if isinstance(error, MemoryError):
        return "out of memory"
    if not isinstance(error, OSError):
        return f"{type(error).__name__}: {error}; this is a bug of geomap{_log(error)}"
    if error.filename is not None:
        return f"{error.filename}: {error.strerror or error}"
    streams.abandon_stdout()
    return f"stdout: cannot be written ({error.strerror or error})"


def _log(error: Exception) -> str:
    """Keep the traceback in a file; the words that tell where."""
    import tempfile
    import traceback

    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="geomap-", suffix=".log", delete=False, encoding="utf-8"
        ) as log:
            log.writelines(traceback.format_exception(error))
    except OSError:
        return f" ({_DEBUG}=1 shows where)"
    return f"; please report it with {log.name} ({_DEBUG}=1 shows it here)"


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="geomap", message="%(prog)s %(version)s")
def cli() -> None:
    """From news articles about attacks to a map, GIS files and answers by region.

    \b
    geomap demo                                  the samples: output/map.html
    geomap build articles/ -o incidents.geojson  read your own
    geomap query incidents.geojson --region "Deir ez-Zor" --since 2024-02
    geomap map incidents.geojson -o map.html

    Data goes to stdout, messages to stderr. Exit codes: 0 done, 1 bad data, 2 wrong call.
    """


def main() -> NoReturn:
    """The entry point of the installed command."""
    streams.occupy()
    cli.main()


if __name__ == "__main__":
    main()
