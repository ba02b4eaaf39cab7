"""How many statements something asks of a database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from assessment.store import Store
from storage import SqlStore


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """Give a list of what is asked from now on; beginning a transaction is no question."""
    assert isinstance(store, SqlStore)
    asked: list[str] = []

    def note(*given: Any) -> None:
        if not given[2].startswith("BEGIN"):
            asked.append(given[2])

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
