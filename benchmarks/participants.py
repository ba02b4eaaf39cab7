"""The pages of participants: what an answer costs, many people at once, and nothing lost.

On SQLite, and with MENTORSPIEGEL_DATABASE_URL also on PostgreSQL: one process, and two behind nginx.
"""

import asyncio
import os
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import ROOT, responses
from benchmarks.support.people import (
    MOST_CHANGES,
    Browser,
    Person,
    choose,
    cost_of_nothing,
    invite,
    lost,
)
from benchmarks.support.servers import Server, nginx, servers
from runtime import open_store

CROWDS = (200, 1_000)  # people who open their first page at one instant
PACE, FOR = 5.0, 20.0  # seconds between their answers, seconds in all
WRITERS, HOT_FOR = 10, 10.0
KILLS, KILL_EVERY = 3, 3.0
BAR_ANSWER, BAR_ALL = 1.0, 25.0  # ms of processor time
BAR_OPEN, BAR_PAGE, BAR_HOT = 250.0, 50.0, 250.0  # ms until the answer; to open for the first crowd
BAR_MEMORY = 200.0  # MB


@dataclass
class Setting:
    """A database with people invited, and servers that answer them."""

    people: list[Person]
    servers: list[Server]
    port: int
    missing: "Missing"


class Missing:
    """Counts what was lost."""

    def __init__(self, workspace: object, people: list[Person]) -> None:
        self._given = workspace, people

    def count(self) -> int:
        """Compare what is stored with what was sent."""
        return lost(*self._given)  # type: ignore[arg-type]


def run() -> list[str]:
    """Measure and return the lines to print."""
    database = os.environ.get("MENTORSPIEGEL_DATABASE_URL", "")
    lines = [*responses.run(), "SQLite, one process:"]
    with _setting() as setting:
        lines += _cost(setting) + _crowds(setting) + _hot(setting) + _killed(setting)
    if database:
        lines.append("PostgreSQL, one process:")
        with _setting(database) as setting:
            lines += _cost(setting) + _crowds(setting) + _hot(setting) + _killed(setting)
    if database and shutil.which("nginx"):
        lines.append("PostgreSQL, two processes behind nginx:")
        with _setting(database, processes=2) as setting:
            lines += _crowds(setting) + _hot(setting) + _killed(setting)
    return lines


@contextmanager
def _setting(database: str = "", processes: int = 1) -> Iterator[Setting]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx may run as somebody else
        url = database or f"sqlite:///{folder / 'mentorspiegel.sqlite3'}"
        store = open_store(url)
        workspace, people = invite(store, 600 + max(CROWDS))
        with servers(folder, processes, database) as running:
            ports = [server.port for server in running]
            missing = Missing(workspace, people)
            if processes == 1:
                yield Setting(people, running, ports[0], missing)
            else:
                with nginx(folder, ports) as port:
                    yield Setting(people, running, port, missing)
        store.close()


def _cost(setting: Setting) -> list[str]:
    """Measure the processor time of an answer and of a whole questionnaire, one at a time."""
    server, dice = setting.servers[0], random.Random(1)
    browser = Browser(setting.port)

    async def measure() -> tuple[list[float], ...]:
        people = setting.people[576:600]
        await _answers(browser, people[0], dice)
        await _questionnaire(browser, people[1])
        one, whole, health = [], [], []
        for number in range(3):
            before = server.cpu()
            for _ in range(MOST_CHANGES):
                await browser.ask("/healthz")
            health.append(1000 * (server.cpu() - before) / MOST_CHANGES)
            before = server.cpu()
            await _answers(browser, people[2 + number], dice)
            one.append(1000 * (server.cpu() - before) / MOST_CHANGES)
            before = server.cpu()
            for person in people[6 + 6 * number : 12 + 6 * number]:
                await _questionnaire(browser, person)
            whole.append(1000 * (server.cpu() - before) / 6)
        browser.close()
        return one, whole, health

    one, whole, health = (statistics.median(column) for column in asyncio.run(measure()))
    nothing = cost_of_nothing()
    return [
        f"  one saved answer: {one:.2f} ms of processor time (bar {BAR_ANSWER:g})",
        f"  beside it, a request to a server that does nothing: {nothing:.2f} ms"
        f" (ratio {one / nothing:.0f}); /healthz, which asks the database: {health:.2f} ms",
        f"  a questionnaire of 22 questions, without script, 50 requests: {whole:.0f} ms "
        f"(bar {BAR_ALL:g})",
    ]


async def _answers(browser: Browser, person: Person, dice: random.Random) -> None:
    for _ in range(MOST_CHANGES):
        await choose(browser, person, dice)


async def _questionnaire(browser: Browser, person: Person) -> None:
    """Answer everything, as a phone without script does."""
    address = f"/a/{person.token}"
    await browser.ask(address)
    await browser.ask(f"{address}/begin", {})
    for number, question in enumerate(person.questions):
        await browser.ask(f"{address}/q/{question}")
        person.sent[question] = number % 5
        fields = {"choice": str(number % 5), "version": "0", "comment": "", "go": "next"}
        status, _ = await browser.ask(f"{address}/q/{question}", fields)
        if status != 303:
            raise RuntimeError(f"an answer was refused with {status}")
    await browser.ask(f"{address}/review")
    await browser.ask(f"{address}/finish", {})
    await browser.ask(f"{address}/thanks")


def _crowds(setting: Setting) -> list[str]:
    first = _many(setting, setting.people[: CROWDS[0]], f" (bar {BAR_OPEN:g})")
    return first + _many(setting, setting.people[600:])


def _many(setting: Setting, people: list[Person], bar: str = "") -> list[str]:
    """Let many people open their first page together and then answer at a calm pace."""
    pages: list[float] = []
    saves: list[float] = []
    opened: list[float] = []

    async def person_answers(person: Person, dice: random.Random) -> None:
        browser = Browser(setting.port)
        opened.append(await _timed(browser, f"/a/{person.token}"))
        await asyncio.sleep(dice.uniform(0, PACE))
        until = time.monotonic() + FOR
        while time.monotonic() < until:
            started = time.monotonic()
            question = person.questions[person.changes % len(person.questions)]
            pages.append(await _timed(browser, f"/a/{person.token}/q/{question}"))
            saves.append(await choose(browser, person, dice))
            await asyncio.sleep(max(0.0, PACE - (time.monotonic() - started)))
        browser.close()

    async def all_of_them() -> None:
        await asyncio.gather(*(person_answers(p, random.Random(n)) for n, p in enumerate(people)))

    asyncio.run(all_of_them())
    memory = max(server.memory() for server in setting.servers)
    return [
        f"  {len(people)} people open together: p95 {_share(opened, 95):.0f} ms{bar}",
        f"  then each answers every {PACE:g} s: page p95 {_share(pages, 95):.0f} ms "
        f"(bar {BAR_PAGE:g}), saving p95 {_share(saves, 95):.0f} ms, {len(saves)} answers, "
        f"{setting.missing.count()} lost",
        f"  memory of a process: {memory:.0f} MB (bar {BAR_MEMORY:g})",
    ]


async def _timed(browser: Browser, path: str) -> float:
    started = time.perf_counter()
    status, _ = await browser.ask(path)
    if status != 200:
        raise RuntimeError(f"a page was refused with {status}")
    return time.perf_counter() - started


def _hot(setting: Setting) -> list[str]:
    """Let some write without pause."""
    times: list[float] = []
    asyncio.run(_write(setting, setting.people[200:400], times, HOT_FOR))
    return [
        f"  {WRITERS} who write without pause: {len(times) / HOT_FOR:.0f} answers a second, "
        f"p99 {_share(times, 99):.0f} ms (bar {BAR_HOT:g}), {setting.missing.count()} lost"
    ]


def _killed(setting: Setting) -> list[str]:
    """Kill a server now and then while they write; unconfirmed answers are sent again."""
    times: list[float] = []

    async def kill() -> None:
        for number in range(KILLS):
            await asyncio.sleep(KILL_EVERY)
            server = setting.servers[number % len(setting.servers)]
            server.kill()
            await asyncio.to_thread(server.start)

    async def both() -> None:
        killer = asyncio.create_task(kill())
        while not killer.done():
            await _write(setting, setting.people[400:560], times, 1)
        await killer

    asyncio.run(both())
    return [
        f"  the same with {KILLS} kills of the server: {len(times)} answers, "
        f"{setting.missing.count()} lost"
    ]


async def _write(
    setting: Setting, people: list[Person], times: list[float], seconds: float
) -> None:
    """Let WRITERS write without pause; each moves on to the next person before it is too much."""
    until = time.monotonic() + seconds
    waiting = [person for person in people if person.changes < MOST_CHANGES]

    async def writer(number: int) -> None:
        browser, dice = Browser(setting.port), random.Random(number)
        while time.monotonic() < until and waiting:
            person = waiting.pop()
            while time.monotonic() < until and person.changes < MOST_CHANGES:
                times.append(await choose(browser, person, dice))
        browser.close()

    await asyncio.gather(*(writer(number) for number in range(WRITERS)))


def _share(times: list[float], percent: int) -> float:
    """Return the time in ms that so many percent stay below."""
    return 1000 * sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


if __name__ == "__main__":
    os.chdir(ROOT)
    print("\n".join(run()))
