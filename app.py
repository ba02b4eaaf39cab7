"""The ASGI app: the Streamlit script and the HTTP routes. Wiring only."""

from pathlib import Path

from starlette.middleware import Middleware
from streamlit.starlette import App

from web.guard import LocalOnly
from web.health import health_route

app = App(
    Path(__file__).resolve().parent / "ui" / "main.py",
    routes=[health_route()],
    middleware=[Middleware(LocalOnly)],
)
