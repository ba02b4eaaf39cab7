"""Requests that no page makes: whatever is asked for, no answer lacks the security headers."""

import socket
from collections.abc import Iterator

import pytest

from tests.support.web.server import Server
from web.server.headers import SECURITY_HEADERS

METHODS = ("OPTIONS", "TRACE", "PATCH", "PUT", "DELETE", "PROPFIND", "HEAD", "PURGE")
PATHS = ("*", "/", "/healthz", "/join", "/a-static/x", "/nothing", "/a", "/s/x", "/control/x")
PATHS += ("/account", "/media/x", "/favicon.png", "http://elsewhere.example/healthz", "//a//b")
# what the server itself refuses, before there is a page to speak of
REFUSED = ("CONNECT elsewhere.example:443", "GET elsewhere.example:443", "GET *x y z")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own: it writes down that it refused something."""
    running = Server(tmp_path_factory.mktemp("odd"))
    running.start()
    yield running
    running.stop()


def told(port: int, asked: str) -> tuple[int, dict[str, str]]:
    """Ask in these very words; return status and headers."""
    host = f"127.0.0.1:{port}"
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        words = f"{asked} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n"
        connection.sendall(words.encode())
        reply = b"".join(iter(lambda: connection.recv(65_536), b"")).decode("latin-1")
    first, *lines = reply.partition("\r\n\r\n")[0].split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    return int(first.split()[1]), {name.lower(): value for name, _, value in pairs}


@pytest.mark.parametrize("method", METHODS)
def test_no_method_and_no_target_gets_an_answer_without_them(server: Server, method: str) -> None:
    for port in (server.port, server.participants_port):
        for path in PATHS:
            status, headers = told(port, f"{method} {path}")

            bare = SECURITY_HEADERS.keys() - headers.keys()
            if port == server.port:  # pages of Streamlit, which have fewer of their own
                bare -= {"x-robots-tag", "cross-origin-opener-policy", "cache-control"}
                bare -= {"cross-origin-resource-policy"}
            assert not bare, (port, path, status)
            assert "default-src 'none'" in headers["content-security-policy"]


def test_a_request_about_the_whole_server_is_answered_like_one_for_nothing(server: Server) -> None:
    for method in ("OPTIONS", "CONNECT"):
        status, headers = told(server.participants_port, f"{method} *")

        assert status == 404
        assert SECURITY_HEADERS.items() <= headers.items()


@pytest.mark.parametrize("asked", REFUSED)
def test_what_is_no_request_for_a_page_ends_at_the_server(server: Server, asked: str) -> None:
    for port in (server.port, server.participants_port):
        status, headers = told(port, asked)

        assert status == 400
        assert headers["content-type"].startswith("text/plain")
        assert headers["connection"] == "close"
