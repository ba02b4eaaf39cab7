"""A ledger of every confirmed answer, and what the database holds of it in the end."""

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select, text

from assessment.respondents import token_hash
from benchmarks.support.people import Browser, Person, save_together
from storage import SqlStore
from storage.engine import read_transaction
from storage.tables import answer_history, respondents

MOST = 4  # answers in one post
PAUSE = 0.6  # seconds per change of one person: below the brake of 120 a minute
AGAIN = 0.2  # seconds after which an answer that was not confirmed is sent again
PATIENCE = 8.0  # seconds for a response; then the line is taken for dead

Entry = tuple[str, int, str]  # question, level, version
Way = Callable[[Browser, Person, Mapping[str, int]], Awaitable[tuple[int, dict[str, str]]]]


@dataclass
class Ledger:
    """What was confirmed to one person, in order, and what was sent and never confirmed."""

    person: Person
    confirmed: list[Entry] = field(default_factory=list)
    open: dict[str, int] = field(default_factory=dict)  # by question: sent, perhaps saved
    refused: Counter[int] = field(default_factory=Counter)  # by status; 0: no response at all
    longest: float = 0.0  # seconds until an answer was confirmed


async def keep_answering(ledger: Ledger, ports: list[int], until: float, seed: int) -> None:
    """Answer until a moment; what is not confirmed is sent again, also to another server.

    Every second person has no script and saves one answer at a time, the others up to MOST together.
    """
    dice, browsers = random.Random(seed), [Browser(port) for port in ports]
    person = ledger.person
    way, most = (save_together, MOST) if seed % 2 else (_save_on_the_page, 1)
    while time.monotonic() < until:
        waiting = _choices(person, dice, dice.randint(1, most))
        number = len(waiting)
        person.sent |= waiting
        ledger.open |= waiting
        started = time.monotonic()
        while waiting and time.monotonic() < until:
            status, confirmed = await _ask(way, dice.choice(browsers), person, waiting)
            for question, version in confirmed.items():
                ledger.confirmed.append((question, waiting.pop(question), version))
                del ledger.open[question]
                ledger.longest = max(ledger.longest, time.monotonic() - started)
            if waiting:
                ledger.refused[status] += 1
                if status not in (0, 200, 429, 502, 503, 504):
                    raise RuntimeError(f"an answer was refused with {status}")
                await asyncio.sleep(AGAIN)
        await asyncio.sleep(PAUSE * number)
    for browser in browsers:
        browser.close()


def _choices(person: Person, dice: random.Random, number: int) -> dict[str, int]:
    """Return other levels on some questions."""
    return {
        question: dice.choice([n for n in range(5) if n != person.sent.get(question)])
        for question in dice.sample(person.questions, number)
    }


async def _ask(
    way: Way, browser: Browser, person: Person, levels: dict[str, int]
) -> tuple[int, dict[str, str]]:
    try:
        return await asyncio.wait_for(way(browser, person, levels), PATIENCE)
    except (OSError, EOFError, TimeoutError):
        browser.close()
        return 0, {}


async def _save_on_the_page(
    browser: Browser, person: Person, levels: Mapping[str, int]
) -> tuple[int, dict[str, str]]:
    """Send a level as a phone without script does, and read on the page what is stored."""
    [(question, level)] = levels.items()
    path = f"/a/{person.token}/q/{question}"
    fields = {"choice": str(level), "version": person.versions.get(question, "0")}
    status, _ = await browser.ask(path, fields)
    if status != 303:
        return status, {}
    status, body = await browser.ask(path)
    chosen = re.search(rb'name="choice" value="(\w+)" checked', body)
    version = re.search(rb'name="version" value="(\d+)"', body)
    if chosen is None or version is None or chosen[1].decode() != str(level):
        return status, {}
    person.versions[question] = version[1].decode()
    return status, {question: version[1].decode()}


@dataclass(frozen=True)
class Verdict:
    """What the database holds of what was confirmed."""

    confirmed: int
    lost: int  # confirmed, and not in the history
    other: int  # last states that are neither what was confirmed last nor what was sent after
    compared: int  # last states
    refused: Counter[int]
    longest: float
    is_sound: bool


def compare(store: SqlStore, ledgers: list[Ledger]) -> Verdict:
    """Look every confirmed answer up in the history, and every last state in the answers."""
    written = _history(store)
    lost = other = compared = 0
    for ledger in ledgers:
        found = store.respondents.find(token_hash(ledger.person.token))
        if found is None:
            raise RuntimeError("a respondent has gone")
        name, last = found.respondent.id, {}
        for question, level, version in ledger.confirmed:
            lost += (name, question, level, int(version)) not in written
            last[question] = level
        kept = {question: answer.level for question, answer in store.answers.all(name).items()}
        for question, level in last.items():
            compared += 1
            other += kept.get(question) not in (level, ledger.open.get(question, level))
    return Verdict(
        confirmed=sum(len(ledger.confirmed) for ledger in ledgers),
        lost=lost,
        other=other,
        compared=compared,
        refused=sum((ledger.refused for ledger in ledgers), Counter()),
        longest=max((ledger.longest for ledger in ledgers), default=0.0),
        is_sound=_is_sound(store),
    )


def _history(store: SqlStore) -> set[tuple[str, str, int, int]]:
    table = answer_history
    columns = table.c.respondent, table.c.criterion, table.c.level, table.c.version
    query = select(*columns).join(respondents, table.c.respondent == respondents.c.id)
    with read_transaction(store.engine) as connection:
        return {(row[0], row[1], row[2], row[3]) for row in connection.execute(query)}


def _is_sound(store: SqlStore) -> bool:
    if store.engine.dialect.name != "sqlite":
        return True
    with read_transaction(store.engine) as connection:
        return connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
