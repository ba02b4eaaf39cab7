"""Pages are made in a few threads, in turn."""

import asyncio
import threading
import time

import pytest

from web.server.workers import WORKERS, run_in_worker


def test_it_returns_what_the_function_returns_and_raises_what_it_raises() -> None:
    assert asyncio.run(run_in_worker(divmod, 7, 2)) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        asyncio.run(run_in_worker(divmod, 7, 0))


def test_no_more_work_at_once_than_there_are_workers_and_the_rest_waits() -> None:
    lock, busy, most = threading.Lock(), set[int](), 0

    def work() -> None:
        nonlocal most
        with lock:
            busy.add(threading.get_ident())
            most = max(most, len(busy))
        time.sleep(0.02)
        with lock:
            busy.remove(threading.get_ident())

    async def all_at_once() -> None:
        await asyncio.gather(*(run_in_worker(work) for _ in range(3 * WORKERS)))

    asyncio.run(all_at_once())

    assert most == WORKERS


def test_requests_come_in_meanwhile() -> None:
    async def beside() -> str:
        slow = asyncio.create_task(run_in_worker(time.sleep, 0.05))
        await asyncio.sleep(0)
        done = "first" if not slow.done() else "last"
        await slow
        return done

    assert asyncio.run(beside()) == "first"
