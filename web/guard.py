"""Refuse what comes from beyond this machine while there is no sign-in.

`cli.py serve` listens on this machine only. Somebody who starts the app in another way and opens it
to a network gets this refusal instead of everybody reading every project.
"""

import ipaddress

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
REFUSAL = (
    "Mentorspiegel answers on this machine only: without sign-in everybody who reaches it could "
    "read and change every project. Open it as http://127.0.0.1 or http://localhost.\n"
)


class LocalOnly:
    """ASGI middleware that answers 403 to every request that did not come to a local address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] in ("http", "websocket") and not is_local(scope):
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 4403})
                return
            await PlainTextResponse(REFUSAL, status_code=403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_local(scope: Scope) -> bool:
    """Say whether a request came to a local address under a local name.

    The name counts too: a foreign page must not reach this machine under a name of its own.
    """
    address = (scope.get("server") or ("", 0))[0]
    name = Headers(scope=scope).get("host", "").rsplit(":", 1)
    host = name[0] if len(name) == 2 and name[1].isdigit() else ":".join(name)
    return _is_loopback(address) and host in LOCAL_NAMES


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
