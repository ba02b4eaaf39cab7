"""Where a request comes from: over which line, and from which page."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope, Send

from web.server.headers import with_headers
from web.server.local_only import is_local

OWN_SITE = ("same-origin", "none")  # "none": a person typed the address or chose a bookmark
NO_HTTPS = (
    "With accounts the screens are reached over https only, or on this machine as http://localhost. "
    "Put Caddy or nginx in front and set MENTORSPIEGEL_PUBLIC_URL: docs/hosting.md says how.\n"
)
HSTS = [(b"strict-transport-security", b"max-age=31536000; includeSubDomains")]


class PublicSite:
    """The address under which others reach this server: through the web server in front, over https."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host = parts.netloc if parts.scheme == "https" else None

    def is_public(self, scope: Scope) -> bool:
        """Return whether a request came through the web server in front, over https."""
        if self._host is None:
            return False
        headers = Headers(scope=scope)
        over = headers.get("x-forwarded-proto", scope.get("scheme", ""))
        return headers.get("host", "") == self._host and over in ("https", "wss")

    def lets_in(self, scope: Scope) -> bool:
        """Return whether nobody on the way can read a request: from this machine, or encrypted."""
        return is_local(scope) or self.is_public(scope)

    def with_transport(self, scope: Scope, send: Send) -> Send:
        """Return a `send` that tells browsers to come over https only, if a request did."""
        return with_headers(send, HSTS) if self.is_public(scope) else send


def is_same_origin(headers: Headers) -> bool:
    """Return whether a request that writes comes from a page of ours.

    Browsers send `Sec-Fetch-Site`. An older one sends the origin or the page it comes from; as our
    pages ask to keep that quiet it may send neither, and then the secret address must do.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in OWN_SITE
    origin = headers.get("origin", "null")
    source = headers.get("referer", "") if origin == "null" else origin
    return not source or _host(source) == headers.get("host")


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return None
