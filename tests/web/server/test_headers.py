"""The headers that keep a page safe in a browser."""

import asyncio

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from web.server.headers import SECURITY_HEADERS, SecurityHeaders


def get(path: str = "/", own: dict[str, str] | None = None) -> httpx.Response:
    """Ask for a page that has headers of its own."""

    async def page(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("A question", headers=own)

    app = Starlette(routes=[Route("/", page)], middleware=[Middleware(SecurityHeaders)])

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://us.example") as client:
            return await client.get(path)

    return asyncio.run(send())


def test_every_response_carries_them() -> None:
    for response in (get(), get("/nowhere")):
        assert SECURITY_HEADERS.items() <= dict(response.headers).items()


def test_nothing_is_kept_framed_told_to_others_or_loaded_from_elsewhere() -> None:
    headers = get().headers

    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert "unsafe" not in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_a_response_keeps_its_own_headers_but_never_weaker_ones() -> None:
    headers = get(own={"X-Frame-Options": "SAMEORIGIN", "Set-Cookie": "a=1"}).headers

    assert headers.get_list("x-frame-options") == ["DENY"]
    assert headers["set-cookie"] == "a=1"
    assert headers["content-type"] == "text/plain; charset=utf-8"
