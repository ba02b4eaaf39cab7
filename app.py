"""The ASGI app: the Streamlit script and the HTTP routes. Wiring only."""

from pathlib import Path

from starlette.middleware import Middleware
from streamlit.starlette import App

from runtime import participants_workspace, settings
from ui.widgets.html import scripts
from web.participant.routes import code_route, participants_route
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
        code_route(),
        participants_route(participants_workspace, settings),
        preview_route(participants_workspace, settings),
        assets_route(),
        icon_route(),
    ],
    middleware=[Middleware(LocalOnly, scripts=scripts())],
)
warm_reports()
