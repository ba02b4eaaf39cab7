"""A PostgreSQL of our own to be stopped at once: as safe as it is installed, unlike that of the tests."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import psycopg

PATIENCE = 30  # seconds to start or to stop


def binaries() -> Path | None:
    """Return the folder with the programs of PostgreSQL, None if there is none."""
    places = [Path(name) for name in os.environ["PATH"].split(os.pathsep)]
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((p for p in places if (p / "initdb").exists() and (p / "postgres").exists()), None)


class Postgres:
    """A server on a free port, with its data in a folder."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs, self.folder = programs, folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = str(free.getsockname()[1])
        self.url = f"postgresql+psycopg://tester@127.0.0.1:{self.port}/postgres"
        self._process: subprocess.Popen[bytes] | None = None
        self._account = _account(folder)
        create = [programs / "initdb", "-D", folder / "data", "-U", "tester", "-A", "trust"]
        self._run([*create, "-E", "UTF8", "--locale=C"]).wait()

    def _run(self, command: list[object]) -> "subprocess.Popen[bytes]":
        options: dict[str, Any] = {"cwd": self.folder, **self._account}
        quiet = subprocess.DEVNULL
        return subprocess.Popen(list(map(str, command)), stdout=quiet, stderr=quiet, **options)

    def start(self) -> None:
        """Start it and wait until it answers. Raises RuntimeError."""
        run = [self.programs / "postgres", "-D", self.folder / "data", "-p", self.port]
        self._process = self._run([*run, "-h", "127.0.0.1", "-k", self.folder])
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                return psycopg.connect(self.url.replace("+psycopg", "")).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
        raise RuntimeError("PostgreSQL does not start")

    def stop_at_once(self) -> None:
        """Stop as `pg_ctl stop -m immediate` does: nothing is finished, the log is read again."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(PATIENCE)


def _account(folder: Path) -> dict[str, str]:
    """Return the account to run as when we are root, which PostgreSQL refuses."""
    if os.geteuid() != 0:
        return {}
    try:
        shutil.chown(folder, "postgres")
    except LookupError:
        shutil.chown(folder, "nobody")
    return {"user": folder.owner()}
