"""Where a session is, read from the database a few times a second however many phones ask."""

import asyncio
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from web.server.workers import run_reading

KEPT = 0.3  # seconds
MOST = 500  # sessions in memory

Value = TypeVar("Value")


class Pulses(Generic[Value]):
    """Values by key, each read at most once in KEPT seconds; who asks meanwhile waits for that reading."""

    def __init__(self, read: Callable[[str], Value]) -> None:
        self._read = read
        self._kept: dict[str, tuple[float, Value]] = {}
        self._reading: dict[str, asyncio.Task[Value]] = {}

    async def of(self, key: str) -> Value:
        """Return a value that is at most KEPT seconds old. Raises what reading it raises."""
        at, value = self._kept.get(key, (-1.0, None))
        if value is not None and time.monotonic() - at < KEPT:
            return value
        task = self._reading.get(key)
        if task is None:
            task = asyncio.ensure_future(self._fresh(key))
            self._reading[key] = task
            task.add_done_callback(lambda done: self._forget_reading(key, done))
        return await asyncio.shield(task)

    def forget(self, key: str) -> None:
        """Read a value anew the next time: something was just written."""
        self._kept.pop(key, None)
        self._reading.pop(key, None)  # it may have been read before the writing

    async def _fresh(self, key: str) -> Value:
        at = time.monotonic()
        value: Value = await run_reading(self._read, key)
        if self._reading.get(key) is asyncio.current_task():
            if len(self._kept) >= MOST:
                self._kept.clear()
            self._kept[key] = (at, value)
        return value

    def _forget_reading(self, key: str, done: "asyncio.Task[Value]") -> None:
        if self._reading.get(key) is done:
            del self._reading[key]
        if not done.cancelled():
            done.exception()  # whoever waits has it
