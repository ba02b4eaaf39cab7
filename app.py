"""The ASGI apps: the screens with the Streamlit script, and the light pages. Wiring only.

`serve` gives each a port of its own, so that what is let in to one never reaches the other. With accounts the first
one serves both, behind the gate. `app` is whole without `front`, which only spares the light pages its layers.
"""

from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp
from streamlit.starlette import App

from runtime import participants_workspace, quick_workspace, screen_key, settings
from ui.widgets.html import scripts
from web.accounts.mail.outgoing import start_mails
from web.accounts.routes import accounts_route
from web.key.check import KeyNeeded
from web.key.notice import tell_key
from web.participant.routes import code_route, nothing_route, participants_route
from web.preview.routes import preview_route
from web.server.assets import assets_route, icon_route
from web.server.below import Below
from web.server.gate import Gate
from web.server.headers import NeverBare
from web.server.health import health_route
from web.server.light_gate import LightGate
from web.server.local_only import LocalOnly
from web.server.logging.addresses import mask_addresses
from web.server.logging.json_lines import log_json_lines
from web.server.login_cache import LoginCache
from web.server.warming import warm_reports
from web.session.routes import session_routes

mask_addresses()
if settings().log == "json":
    log_json_lines()
logins = LoginCache(participants_workspace)
answering = participants_route(participants_workspace, settings, quick_workspace)
light = Below(
    answering,
    NeverBare(
        Starlette(
            routes=[
                code_route(),
                *session_routes(participants_workspace, settings),
                accounts_route(participants_workspace, settings, logins),
                assets_route(),
                nothing_route(),
            ]
        )
    ),
)
light_gate = partial(LightGate, light=light, logins=logins, public_url=settings().public_url)


def alone(screens: ASGIApp) -> ASGIApp:
    """Return the screens as long as there are no accounts: on this machine only, for who has the key."""
    asking = KeyNeeded(screens, key=screen_key(), language=settings().language)
    return LocalOnly(asking, scripts=scripts())


app = App(
    Path(__file__).resolve().parent / "ui" / "main.py",
    routes=[
        health_route(),
        preview_route(participants_workspace, settings),
        assets_route(),
        icon_route(),
    ],
    middleware=[
        Middleware(NeverBare),
        Middleware(light_gate),
        Middleware(
            Gate,
            alone=alone,
            logins=logins,
            public_url=settings().public_url,
            scripts=scripts(),
        ),
    ],
    lifespan=tell_key,
)
front = light_gate(app)
participants = Below(
    answering,
    NeverBare(
        Starlette(
            routes=[
                health_route(),
                code_route(),
                *session_routes(participants_workspace, settings),
                assets_route(),
                nothing_route(),
            ]
        )
    ),
)
warm_reports()
start_mails(participants_workspace, settings())
