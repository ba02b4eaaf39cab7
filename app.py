"""The ASGI apps: the screens with the Streamlit script, and the pages of participants. Wiring only.

`serve` gives each a port of its own, so that what is let in to one never reaches the other.
"""

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from streamlit.starlette import App

from runtime import participants_workspace, quick_workspace, screen_key, settings
from ui.widgets.html import scripts
from web.key.check import KeyNeeded
from web.key.notice import tell_key
from web.participant.routes import code_route, nothing_route, participants_route
from web.preview.routes import preview_route
from web.server.assets import assets_route, icon_route
from web.server.health import health_route
from web.server.local_only import LocalOnly
from web.server.logs import mask_addresses
from web.server.warming import warm_reports

mask_addresses()
app = App(
    Path(__file__).resolve().parent / "ui" / "main.py",
    routes=[
        health_route(),
        preview_route(participants_workspace, settings),
        assets_route(),
        icon_route(),
    ],
    middleware=[
        Middleware(LocalOnly, scripts=scripts()),
        Middleware(KeyNeeded, key=screen_key(), language=settings().language),
    ],
    lifespan=tell_key,
)
participants = Starlette(
    routes=[
        health_route(),
        code_route(),
        participants_route(participants_workspace, settings, quick_workspace),
        assets_route(),
        nothing_route(),
    ]
)
warm_reports()
