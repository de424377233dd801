"""A server for the tests of this folder, and a schema of its own for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from geomap.store.location import Database
from tests.fixtures.server import running


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a real PostgreSQL with PostGIS."""
    with running() as url:
        yield url


@pytest.fixture
def database(server: str, request: pytest.FixtureRequest) -> Database:
    """A schema that is not there yet, with a name that must be quoted."""
    return Database(server, f'the "{request.node.name[:40]}" store')
