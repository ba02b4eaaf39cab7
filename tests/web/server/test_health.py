"""GET /healthz: the version, and whether the database answers."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from runtime import shared_store
from settings import VERSION
from tests.support.workspace import fresh_runtime
from web.server.health import health_route


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The database file of the routes, which is not there yet."""
    monkeypatch.setenv("MENTORSPIEGEL_DATA", str(tmp_path))
    file = tmp_path / "mentorspiegel.sqlite3"
    with fresh_runtime():
        yield file
        if file.read_bytes().startswith(b"SQLite"):
            shared_store().close()


def ask(method: str = "GET") -> httpx.Response:
    """Ask how it goes."""

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=[health_route()]))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.request(method, "/healthz")

    return asyncio.run(send())


def test_all_is_well(database: Path) -> None:
    response = ask()

    assert response.status_code == 200
    assert response.json() == {"version": VERSION, "database": "ok"}


def test_the_answer_is_never_kept(database: Path) -> None:
    assert ask().headers["cache-control"] == "no-store"


def test_a_damaged_database_is_unavailable(database: Path) -> None:
    database.write_text("no database")

    response = ask()

    assert response.status_code == 503
    assert response.json() == {"version": VERSION, "database": "unavailable"}


def test_a_database_that_broke_since_is_unavailable(database: Path) -> None:
    ask()
    shared_store().close()
    database.write_text("no database")

    assert ask().status_code == 503
    shared_store().close()


def test_it_is_well_again_once_the_database_is_back(database: Path) -> None:
    database.write_text("no database")
    ask()
    database.unlink()

    assert ask().status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_it_is_only_read(database: Path, method: str) -> None:
    database.write_text("untouched")

    assert ask(method).status_code == 405
