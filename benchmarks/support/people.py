"""People who answer: each with an address of their own, over one connection to this machine."""

import asyncio
import json
import random
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from assessment.catalogue.model import Catalogue, Criterion, Profile, Text
from assessment.catalogue.reading.loader import load_catalogue
from assessment.projects import Project
from assessment.services import assessments, projects, responding
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from assessment.store import Store
from benchmarks import ROOT
from benchmarks.support.servers import empty_server
from runtime import now, workspace_on
from settings import Settings

QUESTIONS = 22
MOST_CHANGES = 100  # of one person; a person who makes more in a minute has to wait
TRY_AGAIN_WITHIN = 30  # seconds
# ms of a request to a server that does nothing, on the machine for which the bars were set
NOTHING_THERE = 0.06
REQUESTS_FOR_NOTHING = 4_000  # the clock of processor time ticks in 10 ms
HEADERS = "Accept-Encoding: gzip\r\nAccept-Language: nl\r\nSec-Fetch-Site: same-origin\r\n"


@dataclass
class Person:
    """One mentee and what was sent and confirmed."""

    token: str
    questions: tuple[str, ...]
    sent: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    changes: int = 0


def invite(store: Store, number: int, questions: int = QUESTIONS) -> tuple[Workspace, list[Person]]:
    """Open invitations for a number of mentees with so many questions each."""
    workspace = workspace_on(store, Settings(), catalogue=_catalogue(questions))
    made = projects.create_project(
        workspace, Project("", "benchmark", now(), contact="the coordinator")
    )
    started = assessments.start_assessment(
        workspace, made.id, name="1", profile="full", ambition="floor"
    )
    people: list[Person] = []
    while len(people) < number:
        size = min(200, number - len(people))
        issued = open_invitation(
            workspace, started.id, "mentee", "measured", size, None, personal=size
        )
        letter = responding.find(workspace, issued.links[0].token)
        if not isinstance(letter, responding.PersonalLink):
            raise TypeError("a new link leads nowhere")
        asked = tuple(criterion.id for criterion in letter.criteria)
        owns = (responding.begin_personal_link(workspace, n.token, "nl") for n in issued.links)
        people += [Person(token, asked) for token in owns]
    return workspace, people


def _catalogue(questions: int) -> Catalogue:
    shipped = load_catalogue(ROOT / "criteria")
    # those that mentees are asked first, then others: no role on a phone has as many as are measured
    ranked = sorted(shipped.criteria, key=lambda c: not shipped.is_asked(c, "mentee"))[:questions]
    chosen = {criterion.id for criterion in ranked}
    words = Text({"nl": "Meting", "en": "Measured"})
    measured = Profile(
        id="measured",
        title=words,
        description=words,
        criteria=tuple(c.id for c in shipped.criteria if c.id in chosen),
    )
    criteria = tuple(_asked_of_mentees(c) if c.id in chosen else c for c in shipped.criteria)
    changes = {"profiles": (*shipped.profiles, measured), "criteria": criteria}
    return shipped.model_copy(update=changes)


def _asked_of_mentees(criterion: Criterion) -> Criterion:
    roles = dict.fromkeys((*criterion.also_asked, "mentee"))
    roles.pop(criterion.role, None)
    return criterion.model_copy(update={"also_asked": tuple(roles)})


class Browser:
    """One connection that is kept open."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.headers = ""  # more of them, each with its line end
        self.head = ""  # of the last answer
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(
        self, path: str, fields: dict[str, str] | None = None, *, script: bool = False
    ) -> tuple[int, bytes]:
        """Get a page, or post fields. Raises OSError or EOFError when the server goes away."""
        body = b"" if fields is None else urlencode(fields).encode()
        kind = "Content-Type: application/x-www-form-urlencoded\r\n" if fields is not None else ""
        head = (
            f"{'GET' if fields is None else 'POST'} {path} HTTP/1.1\r\n"
            f"Host: 127.0.0.1:{self.port}\r\n{HEADERS}{self.headers}{kind}"
            f"Accept: {'application/json' if script else 'text/html'}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        try:
            return await self._exchange(head.encode() + body)
        except (OSError, EOFError):
            self.close()
            raise

    async def _exchange(self, request: bytes) -> tuple[int, bytes]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._streams
        writer.write(request)
        as_sent = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        self.head, head = as_sent, as_sent.lower()
        if "transfer-encoding: chunked" in head:
            body = await _chunks(reader)
        else:
            length = int(head.partition("content-length:")[2].partition("\r\n")[0] or 0)
            body = await reader.readexactly(length)
        return int(head.split(" ", 2)[1]), body

    def close(self) -> None:
        """Leave."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    parts = []
    while size := int(await reader.readline(), 16):
        parts.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(parts)


async def save_together(
    browser: Browser, person: Person, levels: Mapping[str, int]
) -> tuple[int, dict[str, str]]:
    """Send levels in one post, as the script of the page does; return its status and what was confirmed.

    Confirmed is the version under which exactly that level is stored, by question.
    """
    fields: dict[str, str] = {}
    for number, (question, level) in enumerate(levels.items(), 1):
        version = person.versions.get(question, "0")
        answer = {"criterion": question, "choice": level, "version": version}
        fields |= {f"{number}-{name}": str(value) for name, value in answer.items()}
    try:
        status, body = await browser.ask(f"/a/{person.token}/answers", fields, script=True)
    except (OSError, EOFError):
        return 0, {}
    if status != 200:
        return status, {}
    told = json.loads(body)["answers"]
    confirmed = {
        one["criterion"]: str(one["version"])
        for one in told
        if one["result"] == "saved" and one["choice"] == str(levels[one["criterion"]])
    }
    person.versions |= confirmed
    return status, confirmed


async def choose(browser: Browser, person: Person, dice: random.Random) -> float:
    """Choose another level on a question, as the script of the page does; return the seconds.

    Sends again while the server is away.
    """
    question = person.questions[person.changes % len(person.questions)]
    person.changes += 1
    level = dice.choice([n for n in range(5) if n != person.sent.get(question)])
    person.sent[question] = level
    started = time.perf_counter()
    while True:
        status, confirmed = await save_together(browser, person, {question: level})
        if confirmed:
            return time.perf_counter() - started
        if status not in (0, 502, 503, 504) or time.perf_counter() - started > TRY_AGAIN_WITHIN:
            raise RuntimeError(f"an answer was refused with {status}")
        await asyncio.sleep(0.1)


def lost(workspace: Workspace, people: list[Person]) -> int:
    """Count the answers that are not stored as they were sent."""
    wrong = 0
    for person in people:
        session = responding.find(workspace, person.token)
        if not isinstance(session, responding.RespondentSession):
            raise TypeError("a link has gone")
        kept = {n: a.level for n, a in responding.answers(workspace, session).items()}
        wrong += sum(kept.get(name) != level for name, level in person.sent.items())
    return wrong


def cost_of_nothing() -> float:
    """Return the processor time, in ms, of a request to a server that does nothing.

    Beside it other figures can be compared from one machine to another.
    """

    async def ask(port: int) -> None:
        browser = Browser(port)
        for _ in range(REQUESTS_FOR_NOTHING):
            await browser.ask("/")
        browser.close()

    with tempfile.TemporaryDirectory() as folder, empty_server(Path(folder)) as (port, process):
        asyncio.run(ask(port))
        before = sum(process.cpu_times()[:2])
        asyncio.run(ask(port))
        return float(1000 * (sum(process.cpu_times()[:2]) - before) / REQUESTS_FOR_NOTHING)
