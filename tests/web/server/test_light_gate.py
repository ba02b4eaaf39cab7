"""Pages that need no login, in front of the screens."""

import asyncio

import pytest

from assessment.errors import DatabaseUnavailable
from assessment.services.access.sign_in import OpenedLogin
from assessment.services.context import Workspace
from tests.support.web.gate import PUBLIC, Seen, a_scope, answering, ask
from web.server.headers import SECURITY_HEADERS
from web.server.light_gate import LightGate
from web.server.login_cache import LoginCache

PAGES = ("/a/token", "/a-static/participant.css", "/s/code", "/join", "/control/key", "/screen/key")


def before(seen: Seen, logins: LoginCache) -> LightGate:
    return LightGate(
        answering(seen.screens), answering(seen.light), logins, public_url=f"https://{PUBLIC}"
    )


@pytest.fixture
def light_gate(seen: Seen, logins: LoginCache) -> LightGate:
    return before(seen, logins)


def paths(seen: Seen) -> tuple[list[str], list[str]]:
    return [scope["path"] for scope in seen.light], [scope["path"] for scope in seen.screens]


def test_with_accounts_pages_of_respondents_need_no_login(
    light_gate: LightGate, opened: OpenedLogin, seen: Seen
) -> None:
    for path in (*PAGES, "/account", "/account/sign-in"):
        assert ask(light_gate, a_scope(path))[0] == 200

    assert paths(seen) == ([*PAGES, "/account", "/account/sign-in"], [])


def test_all_else_is_asked_of_the_screens(
    light_gate: LightGate, opened: OpenedLogin, seen: Seen
) -> None:
    others = [
        "/",
        "/abc",
        "/accounts",
        "/result",
        "/healthz",
        "/media/a/b",
        "/A/token",
        "//a/token",
    ]
    for path in others:
        ask(light_gate, a_scope(path))
    ask(light_gate, a_scope("/a/token", kind="websocket"))
    asyncio.run(light_gate({"type": "lifespan"}, lambda: None, lambda _m: asyncio.sleep(0)))  # type: ignore[arg-type, return-value]

    assert seen.light == []
    assert [scope.get("path") for scope in seen.screens] == [*others, "/a/token", None]


def test_without_accounts_only_the_first_one_begins_here(light_gate: LightGate, seen: Seen) -> None:
    for path in (*PAGES, "/account/join/x"):
        ask(light_gate, a_scope(path))

    assert paths(seen) == (["/account/join/x"], list(PAGES))


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": PUBLIC, "x_forwarded_proto": "https"}, 200),
        ({"host": PUBLIC, "x_forwarded_proto": "http"}, 403),
        ({"host": PUBLIC}, 403),
        ({"host": "elsewhere.example", "x_forwarded_proto": "https"}, 403),
        ({"host": "localhost:8501", "x_forwarded_for": "192.0.2.1"}, 403),
    ],
)
@pytest.mark.parametrize("path", ["/a/token", "/account/sign-in"])
def test_others_come_over_https_only(
    light_gate: LightGate,
    opened: OpenedLogin,
    seen: Seen,
    headers: dict[str, str],
    status: int,
    path: str,
) -> None:
    found, sent = ask(light_gate, a_scope(path, **headers))

    assert found == status
    assert ("strict-transport-security" in sent) == ("host" in headers and status == 200)
    assert len(seen.light) == (status == 200)
    if status != 200:
        assert SECURITY_HEADERS.items() <= sent.items()


def test_without_a_database_it_says_so_and_the_rest_is_not_its_business(seen: Seen) -> None:
    def broken() -> Workspace:
        raise DatabaseUnavailable("no database")

    light_gate = before(seen, LoginCache(broken))

    status, headers = ask(light_gate, a_scope("/a/token"))
    assert status == 503
    assert SECURITY_HEADERS.items() <= headers.items()
    assert ask(light_gate, a_scope("/account/sign-in"))[0] == 200  # which says itself what is wrong
    assert ask(light_gate, a_scope("/healthz"))[0] == 200
    assert paths(seen) == (["/account/sign-in"], ["/healthz"])
