"""Standard streams that are closed, full, or left by their reader."""

from __future__ import annotations

import os
import sys


def occupy() -> None:
    """Put something in the place of closed standard streams, lest the next file opened be taken for one of them.

    To a stdout that was closed nothing can be written, and whoever tries is told so; stdin is empty, stderr silent.
    """
    for number, way in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            null = os.open(os.devnull, way)
            if null != number:
                os.dup2(null, number)
                os.close(null)
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115  for the whole run
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def abandon_stdout() -> None:
    """Nothing more can go there: say nothing more, not even when Python closes the stream."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)
