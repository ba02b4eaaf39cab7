"""The pages of sessions in a process of their own, to be killed at any moment and started again."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn
from starlette.applications import Starlette

from runtime import open_store, workspace_on
from settings import Settings
from tests.support.web.server import free_port
from web.session.routes import session_routes

START_WITHIN = 60  # seconds
ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Process:
    """One process on a database."""

    url: str

    def __post_init__(self) -> None:
        self.port = free_port()
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "tests.support.session.process", self.url, str(self.port)]
        self._parent = subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE)
        self._wait()

    def _wait(self) -> None:
        assert self._parent.stdout is not None
        lines = (line.strip() for line in self._parent.stdout)
        self._child = next(int(line) for line in lines if line.isdigit())
        until = time.monotonic() + START_WITHIN
        while time.monotonic() < until:
            try:
                httpx.get(f"{self.address}/join", timeout=5)
            except httpx.TransportError:
                time.sleep(0.02)
            else:
                return
        raise AssertionError("the process does not start")

    def kill(self) -> None:
        """End it at once, and wait until another one has taken its place."""
        os.kill(self._child, signal.SIGKILL)
        self._wait()

    def stop(self) -> None:
        """End it for good."""
        self._parent.kill()
        self._parent.wait()
        with suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGKILL)
        if self._parent.stdout is not None:
            self._parent.stdout.close()


def serve_again_and_again(url: str, port: int) -> None:
    """Have a child serve; when it is killed, have another one do it, which need not load anything."""
    while True:
        child = os.fork()
        if child == 0:
            serve(url, port)
        os.write(sys.stdout.fileno(), f"{child}\n".encode())
        os.waitpid(child, 0)


def serve(url: str, port: int) -> None:
    """Serve the pages on a database until the process is killed."""
    store = open_store(url)
    workspace, settings = workspace_on(store, Settings()), Settings()
    app = Starlette(routes=session_routes(lambda: workspace, lambda: settings))
    uvicorn.run(app, port=port, log_level="error", access_log=False)


if __name__ == "__main__":
    serve_again_and_again(sys.argv[1], int(sys.argv[2]))
