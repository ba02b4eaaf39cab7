"""What every response of the running program keeps to, on both ports."""

import http.client

import pytest

from tests.support.web.asking import SCREENS, cookie_for, get
from tests.support.web.server import Server
from web.server.assets import SCRIPT, STYLE

PAGES = ("/a", "/a/", "/a/x", f"/a/{'x' * 32}", STYLE.address, SCRIPT.address, "/", "/a-static/x/y")
SECRETS = ("/.git", "/.git/config", "/.git/HEAD", "/app.py", "/data/mentorspiegel.sqlite3")
SECRETS += (
    "/..%2fapp.py",
    "/static/..%2f..%2fapp.py",
    "/a-static/..%2f..%2f..%2fapp.py",
    "/.streamlit/config.toml",
)
NOWHERE = "/nothing-of-this-name"
TEXTS = ("text/", "application/javascript", "application/xml")


def headers(port: int, path: str, **sent: str) -> http.client.HTTPMessage:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=sent)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    response.headers["x-body"] = str(len(body))
    return response.headers


@pytest.fixture
def everywhere(server: Server) -> list[tuple[int, str, dict[str, str]]]:
    """Every address, as somebody who was let in: port, path, headers to send."""
    cookie = cookie_for(server, server.key)
    screens = [(server.port, path, cookie) for path in (*SCREENS, "/healthz", *SECRETS)]
    pages = [(server.participants_port, path, {}) for path in (*PAGES, "/healthz", *SECRETS)]
    return [*screens, *pages, (server.port, "/", {})]


def test_a_response_names_its_kind_its_characters_and_what_it_may_load(
    everywhere: list[tuple[int, str, dict[str, str]]],
) -> None:
    for port, path, sent in everywhere:
        told = headers(port, path, **sent)
        kind = told["content-type"] or ""

        # Streamlit refuses a path that leads upwards in two words, without saying of which kind
        assert kind or told["x-body"] == "0" or ".." in path, path
        assert "charset=utf-8" in kind or not kind.startswith(TEXTS), path
        assert told["x-content-type-options"] == "nosniff", path
        policy = told["content-security-policy"] or ""
        assert "default-src 'none'" in policy or path in (STYLE.address, SCRIPT.address), path


def test_no_other_website_may_read_a_response(
    everywhere: list[tuple[int, str, dict[str, str]]],
) -> None:
    for port, path, sent in everywhere:
        for origin in ("https://foreign.example", "null", "http://localhost:3000"):
            told = headers(port, path, **sent, Origin=origin)

            assert told["access-control-allow-origin"] is None, path


def test_nothing_of_the_program_or_its_data_is_handed_out(
    everywhere: list[tuple[int, str, dict[str, str]]],
) -> None:
    """An address of a file is answered as one that leads nowhere: refused, or with the empty page of the screens."""
    for port, path, sent in everywhere:
        if path in SECRETS:
            reply, nowhere = get(port, path, sent), get(port, NOWHERE, sent)

            assert reply.status >= 400 or reply.body == nowhere.body, path
