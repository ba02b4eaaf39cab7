"""Two servers in one process: each app on its own port, and one signal stops both."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.command_line import ROOT
from tests.support.web.asking import first_status, free_port, get
from tests.support.web.server import Server

BLOCKED = 3  # seconds
APPS = f"""
import time

async def respond(scope, receive, send, status):
    await send({{"type": "http.response.start", "status": status, "headers": []}})
    await send({{"type": "http.response.body", "body": b""}})

async def front(scope, receive, send):
    if scope["type"] == "http":
        time.sleep({BLOCKED} if scope["path"] == "/block" else 0)  # the whole loop stands still
        await respond(scope, receive, send, 201)

async def participants(scope, receive, send):
    await respond(scope, receive, send, 202)
"""
LOOPS = """
import asyncio, sys

async def front(scope, receive, send):
    if scope["type"] != "http":
        return
    parser = "httptools" if "uvicorn.protocols.http.httptools_impl" in sys.modules else "another"
    body = f"{type(asyncio.get_running_loop()).__module__} {parser}".encode()
    headers = [(b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})

participants = front
"""
RUN = """
from commands.server.ports import take_port
from commands.server.run import run
with take_port("127.0.0.1", {0}) as first, take_port("127.0.0.1", {1}) as second:
    run(first, second)
"""


@contextmanager
def running(folder: Path, apps: str) -> Iterator[tuple[int, int]]:
    """Run two apps; give the ports of the screens and of the participants."""
    (folder / "app.py").write_text(apps)
    ports = free_port(), free_port()
    environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-c", RUN.format(*ports)]
    with subprocess.Popen(command, cwd=folder, env=environment) as process:
        try:
            yield ports
        finally:
            process.terminate()


def test_both_answer_and_one_signal_stops_both(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    ports = (server.port, server.participants_port)
    for port in ports:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    server.stop()

    for port in ports:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5)
    assert "Cancel" not in server.log.read_text()


def test_screens_that_keep_the_server_busy_do_not_stop_participants(tmp_path: Path) -> None:
    with running(tmp_path, APPS) as (screens, participants):
        assert first_status(screens, "/") == 201
        assert first_status(participants, "/") == 202
        busy = threading.Thread(target=get, args=(screens, "/block"))
        busy.start()
        time.sleep(BLOCKED / 10)  # until it has begun
        begun = time.monotonic()
        statuses = [get(participants, "/").status for _ in range(5)]
        took = time.monotonic() - begun
        assert busy.is_alive()
        busy.join()

    assert statuses == [202] * 5
    assert took < BLOCKED / 3


@pytest.mark.skipif(sys.platform == "win32", reason="uvloop is not made for Windows")
def test_both_run_on_the_fast_loop_and_read_requests_with_the_fast_parser(tmp_path: Path) -> None:
    with running(tmp_path, LOOPS) as ports:
        assert [first_status(port) for port in ports] == [200, 200]
        told = [get(port, "/").body for port in ports]

    assert told == [b"uvloop httptools"] * 2
