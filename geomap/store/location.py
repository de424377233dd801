"""Where a store lies: a file, or a schema of a PostgreSQL database."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from geomap.errors import UsageError

_SCHEME = re.compile(r"postgres(ql)?://", re.IGNORECASE)
_SECRET = re.compile(r"(?<=://)([^:@/?]*):[^@/]*@|(?<=password=)[^&]*")
DEFAULT_SCHEMA = "geomap"


class Database(NamedTuple):
    """A schema of a database.

    Attributes:
        url: What libpq connects to, password included: never shown.
        schema: The schema that holds the tables of the store.
    """

    url: str
    schema: str = DEFAULT_SCHEMA

    def __str__(self) -> str:
        """The address as a person may see it: without the password."""
        shown = _SECRET.sub(lambda m: f"{m[1]}@" if m[1] is not None else "…", self.url)
        if self.schema == DEFAULT_SCHEMA:
            return shown
        return f"{shown}{'&' if '?' in shown else '?'}schema={self.schema}"


Location = Path | Database


def locate(text: str | Path | Database) -> Location:
    """The file or the database that a text names: postgresql://USER@HOST/DATABASE?schema=NAME, else a path.

    Raises:
        UsageError: `schema` is empty or named twice.
    """
    if isinstance(text, Path | Database):
        return text
    if not _SCHEME.match(text):
        return Path(text)
    address, _, query = text.partition("?")
    options = parse_qsl(query, keep_blank_values=True)
    schemas = [value for name, value in options if name == "schema"] or [DEFAULT_SCHEMA]
    if len(schemas) > 1 or not schemas[0] or "\0" in schemas[0]:
        raise UsageError(
            "not one schema", file=address.rpartition("@")[2], advice="for example ?schema=geomap"
        )
    rest = urlencode([pair for pair in options if pair[0] != "schema"])
    return Database(f"{address}?{rest}" if rest else address, schemas[0])
