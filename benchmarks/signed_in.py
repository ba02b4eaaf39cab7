"""What accounts cost: a click of who signed in, signing in itself, and the pages of participants.

Two servers run beside each other, one without accounts and one with them, and are measured in turn.
"""

import asyncio
import os
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pyotp

from assessment.access.accounts import Account, SignInFactor
from assessment.access.acts import MembershipKind
from assessment.access.memberships import Membership, Organisation, OrganisationKind
from assessment.services.access.sign_in import open_login
from benchmarks import ROOT
from benchmarks.support.clicks import PAUSE, milliseconds_per_click, processor_time
from benchmarks.support.people import (
    MOST_CHANGES,
    NOTHING_THERE,
    Browser,
    Person,
    choose,
    cost_of_nothing,
    invite,
)
from benchmarks.support.screen_servers import assessment_in, cookie_of
from benchmarks.support.servers import Server
from runtime import new_id, now, open_store, workspace_on
from settings import LOGIN_COOKIE, Settings
from storage import SqlStore
from web.accounts.codes import new_secret
from web.accounts.passwords import hash_password

BAR_CLICK, BAR_SIGN_IN, BAR_PEOPLE = 0.5, 400.0, 1.1  # ms, ms, times the cost without accounts
ROUNDS = 3
PAIRS = 5  # of rounds of clicks, on both servers at once
CLICKS = 100
CALM, CALM_CLICKS = 1.1, 20  # seconds between clicks: so long that all is asked anew
AT_ONCE, TIMES = 10, 6
PASSWORD = "een lange zin om te meten"  # noqa: S105 (of a database that is thrown away)


@dataclass(frozen=True)
class Measured:
    """A server with one assessment, and what a browser needs to click in it."""

    server: Server
    query: str
    cookie: str
    people: list[Person]
    port: int  # on which it answers the people

    def cpu(self) -> float:
        """Return the processor time of the server so far, in seconds."""
        return processor_time(psutil.Process(self.server.running.pid))

    def click(self, pause: float = PAUSE, clicks: int = CLICKS) -> float:
        """Return the processor time of a click in ms."""
        return milliseconds_per_click(
            f"http://127.0.0.1:{self.server.screens_port}",
            self.server.running.pid,
            key=":choice:",
            query=self.query,
            page="audit",
            cookie=self.cookie,
            clicks=clicks,
            pause=pause,
        )


def run() -> list[str]:
    """Measure and return the lines to print."""
    with (
        tempfile.TemporaryDirectory() as folder,
        _without(Path(folder) / "without") as without,
        _with(Path(folder) / "with") as (signed, accounts),
    ):
        return [*_clicks(without, signed), *_sign_ins(signed, accounts), *_people(without, signed)]


@contextmanager
def _without(data: Path) -> Iterator[Measured]:
    query, people = _filled(data)
    with _running(data) as server:
        cookie = cookie_of(data, f"http://127.0.0.1:{server.screens_port}")
        yield Measured(server, query, cookie, people, server.port)


@contextmanager
def _with(data: Path) -> Iterator[tuple[Measured, list[Account]]]:
    query, people = _filled(data)
    store = _opened(data)
    token, accounts = _office(store)
    with _running(data) as server:
        cookie = f"{LOGIN_COOKIE}={token}"
        yield Measured(server, query, cookie, people, server.screens_port), accounts
    store.close()


@contextmanager
def _running(data: Path) -> Iterator[Server]:
    server = Server(data)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _opened(data: Path) -> SqlStore:
    return open_store(f"sqlite:///{data.absolute() / 'mentorspiegel.sqlite3'}")


def _filled(data: Path) -> tuple[str, list[Person]]:
    """Make the assessment to click in, and another one in which people are invited."""
    data.mkdir()
    query = assessment_in(data)
    store = _opened(data)
    _, people = invite(store, 1 + 2 * ROUNDS)
    store.close()
    return query, people


def _office(store: SqlStore) -> tuple[str, list[Account]]:
    """Make an organisation of what is there, with accounts; return the token of the first one."""
    workspace = workspace_on(store, Settings())
    office = Organisation(new_id(), "benchmark", OrganisationKind.PROJECT, now())
    store.access.organisations.save(office)
    hashed = hash_password(PASSWORD)
    accounts = [
        Account(new_id(), f"a{n}@example.org", f"A{n}", "nl", now(), hashed, new_secret())
        for n in range(AT_ONCE * TIMES)
    ]
    for account in accounts:
        store.access.accounts.save(account)
        membership = Membership(new_id(), account.id, office.id, MembershipKind.OWNER)
        store.access.memberships.add(membership)
    first = store.access.accounts.get(accounts[0].id)
    return open_login(workspace, first, {SignInFactor.PASSKEY}, "").token, accounts


def _clicks(without: Measured, signed: Measured) -> list[str]:
    """Compare clicks one after the other, and clicks with so much time between that all is asked anew.

    Both servers are clicked on at once: what else the machine does is the same for both.
    """

    def pair(pause: float = PAUSE, clicks: int = CLICKS) -> tuple[float, ...]:
        with ThreadPoolExecutor() as threads:
            asked = [threads.submit(one.click, pause, clicks) for one in (without, signed)]
            return tuple(one.result() for one in asked)

    pairs = sorted((pair() for _ in range(PAIRS)), key=lambda found: found[1] - found[0])
    calm = pair(CALM, CALM_CLICKS)
    lines = []
    for name, (alone, here) in (
        ("click after click", pairs[PAIRS // 2]),
        (f"a click every {CALM:g} s", calm),
    ):
        more = here - alone
        lines.append(
            f"{name}, server CPU: {here:.2f} ms signed in, {alone:.2f} ms without accounts, "
            f"{more:+.2f} ms (bar {BAR_CLICK:g}, ratio {more / BAR_CLICK:.2f})"
        )
    return lines


def _sign_ins(signed: Measured, accounts: list[Account]) -> list[str]:
    """Let people sign in with a password and a code, ten at once; every account once."""
    before = signed.cpu()
    times = [
        time_
        for start in range(0, len(accounts), AT_ONCE)
        for time_ in asyncio.run(_together(signed.port, accounts[start : start + AT_ONCE]))
    ]
    cost = 1000 * (signed.cpu() - before) / len(times)
    worst, nothing = 1000 * sorted(times)[len(times) * 95 // 100], cost_of_nothing()
    as_there = worst * NOTHING_THERE / nothing
    return [
        f"signing in with password and code, {AT_ONCE} at once: p95 {worst:.0f} ms, "
        f"median {1000 * statistics.median(times):.0f} ms, "
        f"server CPU {cost:.0f} ms each "
        f"(bar {BAR_SIGN_IN:g}, ratio {worst / BAR_SIGN_IN:.2f}; by the empty request, {nothing:.3f} ms "
        f"here and {NOTHING_THERE:g} where the bar was set, {as_there / BAR_SIGN_IN:.2f})"
    ]


async def _together(port: int, accounts: list[Account]) -> list[float]:
    return await asyncio.gather(*(_sign_in(port, account) for account in accounts))


async def _sign_in(port: int, account: Account) -> float:
    """Sign in and return the seconds that the server took for both pages."""
    browser, started = Browser(port), time.perf_counter()
    fields = {"address": account.address, "password": PASSWORD}
    await _posted(browser, "/account/sign-in", fields)
    browser.headers = f"Cookie: {_cookie(browser)}\r\n"
    code = pyotp.TOTP(account.code_secret or "").at(now())
    await _posted(browser, "/account/code", {"code": code})
    took = time.perf_counter() - started
    if not _cookie(browser):
        raise RuntimeError("somebody who signed in got no login")
    browser.close()
    return took


async def _posted(browser: Browser, path: str, fields: dict[str, str]) -> None:
    status, body = await browser.ask(path, fields)
    if status != 303:
        raise RuntimeError(f"{path} was refused with {status}: {body[:200]!r}")


def _cookie(browser: Browser) -> str:
    """Return the login that the last answer gave, as a browser sends it back."""
    found = re.search(rf"{LOGIN_COOKIE}=[^;]+", browser.head)
    return found[0] if found else ""


def _people(without: Measured, signed: Measured) -> list[str]:
    """Compare what a page and a saved answer of participants cost, behind the gate and without accounts."""

    def pair(number: int) -> tuple[float, ...]:
        with ThreadPoolExecutor() as threads:
            asked = [threads.submit(_answering, one, number) for one in (without, signed)]
            return tuple(one.result() for one in asked)

    costs = [pair(number) for number in range(ROUNDS)]
    alone, here = sorted(costs, key=lambda pair: pair[1] / pair[0])[ROUNDS // 2]
    return [
        f"participants, a page and a saved answer, server CPU: {here:.2f} ms with accounts, "
        f"{alone:.2f} ms without: ratio {here / alone:.2f} (bar {BAR_PEOPLE:g})"
    ]


def _answering(measured: Measured, number: int) -> float:
    """Return the processor time of opening a question and saving a choice, in ms."""

    async def answer(person: Person, times: int) -> None:
        browser, dice = Browser(measured.port), random.Random(1)
        for n in range(times):
            await browser.ask(f"/a/{person.token}/q/{person.questions[n % len(person.questions)]}")
            await choose(browser, person, dice)
        browser.close()

    asyncio.run(answer(measured.people[0], MOST_CHANGES // 10))
    before = measured.cpu()
    for person in measured.people[1 + 2 * number : 3 + 2 * number]:
        asyncio.run(answer(person, MOST_CHANGES))
    return 1000 * (measured.cpu() - before) / (2 * MOST_CHANGES)


if __name__ == "__main__":
    os.chdir(ROOT)
    print("\n".join(run()))
