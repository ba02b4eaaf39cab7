"""Bad days on purpose: people answer while things break, and every confirmed answer is looked up.

`python -m benchmarks.soak --seconds 600`, or `make soak`. Linux only: a full disk is played by a
limit on how far files may grow.
"""

import argparse
import asyncio
import os
import random
import resource
import signal
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks import ROOT
from benchmarks.support.cut_line import Line, line
from benchmarks.support.ledger import Ledger, Verdict, compare, keep_answering
from benchmarks.support.people import invite
from benchmarks.support.postgres import Postgres, binaries
from benchmarks.support.servers import Server, servers
from runtime import open_store

PEOPLE = 20
SECONDS = 600.0
FAULT_FOR = 2.0  # seconds that something stays broken
CALM_FOR = 3.0  # seconds between two faults
UNLIMITED = resource.RLIM_INFINITY


@dataclass
class World:
    """What can break: two servers on one database, and the line to each."""

    servers: list[Server]
    lines: list[Line]
    database: Path | None  # the file, if it is one
    postgres: Postgres | None
    dice: random.Random


Fault = Callable[[World], Awaitable[None]]


async def kill(world: World) -> None:
    """Kill a server in the middle of whatever it does, and start it again."""
    server = world.dice.choice(world.servers)
    server.kill()
    await asyncio.to_thread(server.start)


async def freeze(world: World) -> None:
    """Stop a server for a while, as a machine does that is out of breath."""
    server = world.dice.choice(world.servers)
    server.running.send_signal(signal.SIGSTOP)
    await asyncio.sleep(FAULT_FOR)
    server.running.send_signal(signal.SIGCONT)


async def cut(world: World) -> None:
    """Cut a line: what was on its way may have arrived, and nobody hears of it."""
    one = world.dice.choice(world.lines)
    one.cut()
    await asyncio.sleep(FAULT_FOR)
    one.mend()


async def fill_disk(world: World) -> None:
    """Let no file grow, as on a full disk."""
    for server in world.servers:
        resource.prlimit(server.running.pid, resource.RLIMIT_FSIZE, (4_096, UNLIMITED))
    await asyncio.sleep(FAULT_FOR)
    for server in world.servers:
        resource.prlimit(server.running.pid, resource.RLIMIT_FSIZE, (UNLIMITED, UNLIMITED))


async def lock(world: World) -> None:
    """Hold the lock for writing, as another program that works on the file."""
    await asyncio.to_thread(_hold, str(world.database))


def _hold(database: str) -> None:
    with closing(sqlite3.connect(database, timeout=30, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        time.sleep(FAULT_FOR)
        other.execute("ROLLBACK")


async def restart_postgres(world: World) -> None:
    """Stop PostgreSQL at once, and start it again."""
    if world.postgres is not None:
        await asyncio.to_thread(world.postgres.stop_at_once)
        await asyncio.to_thread(world.postgres.start)


FAULTS: dict[str, Fault] = {"kill": kill, "freeze": freeze, "cut line": cut}
OF_SQLITE: dict[str, Fault] = {"full disk": fill_disk, "lock": lock}
OF_POSTGRES: dict[str, Fault] = {"PostgreSQL stopped at once": restart_postgres}


@dataclass(frozen=True)
class Report:
    """What happened, and what is left of what was confirmed."""

    name: str
    seconds: float
    faults: dict[str, int]
    verdict: Verdict

    def lines(self) -> list[str]:
        """Return the lines to print."""
        v = self.verdict
        times = ", ".join(f"{name} {number}" for name, number in self.faults.items())
        refused = ", ".join(
            f"{status or 'no response'}: {n}" for status, n in sorted(v.refused.items())
        )
        return [
            f"{self.name}: {self.seconds:.0f} s, {PEOPLE} people, two servers. {times}.",
            f"  confirmed {v.confirmed}, lost {v.lost}, other than confirmed {v.other} of "
            f"{v.compared} last states",
            f"  not confirmed and sent again: {refused or 'none'}; longest wait {v.longest:.1f} s",
            f"  database sound: {'yes' if v.is_sound else 'NO'}",
        ]


def soak(seconds: float, *, postgres: Postgres | None = None, seed: int = 1) -> Report:
    """Let people answer for so long while one thing after the other breaks. Raises RuntimeError."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = None if postgres else folder / "mentorspiegel.sqlite3"
        url = postgres.url if postgres else f"sqlite:///{file}"
        store = open_store(url)
        _, people = invite(store, PEOPLE)
        ledgers = [Ledger(person) for person in people]
        with servers(folder, 2, postgres.url if postgres else "") as running:
            world = World(running, [], file, postgres, random.Random(seed))
            faults = FAULTS | (OF_POSTGRES if postgres else OF_SQLITE)
            broken = asyncio.run(_day(world, ledgers, faults, seconds))
        store.close()
        again = open_store(url)
        verdict = compare(again, ledgers)
        again.close()
    return Report("PostgreSQL" if postgres else "SQLite", seconds, broken, verdict)


async def _day(
    world: World, ledgers: Sequence[Ledger], faults: dict[str, Fault], seconds: float
) -> dict[str, int]:
    """Break one thing after the other while people answer; return how often each."""
    done = dict.fromkeys(faults, 0)
    async with AsyncExitStack() as stack:
        world.lines = [await stack.enter_async_context(line(s.port)) for s in world.servers]
        until = time.monotonic() + seconds
        ports = [one.port for one in world.lines]
        answering = [
            asyncio.create_task(keep_answering(ledger, ports, until, number))
            for number, ledger in enumerate(ledgers)
        ]
        names = list(faults)
        number = 0
        while time.monotonic() < until - FAULT_FOR:
            await asyncio.sleep(min(CALM_FOR, seconds / 10))
            name = names[number % len(names)]
            await faults[name](world)
            done[name] += 1
            number += 1
        await asyncio.gather(*answering)
    return done


def everything(seconds: float) -> list[Report]:
    """Return what happened on SQLite and, where it is installed, on PostgreSQL; half of the time each."""
    programs = binaries()
    if programs is None:
        return [soak(seconds)]
    reports = [soak(seconds / 2)]
    with tempfile.TemporaryDirectory() as name:
        postgres = Postgres(programs, Path(name))
        postgres.start()
        try:
            reports.append(soak(seconds / 2, postgres=postgres))
        finally:
            postgres.stop_at_once()
    return reports


def main() -> int:
    """Run from the command line; 1 when anything was lost."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=SECONDS)
    reports = everything(asked.parse_args().seconds)
    print("\n".join(text for report in reports for text in report.lines()))
    wrong = (r.verdict for r in reports)
    return int(any(v.lost or v.other or not v.is_sound for v in wrong))


if __name__ == "__main__":
    os.chdir(ROOT)
    raise SystemExit(main())
