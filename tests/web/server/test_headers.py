"""The headers that keep a page safe in a browser."""

import asyncio
from importlib.resources import files

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from web.server.headers import (
    PAGE_SCRIPT,
    SECURITY_HEADERS,
    NeverBare,
    SecurityHeaders,
    screen_headers,
)


def get(
    path: str = "/", own: dict[str, str] | None = None, middleware: type = SecurityHeaders
) -> httpx.Response:
    """Ask for a page that has headers of its own."""

    async def page(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("A question", headers=own)

    app = Starlette(routes=[Route("/", page)], middleware=[Middleware(middleware)])

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


def test_a_response_without_a_policy_gets_what_it_lacks_and_one_with_a_policy_nothing() -> None:
    bare = get(own={"Cache-Control": "public"}, middleware=NeverBare).headers
    refused = get("/nowhere", middleware=NeverBare).headers
    own = get(own={"Content-Security-Policy": "default-src 'self'"}, middleware=NeverBare).headers

    assert {**SECURITY_HEADERS, "cache-control": "public"}.items() <= dict(bare).items()
    assert bare.get_list("cache-control") == ["public"]
    assert SECURITY_HEADERS.items() <= dict(refused).items()
    assert own.get_list("content-security-policy") == ["default-src 'self'"]
    assert "x-frame-options" not in own


def test_a_screen_loads_from_its_own_server_alone_and_runs_no_script_but_ours() -> None:
    policy = screen_headers(["alert(1)"])["content-security-policy"]
    (scripts,) = (part for part in policy.split("; ") if part.startswith("script-src"))

    assert "default-src 'none'" in policy
    assert "http" not in policy
    assert "*" not in policy
    # echo -n 'alert(1)' | openssl sha256 -binary | base64
    assert "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in scripts
    assert "unsafe" not in scripts


def test_the_script_in_the_page_of_streamlit_is_the_one_that_is_allowed() -> None:
    page = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
    inline = [part.partition("</script>")[0] for part in page.split("<script>")[1:]]

    assert inline == [PAGE_SCRIPT]
