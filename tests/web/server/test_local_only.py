"""While there is no sign-in, only this machine is answered."""

import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from web.server.headers import screen_headers
from web.server.local_only import LocalOnly, is_local, is_open, is_own

SCRIPTS = ("let ours;",)


def a_request(address: str, name: str) -> dict[str, object]:
    """Return the scope of a request that came to `address` under `name`."""
    return {
        "type": "http",
        "server": (address, 8501),
        "headers": [(b"host", name.encode())],
    }


@pytest.fixture
def guarded() -> Starlette:
    """A page that answers on this machine only."""
    page = Route("/", lambda _request: PlainTextResponse("A project"))
    return Starlette(routes=[page], middleware=[Middleware(LocalOnly, scripts=SCRIPTS)])


async def get(app: Starlette, name: str, path: str = "/", **more: str) -> httpx.Response:
    """Ask for a page on this machine, under a name; `sec_fetch_site="none"` is one more header."""
    headers = {"Host": name, **{header.replace("_", "-"): value for header, value in more.items()}}
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8501") as client:
        return await client.get(path, headers=headers)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("127.0.0.1", "127.0.0.1:8501"),
        ("127.0.0.1", "localhost:8501"),
        ("127.0.0.1", "localhost"),
        ("127.0.0.53", "localhost:8501"),
        ("::1", "localhost:8501"),
    ],
)
def test_this_machine_under_its_own_name_is_local(address: str, name: str) -> None:
    assert is_local(a_request(address, name))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("192.168.1.2", "192.168.1.2:8501"),
        ("192.168.1.2", "localhost:8501"),
        ("127.0.0.1", "mentoring.example:8501"),
        ("127.0.0.1", "localhost.example"),
        ("127.0.0.1", "localhost@example.org"),
        ("127.0.0.1", ""),
        ("::1", "[::1]:8501"),  # Streamlit would look up its address elsewhere
        ("server.sock", "localhost"),
    ],
)
def test_everything_else_is_not_local(address: str, name: str) -> None:
    assert not is_local(a_request(address, name))


@pytest.mark.parametrize(
    "header", ["forwarded", "x-forwarded-for", "x-forwarded-server", "x-real-ip", "via"]
)
def test_a_proxy_on_this_machine_may_speak_for_anybody(header: str) -> None:
    scope = a_request("127.0.0.1", "localhost:8501")
    scope["headers"] = [(b"host", b"localhost:8501"), (header.encode(), b"192.168.1.9")]

    assert not is_local(scope)


def test_whether_all_is_well_is_for_everybody() -> None:
    assert is_open({**a_request("192.168.1.2", "mentoring.example"), "path": "/healthz"})


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/audit",
        "/preview/a/b/c",
        "/a",
        "/a/x",
        "/a-static/x/y",
        "/_stcore/stream",
        "//a/x",
        "",
    ],
)
def test_no_page_is(path: str) -> None:
    assert not is_open({**a_request("192.168.1.2", "mentoring.example"), "path": path})


def test_what_is_open_to_everybody_is_passed_on(guarded: Starlette) -> None:
    guarded.router.routes.append(Route("/healthz", lambda _request: PlainTextResponse("Well")))

    assert asyncio.run(get(guarded, "mentoring.example", "/healthz")).text == "Well"


def test_a_request_without_address_is_not_local() -> None:
    scope = a_request("127.0.0.1", "localhost")
    scope["server"] = None

    assert not is_local(scope)


def test_a_local_request_is_passed_on(guarded: Starlette) -> None:
    assert asyncio.run(get(guarded, "localhost:8501")).text == "A project"


def test_a_foreign_name_is_refused_with_the_way_in(guarded: Starlette) -> None:
    response = asyncio.run(get(guarded, "mentoring.example"))

    assert response.status_code == 403
    assert "http://localhost" in response.text
    assert "A project" not in response.text


def test_a_foreign_websocket_is_closed() -> None:
    sent: list[dict[str, object]] = []

    async def app(scope: object, receive: object, send: object) -> None:
        raise AssertionError("passed on")

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    scope = {**a_request("127.0.0.1", "mentoring.example"), "type": "websocket", "path": "/a/x"}
    asyncio.run(LocalOnly(app)(scope, None, send))

    assert sent == [{"type": "websocket.close", "code": 4403}]


LOCAL = "localhost:8501"
FOLLOWED = {"sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": f"http://{LOCAL}"},
        {"origin": f"http://{LOCAL}", "sec_fetch_site": "same-origin", "sec_fetch_mode": "cors"},
        {"sec_fetch_site": "none", **FOLLOWED},
        {"sec_fetch_site": "cross-site", **FOLLOWED},
        {"sec_fetch_site": "same-site", **FOLLOWED},
    ],
)
def test_the_own_screens_and_a_link_that_is_followed_are_answered(
    guarded: Starlette, headers: dict[str, str]
) -> None:
    assert asyncio.run(get(guarded, LOCAL, **headers)).text == "A project"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://mentoring.example"},
        {"origin": "http://localhost:3000"},
        {"origin": "http://localhost"},
        {"origin": "http://127.0.0.1:8501"},  # the same machine, another name: no screen does that
        {"origin": "null"},
        {"origin": ""},
        {"origin": "http://mentoring.example", "sec_fetch_site": "cross-site", **FOLLOWED},
        {"sec_fetch_site": "cross-site", "sec_fetch_mode": "no-cors", "sec_fetch_dest": "image"},
        {"sec_fetch_site": "same-site", "sec_fetch_mode": "cors", "sec_fetch_dest": "empty"},
        {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "iframe"},
        {"sec_fetch_site": "cross-site"},
    ],
)
def test_another_website_in_a_browser_here_is_refused(
    guarded: Starlette, headers: dict[str, str]
) -> None:
    response = asyncio.run(get(guarded, LOCAL, **headers))

    assert response.status_code == 403
    assert "A project" not in response.text


def test_of_two_origins_both_have_to_be_the_own() -> None:
    scope = a_request("127.0.0.1", LOCAL)
    scope["headers"] = [
        (b"host", LOCAL.encode()),
        (b"origin", f"http://{LOCAL}".encode()),
        (b"origin", b"http://mentoring.example"),
    ]

    assert not is_own(scope)


def test_a_websocket_of_another_website_is_closed_before_anybody_sees_it() -> None:
    sent: list[dict[str, object]] = []

    async def app(scope: object, receive: object, send: object) -> None:
        raise AssertionError("passed on")

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    scope = {**a_request("127.0.0.1", LOCAL), "type": "websocket", "path": "/_stcore/stream"}
    scope["headers"] = [(b"host", LOCAL.encode()), (b"origin", b"http://mentoring.example")]
    asyncio.run(LocalOnly(app)(scope, None, send))

    assert sent == [{"type": "websocket.close", "code": 4403}]


def test_a_program_that_names_no_origin_gets_no_websocket() -> None:
    """As through a proxy that says nothing of itself."""
    scope = {**a_request("127.0.0.1", LOCAL), "type": "websocket", "path": "/_stcore/stream"}

    assert not is_own(scope)
    assert is_own(
        {**scope, "headers": [*scope["headers"], (b"origin", f"http://{LOCAL}".encode())]}
    )  # type: ignore[misc]


def test_a_screen_stands_in_no_frame_and_tells_nobody_where_somebody_was(
    guarded: Starlette,
) -> None:
    for name in (LOCAL, "mentoring.example"):
        headers = asyncio.run(get(guarded, name)).headers

        assert screen_headers(SCRIPTS).items() <= dict(headers).items()


def test_starting_and_stopping_are_passed_on() -> None:
    passed: list[str] = []

    async def app(scope: dict[str, str], receive: object, send: object) -> None:
        passed.append(scope["type"])

    asyncio.run(LocalOnly(app)({"type": "lifespan"}, None, None))

    assert passed == ["lifespan"]
