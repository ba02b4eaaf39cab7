"""The door of the participants' pages: everything that keeps them safe stands here.

Who may write (only our own pages), how much (32 KB), in which form, and the headers of every
answer. Whether a token is right is asked in one place too: `web.participant.dispatch`.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import Message, Receive, Scope, Send

from web.participant.request import JSON, Reply, Visit

_LOG = logging.getLogger(__name__)
PREFIX = "/a/"
MAX_BODY = 32 * 1024  # bytes
MAX_FIELDS = 30
BODY_WITHIN = 20  # seconds for a body to come in
SLOW = 0.5  # seconds that a wrong address has to wait
FORM = "application/x-www-form-urlencoded"
Pairs = tuple[tuple[str, str], ...]

METHODS = ("GET", "HEAD", "POST")
# few and in turn: writers who all wait for one lock would starve each other
WORKERS = 4

SAFE_HEADERS: Pairs = (
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("cache-control", "no-store"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("x-robots-tag", "noindex, nofollow"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
)


def _encoded(headers: Pairs) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]


_SAFE = _encoded(SAFE_HEADERS)  # once: they go with every answer


class Refused(Exception):
    """A request is not taken in; `status` says why."""

    def __init__(self, status: int) -> None:
        self.status = status


class Door:
    """ASGI app: lets visits in, has them answered in a few threads, sends the answers out."""

    def __init__(
        self, answer: Callable[[Visit], Reply], refuse: Callable[[int, Visit], Reply]
    ) -> None:
        self._answer = answer
        self._refuse = refuse
        self._threads = ThreadPoolExecutor(WORKERS, thread_name_prefix="participants")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers = Headers(scope=scope)
        try:
            visit = _visit(scope, headers, await _form(scope, headers, receive))
            work = partial(self._answer, visit)
        except Refused as refused:
            work = partial(self._refuse, refused.status, _visit(scope, headers, {}))
        except _Gone:
            return
        loop = asyncio.get_running_loop()
        try:
            reply = await loop.run_in_executor(self._threads, work)
        except Exception:  # noqa: BLE001  (any failure: a page of ours, never its text)
            _LOG.exception("a page of participants failed")
            reply = self._refuse(500, _visit(scope, headers, {}))
        if reply.slow:
            await asyncio.sleep(SLOW)
        await _send(reply, send, with_body=scope["method"] != "HEAD")


class _Gone(Exception):
    """Whoever asked has left."""


def _visit(scope: Scope, headers: Headers, form: Mapping[str, str]) -> Visit:
    below = str(scope["path"]).removeprefix(PREFIX)
    return Visit(
        method="POST" if scope["method"] == "POST" else "GET",
        path=tuple(below.rstrip("/").split("/")),
        query=dict(parse_qsl(scope["query_string"].decode("latin-1")[:2000])),
        form=form,
        cookies=cookie_parser(headers.get("cookie", "")),
        languages=headers.get("accept-language", "")[:200],
        wants_json=headers.get("accept", "") == JSON,
    )


async def _form(scope: Scope, headers: Headers, receive: Receive) -> dict[str, str]:
    """Return what was posted. Raises Refused, or _Gone."""
    if scope["method"] not in METHODS:
        raise Refused(405)
    if scope["method"] != "POST":
        return {}
    if not is_from_here(headers):
        raise Refused(403)
    if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise Refused(415)
    return parsed_form(await _body(headers, receive))


async def _body(headers: Headers, receive: Receive) -> bytes:
    told = headers.get("content-length", "0")
    if not told.isdigit() or int(told) > MAX_BODY:
        raise Refused(413)
    body = bytearray()
    until = time.monotonic() + BODY_WITHIN
    while True:
        try:
            async with asyncio.timeout(until - time.monotonic()):
                message = await receive()
        except TimeoutError:
            raise Refused(408) from None
        if message["type"] == "http.disconnect":
            raise _Gone
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            raise Refused(413)
        if not message.get("more_body"):
            return bytes(body)


def parsed_form(body: bytes) -> dict[str, str]:
    """Return the fields of a posted form, with line ends as people count them.

    Raises Refused(400) for what no browser sends.
    """
    try:
        fields = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS
        )
    except ValueError:
        raise Refused(400) from None
    return {name: text.replace("\r\n", "\n").replace("\r", "\n") for name, text in fields}


def is_from_here(headers: Headers) -> bool:
    """Return whether a request that writes comes from a page of ours.

    Browsers tell in `Sec-Fetch-Site`. An older one tells the origin or the page it comes from; as
    our pages ask to keep that quiet it may tell nothing, and then the secret address must do.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin", "null")
    told = headers.get("referer", "") if origin == "null" else origin
    return not told or _host(told) == headers.get("host")


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return None


async def _send(reply: Reply, send: Send, *, with_body: bool) -> None:
    own: Pairs = (
        *reply.headers,
        ("content-type", reply.kind),
        ("content-length", str(len(reply.body))),
        *((("allow", ", ".join(METHODS)),) if reply.status == 405 else ()),
    )
    start: Message = {
        "type": "http.response.start",
        "status": reply.status,
        "headers": [*_SAFE, *_encoded(own)],
    }
    await send(start)
    await send({"type": "http.response.body", "body": reply.body if with_body else b""})
