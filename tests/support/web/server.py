"""The real program in a process of its own, to be killed and started again; and whom it invited."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.services import responding
from assessment.services.assessments import close_assessment
from assessment.services.context import Workspace
from assessment.services.feedback import set_gives_feedback
from assessment.services.invitations import close_invitation, invitations_of, open_invitation
from assessment.services.pairs import make_pairs
from storage import open_store
from storage.tables import metadata
from tests.support.invitations import a_workspace, begin_assessment, small_catalogue

ROOT = Path(__file__).resolve().parents[3]
START_WITHIN = 60  # seconds


class Server:
    """Mentorspiegel on a free port with its own data folder."""

    def __init__(self, data: Path, **settings: str) -> None:
        self.data = data
        self.settings = settings
        self.port, self.participants_port = free_port(), free_port()
        self.log = data / f"server-{self.port}.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def database(self) -> Path:
        return self.data / "mentorspiegel.sqlite3"

    @property
    def url(self) -> str:
        """The address of the screens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def participants_url(self) -> str:
        return f"http://127.0.0.1:{self.participants_port}"

    @property
    def key_file(self) -> Path:
        """The page that opens the screens."""
        return self.data / f"screens-{self.port}.html"

    @property
    def key(self) -> str:
        """The key of the present start."""
        return self.key_file.read_text().partition("?key=")[2].partition('"')[0]

    def start(self) -> None:
        environment = {
            **os.environ,
            "MENTORSPIEGEL_DATA": str(self.data),
            **{f"MENTORSPIEGEL_{name.upper()}": value for name, value in self.settings.items()},
        }
        ports = ["--port", str(self.port), "--participants-port", str(self.participants_port)]
        command = [sys.executable, "cli.py", "serve", "--no-browser", *ports]
        command += [] if "database_url" in self.settings else ["--data", str(self.data)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=log,
            )
        self._wait_until_up()

    def _wait_until_up(self) -> None:
        until = time.monotonic() + START_WITHIN
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=2).close()  # noqa: S310  (127.0.0.1)
            except (urllib.error.URLError, OSError):
                assert self._process is not None
                assert self._process.poll() is None, self.log.read_text()
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"not up within {START_WITHIN} s:\n{self.log.read_text()}")

    @property
    def is_up(self) -> bool:
        """Whether it was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def empty(self) -> None:
        """Erase everything in the database."""
        with closing(
            sqlite3.connect(self.database, timeout=10, isolation_level=None)
        ) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for table in reversed(metadata.sorted_tables):
                connection.execute(f"DELETE FROM {table.name}")  # noqa: S608 (names of our own)
            connection.execute("COMMIT")

    def kill(self) -> None:
        """End it at once, without a chance to finish anything."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def freeze(self) -> None:
        """Let it answer nothing until it is thawed, with its connections open."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        if self.is_up:
            assert self._process is not None
            self._process.terminate()
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Invitations:
    """The coordinator's side of one assessment, in the database of a running server."""

    workspace: Workspace
    assessment: Assessment

    @property
    def query(self) -> str:
        """What an address of a screen ends with, in Dutch."""
        return f"?lang=nl&project={self.assessment.project}&assessment={self.assessment.id}"

    def mentee(self) -> str:
        """Return the address of a personal link for a new mentee."""
        issued = open_invitation(
            self.workspace, self.assessment.id, "mentee", "few", 1, None, personal=1
        )
        return f"/a/{issued.links[0].token}"

    def open_link(self) -> str:
        """Return the address of an open link for mentors."""
        issued = open_invitation(
            self.workspace, self.assessment.id, "mentor", "few", 9, None, open_link=True
        )
        return f"/a/{issued.open_token}"

    def pair(self) -> tuple[str, str]:
        """Return the addresses of the personal links of a mentor and a mentee."""
        (pair,) = make_pairs(self.workspace, self.assessment.id, 1, None)
        return f"/a/{pair.first.token}", f"/a/{pair.second.token}"

    def close(self) -> None:
        """Close every invitation."""
        for line in invitations_of(self.workspace, self.assessment):
            close_invitation(self.workspace, line.invitation.id)

    def close_and_tell(self) -> None:
        """Close the assessment, and tell those who answered."""
        closed = close_assessment(self.workspace, self.assessment.id)
        set_gives_feedback(self.workspace, closed, gives_feedback=True)

    def answers(self, address: str) -> list[Answer]:
        """Return the stored answers of who got a personal link, in the order of the questions."""
        link = responding.find(self.workspace, address.split("/")[2])
        assert isinstance(link, responding.PersonalLink)
        given = self.workspace.store.answers.all(link.respondent)
        return [given[c.id] for c in link.criteria if c.id in given]


@contextmanager
def invitations_on(server: Server) -> Iterator[Invitations]:
    """Invite people in the database of a server."""

    def now() -> datetime:
        return datetime.now(UTC)

    store = open_store(f"sqlite:///{server.database}", clock=now)
    workspace = a_workspace(store, small_catalogue(), now)
    yield Invitations(workspace, begin_assessment(workspace))
    store.close()
