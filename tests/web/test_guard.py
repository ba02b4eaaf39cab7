"""The guard: while there is no sign-in, only this machine is answered."""

import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from web.guard import LocalOnly, is_local


def a_request(address: str, name: str) -> dict[str, object]:
    """Return the scope of a request that came to `address` under `name`."""
    return {
        "type": "http",
        "server": (address, 8501),
        "headers": [(b"host", name.encode())],
    }


@pytest.fixture
def guarded() -> Starlette:
    """A page behind the guard."""
    page = Route("/", lambda _request: PlainTextResponse("A project"))
    return Starlette(routes=[page], middleware=[Middleware(LocalOnly)])


async def get(app: Starlette, name: str) -> httpx.Response:
    """Ask for the page on this machine, under a name."""
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8501") as client:
        return await client.get("/", headers={"Host": name})


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("127.0.0.1", "127.0.0.1:8501"),
        ("127.0.0.1", "localhost:8501"),
        ("127.0.0.1", "localhost"),
        ("127.0.0.53", "localhost:8501"),
        ("::1", "[::1]:8501"),
        ("::1", "[::1]"),
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
        ("server.sock", "localhost"),
    ],
)
def test_everything_else_is_not_local(address: str, name: str) -> None:
    assert not is_local(a_request(address, name))


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

    scope = {**a_request("127.0.0.1", "mentoring.example"), "type": "websocket"}
    asyncio.run(LocalOnly(app)(scope, None, send))

    assert sent == [{"type": "websocket.close", "code": 4403}]


def test_starting_and_stopping_are_passed_on() -> None:
    passed: list[str] = []

    async def app(scope: dict[str, str], receive: object, send: object) -> None:
        passed.append(scope["type"])

    asyncio.run(LocalOnly(app)({"type": "lifespan"}, None, None))

    assert passed == ["lifespan"]
