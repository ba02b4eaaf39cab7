"""Two databases of one kind: one written by the direct way, the other one by the usual way."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage import SqlStore, open_store
from storage.answers import Answers
from storage.engine import read_transaction
from storage.respondents import Respondents
from storage.tables import metadata
from tests.support.builders import Clock
from tests.support.empty_database import NewDatabase


@dataclass
class BothWays:
    """A store as the program has it, and one on a database of its own that goes the usual way."""

    direct: SqlStore
    usual: SqlStore

    def __iter__(self) -> Iterator[SqlStore]:
        yield from (self.direct, self.usual)

    def rows(self) -> list[dict[str, list[str]]]:
        """Return all rows of both databases, as the database itself gives them."""
        return [
            {name: _raw_rows(store, name) for name in sorted(metadata.tables)} for store in self
        ]


def _raw_rows(store: SqlStore, table: str) -> list[str]:
    with read_transaction(store.engine) as connection:
        return sorted(map(str, connection.exec_driver_sql(f"SELECT * FROM {table}")))  # noqa: S608


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest, clock: Clock, tmp_path: Path) -> Iterator[BothWays]:
    if request.param == "sqlite":
        new_database: NewDatabase = request.getfixturevalue("new_database")
        urls = [f"sqlite:///{tmp_path / name}" for name in ("direct", "usual")]
        for name in ("direct", "usual"):
            new_database(tmp_path / name)
    else:
        urls = [request.getfixturevalue(name) for name in ("postgres_tables", "postgres_schema")]
    with ExitStack() as stack:
        direct, usual = (stack.enter_context(closing(open_store(u, clock=clock))) for u in urls)
        usual.answers = Answers(usual.engine, clock)
        usual.respondents = Respondents(usual.engine, clock)
        yield BothWays(direct, usual)
