"""The finished page: one HTML file with everything inside, and the policy that forbids it to ask for more."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec

_POLICY_MARK = "<!--content-security-policy-->"
_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_RESOURCE = re.compile(
    r"<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)\s*=\s*[\"']?((?:https?:)?//[^\"'\s>]+)", re.IGNORECASE
)
_DATA_TYPE = re.compile(r"type\s*=\s*[\"']?(?:application/json|text/plain)", re.IGNORECASE)


def page(
    *,
    lang: str,
    title: str,
    styles: Sequence[str],
    head: str,
    body: str,
    blocks: Mapping[str, str],
    scripts: Sequence[str],
    embed: bool = False,
    picture_hosts: Sequence[str] = (),
) -> str:
    """Put a page together and compute its policy.

    Args:
        lang: BCP 47 tag of the interface.
        title: The title, as text.
        styles: Style sheets, as CSS.
        head: HTML for the head, ours or of layers that a user added.
        body: HTML for the body.
        blocks: Data by element id, as text without markup characters; see `json_block`.
        scripts: Scripts, as JavaScript, in order.
        embed: For a frame within another page.
        picture_hosts: Whom pictures may be loaded from, and nothing else.
    """
    direction = "rtl" if lang.partition("-")[0] in ("ar", "fa", "he", "ur") else "ltr"
    marked = " data-embed" if embed else ""
    parts = [
        f'<!doctype html>\n<html lang="{html.escape(lang)}" dir="{direction}"{marked}>\n<head>',
        '<meta charset="utf-8">',
        _POLICY_MARK,
        '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">',
        f"<title>{html.escape(title)}</title>",
        *(f"<style>{guard(css, 'style')}</style>" for css in styles),
        head,
        "</head>\n<body>",
        body,
    ]
    data = [f'<script type="application/json" id="{id}">{text}</script>' for id, text in blocks.items()]
    code = [f"<script>{guard(script, 'script')}</script>" for script in scripts]
    # Data runs nothing and loads nothing; of a million incidents it is fifty megabytes that need no look.
    bare = "\n".join(part for part in (*parts, *code) if part)
    policy = html.escape(content_policy(bare, picture_hosts))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    parts[parts.index(_POLICY_MARK)] = meta
    return "\n".join(part for part in (*parts, *data, *code, "</body>\n</html>\n") if part)


def content_policy(finished: str, picture_hosts: Sequence[str] = ()) -> str:
    """The Content-Security-Policy of a page: nothing but what lies in it, by hash, and hosts it names itself.

    Args:
        finished: The page.
        picture_hosts: Whom pictures alone may be loaded from.
    """
    hashes: dict[str, set[str]] = {"script": set(), "style": set()}
    for tag, attributes, content in _INLINE.findall(finished):
        if content.strip() and not _DATA_TYPE.search(attributes):
            hashes[tag.lower()].add(_sha256(content))
    hosts = " ".join(foreign_hosts(finished))
    inside = {kind: " ".join(sorted(found)) or "'none'" for kind, found in hashes.items()}
    rules = {
        "default-src": "'none'",
        "script-src": f"{inside['script']} {hosts}".strip(),
        "style-src": f"{inside['style']} {hosts}".strip(),
        "img-src": " ".join(["data: blob:", *picture_hosts, *foreign_hosts(finished)]),
        "font-src": hosts or "'none'",
        "connect-src": "'none'",
        "worker-src": "blob:",  # the search, whose code lies in the page
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def foreign_hosts(finished: str) -> list[str]:
    """Hosts that scripts, styles and pictures of the page's own markup load from: those of a user's layers."""
    found = {
        urlsplit(url if ":" in url[:7] else f"https:{url}") for url in _RESOURCE.findall(_markup(finished))
    }
    return sorted({f"{url.scheme}://{url.netloc}" for url in found})


def json_block(value: Any) -> str:
    """A JSON value that can stand in a script element: no character of it can end the element."""
    text = msgspec.json.encode(value).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _markup(finished: str) -> str:
    """The page without the contents of its inline scripts and styles, which hold no resources of markup."""
    return _INLINE.sub(lambda m: f"<{m[1]}{m[2]}></{m[1]}>", finished)


def guard(code: str, tag: str) -> str:
    """Code as the content of its element: a closing tag inside a string must not end it."""
    return re.sub(rf"</(?={tag})", r"<\\/", code, flags=re.IGNORECASE)


def _sha256(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
