"""What stands below one address, reached without the layers of the app beside it."""

import asyncio
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.types import Message

from web.server.below import Below


async def told(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{request.url.path} {dict(request.path_params)}")


async def beside(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("beside")


MOUNT = Mount("/a", routes=[Route("/{token}/q/{criterion}", told, methods=["GET"])])
OTHER = Starlette(routes=[Route("/{path:path}", beside)])


@pytest.fixture
def client() -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=Below(MOUNT, OTHER)), base_url="http://us.example"
    )


def get(client: httpx.AsyncClient, path: str, method: str = "GET") -> httpx.Response:
    return asyncio.run(client.request(method, path))


def test_what_stands_below_is_answered_as_the_mount_answers_it(client: httpx.AsyncClient) -> None:
    response = get(client, "/a/t1/q/MC-01")
    plain = httpx.AsyncClient(
        transport=httpx.ASGITransport(app=Starlette(routes=[MOUNT])), base_url="http://us.example"
    )

    assert response.text == "/a/t1/q/MC-01 {'token': 't1', 'criterion': 'MC-01'}"
    assert response.text == get(plain, "/a/t1/q/MC-01").text


@pytest.mark.parametrize("path", ["/", "/a", "/ab/t1/q/MC-01", "/b/a/t1/q/MC-01"])
def test_all_else_goes_to_the_other_app(client: httpx.AsyncClient, path: str) -> None:
    assert get(client, path).text == "beside"


def test_what_the_mount_refuses_is_not_asked_of_the_other_app(client: httpx.AsyncClient) -> None:
    assert get(client, "/a/t1/nothing").status_code == 404
    assert get(client, "/a/t1/q/MC-01", "POST").status_code == 405


def test_the_start_of_the_server_is_told_to_the_other_app() -> None:
    heard: list[str] = []

    @asynccontextmanager
    async def lifespan(_app: Starlette):  # type: ignore[no-untyped-def]
        heard.append("started")
        yield

    messages = iter(({"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}))
    sent: list[str] = []

    async def receive() -> Message:
        return dict(next(messages))

    async def send(message: Message) -> None:
        sent.append(str(message["type"]))

    app = Below(MOUNT, Starlette(lifespan=lifespan))
    asyncio.run(app({"type": "lifespan", "app": None, "state": {}}, receive, send))

    assert heard == ["started"]
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
