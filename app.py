"""The ASGI app: the Streamlit script and the HTTP routes. Wiring only."""

from pathlib import Path

from starlette.middleware import Middleware
from streamlit.starlette import App

from web.participant.routes import participants_route
from web.server.assets import assets_route
from web.server.health import health_route
from web.server.local_only import LocalOnly
from web.server.logs import mask_addresses
from web.workspace import settings, workspace

mask_addresses()
app = App(
    Path(__file__).resolve().parent / "ui" / "main.py",
    routes=[health_route(), participants_route(workspace, settings), assets_route()],
    middleware=[Middleware(LocalOnly)],
)
