"""The security headers of the light pages and of the screens.

docs/privacy.md says why the screens need what they allow.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256

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
# the one script that stands in Streamlit's own page
PAGE_SCRIPT = "\n      window.prerenderReady = false\n    "
POLICY = b"content-security-policy"
Encoded = list[tuple[bytes, bytes]]


class SecurityHeaders:
    """ASGI middleware: every response carries the security headers, also one that refuses."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = encode(SECURITY_HEADERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        await self.app(scope, receive, with_headers(send, self.headers))


class NeverBare:
    """ASGI middleware: a response with no policy of its own gets the security headers that it lacks.

    So whatever is asked for, with whatever method, and whoever refuses it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = encode(SECURITY_HEADERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = list(message.get("headers", ()))
                names = {name.lower() for name, _ in own}
                lacking = [header for header in self.headers if header[0] not in names]
                if POLICY not in names:
                    message = {**message, "headers": [*own, *lacking]}
            await send(message)

        await self.app(scope, receive, send_with_policy)


def screen_headers(scripts: Iterable[str]) -> Mapping[str, str]:
    """Return the headers of the screens, which run their own files and these scripts alone.

    Streamlit sets styles from its scripts, and we set widths in HTML: styles may stand in a page.
    """
    allowed = " ".join(f"'{_digest(script)}'" for script in (PAGE_SCRIPT, *scripts))
    return {
        "content-security-policy": (
            f"default-src 'none'; script-src 'self' {allowed}; style-src 'self' 'unsafe-inline'; "
            "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'none'; "
            "base-uri 'none'; frame-ancestors 'none'"
        ),
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "permissions-policy": "camera=(), microphone=(), geolocation=()",
    }


def _digest(script: str) -> str:
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"


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
