"""Who came with the key once is let in by a cookie; nobody else is, not even on this machine."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from runtime import TICKET_DAYS, ScreenKey
from tests.support.builders import Clock
from web.key.check import KeyNeeded, cookie_name
from web.server.assets import STYLE

HERE = "http://127.0.0.1:8501"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 28, 12, tzinfo=UTC))


@pytest.fixture
def key(clock: Clock) -> ScreenKey:
    return ScreenKey(clock)


@pytest.fixture
def screens(key: ScreenKey) -> Starlette:
    """Pages that want the key."""
    routes = [
        Route(path, lambda _request: PlainTextResponse("A project"), methods=["GET", "POST"])
        for path in ("/", "/result", "/healthz", STYLE.address)
    ]
    return Starlette(routes=routes, middleware=[Middleware(KeyNeeded, key=key, language="nl")])


def ask(app: Starlette, path: str = "/", method: str = "GET", **headers: str) -> httpx.Response:
    """Ask for a page; `sec_fetch_site="none"` is one more header."""
    sent = {name.replace("_", "-"): text for name, text in headers.items()}

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            return await client.request(method, path, headers=sent)

    return asyncio.run(send())


def cookie_of(response: httpx.Response) -> str:
    return response.headers["set-cookie"].partition(";")[0]


def test_without_the_key_there_is_a_plain_page_that_says_where_it_stands(
    screens: Starlette,
) -> None:
    dutch, english = ask(screens), ask(screens, accept_language="en")

    assert (dutch.status_code, english.status_code) == (403, 403)
    assert "<h1>Hiervoor is de sleutel nodig</h1>" in dutch.text
    assert "<h1>This needs the key</h1>" in english.text
    assert "screens-8501.html" in english.text
    assert "A project" not in dutch.text + english.text
    assert "set-cookie" not in dutch.headers


def test_a_wrong_key_is_called_wrong(screens: Starlette) -> None:
    for wrong in ("wrong", "", "%ff", "caf%C3%A9"):
        response = ask(screens, f"/?key={wrong}")

        assert response.status_code == 403
        assert "Deze sleutel past niet" in response.text
        assert "set-cookie" not in response.headers


def test_the_key_gives_a_cookie_and_leads_on_without_the_key(
    screens: Starlette, key: ScreenKey
) -> None:
    response = ask(screens, f"/result?assessment=a%26b&key={key.text}&lang=nl")

    assert response.status_code == 303
    assert response.headers["location"] == "/result?assessment=a%26b&lang=nl"
    assert response.headers["cache-control"] == "no-store"
    attributes = response.headers["set-cookie"].split("; ")[1:]
    assert sorted(attributes) == ["HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=strict"]
    assert ask(screens, cookie=f"a=b; {cookie_of(response)}").text == "A project"


def test_it_leads_to_no_other_server(screens: Starlette, key: ScreenKey) -> None:
    for path in ("//foreign.example", "/\\foreign.example", "/%2F/foreign.example"):
        location = ask(screens, f"{HERE}{path}?key={key.text}").headers["location"]

        assert location == "/foreign.example"


def test_who_was_let_in_and_shows_a_key_again_gets_no_second_cookie(
    screens: Starlette, key: ScreenKey
) -> None:
    cookie = cookie_of(ask(screens, f"/?key={key.text}"))
    for again in (key.text, "of-an-earlier-start"):
        response = ask(screens, f"/?key={again}", cookie=cookie)

        assert (response.status_code, response.headers["location"]) == (303, "/")
        assert "set-cookie" not in response.headers


@pytest.mark.parametrize("cookie", ["ms_screens_8501=", "ms_screens_8501=x", "ms_screens_8501", ""])
def test_a_cookie_that_we_did_not_give_lets_nobody_in(screens: Starlette, cookie: str) -> None:
    assert ask(screens, cookie=cookie).status_code == 403


def test_what_is_posted_needs_it_too(screens: Starlette, key: ScreenKey) -> None:
    assert ask(screens, method="POST").status_code == 403
    cookie = cookie_of(ask(screens, f"/?key={key.text}"))
    assert ask(screens, method="POST", cookie=cookie).text == "A project"


def test_a_browser_is_let_in_for_a_month(screens: Starlette, key: ScreenKey, clock: Clock) -> None:
    cookie = cookie_of(ask(screens, f"/?key={key.text}"))
    clock.now += timedelta(days=TICKET_DAYS) - timedelta(seconds=1)
    assert ask(screens, cookie=cookie).status_code == 200
    clock.now += timedelta(seconds=1)
    assert ask(screens, cookie=cookie).status_code == 403


def test_after_a_link_on_another_page_the_browser_asks_once_more_from_here(
    screens: Starlette,
) -> None:
    assert ask(screens, sec_fetch_site="cross-site").headers["refresh"] == "0"
    assert "refresh" not in ask(screens, sec_fetch_site="same-origin").headers
    assert "refresh" not in ask(screens, sec_fetch_site="none").headers


def test_whether_all_is_well_is_for_everybody_and_the_refusal_has_its_looks(
    screens: Starlette,
) -> None:
    assert ask(screens, "/healthz").text == "A project"
    assert ask(screens, STYLE.address).text == "A project"
    assert ask(screens, f"{STYLE.address}/x").status_code == 403


def a_socket(key: ScreenKey, cookie: str) -> list[str]:
    """Open a websocket; return what happened."""
    happened: list[str] = []

    async def app(scope: object, receive: object, send: object) -> None:
        happened.append("passed on")

    async def send(message: dict[str, object]) -> None:
        happened.append(f"{message['type']} {message['code']}")

    headers = [(b"cookie", cookie.encode())]
    scope = {"type": "websocket", "path": "/_stcore/stream", "server": ("127.0.0.1", 8501)}
    asyncio.run(KeyNeeded(app, key)({**scope, "headers": headers}, None, send))  # type: ignore[arg-type]
    return happened


def test_a_websocket_needs_it_too(key: ScreenKey) -> None:
    assert a_socket(key, "") == ["websocket.close 4403"]
    assert a_socket(key, f"ms_screens_8501={key.new_ticket()}") == ["passed on"]


def test_servers_on_other_ports_have_cookies_of_their_own() -> None:
    names = {cookie_name({"server": ("127.0.0.1", port)}) for port in (8501, 8502)}

    assert len(names) == 2
    assert cookie_name({"server": None}) not in names
