"""Read the form of a page of ours, and refuse what no page of ours sends."""

import asyncio
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from web.server.origin import is_same_origin

METHODS = ("GET", "HEAD", "POST")
MAX_BODY = 32 * 1024  # bytes
MAX_FIELDS = 30
BODY_WITHIN = 20  # seconds for a body to come in
FORM = "application/x-www-form-urlencoded"


async def read_form(request: Request) -> Mapping[str, str]:
    """Return the fields that were posted; none for a request that only reads.

    Raises HTTPException with the status that fits, and ClientDisconnect when nobody waits any more.
    """
    if request.method not in METHODS:
        raise HTTPException(405, headers={"allow": ", ".join(METHODS)})
    if request.method != "POST":
        return {}
    if not is_same_origin(request.headers):
        raise HTTPException(403)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(415)
    _check_length(request.headers)
    return parse_form(await _read_body(request))


def _check_length(headers: Headers) -> None:
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()) or len(length) > 9 or int(length) > MAX_BODY:
        raise HTTPException(413)


async def _read_body(request: Request) -> bytes:
    # not by `Request.stream`: that costs more than the rest of reading a form
    body, is_whole = b"", False
    try:
        async with asyncio.timeout(BODY_WITHIN):
            while not is_whole:
                message = await request.receive()
                if message["type"] == "http.disconnect":
                    raise ClientDisconnect
                body += message.get("body", b"")
                is_whole = not message.get("more_body", False)
                if len(body) > MAX_BODY:
                    raise HTTPException(413)
    except TimeoutError:
        raise HTTPException(408) from None
    return body


def parse_form(body: bytes) -> Mapping[str, str]:
    """Return the fields of a form, with line ends as people count them.

    Not by Starlette's `Request.form`: that saves bytes which are no UTF-8 as question marks, where
    this raises HTTPException(400). No browser sends them.
    """
    try:
        fields = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS
        )
    except ValueError:
        raise HTTPException(400) from None
    return {name: text.replace("\r\n", "\n").replace("\r", "\n") for name, text in fields}
