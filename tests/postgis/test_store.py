"""A store in PostgreSQL: nothing lost, whole or not at all, nobody else's tables touched."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import msgspec
import psycopg
import psycopg.rows
import pytest
from psycopg import sql

from geomap import model
from geomap.errors import DataError, UsageError
from geomap.pipeline import demo_articles
from geomap.store import flat, read_store, store_exists, write_store
from geomap.store.location import Database, locate
from geomap.store.lock import locked
from tests.fixtures.process import ROOT, failed, geomap
from tests.fixtures.server import PASSWORD
from tests.fixtures.stores import STORE
from tests.store.test_round_trip import rounded


def address(database: Database) -> str:
    """What a user types."""
    return f"{database.url}?schema={quote(database.schema)}"


def test_nothing_is_lost(database: Database) -> None:
    """Reports, articles, unplaced names, versions, launch points, lists and nulls survive, also a second time."""
    for _ in range(2):
        write_store(STORE, database)
        assert read_store(database) == rounded(STORE)


def test_a_gis_sees_points_and_types(database: Database) -> None:
    """Typed columns, arrays, and a point made by the database from lon and lat; null where nothing is known."""
    write_store(STORE, database)
    with psycopg.connect(database.url) as db:
        db.execute(sql.SQL("SET search_path TO {}, public").format(sql.Identifier(database.schema)))
        found = db.execute(
            "SELECT ST_X(geom), ST_SRID(geom), date_start, attackers, killed, wounded FROM incidents "
            "WHERE id = 'i-omar'"
        ).fetchone()
        assert found is not None and found[:2] == (40.551112, 4326)
        assert found[2].isoformat() == "2024-02-04" and found[3] == [
            "Islamic Resistance in Iraq",
            "Kataib Hezbollah",
        ]
        assert found[4:] == (0, 2)
        assert db.execute("SELECT count(*) FROM incidents WHERE geom IS NULL").fetchone() == (1,)
        db.execute("UPDATE incidents SET lon = 41 WHERE id = 'i-omar'")
        assert db.execute("SELECT ST_X(geom) FROM incidents WHERE id = 'i-omar'").fetchone() == (41.0,)


@pytest.mark.parametrize("suffix", [".geojson", ".parquet"])
def test_every_column_says_what_the_store_says(database: Database, tmp_path: Path, suffix: str) -> None:
    """Asked by psycopg, not by geomap: each field of each incident, typed; whom the data are owed to goes along."""
    write_store(STORE, tmp_path / f"s{suffix}")
    done = geomap("export", tmp_path / f"s{suffix}", "--all", "--possible", "-o", address(database))
    assert done.returncode == 0, done.stderr
    assert read_store(database) == read_store(tmp_path / f"s{suffix}") == rounded(STORE)
    kinds = {
        str: "text",
        int: "bigint",
        float: "double precision",
        bool: "boolean",
        dt.date: "date",
        tuple: "ARRAY",
    }
    with psycopg.connect(database.url, row_factory=psycopg.rows.dict_row) as db:
        db.execute(sql.SQL("SET search_path TO {}, public").format(sql.Identifier(database.schema)))
        typed = db.execute(
            "SELECT column_name AS name, data_type AS kind FROM information_schema.columns "
            "WHERE table_schema = %s AND table_name = 'incidents'",
            (database.schema,),
        ).fetchall()
        rows = {row["id"]: row for row in db.execute("SELECT *, ST_X(geom) x, ST_Y(geom) y FROM incidents")}
        owed = db.execute("SELECT value FROM geomap WHERE key = 'attribution'").fetchone()
    types = {row["name"]: row["kind"] for row in typed}
    assert {name: types[name] for name in flat.TABLE} == {
        name: kinds[kind] for name, kind in flat.TABLE.items()
    }
    assert set(rows) == {one.id for one in STORE.incidents}
    for one in rounded(STORE).incidents:
        row = rows[one.id]
        for name, kind in flat.TABLE.items():
            want = getattr(one, name)
            assert row[name] == (list(want) if kind is tuple else want), f"{name} of {one.id}"
        assert (row["x"], row["y"]) == (one.lon, one.lat)
    assert owed is not None and owed["value"] == list(STORE.attribution)


def test_a_failed_write_leaves_the_old_store(database: Database) -> None:
    """A record that the database refuses does not cost the store that was there."""
    write_store(STORE, database)
    broken = msgspec.structs.replace(STORE.incidents[0], title="a\0b")
    with pytest.raises(DataError, match=r"NUL|0x00|null"):
        write_store(msgspec.structs.replace(STORE, incidents=(broken,)), database)
    assert read_store(database) == rounded(STORE)


def test_a_process_killed_in_the_middle_leaves_the_old_store(database: Database) -> None:
    """kill -9 while the rows go over the wire: the transaction is gone, and the store is as it was."""
    write_store(STORE, database)
    code = (
        "import sys, msgspec\n"
        "from tests.fixtures.stores import STORE, AL_OMAR\n"
        "from geomap.store import write_store\n"
        "from geomap.store.location import Database\n"
        "many = tuple(msgspec.structs.replace(AL_OMAR, id=f'i{n}') for n in range(60_000))\n"
        "print('ready', flush=True)\n"
        "write_store(msgspec.structs.replace(STORE, incidents=many), Database(sys.argv[1], sys.argv[2]))\n"
    )
    for delay in (0.05, 0.3, 0.8):
        with subprocess.Popen(
            [sys.executable, "-c", code, database.url, database.schema], cwd=ROOT, stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None and child.stdout.readline() == b"ready\n"
            time.sleep(delay)
            child.kill()
        assert read_store(database) == rounded(STORE)


def test_tables_of_somebody_else_are_not_touched(database: Database) -> None:
    """A schema with a table `incidents` that geomap did not make is refused, and left as it is."""
    schema = database.schema.replace('"', '""')
    with psycopg.connect(database.url) as db:
        db.execute(f'CREATE SCHEMA "{schema}"')
        db.execute(f'CREATE TABLE "{schema}".incidents (theirs text)')
        db.execute(f"INSERT INTO \"{schema}\".incidents VALUES ('kept')")
    with pytest.raises(DataError, match="did not make"):
        write_store(STORE, database)
    with psycopg.connect(database.url) as db:
        assert db.execute(f'SELECT theirs FROM "{schema}".incidents').fetchall() == [("kept",)]


def test_tables_of_an_older_geomap_are_made_anew(database: Database) -> None:
    """A column that this version has and the table lacks is empty, and there after the next build."""
    write_store(STORE, database)
    schema = database.schema.replace('"', '""')
    with psycopg.connect(database.url) as db:
        db.execute(f'ALTER TABLE "{schema}".incidents DROP COLUMN why')
    assert all(one.why is None for one in read_store(database).incidents)
    failed(geomap("query", address(database)), 1, "incidents has no column why", "brings it up to date")
    write_store(STORE, database)
    assert read_store(database) == rounded(STORE)


def test_the_second_writer_waits_and_is_told_for_whom(database: Database) -> None:
    """One builder a store; who holds it has a name, and the lock goes with its connection."""
    told: list[str] = []
    with (
        locked(database),
        pytest.raises(DataError, match="in use by geomap process"),
        locked(database, wait=0.2, waiting=told.append),
    ):
        pytest.fail("two hold the lock")
    assert len(told) == 1 and "geomap process" in told[0] and "(owner)" in told[0]
    with locked(database, wait=0.2, waiting=told.append):
        assert len(told) == 1


def test_no_password_reaches_a_message(server: str) -> None:
    """Whoever looks over the shoulder, or reads the log, does not learn it."""
    wrong = server.replace("/postgres", "/no_such_database")
    shown = str(locate(f"{wrong}?schema=s&password=geheim"))
    assert "a%20b" not in shown and "geheim" not in shown and "schema=s" in shown
    result = geomap("info", wrong)
    failed(result, 1, "no_such_database")
    assert PASSWORD not in result.stderr and "a%20b" not in result.stderr
    failed(geomap("info", "postgresql://owner:geheim@127.0.0.1:1/db"), 1, "127.0.0.1")
    assert "geheim" not in geomap("info", "postgresql://owner:geheim@127.0.0.1:1/db").stderr


def test_addresses() -> None:
    """The schema is taken out of the address, all else goes to libpq; everything else is a file."""
    assert locate("postgresql://h/d?schema=a%20b&sslmode=require") == Database(
        "postgresql://h/d?sslmode=require", "a b"
    )
    assert locate("postgres:///d") == Database("postgres:///d", "geomap")
    assert locate("incidents.geojson") == Path("incidents.geojson")
    with pytest.raises(UsageError, match="schema"):
        locate("postgresql://h/d?schema=")


def test_the_whole_job_on_a_database(database: Database, tmp_path: Path) -> None:
    """build, add, info, query, map, export and back to a file: each command takes the address of a store."""
    url = address(database)
    samples = demo_articles()
    first = geomap("build", samples[0], "-o", url)
    assert first.returncode == 0, first.stderr
    both = geomap("build", *samples[1:3], "-o", url)
    assert both.returncode == 0 and "the store now has 3" in both.stderr, both.stderr
    once = geomap("build", *samples[:3], "-o", tmp_path / "once.geojson")
    assert once.returncode == 0, once.stderr
    assert geomap("export", url, "-o", tmp_path / "back.geojson").returncode == 0
    assert (tmp_path / "back.geojson").read_bytes() == (tmp_path / "once.geojson").read_bytes()
    assert "3" in geomap("info", url).stdout
    table = geomap("query", url, "--since", "2000")
    assert (
        table.returncode == 0
        and table.stdout == geomap("query", tmp_path / "once.geojson", "--since", "2000").stdout
    )
    assert geomap("map", url, "-o", tmp_path / "m.html").returncode == 0
    failed(geomap("review", url, "--list"), 2)
    gone = Database(database.url, "nowhere")
    assert not store_exists(gone)
    failed(geomap("info", address(gone)), 1, "no store in the schema")


def test_rows_of_others_in_a_database(database: Database, tmp_path: Path) -> None:
    """import, counts by region and a brief: the same from a database as from a file."""
    told = []
    for where in (address(database), str(tmp_path / "s.geojson")):
        assert geomap("build", *demo_articles()[:3], "-o", where).returncode == 0
        for name in ("ucdp", "acled"):
            added = geomap("import", name, ROOT / "tests/fixtures/imports" / f"{name}.csv", "-o", where)
            assert added.returncode == 0, added.stderr
        by_region = geomap("query", where, "--count-by", "region", "--format", "csv")
        only = geomap("query", where, "--origin", "ucdp", "--format", "json")
        brief = geomap(
            "brief", where, "--region", "Syria", "--since", "2024-01", "--until", "2024-03", "-o", "-"
        )
        assert by_region.stdout.count("\n") > 3 and only.stdout.count('"ucdp"') and "Syria" in brief.stdout
        told.append((by_region.stdout, only.stdout, brief.stdout.replace(where, "")))
    assert told[0] == told[1]


def test_who_may_only_read_can_ask(database: Database) -> None:
    """A role with SELECT alone queries; building with it is refused in one line."""
    write_store(STORE, database)
    schema = database.schema.replace('"', '""')
    with psycopg.connect(database.url) as db:
        db.execute("DROP ROLE IF EXISTS reader")
        db.execute("CREATE ROLE reader LOGIN PASSWORD 'r'")
        db.execute(f'GRANT USAGE ON SCHEMA "{schema}" TO reader')
        db.execute(f'GRANT SELECT ON ALL TABLES IN SCHEMA "{schema}" TO reader')
    where = database.url.partition("@")[2]
    reader = Database(f"postgresql://reader:r@{where}", database.schema)
    try:
        result = geomap("query", address(reader), "--near", "40.5,35.1", "--km", "30", "--format", "json")
        assert result.returncode == 0 and '"i-omar"' in result.stdout, result.stderr
        with pytest.raises(DataError, match=r"permission denied|must be owner"):
            write_store(model.Store(), reader)
    finally:
        with psycopg.connect(database.url) as db:
            db.execute("DROP OWNED BY reader")
            db.execute("DROP ROLE reader")
