"""The pages of a session, one line each: below /s/ phones, /control/ who leads, /screen/ everybody."""

from collections.abc import Callable

from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import BaseRoute, Mount, Route

from assessment.services.context import Workspace
from assessment.session.states import SessionKey
from settings import Settings
from web.server.headers import SecurityHeaders
from web.session.addresses import CONTROL, JOIN, PHONE, SCREEN
from web.session.control import keys, orders
from web.session.control import page as control_page
from web.session.dispatch import Endpoint, GroupDispatcher, KeyHandler
from web.session.phone import joining, voting
from web.session.screen import page as screen_page

LEADS = (SessionKey.CONTROL, SessionKey.HELPER)


def session_routes(
    workspace: Callable[[], Workspace], settings: Callable[[], Settings]
) -> list[BaseRoute]:
    """Return the routes of everything that belongs to sessions."""
    dispatcher = GroupDispatcher(workspace, settings)
    guarded = [
        Middleware(SecurityHeaders),
        Middleware(ExceptionMiddleware, handlers=dispatcher.exception_handlers()),
    ]

    def mount(path: str, *routes: Route) -> Mount:
        return Mount(path.rstrip("/"), routes=[*routes, _other(dispatcher)], middleware=guarded)

    join = Route(JOIN, dispatcher.type_code, methods=["GET", "POST"], middleware=guarded)
    return [
        mount(PHONE, *_phone(dispatcher)),
        mount(CONTROL, *_control(dispatcher)),
        mount(SCREEN, *_screen(dispatcher)),
        join,
    ]


def _phone(dispatcher: GroupDispatcher) -> list[Route]:
    phone = dispatcher.phone
    to_start, again = joining.to_start, joining.ask_role
    return [
        Route("/{code}/state", dispatcher.phone_state(), methods=["GET"]),
        Route("/{code}", phone(voting.show), methods=["GET"]),
        Route("/{code}/i/{item}", phone(voting.show_item, to_start), methods=["GET"]),
        Route("/{code}/vote", phone(voting.vote, again), methods=["POST"]),
        Route("/{code}/note", phone(voting.note, again), methods=["POST"]),
        Route("/{code}/table", phone(voting.table, again), methods=["POST"]),
        Route("/{code}/leave", phone(joining.leave, to_start), methods=["POST"]),
        Route("/{code}/join", phone(to_start, joining.join), methods=["POST"]),
        Route("/{code}/phrase", phone(to_start, joining.ask_phrase), methods=["GET"]),
        Route("/{code}/phrase", phone(to_start, joining.rejoin), methods=["POST"]),
        Route("/{code}/{page}", phone(to_start, to_start), methods=["GET"]),
    ]


def _control(dispatcher: GroupDispatcher) -> list[Route]:
    def key(handler: KeyHandler) -> Endpoint:
        return dispatcher.key(handler, *LEADS)

    return [
        Route("/{key}/state", dispatcher.control_state(*LEADS), methods=["GET"]),
        Route("/{key}", key(control_page.home), methods=["GET"]),
        Route("/{key}/keys", key(keys.show_keys), methods=["GET"]),
        Route("/{key}/do", key(orders.command), methods=["POST"]),
        Route("/{key}/hands", key(orders.set_hands), methods=["POST"]),
        Route("/{key}/agreed", key(orders.agree), methods=["POST"]),
        Route("/{key}/agreement", key(orders.save_agreement), methods=["POST"]),
        Route("/{key}/notes", key(orders.change_note), methods=["POST"]),
    ]


def _screen(dispatcher: GroupDispatcher) -> list[Route]:
    screen = SessionKey.SCREEN
    return [
        Route("/{key}/state", dispatcher.screen_state(), methods=["GET"]),
        Route("/{key}", dispatcher.key(screen_page.show, screen), methods=["GET"]),
    ]


def _other(dispatcher: GroupDispatcher) -> Route:
    """Return the route of whatever else is asked for, with whatever method: through the same checks."""
    return Route("/{rest:path}", dispatcher.nothing, methods=[])
