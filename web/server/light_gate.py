"""The light pages in front of the screens: none of the layers of the screens is on their way.

Respondents and people in a group session have addresses that nobody can guess, and on the pages of accounts one signs
in: none of these asks for a login.
"""

from collections.abc import Iterable

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assessment.errors import StorageError
from web.server.headers import SECURITY_HEADERS
from web.server.login_cache import LoginCache
from web.server.origin import NO_HTTPS, PublicSite

NO_DATABASE = "The database does not answer now. Try again in a moment.\n"

# what everybody may open as soon as there are accounts; until then it has a port of its own
LIGHT = ("/a", "/a-static", "/s", "/join", "/control", "/screen")
ACCOUNTS = ("/account",)  # also before there is any account: the first one begins there


class LightGate:
    """ASGI middleware: `light` answers what needs no login, the screens all else."""

    def __init__(
        self, screens: ASGIApp, light: ASGIApp, logins: LoginCache, public_url: str = ""
    ) -> None:
        self.screens = screens
        self.light = light
        self.logins = logins
        self.site = PublicSite(public_url)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        try:
            is_light = await self._is_light(scope)
        except StorageError:
            refusal = PlainTextResponse(NO_DATABASE, 503, SECURITY_HEADERS)
            await refusal(scope, receive, send)
            return
        if not is_light:
            await self.screens(scope, receive, send)
        elif self.site.lets_in(scope):
            await self.light(scope, receive, self.site.with_transport(scope, send))
        else:
            await PlainTextResponse(NO_HTTPS, 403, SECURITY_HEADERS)(scope, receive, send)

    async def _is_light(self, scope: Scope) -> bool:
        """Return whether a request is for a light page. Raises StorageError."""
        if scope["type"] != "http":
            return False
        path = scope["path"]
        return _is_below(path, ACCOUNTS) or (_is_below(path, LIGHT) and await self.logins.in_use())


def _is_below(path: str, prefixes: Iterable[str]) -> bool:
    return any(path == prefix or path.startswith(f"{prefix}/") for prefix in prefixes)
