"""Another program holds the lock: posts are refused in words after a short while, pages are read on."""

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from assessment.services import responding
from assessment.services.context import Workspace
from tests.support.web.phone import FORM, Phone
from tests.support.web.respondents import session_of

PATIENCE = 0.4  # seconds, where the program has a second and a half; the proportions are the same


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> float:
    monkeypatch.setattr("web.server.workers.TURN_WITHIN", PATIENCE)
    return PATIENCE


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock that every writer needs."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_what_was_filled_in_is_kept_on_the_page_to_be_sent_again(
    phone: Phone, workspace: Workspace, mentee: str, sqlite_file: Path
) -> None:
    phone.sends(f"{mentee}/begin")
    words = 'Eén "regel"\n\n<b>en</b> nog een'
    with locked(sqlite_file):
        phone.answers(choice="1", comment=words)
        assert (phone.status, phone.page.heading) == (503, "Opslaan lukt nu niet")
        assert "Wat je invulde staat nog op deze pagina." in phone.page.text
    phone.sends(phone.page.actions[0], **phone.page.fields)

    assert phone.status == 200
    (answer,) = responding.answers(workspace, session_of(workspace, mentee)).values()
    assert (answer.level, answer.comment) == (1, words)


def test_pages_are_read_and_wrong_addresses_refused_while_twelve_wait_to_write(
    phone: Phone, mentee: str, sqlite_file: Path
) -> None:
    question = phone.sends(f"{mentee}/begin").address
    post = {"content": b"choice=1&version=0", "headers": FORM}

    async def meanwhile() -> tuple[list[int], float, float]:
        begun = time.monotonic()
        sent = [phone.client.later("POST", question, **post) for _ in range(12)]
        sent += [phone.client.later("GET", f"/a/{'x' * 32}") for _ in range(4)]
        posts = asyncio.gather(*sent)
        await asyncio.sleep(0.02)
        read = time.monotonic()
        pages = await asyncio.gather(*(phone.client.later("GET", question) for _ in range(8)))
        read = time.monotonic() - read
        statuses = [response.status_code for response in await posts]
        assert [page.status_code for page in pages] == [200] * 8
        return statuses, read, time.monotonic() - begun

    with locked(sqlite_file):
        statuses, read, whole = phone.client.runs(meanwhile())

    assert statuses == [503] * 12 + [404] * 4
    assert read < PATIENCE / 2
    assert whole < 3 * PATIENCE


def test_an_unknown_address_and_code_are_unknown_whether_or_not_that_can_be_counted(
    phone: Phone, sqlite_file: Path, patience: float
) -> None:
    for address in (f"/a/{'x' * 32}", "/a/222-222-222"):
        free = phone.opens(address).response
        with locked(sqlite_file):
            while_locked = phone.opens(address).response

        assert (while_locked.status_code, free.status_code) == (404, 404)
        assert while_locked.content == free.content
        assert while_locked.headers == free.headers


def test_guessing_codes_stops_also_while_nothing_can_be_counted(
    phone: Phone, sqlite_file: Path, patience: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.codes.guesses.MOST_WRONG_CODES", 3)
    with locked(sqlite_file):
        statuses = [phone.opens("/a/222-222-222").status for _ in range(4)]

    assert statuses == [404, 404, 404, 429]
