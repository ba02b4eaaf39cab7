"""The few threads in which the light pages are made: some that read, others that write.

So who waits for the database to write never stops who reads.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from assessment.errors import DatabaseUnavailable

# few and in turn: writers who all wait for one lock would starve each other
READERS = WRITERS = (
    4  # on a server; in a file one writes at a time, and a queue costs less than a lock
)
SIGNING_IN = 12  # most of them wait for the hash of a password, who types a code for nobody
TURN_WITHIN = 1.5  # seconds; who is not at work by then is told to try again, and nothing was done
Result = TypeVar("Result")

_READING = ThreadPoolExecutor(READERS, thread_name_prefix="light-pages")
_WRITING = ThreadPoolExecutor(WRITERS, thread_name_prefix="light-posts")
_WRITING_ALONE = ThreadPoolExecutor(1, thread_name_prefix="light-post")
# a password takes its time: who signs in never stops who answers
_SIGNING_IN = ThreadPoolExecutor(SIGNING_IN, thread_name_prefix="accounts")


async def run_reading(function: Callable[..., Result], *arguments: object) -> Result:
    """Call a function that only reads in a thread, and return what it returns or raises."""
    return await asyncio.get_running_loop().run_in_executor(_READING, function, *arguments)


async def run_writing(
    function: Callable[..., Result], *arguments: object, alone: bool = False
) -> Result:
    """Call a function that writes in a thread, `alone` if need be; return what it returns or raises.

    Raises DatabaseUnavailable when others kept all threads busy; then it was not called.
    """
    return await _in_turn(_WRITING_ALONE if alone else _WRITING, function, *arguments)


async def run_signing_in(function: Callable[..., Result], *arguments: object) -> Result:
    """Call a function of the pages of accounts in a thread, and return what it returns or raises.

    Raises DatabaseUnavailable when others kept all threads busy; then it was not called.
    """
    return await _in_turn(_SIGNING_IN, function, *arguments)


async def _in_turn(
    threads: ThreadPoolExecutor, function: Callable[..., Result], *arguments: object
) -> Result:
    turn = threads.submit(function, *arguments)
    result = asyncio.wrap_future(turn)
    # what has begun cannot be cancelled any more, and ends by itself
    timer = asyncio.get_running_loop().call_later(TURN_WITHIN, turn.cancel)
    try:
        await asyncio.wait([result])
    finally:
        timer.cancel()
        turn.cancel()  # nobody waits any more
    if result.cancelled():
        raise DatabaseUnavailable(
            "Too many write at once. Try again in a moment; nothing was written."
        )
    return result.result()
