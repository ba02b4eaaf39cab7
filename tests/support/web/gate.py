"""Requests to the gate, and what stands behind it."""

import asyncio
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.services.access.sign_in import OpenedLogin
from web.server.gate import COOKIE, LOGIN_HEADER

PUBLIC = "mentoring.example"


@dataclass
class Seen:
    """What reached the screens, the light pages, and what answers without accounts."""

    screens: list[Scope] = field(default_factory=list)
    light: list[Scope] = field(default_factory=list)
    alone: list[Scope] = field(default_factory=list)


def answering(seen: list[Scope], cookie: str = "") -> ASGIApp:
    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        seen.append(scope)
        headers = [(b"set-cookie", cookie.encode())] if cookie else []
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"here"})

    return app


def a_scope(path: str = "/", *, kind: str = "http", method: str = "GET", **headers: str) -> Scope:
    sent = {"host": "localhost:8501", "sec_fetch_site": "same-origin", **headers}
    return {
        "type": kind,
        "method": method,
        "scheme": "http",
        "path": path,
        "query_string": b"a=1",
        "server": ("127.0.0.1", 8501),
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in sent.items() if v],
    }


def ask(app: ASGIApp, scope: Scope) -> tuple[int, dict[str, str]]:
    """Return status and headers of a response."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    headers = {k.decode().lower(): v.decode() for k, v in sent[0].get("headers", ())}
    return sent[0].get("status", 0), headers


def cookie(opened: OpenedLogin) -> str:
    """Return the cookie of who signed in."""
    return f"{COOKIE}={opened.token}"


def login_of(scope: Scope) -> list[bytes]:
    """Return every login that the headers of a request name."""
    return [value for name, value in scope["headers"] if name.lower() == LOGIN_HEADER]
