"""The one door to the screens: pages, sockets, downloads and uploads alike.

Without accounts the screens answer on this machine only, to browsers that came with the key. From the
first account on, whoever comes in has signed in: the gate finds the login by its cookie and hands its id to the screens in a
header, which Streamlit passes on as `st.user`. A header of that name that comes from outside is dropped. A socket is looked at
with every message, in both directions, and every few seconds, and closed when its login has ended.
"""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.access.logins import Login
from assessment.errors import StorageError
from settings import LOGIN_COOKIE
from web.server.asked import asked, no_such_file, wanted_file
from web.server.headers import encode, screen_headers, with_headers
from web.server.light_gate import NO_DATABASE
from web.server.local_only import is_open, is_own
from web.server.login_cache import KNOWN_FOR, LoginCache
from web.server.login_files import LoginFiles
from web.server.named_files import files_named
from web.server.origin import NO_HTTPS, PublicSite

LOGIN_HEADER = b"x-mentorspiegel-login"  # the same name stands in .streamlit/config.toml
COOKIE = LOGIN_COOKIE
SIGN_IN = "/account/sign-in"
METRICS = "/_stcore/metrics"  # of the whole server: Streamlit tells it to anybody
ENDED = 4401  # how a websocket is told that its login ended
LOOKED_AT_EVERY = KNOWN_FOR  # seconds in which a page that is open hears that its login ended


class Gate:
    """ASGI middleware before the screens.

    `alone` wraps what answers as long as there are no accounts.
    """

    def __init__(
        self,
        app: ASGIApp,
        alone: Callable[[ASGIApp], ASGIApp],
        logins: LoginCache,
        public_url: str = "",
        scripts: Iterable[str] = (),
    ) -> None:
        self.app = app
        self.alone = alone(app)
        self.logins = logins
        self.site = PublicSite(public_url)
        self.headers = encode({**screen_headers(scripts), "cache-control": "no-store"})
        self.files = LoginFiles(logins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, send somebody to the page to sign in, or refuse."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        scope = _without_login(scope)
        if is_open(scope):  # also when the database does not answer
            await self.app(scope, receive, send)
            return
        try:
            in_use = await self.logins.in_use()
            login = await self.logins.find(_token(scope)) if in_use else None
            is_theirs = login is None or await self.files.may_get(login, scope["path"])
        except StorageError:
            await _refuse(scope, receive, send, PlainTextResponse(NO_DATABASE, 503))
            return
        if in_use:
            send = self._with_headers(scope, send)
            await self._let_in(scope, receive, send, login, is_theirs=is_theirs)
        else:
            await self.alone(scope, receive, send)

    async def _let_in(
        self, scope: Scope, receive: Receive, send: Send, login: Login | None, *, is_theirs: bool
    ) -> None:
        if not self.site.lets_in(scope):
            await _refuse(scope, receive, send, PlainTextResponse(NO_HTTPS, 403))
            return
        if not is_own(scope) or login is None or not login.is_complete:
            await _refuse(scope, receive, send, _to_sign_in(scope))
        elif not is_theirs or scope["path"].rstrip("/") == METRICS:
            await _refuse(scope, receive, send, PlainTextResponse("Not here.\n", 404))
        elif scope["type"] == "http":
            await self.app(_with_login(scope, login), receive, send)
        else:
            watched = _Socket(self, _token(scope), login, receive, send)
            await self.app(_with_login(scope, login), watched.receive, watched.send)

    def _with_headers(self, scope: Scope, send: Send) -> Send:
        if scope["type"] == "websocket":
            return send  # whose messages have no headers
        return _with_secure_cookies(
            with_headers(self.site.with_transport(scope, send), self.headers)
        )


class _Socket:
    """A socket of a page that is open, which ends with its login."""

    def __init__(self, gate: Gate, token: str, login: Login, receive: Receive, send: Send) -> None:
        self._gate = gate
        self._token = token
        self._login = login
        self._receive = receive
        self._send = send
        self._is_closed = False

    async def _has_ended(self, *, is_used: bool = True) -> bool:
        login = await self._gate.logins.find(self._token, is_used=is_used)
        return self._is_closed or login is None

    async def _close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            self._gate.files.forget(self._login)
            await self._send({"type": "websocket.close", "code": ENDED})

    async def receive(self) -> Message:
        """Return the next message that a page of ours sends, unless the login ended.

        Whoever asks for a file that was offered to somebody else hears what is said of one that never was.
        """
        while True:
            message = await self._next()
            if message["type"] != "websocket.receive":
                return message
            asking = asked(message)
            if asking is None:
                continue
            file = wanted_file(asking)
            if file is None or self._gate.files.may_have_made(self._login, file):
                return message
            await self._send({"type": "websocket.send", "bytes": no_such_file(asking)})

    async def _next(self) -> Message:
        """Return the next message, unless the login ended; also while nobody says anything."""
        while True:
            try:
                async with asyncio.timeout(LOOKED_AT_EVERY):
                    message = await self._receive()
            except TimeoutError:
                with suppress(StorageError):  # with the next message it is known
                    if await self._has_ended(is_used=False):
                        return await self._ended()
            else:
                break
        is_said = message["type"] == "websocket.receive"
        if is_said and not self._goes_on and await self._has_ended():
            return await self._ended()
        return message

    @property
    def _goes_on(self) -> bool:
        """Whether it was known a moment ago that the login holds: no question is needed."""
        return not self._is_closed and self._gate.logins.knows(self._token)

    async def _ended(self) -> Message:
        await self._close()
        return {"type": "websocket.disconnect", "code": ENDED}

    async def send(self, message: Message) -> None:
        """Send a message, unless the login ended."""
        if message["type"] == "websocket.send":
            if not self._goes_on and await self._has_ended():
                await self._close()
                return
            named = files_named(message.get("bytes") or b"")
            await self._gate.files.note(self._login, named)
        if not self._is_closed:
            self._is_closed = message["type"] == "websocket.close"
            await self._send(message)


def _without_login(scope: Scope) -> Scope:
    """Return a request without what only the gate may say."""
    kept = [(name, value) for name, value in scope["headers"] if name.lower() != LOGIN_HEADER]
    return {**scope, "headers": kept}


def _with_login(scope: Scope, login: Login) -> Scope:
    return {**scope, "headers": [*scope["headers"], (LOGIN_HEADER, login.id.encode())]}


def _token(scope: Scope) -> str:
    cookies = "; ".join(Headers(scope=scope).getlist("cookie"))
    return cookie_parser(cookies).get(COOKIE, "")


def _to_sign_in(scope: Scope) -> Response:
    """Return the way to the page to sign in, or a plain refusal for what is no page."""
    headers = Headers(scope=scope)
    is_page = headers.get("sec-fetch-mode", "navigate") == "navigate"
    if scope["type"] != "http" or scope["method"] != "GET" or not is_page:
        return PlainTextResponse("Sign in first.\n", 401)
    query = scope.get("query_string", b"").decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    return RedirectResponse(f"{SIGN_IN}?next={quote(wanted, safe='')}", 303)


async def _refuse(scope: Scope, receive: Receive, send: Send, response: Response) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": ENDED})
    else:
        await response(scope, receive, send)


def _with_secure_cookies(send: Send) -> Send:
    """Return a `send` whose cookies are for an encrypted line only, also those of Streamlit."""

    async def send_secure(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [_secured(*h) for h in message.get("headers", ())]}
        await send(message)

    return send_secure


def _secured(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    is_open = name.lower() == b"set-cookie" and b"secure" not in value.lower()
    return name, value + b"; Secure" if is_open else value
