"""A whole response of 46 questions, with the script of the page and without: processor time, and many at once."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.support.people import (
    NOTHING_THERE,
    TRY_AGAIN_WITHIN,
    Browser,
    Person,
    cost_of_nothing,
    invite,
    lost,
    save_together,
)
from benchmarks.support.servers import Server, servers
from runtime import open_store
from web.server.assets import SCRIPT, STYLE

QUESTIONS = 46
TOGETHER = 4  # answers in one post of somebody who goes fast; who takes time sends one
ROUNDS, IN_A_ROUND = 3, 25
CROWDS = (60, 100)
LATER = 503  # too many write at once: nothing was done, try again
BARS = {"with script": 17.0, "without script": 50.0}  # ms of processor time
BAR_RATE = 90.0  # responses a second, of 100 people with script

Way = Callable[[Browser, Person], Awaitable[None]]


@dataclass
class Sizes:
    """What one person asked for."""

    requests: int = 0
    body: int = 0


def run() -> list[str]:
    """Measure and return the lines to print."""
    lines: list[str] = []
    ways: dict[str, Way] = {
        "with script": _with_script,
        "with script, an answer a post": _one_by_one,
        "without script": _without_script,
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = open_store(f"sqlite:///{folder / 'mentorspiegel.sqlite3'}")
        number = len(ways) * (1 + ROUNDS * IN_A_ROUND + sum(CROWDS))
        workspace, people = invite(store, number, QUESTIONS)
        waiting = iter(people)
        with servers(folder) as (server,):
            costs = {way: _cost(server, waiting, ask) for way, ask in ways.items()}
            nothing = cost_of_nothing()
            lines.append(
                f"  a request to a server that does nothing: {nothing:.3f} ms, {NOTHING_THERE:g} where "
                "the bars were set"
            )
            for way, cost in costs.items():
                lines.append(_line_of_cost(way, cost, costs["without script"][0], nothing))
            for way, ask in ways.items():
                lines += [_crowd(server, waiting, way, ask, size) for size in CROWDS]
            lines.append(f"  lost of {number * QUESTIONS} answers: {lost(workspace, people)}")
        store.close()
    return [f"A whole response of {QUESTIONS} questions, SQLite, one process:", *lines]


def _cost(server: Server, people: Iterator[Person], way: Way) -> tuple[float, Sizes]:
    """Return the processor time of a response in ms, and what was asked for; one person at a time."""
    browser = _Counting(server.port)

    async def measure() -> list[float]:
        await way(browser, next(people))
        browser.sizes = Sizes()
        times = []
        for _ in range(ROUNDS):
            before = server.cpu()
            for _ in range(IN_A_ROUND):
                await way(browser, next(people))
            times.append(1000 * (server.cpu() - before) / IN_A_ROUND)
        browser.close()
        return times

    cost = statistics.median(asyncio.run(measure()))
    number = ROUNDS * IN_A_ROUND
    return cost, Sizes(browser.sizes.requests // number, browser.sizes.body // number)


def _line_of_cost(way: str, cost: tuple[float, Sizes], plain: float, nothing: float) -> str:
    time_of_one, sizes = cost
    bar = BARS.get(way)
    against = ""
    if bar is not None:
        as_there = time_of_one * NOTHING_THERE / nothing
        against = f" (bar {bar:g}, ratio {time_of_one / bar:.2f}; by the empty request {as_there / bar:.2f})"
    return (
        f"  {way}: {time_of_one:.1f} ms of processor time{against}, {plain / time_of_one:.1f} x less "
        f"than without, {sizes.requests} requests, {sizes.body / 1000:.0f} kB"
    )


def _crowd(server: Server, people: Iterator[Person], way: str, ask: Way, size: int) -> str:
    """Let many answer everything without a pause."""

    async def one(person: Person) -> None:
        browser = Browser(server.port)
        await ask(browser, person)
        browser.close()

    async def all_of_them() -> None:
        await asyncio.gather(*(one(next(people)) for _ in range(size)))

    before, started = server.cpu(), time.perf_counter()
    asyncio.run(all_of_them())
    seconds = time.perf_counter() - started
    rate, cost = size / seconds, 1000 * (server.cpu() - before) / size
    is_barred = way == "with script" and size == max(CROWDS)
    against = f" (bar {BAR_RATE:g}, ratio {rate / BAR_RATE:.2f})" if is_barred else ""
    return f"  {size} people at once, {way}: {rate:.0f} responses a second{against}, {cost:.1f} ms"


class _Counting(Browser):
    """A browser that counts what it asks for."""

    sizes = Sizes()

    async def ask(
        self, path: str, fields: dict[str, str] | None = None, *, script: bool = False
    ) -> tuple[int, bytes]:
        status, body = await super().ask(path, fields, script=script)
        self.sizes.requests += 1
        self.sizes.body += len(body)
        return status, body


async def _begin(browser: Browser, person: Person) -> str:
    address = f"/a/{person.token}"
    await _ask(browser, address)
    await _ask(browser, STYLE.address)
    await _ask(browser, f"{address}/begin", {})
    return address


async def _finish(browser: Browser, address: str) -> None:
    await _ask(browser, f"{address}/review")
    await _ask(browser, f"{address}/finish", {})
    await _ask(browser, f"{address}/thanks")


async def _without_script(browser: Browser, person: Person) -> None:
    """Answer page by page: each is asked for, and each form is sent."""
    address = await _begin(browser, person)
    for number, question in enumerate(person.questions):
        await _ask(browser, f"{address}/q/{question}")
        person.sent[question] = number % 5
        fields = {"choice": str(number % 5), "version": "0", "comment": "", "go": "next"}
        await _ask(browser, f"{address}/q/{question}", fields)
    await _finish(browser, address)


async def _with_script(browser: Browser, person: Person) -> None:
    await _on_one_page(browser, person, TOGETHER)


async def _one_by_one(browser: Browser, person: Person) -> None:
    await _on_one_page(browser, person, 1)


async def _on_one_page(browser: Browser, person: Person, together: int) -> None:
    """Answer on the first page: the questions come once, the answers go a few at a time."""
    address = await _begin(browser, person)
    await _ask(browser, f"{address}/q/{person.questions[0]}")
    for asked in (SCRIPT.address, f"{address}/questions", f"{address}/answers"):
        await _ask(browser, asked)
    wanted = [(question, number % 5) for number, question in enumerate(person.questions)]
    for start in range(0, len(wanted), together):
        levels = dict(wanted[start : start + together])
        person.sent |= levels
        await _insist(partial(_confirmed, browser, person, levels))
    await _finish(browser, address)


async def _confirmed(browser: Browser, person: Person, levels: dict[str, int]) -> int:
    status, confirmed = await save_together(browser, person, levels)
    return 200 if len(confirmed) == len(levels) else LATER if status in (0, 200) else status


async def _ask(browser: Browser, path: str, fields: dict[str, str] | None = None) -> None:
    async def once() -> int:
        status, _ = await browser.ask(path, fields)
        return status

    await _insist(once)


async def _insist(ask: Callable[[], Awaitable[int]]) -> None:
    """Ask until it is done, as a phone does that is told to try again. Raises RuntimeError."""
    until = time.monotonic() + TRY_AGAIN_WITHIN
    while (status := await ask()) not in (200, 303):
        if status != LATER or time.monotonic() > until:
            raise RuntimeError(f"somebody was refused with {status}")
        await asyncio.sleep(0.1)
