"""The security headers that every light page carries."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECURITY_HEADERS: Mapping[str, str] = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex, nofollow",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
Encoded = list[tuple[bytes, bytes]]


class SecurityHeaders:
    """ASGI middleware: every response carries the security headers, also one that refuses."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = encode(SECURITY_HEADERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        await self.app(scope, receive, with_headers(send, self.headers))


def encode(headers: Mapping[str, str]) -> Encoded:
    """Return headers, with names in lower case, as ASGI sends them."""
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]


def with_headers(send: Send, headers: Encoded) -> Send:
    """Return a `send` that sets headers on a response, in place of its own of the same name."""
    names = {name for name, _ in headers}

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = message.get("headers", ())
            kept = [(name, value) for name, value in own if name.lower() not in names]
            message = {**message, "headers": [*headers, *kept]}
        await send(message)

    return send_with_headers
