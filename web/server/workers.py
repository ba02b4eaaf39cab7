"""The few threads in which the light pages are made."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

# few and in turn: writers who all wait for one lock would starve each other
WORKERS = 4
Result = TypeVar("Result")

_THREADS = ThreadPoolExecutor(WORKERS, thread_name_prefix="light-pages")


async def run_in_worker(function: Callable[..., Result], *arguments: object) -> Result:
    """Call a function that asks the database in a thread, and return what it returns or raises."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, function, *arguments)
