"""Refuse what comes from beyond this machine while there is no sign-in.

The pages of participants are for everybody who holds a secret address. All others show and change
every project, so they answer on this machine only, however the program was started.
"""

import ipaddress

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# where everybody may come: participants' pages, what they look like, and whether all is well
OPEN_PREFIXES = ("/a/", "/a-static/")
OPEN_PAGES = frozenset({"/healthz"})
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
# a proxy says so; whom it speaks for may be anywhere
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
REFUSAL = (
    "This page answers on the machine of Mentorspiegel only: without sign-in everybody who reaches "
    "it could read and change every project. Open it there as http://127.0.0.1 or "
    "http://localhost.\n"
)


class LocalOnly:
    """ASGI middleware: from elsewhere only what is open to everybody is answered, all else is 403."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] in ("http", "websocket") and not (is_open(scope) or is_local(scope)):
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 4403})
                return
            await PlainTextResponse(REFUSAL, status_code=403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_open(scope: Scope) -> bool:
    """Say whether a request is for a page that everybody may open."""
    path = str(scope.get("path", ""))
    return scope["type"] == "http" and (path.startswith(OPEN_PREFIXES) or path in OPEN_PAGES)


def is_local(scope: Scope) -> bool:
    """Say whether a request came to a local address under a local name.

    The name counts too: a foreign page must not reach this machine under a name of its own.
    """
    address = (scope.get("server") or ("", 0))[0]
    headers = Headers(scope=scope)
    if any(name in headers for name in FORWARDED):
        return False
    name = headers.get("host", "").rsplit(":", 1)
    host = name[0] if len(name) == 2 and name[1].isdigit() else ":".join(name)
    return _is_loopback(address) and host in LOCAL_NAMES


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
