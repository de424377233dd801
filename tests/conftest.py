"""What all tests share: in continuous integration a skipped test is a failure."""

from __future__ import annotations

import pytest

from geomap.gazetteer import Gazetteer
from geomap.pipeline import make_reader
from geomap.reader import Reader


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="a skipped test fails the run")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and config.getoption("no_skips"):
        terminalreporter.section("skipped, which --no-skips forbids")
        for report in skipped:
            terminalreporter.write_line(report.nodeid, red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter is not None and reporter.stats.get("skipped")
    if skipped and session.config.getoption("no_skips") and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The curated gazetteer."""
    return Gazetteer.load()


@pytest.fixture(scope="session")
def reader(gazetteer: Gazetteer) -> Reader:
    """The built-in reader over the curated gazetteer: compiled once for all tests of a process."""
    return make_reader(gazetteer)
