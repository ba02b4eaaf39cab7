"""The style sheet and the script of the light pages, and the icon of every page.

Style sheet and script have names that change with them, so that browsers may keep them for ever.
"""

import gzip
import hashlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reports.identity import BASE_SIZE, DARK, FONT, HEADING_FONT, LIGHT, RADIUS, Palette

PREFIX = "/a-static/"
FOLDER = Path(__file__).resolve().parents[1] / "static"
KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
FOR_EVER = "public, max-age=31536000, immutable"


class Asset:
    """One file that browsers may cache for ever: other contents have another address.

    It is made of `parts`, of the file with its name when there are none.
    """

    def __init__(self, name: str, before: str = "", parts: Iterable[str] = ()) -> None:
        stem, _, ending = name.partition(".")
        self.kind = KINDS[ending]
        texts = [(FOLDER / part).read_text(encoding="utf-8") for part in tuple(parts) or (name,)]
        self.body = "".join([before, *texts]).encode()
        self.compressed = gzip.compress(self.body, mtime=0)  # once, and never again
        self.name = f"{stem}.{hashlib.sha256(self.body).hexdigest()[:12]}.{ending}"

    @cached_property
    def address(self) -> str:
        """The path at which browsers find it."""
        return f"{PREFIX}{self.name}"


def _tokens(palette: Palette) -> str:
    return "".join(f"--{name.replace('_', '-')}:{value};" for name, value in vars(palette).items())


IDENTITY = (
    f":root{{{_tokens(LIGHT)}--radius:{RADIUS};--font:{FONT};--heading:{HEADING_FONT};"
    f"--size:{BASE_SIZE}px}}"
    f"@media (prefers-color-scheme:dark){{:root{{{_tokens(DARK)}}}}}"
)
STYLE = Asset("participant.css", before=IDENTITY)
PASSKEY_SCRIPT = Asset("passkeys.js")
SESSION_STYLE = Asset("session.css", before=STYLE.body.decode())
SESSION_SCRIPT = Asset("session.js")
SCRIPTS = ("outbox", "question", "pages", "copy")  # in this order: the others use the first
SCRIPT = Asset("participant.js", parts=[f"participant/{name}.js" for name in SCRIPTS])
ICON = f"data:image/svg+xml,{quote((FOLDER / 'icon.svg').read_text(encoding='utf-8'))}"
SCREEN_ICON = "/favicon.png"  # where Streamlit's page looks for it; ours stands before its own
_SCREEN_ICON = (FOLDER / "icon.png").read_bytes()
_ASSETS = {
    asset.name: asset for asset in (STYLE, SCRIPT, PASSKEY_SCRIPT, SESSION_STYLE, SESSION_SCRIPT)
}


def assets_route() -> Route:
    """Return the route of the style sheet and the script."""
    return Route(f"{PREFIX}{{name}}", _asset, methods=["GET"])


async def _asset(request: Request) -> Response:
    asset = _ASSETS.get(request.path_params["name"])
    if asset is None:
        headers = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
        return Response("Not here.\n", 404, headers, "text/plain")
    headers = {
        "cache-control": FOR_EVER,
        "x-content-type-options": "nosniff",
        "vary": "accept-encoding",
    }
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(asset.body, headers=headers, media_type=asset.kind)
    headers["content-encoding"] = "gzip"
    return Response(asset.compressed, headers=headers, media_type=asset.kind)


def icon_route() -> Route:
    """Return the route of the icon of the screens."""
    return Route(SCREEN_ICON, _icon, methods=["GET"])


async def _icon(_request: Request) -> Response:
    return Response(_SCREEN_ICON, headers={"cache-control": "no-cache"}, media_type="image/png")
