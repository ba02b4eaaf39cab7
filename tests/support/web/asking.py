"""Requests to the running program, as a program makes them: without a browser's cookies and redirects."""

import http.client
import time
from dataclasses import dataclass

from commands.server.ports import take_port
from tests.support.web.server import Server

# pages, what they are made of, uploads, downloads, what a participant would see
SCREENS = ("/", "/result", "/_stcore/health", "/_stcore/host-config", "/_stcore/upload_file/a/b")
SCREENS += (
    "/media/abc.pdf",
    "/preview/a/b/c",
    "/static/js/index.js",
    "/favicon.png",
    "/a-static/x",
)


@dataclass(frozen=True)
class Reply:
    """What a server answered."""

    status: int
    body: bytes
    cookie: str  # name and value of the cookie that it gave, empty if it gave none


def get(port: int, path: str, headers: dict[str, str] | None = None) -> Reply:
    """Ask for a page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        cookie = (response.headers["set-cookie"] or "").partition(";")[0]
        return Reply(response.status, response.read(), cookie)
    finally:
        connection.close()


def first_status(port: int, path: str = "/healthz") -> int:
    """Wait until a server is there; return its answer."""
    until = time.monotonic() + 60
    while True:
        try:
            return get(port, path).status
        except ConnectionError:
            assert time.monotonic() < until
            time.sleep(0.1)


def cookie_for(server: Server, key: str) -> dict[str, str]:
    """Return what a browser sends that came with a key."""
    return {"Cookie": get(server.port, f"/?key={key}").cookie}


def free_port() -> int:
    """Return a port that nobody uses."""
    with take_port("127.0.0.1", 0) as probe:
        return int(probe.getsockname()[1])
