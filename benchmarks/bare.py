"""The least that a server can do: a page that is always the same, on the server that we use."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
from starlette.types import Receive, Scope, Send

from benchmarks.servers import ROOT, free_port, wait_for


async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Answer every request with the same few words."""
    headers = [(b"content-type", b"text/plain"), (b"content-length", b"2")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"ok"})


@contextmanager
def bare_server() -> Iterator[tuple[int, psutil.Process]]:
    """Serve it; give the port and the process."""
    port = free_port()
    options = [
        "--port",
        str(port),
        "--no-access-log",
        "--lifespan",
        "off",
        "--log-level",
        "warning",
    ]
    command = [sys.executable, "-m", "uvicorn", "benchmarks.bare:app", *options]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/", process)
            yield port, psutil.Process(process.pid)
        finally:
            process.terminate()
