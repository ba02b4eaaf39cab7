"""Commands of the program in processes of their own, each killed at a chosen moment of its writing.

A moment is a statement, or the commit, from the first INSERT on: 1 is right before that one.
"""

import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, Self

from sqlalchemy import Connection, Engine, event

# loaded before there is any child: commands load what they need when they are called
import commands.access.organisations
import commands.projects  # noqa: F401
from cli import main

ROOT = Path(__file__).resolve().parents[3]
QUICK = str(ROOT / "commands" / "starter_catalogue")  # criteria that are read in no time
WHOLE = 0  # the moment of a command that nobody kills
PATIENCE = 120  # seconds for a command


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


class Killed:
    """A process that has loaded the program, and does each command in a child of its own."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.processes.killed"],
            cwd=ROOT,
            env={**os.environ, "MENTORSPIEGEL_CRITERIA": QUICK},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=PATIENCE)  # which closes what it reads, so it ends

    def moments_of(self, url: str, *command: str | Path) -> int:
        """Run a command to its end; return how many moments it has."""
        code, passed = self._run(url, WHOLE, command)
        assert code == 0
        return passed

    def kill_at(self, url: str, moments: Sequence[int], *command: str | Path) -> list[int]:
        """Run a command once for each moment, and kill it then; return by which signal each ended."""
        return [-self._run(url, moment, command)[0] for moment in moments]

    def _run(self, url: str, moment: int, command: Sequence[str | Path]) -> tuple[int, int]:
        asked, told = self._process.stdin, self._process.stdout
        assert asked is not None
        assert told is not None
        asked.write(json.dumps([url, moment, *map(str, command)]) + "\n")
        asked.flush()
        while not (line := told.readline()).startswith("ended "):  # what the command says itself
            assert line, "the process with the program is gone"
        _, code, passed = line.split()
        return int(code), int(passed)


def in_children() -> None:
    """Run each command that is asked for in a child, and say how it ended: it need not load anything."""
    gc.freeze()
    for line in sys.stdin:
        url, moment, *command = json.loads(line)
        os.environ["MENTORSPIEGEL_DATABASE_URL"] = url
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            _in_child(moment, command, writer)
        os.close(writer)
        passed = os.read(reader, 20).decode() or "0"
        os.close(reader)
        _, status = os.waitpid(child, 0)
        told = f"ended {os.waitstatus_to_exitcode(status)} {passed}\n"
        os.write(sys.stdout.fileno(), told.encode())


def _in_child(moment: int, command: list[str], writer: int) -> NoReturn:
    signal.alarm(PATIENCE)
    counted = Moments(moment)
    counted.listen()
    code = main(command, standalone_mode=False) or 0
    os.write(writer, str(counted.passed).encode())
    os._exit(code)


if __name__ == "__main__":
    in_children()
