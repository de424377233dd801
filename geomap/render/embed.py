"""The line of HTML that puts a page into another one (`map --embed`)."""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import quote

HEIGHT = 600  # px: the page in a frame is made for up to 700

# Scripts, for the map; links to articles open beside it; downloads go through. Nothing of the page around is touched.
_ALLOWED = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"


def snippet(page: Path, title: str | None) -> str:
    """An `<iframe>` that shows a page lying in the same folder of a web site.

    Args:
        page: The file; its name alone goes into the address, to be changed where it lies elsewhere.
        title: What a screen reader calls the frame.
    """
    name = escape(title or "Map of incidents")
    return (
        f'<iframe src="{quote(page.name)}" title="{name}" width="100%" height="{HEIGHT}" loading="lazy" '
        f'style="border:0" sandbox="{_ALLOWED}"></iframe>'
    )
