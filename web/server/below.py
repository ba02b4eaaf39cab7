"""Send what stands below one address straight to it: nothing that is asked on every tap goes through
the layers of a whole app before."""

from starlette.routing import Match, Mount
from starlette.types import ASGIApp, Receive, Scope, Send


class Below:
    """ASGI app: a mount that refuses and fails for itself, and another app for all else."""

    def __init__(self, mount: Mount, other: ASGIApp) -> None:
        self.mount = mount
        self.other = other

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] == "http":
            match, matched = self.mount.matches(scope)
            if match is Match.FULL:
                await self.mount.handle({**scope, **matched}, receive, send)
                return
        await self.other(scope, receive, send)
