"""Commands of the program in processes of their own, each killed at a chosen moment of its writing.

A moment is a statement, or the commit, from the first INSERT on: 1 is right before that one.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, event

# loaded before there is any child: commands load what they need when they are called
import commands.access.organisations
import commands.projects  # noqa: F401
from cli import main

ROOT = Path(__file__).resolve().parents[3]
QUICK = str(ROOT / "commands" / "starter_catalogue")  # criteria that are read in no time
WHOLE = 0  # the moment of a command that nobody kills


class Moments:
    """Counts what a command does to the database, and kills it at one moment."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.passed = 0

    def listen(self) -> None:
        event.listen(Engine, "before_cursor_execute", self._statement)
        event.listen(Engine, "commit", self._commit)

    def _statement(self, _connection: Connection, _cursor: object, sql: str, *_: object) -> None:
        if self.passed or sql.lstrip().startswith("INSERT"):
            self._pass()

    def _commit(self, _connection: Connection) -> None:
        if self.passed:
            self._pass()

    def _pass(self) -> None:
        self.passed += 1
        if self.passed == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


def moments_of(url: str, *command: str | Path) -> int:
    """Run a command to its end; return how many moments it has."""
    [(code, passed)] = _run(url, [WHOLE], command)
    assert code == 0
    return passed


def kill_at(url: str, moments: Sequence[int], *command: str | Path) -> list[int]:
    """Run a command once for each moment, and kill it then; return by which signal each ended."""
    return [-code for code, _ in _run(url, moments, command)]


def _run(url: str, moments: Sequence[int], command: Sequence[str | Path]) -> list[tuple[int, int]]:
    asked = [",".join(map(str, moments)), *map(str, command)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.processes.killed", *asked],
        cwd=ROOT,
        env={**os.environ, "MENTORSPIEGEL_DATABASE_URL": url, "MENTORSPIEGEL_CRITERIA": QUICK},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    lines = [line.split() for line in done.stdout.splitlines() if line.startswith("ended ")]
    return [(int(code), int(passed)) for _, code, passed in lines]


def in_children(moments: Sequence[int], command: Sequence[str]) -> None:
    """Run a command in a child for each moment, and say how each ended: they need not load anything."""
    for moment in moments:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            counted = Moments(moment)
            counted.listen()
            code = main(list(command), standalone_mode=False) or 0
            os.write(writer, str(counted.passed).encode())
            os._exit(code)
        os.close(writer)
        passed = os.read(reader, 20).decode() or "0"
        _, status = os.waitpid(child, 0)
        told = f"ended {os.waitstatus_to_exitcode(status)} {passed}\n"
        os.write(sys.stdout.fileno(), told.encode())


if __name__ == "__main__":
    in_children([int(moment) for moment in sys.argv[1].split(",")], sys.argv[2:])
