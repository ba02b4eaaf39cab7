"""Let a browser in that came with the key once, and refuse every other request for a screen.

The address with the key gives a cookie and leads on to the same address without it. Pages, sockets, uploads and
downloads all want that cookie: also from programs, and from other people who use this machine.
"""

from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from runtime import TICKET_DAYS, ScreenKey
from web.key import page
from web.server.assets import PASSKEY_SCRIPT, SCRIPT, STYLE
from web.server.local_only import FROM_ELSEWHERE, is_open

PARAMETER = "key"
REFUSED = 4403  # how a websocket is told
LOOKS = frozenset(
    {STYLE.address, SCRIPT.address, PASSKEY_SCRIPT.address}
)  # the page that refuses looks like the others


class KeyNeeded:
    """ASGI middleware: passes on what comes from a browser that had the key once."""

    def __init__(self, app: ASGIApp, key: ScreenKey, language: str = "") -> None:
        self.app = app
        self.key = key
        self.language = language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, exchange the key for a cookie, or say where the key stands."""
        if scope["type"] not in ("http", "websocket") or is_open(scope) or scope["path"] in LOOKS:
            await self.app(scope, receive, send)
            return
        is_known = self.key.lets_in(_ticket(scope))
        if scope["type"] == "websocket" and not is_known:
            await send({"type": "websocket.close", "code": REFUSED})
            return
        given = None if scope["type"] == "websocket" else _given_key(scope)
        if is_known and given is None:
            await self.app(scope, receive, send)
            return
        await self._answer(Request(scope), given, is_known=is_known)(scope, receive, send)

    def _answer(self, request: Request, given: str | None, *, is_known: bool) -> Response:
        fits = given is not None and self.key.fits(given)
        if not (fits or is_known):
            refused = page.refusal(request, self.language, is_wrong=given is not None)
            if request.headers.get("sec-fetch-site") in FROM_ELSEWHERE:
                # after a link on another page a browser keeps our cookie back: ask once more, from here
                refused.headers["refresh"] = "0"
            return refused
        response = RedirectResponse(_without_key(request), 303, {"cache-control": "no-store"})
        if not is_known:
            response.set_cookie(
                cookie_name(request.scope),
                self.key.new_ticket(),
                max_age=TICKET_DAYS * 24 * 60 * 60,
                httponly=True,
                samesite="strict",
            )
        return response


def cookie_name(scope: Scope) -> str:
    """Return the name of the cookie: browsers share cookies between all ports of a machine."""
    return f"ms_screens_{(scope.get('server') or ('', 0))[1]}"


def _ticket(scope: Scope) -> str:
    parts = ";".join(Headers(scope=scope).getlist("cookie")).split(";")
    return dict(part.strip().partition("=")[::2] for part in parts).get(cookie_name(scope), "")


def _given_key(scope: Scope) -> str | None:
    """Return the key that an address holds, None if it holds none."""
    query = scope.get("query_string", b"").decode("ascii", "replace")
    return dict(parse_qsl(query, keep_blank_values=True)).get(PARAMETER)


def _without_key(request: Request) -> str:
    """Return the address that was asked for, on this server, without the key."""
    kept = [(name, text) for name, text in request.query_params.multi_items() if name != PARAMETER]
    path = "/" + quote(request.scope["path"].lstrip("/\\"))
    return f"{path}?{urlencode(kept)}" if kept else path
