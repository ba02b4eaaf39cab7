"""A group session with 200 phones: they join in ten seconds, vote, and see the result that is shown.

On SQLite, and with MENTORSPIEGEL_DATABASE_URL also on PostgreSQL. The commands come from another process
than the one that answers the phones.
"""

import asyncio
import json
import os
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from assessment.catalogue.model import Text
from assessment.catalogue.reading.loader import load_catalogue
from assessment.services.context import Workspace
from assessment.services.session import preparing, running
from assessment.services.session.entering import session_now
from assessment.services.session.preparing import SessionDraft
from assessment.session.control.orders import Order
from assessment.session.keys import SessionKeys
from assessment.session.script import Script, SessionStep, StepKind
from assessment.session.states import Command, Purpose
from benchmarks import ROOT
from benchmarks.support.people import Browser
from benchmarks.support.servers import Server, servers
from runtime import open_store, workspace_on
from settings import Settings

PHONES, JOIN_WITHIN = 200, 10.0  # people, seconds
VOTE_FOR = 20.0  # seconds of steady voting
SETTLE = 3.0  # seconds after a command in which everybody loads the next page
BAR_JOIN = 300.0  # ms, 95 % of the requests
BAR_SHOW = 4.0  # s from Show to the last phone
BAR_CPU = 15.0  # % of a core while people vote
ROLES = ("mentor", "mentee")


@dataclass
class Crowd:
    """A session on a running server, and who is in it."""

    workspace: Workspace
    session: str
    keys: SessionKeys
    server: Server
    phones: list["RoomPhone"] = field(default_factory=list)

    def run(self, command: Command) -> None:
        """Give a command as another process does."""
        version = session_now(self.workspace, self.session).version
        running.run(self.workspace, self.keys.control, Order(command), version)


class RoomPhone:
    """One phone with the script of the page: it polls, and loads the page when it has to."""

    def __init__(self, crowd: Crowd, number: int) -> None:
        self.dice = random.Random(number)
        self.role = ROLES[number % len(ROLES)]
        self.at = f"/s/{crowd.keys.join_token}"
        self.browser = Browser(crowd.server.port)
        self.version = -1
        self.tag = self.cookie = ""
        self.page = b""
        self.sees_result = 0.0  # when
        self.requests: list[float] = []

    async def ask(self, path: str, fields: dict[str, str] | None = None, **given: bool) -> int:
        """Ask for a page and keep it; note how long that took."""
        self.browser.headers = self.cookie + (f"If-None-Match: {self.tag}\r\n" if self.tag else "")
        started = time.perf_counter()
        status, body = await self.browser.ask(path, fields, **given)
        self.requests.append(time.perf_counter() - started)
        if status not in (200, 304):
            raise RuntimeError(f"{path.rpartition('/')[2]} was refused with {status}")
        self.page = body
        return status

    async def join(self) -> None:
        """Scan the code, press a role, and go on."""
        await asyncio.sleep(self.dice.uniform(0, JOIN_WITHIN))
        await self.ask(self.at)
        await self.ask(f"{self.at}/join", {"role": self.role, "language": "nl"})
        token = self.browser.head.partition("ms_session=")[2].partition(";")[0]
        self.cookie = f"Cookie: ms_session={token}\r\n"
        await self.ask(self.at)

    async def follow(self, until: asyncio.Event) -> None:
        """Poll, and load the page whenever the session has moved on."""
        while not until.is_set():
            if await self.ask(f"{self.at}/state") == 200:
                state = json.loads(self.page)
                self.tag = self.browser.head.partition("etag: ")[2].partition("\r\n")[0]
                self.next = state["next_ms"] / 1000
                if state["v"] != self.version:
                    self.version = state["v"]
                    await self._load()
            await asyncio.sleep(self.next * self.dice.uniform(0.85, 1.15))

    async def _load(self) -> None:
        tag, self.tag = self.tag, ""
        await self.ask(self.at)
        self.tag = tag
        if not self.sees_result and b'class="result"' in self.page:
            self.sees_result = time.perf_counter()

    async def vote(self) -> None:
        """Choose something at a moment of its own, by another connection as browsers have more."""
        await asyncio.sleep(self.dice.uniform(0, VOTE_FOR))
        browser = Browser(self.browser.port)
        browser.headers = self.cookie
        sent = {"step": "welcome", "item": "welcome", "turn": "first", "version": "0"}
        sent |= {"choice": self.dice.choice(["yes", "no"])}
        status, _ = await browser.ask(f"{self.at}/vote", sent, script=True)
        browser.close()
        if status != 200:
            raise RuntimeError(f"a vote was refused with {status}")


def run() -> list[str]:
    """Measure and return the lines to print."""
    lines = ["SQLite:"]
    with _crowd() as crowd:
        lines += asyncio.run(_session(crowd))
    if database := os.environ.get("MENTORSPIEGEL_DATABASE_URL", ""):
        lines.append("PostgreSQL:")
        with _crowd(database) as crowd:
            lines += asyncio.run(_session(crowd))
    return lines


@contextmanager
def _crowd(database: str = "") -> Iterator[Crowd]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = open_store(database or f"sqlite:///{folder / 'mentorspiegel.sqlite3'}")
        catalogue = load_catalogue(ROOT / "criteria")
        workspace = workspace_on(store, Settings(), catalogue=catalogue)
        steps = (SessionStep(id="welcome", kind=StepKind.WELCOME, minutes=5),)
        text = Text({"nl": "Meting", "en": "Measured"})
        draft = SessionDraft(
            name="Measured",
            language="nl",
            purpose=Purpose.MIRROR,
            planned_minutes=60,
            people_expected=PHONES,
            roles=ROLES,
            script=Script(id="measured", title=text, steps=steps),
        )
        session, keys = preparing.new_keys(workspace, preparing.create_session(workspace, draft))
        preparing.open_lobby(workspace, session)
        with servers(folder, 1, database) as (server,):
            yield Crowd(workspace, session.id, keys, server)
        store.close()


async def _session(crowd: Crowd) -> list[str]:
    """Let them join, vote and look."""
    crowd.phones = [RoomPhone(crowd, number) for number in range(PHONES)]
    over = asyncio.Event()
    await asyncio.gather(*(phone.join() for phone in crowd.phones))
    joined = [seconds for phone in crowd.phones for seconds in phone.requests]
    following = [asyncio.create_task(phone.follow(over)) for phone in crowd.phones]
    for _ in range(2):
        await asyncio.to_thread(crowd.run, Command.START)
    await asyncio.sleep(SETTLE)
    share, answers = await _steady(crowd)
    await asyncio.to_thread(crowd.run, Command.CLOSE)
    await asyncio.sleep(SETTLE)
    shown = time.perf_counter()
    await asyncio.to_thread(crowd.run, Command.SHOW)
    while not all(phone.sees_result for phone in crowd.phones):
        await asyncio.sleep(0.05)
    seen = sorted(phone.sees_result - shown for phone in crowd.phones)
    over.set()
    await asyncio.gather(*following)
    return [
        _line(
            f"{PHONES} phones join in {JOIN_WITHIN:g} s, p95 of a request",
            _p95(joined),
            "ms",
            BAR_JOIN,
        ),
        _line(
            f"{PHONES} vote within {VOTE_FOR:g} s and all poll, processor",
            share,
            "% of a core",
            BAR_CPU,
        ),
        f"    p95 of a request meanwhile: {_p95(answers):.1f} ms",
        _line("from Show to the last phone", seen[-1], "s", BAR_SHOW),
        f"    to 95 % of them: {seen[len(seen) * 95 // 100]:.1f} s",
    ]


async def _steady(crowd: Crowd) -> tuple[float, list[float]]:
    """Return the share of a core while everybody votes once, and how long requests took."""
    counts = [len(phone.requests) for phone in crowd.phones]
    before, started = crowd.server.cpu(), time.perf_counter()
    await asyncio.gather(asyncio.sleep(VOTE_FOR), *(phone.vote() for phone in crowd.phones))
    share = 100 * (crowd.server.cpu() - before) / (time.perf_counter() - started)
    answers = [s for n, phone in zip(counts, crowd.phones, strict=True) for s in phone.requests[n:]]
    return share, answers


def _p95(seconds: list[float]) -> float:
    return 1000 * sorted(seconds)[len(seconds) * 95 // 100]


def _line(what: str, value: float, unit: str, bar: float) -> str:
    return f"  {what}: {value:.1f} {unit} (bar {bar:g}; {value / bar:.2f} of it)"


if __name__ == "__main__":
    os.chdir(ROOT)
    print("\n".join(run()))
