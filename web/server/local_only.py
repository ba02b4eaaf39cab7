"""Refuse what comes to the screens from beyond this machine, or from another website.

The screens show and change every project, so they answer on this machine only, however the program was
started. A browser on this machine also shows foreign pages: these may link to the screens, and
nothing more. Who comes from this machine still needs the key (`web/key/`).
"""

import ipaddress
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from web.server.headers import encode, screen_headers, with_headers

OPEN_PAGES = frozenset({"/healthz"})  # whether all is well, for everybody
# not [::1]: Streamlit does not know it, and would ask another server whether it is this machine
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1"})
# many a proxy says so; whom it speaks for may be anywhere
FORWARDED = ("forwarded", "x-forwarded-", "x-real-ip", "via")
# what a browser says of a request that another website made
FROM_ELSEWHERE = frozenset({"cross-site", "same-site"})
REFUSAL = (
    "This page answers on the machine of Mentorspiegel only: it shows and changes every project. "
    "Open it there as http://127.0.0.1 or http://localhost.\n"
)


class LocalOnly:
    """ASGI middleware: from elsewhere only what is open to everybody is answered, all else is 403.

    What is not open to everybody loads nothing from another server, runs only our own `scripts`, and
    stands in no frame of another page.
    """

    def __init__(self, app: ASGIApp, scripts: Iterable[str] = ()) -> None:
        self.app = app
        self.headers = encode(screen_headers(scripts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] not in ("http", "websocket") or is_open(scope):
            await self.app(scope, receive, send)
        elif is_local(scope) and is_own(scope):
            await self.app(scope, receive, with_headers(send, self.headers))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 4403})
        else:
            refusal = PlainTextResponse(REFUSAL, status_code=403)
            await refusal(scope, receive, with_headers(send, self.headers))


def is_open(scope: Scope) -> bool:
    """Return whether a request is for a page that everybody may open."""
    return scope["type"] == "http" and scope.get("path") in OPEN_PAGES


def is_forwarded(headers: Headers) -> bool:
    """Return whether a proxy says that it passes a request on."""
    return any(name.startswith(FORWARDED) for name in headers)


def is_local(scope: Scope) -> bool:
    """Return whether a request came to a local address under a local name.

    The name counts too: a foreign page must not reach this machine under a name of its own.
    """
    address = (scope.get("server") or ("", 0))[0]
    headers = Headers(scope=scope)
    if is_forwarded(headers):
        return False
    name = headers.get("host", "").rsplit(":", 1)
    host = name[0] if len(name) == 2 and name[1].isdigit() else ":".join(name)
    return _is_loopback(address) and host in LOCAL_NAMES


def is_own(scope: Scope) -> bool:
    """Return whether a request was made by a screen itself or by a person, not by another website.

    Of requests that another website had a part in, only a link that a person follows is answered.
    """
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    if scope["type"] == "websocket" and "origin" not in headers:
        return False  # every browser names it; a program that does not is no screen of ours
    if any(origin.partition("://")[2] != host for origin in headers.getlist("origin")):
        return False
    is_followed = (
        headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    )
    return headers.get("sec-fetch-site") not in FROM_ELSEWHERE or is_followed


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
