"""Real servers to measure: Mentorspiegel on this machine only, and nginx in front of two of them."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks import ROOT

START_WITHIN = 60  # seconds
CONNECTIONS = 4_096  # of nginx: two a phone
EMPTY_APP = """
async def app(scope, receive, send):
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})
"""


class Server:
    """Mentorspiegel in a process of its own, which can be killed and started again.

    `port` is that of the participants' pages, `screens_port` that of the screens.
    """

    def __init__(self, data: Path, database: str = "") -> None:
        self.data = data
        self.port, self.screens_port = free_port(), free_port()
        self._environment = {**os.environ, "MENTORSPIEGEL_DATABASE_URL": database}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> subprocess.Popen[bytes]:
        """The process. Raises RuntimeError while there is none."""
        if self._process is None:
            raise RuntimeError("the server was not started")
        return self._process

    def start(self) -> None:
        """Start it and wait until all of it answers. Raises RuntimeError."""
        ports = ["--port", str(self.screens_port), "--participants-port", str(self.port)]
        command = [sys.executable, "cli.py", "serve", *ports]
        if not self._environment["MENTORSPIEGEL_DATABASE_URL"]:
            command += ["--data", str(self.data)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=self._environment, stdout=subprocess.DEVNULL
        )
        for port in (self.port, self.screens_port):  # these come up one after the other
            wait_for(f"http://127.0.0.1:{port}/healthz", self._process)

    def kill(self) -> None:
        """End it at once."""
        self.running.send_signal(signal.SIGKILL)
        self.running.wait()

    def stop(self) -> None:
        """End it and wait."""
        self.running.terminate()
        self.running.wait()

    def cpu(self) -> float:
        """Return the processor time so far, in seconds."""
        times = psutil.Process(self.running.pid).cpu_times()
        return float(times.user + times.system)

    def memory(self) -> float:
        """Return the memory in use, in MB."""
        return float(psutil.Process(self.running.pid).memory_info().rss / 1e6)


@contextmanager
def empty_server(folder: Path) -> Iterator[tuple[int, psutil.Process]]:
    """Run a server that does nothing, in the way ours is run: what every request costs at least."""
    (folder / "empty.py").write_text(EMPTY_APP, encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "empty:app", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--no-access-log", "--lifespan", "off"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/", process)
        yield port, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers. Raises RuntimeError."""
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310  (127.0.0.1)
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the server does not start")


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def servers(folder: Path, number: int = 1, database: str = "") -> Iterator[list[Server]]:
    """Run some servers on one database."""
    made = [Server(folder, database) for _ in range(number)]
    for server in made:
        server.start()
    try:
        yield made
    finally:
        for server in made:
            server.stop()


@contextmanager
def nginx(folder: Path, ports: Sequence[int]) -> Iterator[int]:
    """Run nginx in front of servers, as docs/participants.md says; give its port."""
    port = free_port()
    upstream = "".join(f"server 127.0.0.1:{number};" for number in ports)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log crit;"
        f"events {{ worker_connections {CONNECTIONS}; }} http {{ access_log off;"
        f"{temporary} upstream mentorspiegel {{ {upstream} keepalive 16; }}"
        f"server {{ listen 127.0.0.1:{port}; client_max_body_size 64k;"
        "location ~ ^/(a|a-static|s|control|screen)/ { proxy_pass http://mentorspiegel; proxy_http_version 1.1;"
        'proxy_set_header Connection ""; proxy_set_header Host $http_host;'
        "proxy_set_header X-Forwarded-For proxy; }"
        "location / { return 404; } } }\n"
    )
    process = subprocess.Popen(
        [str(shutil.which("nginx")), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    )
    time.sleep(1)
    try:
        yield port
    finally:
        process.terminate()
        process.wait()
