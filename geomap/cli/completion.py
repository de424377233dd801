"""`geomap completion`: the script that makes a shell complete geomap's commands and options."""

from __future__ import annotations

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Example:
      eval "$(geomap completion bash)"
      geomap completion fish > ~/.config/fish/completions/geomap.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None  # click has all three
    click.echo(made(ctx.find_root().command, {}, "geomap", "_GEOMAP_COMPLETE").source())
