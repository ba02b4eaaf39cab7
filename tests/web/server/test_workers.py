"""Pages are made in a few threads, in turn; who writes never stops who reads."""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Any

import pytest

from assessment.errors import DatabaseUnavailable
from runtime import PATIENCE
from web.server import workers
from web.server.workers import (
    READERS,
    SIGNING_IN,
    TURN_WITHIN,
    WRITERS,
    run_reading,
    run_signing_in,
    run_writing,
)

Run = Callable[..., Awaitable[Any]]
ALONE = partial(run_writing, alone=True)
ALL = pytest.mark.parametrize(
    "run",
    [run_reading, run_writing, ALONE, run_signing_in],
    ids=["reading", "writing", "alone", "signing in"],
)


@ALL
def test_it_returns_what_the_function_returns_and_raises_what_it_raises(run: Run) -> None:
    async def divide(by: int) -> object:
        return await run(divmod, 7, by)

    assert asyncio.run(divide(2)) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        asyncio.run(divide(0))


@ALL
def test_no_more_work_at_once_than_there_are_workers_and_the_rest_waits(run: Run) -> None:
    number = {ALONE: 1, run_signing_in: SIGNING_IN}.get(run, READERS)
    lock, busy, most, all_busy = threading.Lock(), set[int](), 0, threading.Event()

    def work() -> None:
        nonlocal most
        with lock:
            busy.add(threading.get_ident())
            most = max(most, len(busy))
            if most == number:
                all_busy.set()
        all_busy.wait(timeout=1)  # a thread may take its time to start
        time.sleep(0.02)
        with lock:
            busy.remove(threading.get_ident())

    async def all_at_once() -> None:
        await asyncio.gather(*(run(work) for _ in range(16)))

    asyncio.run(all_at_once())

    assert most == number
    assert READERS == WRITERS


@ALL
def test_requests_come_in_meanwhile(run: Run) -> None:
    async def beside() -> str:
        slow = asyncio.ensure_future(run(time.sleep, 0.05))
        await asyncio.sleep(0)
        done = "first" if not slow.done() else "last"
        await slow
        return done

    assert asyncio.run(beside()) == "first"


@pytest.fixture
def stuck() -> Iterator[threading.Event]:
    """What all writers wait for."""
    free = threading.Event()
    yield free
    free.set()


async def keep_busy(stuck: threading.Event) -> list[asyncio.Future[Any]]:
    """Give every writer something that does not end by itself."""
    waiting = [asyncio.ensure_future(run_writing(stuck.wait, 10)) for _ in range(WRITERS)]
    await asyncio.sleep(0.01)
    return waiting


def test_who_reads_goes_on_while_all_who_write_wait(stuck: threading.Event) -> None:
    async def read() -> object:
        waiting = await keep_busy(stuck)
        told = await asyncio.wait_for(run_reading(divmod, 7, 2), 1)
        stuck.set()
        await asyncio.gather(*waiting)
        return told

    assert asyncio.run(read()) == (3, 1)


def test_who_answers_goes_on_while_all_who_sign_in_wait(stuck: threading.Event) -> None:
    async def answer() -> object:
        waiting = [asyncio.ensure_future(run_signing_in(stuck.wait, 10)) for _ in range(SIGNING_IN)]
        await asyncio.sleep(0.01)
        told = await asyncio.wait_for(run_writing(divmod, 7, 2), 1)
        stuck.set()
        await asyncio.gather(*waiting)
        return told

    assert asyncio.run(answer()) == (3, 1)


def test_who_gets_no_turn_to_write_is_told_and_nothing_is_done_later(
    stuck: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "TURN_WITHIN", 0.05)
    done: list[str] = []

    async def write() -> None:
        waiting = await keep_busy(stuck)
        with pytest.raises(DatabaseUnavailable, match="nothing was written"):
            await run_writing(done.append, "too late")
        stuck.set()
        await asyncio.gather(*waiting)  # these had their turn, however long it took
        await run_writing(done.append, "in time")

    asyncio.run(write())

    assert done == ["in time"]


def test_what_nobody_waits_for_any_more_is_not_begun(stuck: threading.Event) -> None:
    done: list[str] = []

    async def leave() -> None:
        waiting = await keep_busy(stuck)
        gone = asyncio.ensure_future(run_writing(done.append, "gone"))
        await asyncio.sleep(0.01)
        gone.cancel()
        with pytest.raises(asyncio.CancelledError):
            await gone
        stuck.set()
        await asyncio.gather(*waiting)

    asyncio.run(leave())

    assert done == []


def test_a_post_waits_three_seconds_at_most() -> None:
    """First for its turn, then for the lock that others hold."""
    assert TURN_WITHIN + PATIENCE <= 3
