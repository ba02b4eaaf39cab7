"""The pages below /a/, one line each."""

from collections.abc import Callable

from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from assessment.services.context import Workspace
from settings import Settings
from web.codes import page as code_page
from web.participant import overview, pair, question
from web.participant.context import SessionContext
from web.participant.dispatch import Dispatcher, Handler, no_page
from web.participant.judging import card
from web.participant.judging import review as cards
from web.participant.one_page import answers, questions
from web.participant.render import HELP, PREFIX
from web.server.headers import SECURITY_HEADERS, SecurityHeaders


def _either(rates: Handler, judges: Handler) -> Handler:
    """Return the page for who rates, which is another one for who judges."""

    def respond(context: SessionContext) -> Response:
        return judges(context) if context.to_judge else rates(context)

    return respond


# what is asked for most stands first: routes are tried in turn
PAGES: tuple[tuple[str, str, Handler], ...] = (
    ("POST", "/{token}/answers", _either(answers.save, no_page)),
    ("GET", "/{token}/q/{criterion}", _either(question.show, card.show)),
    ("POST", "/{token}/q/{criterion}", _either(question.save, card.save)),
    ("GET", "/{token}/questions", _either(questions.show, no_page)),
    ("GET", "/{token}/answers", _either(answers.show, no_page)),
    ("GET", "/{token}", overview.first),
    ("POST", "/{token}/begin", overview.begin),
    ("GET", "/{token}/review", _either(overview.review, cards.show)),
    ("POST", "/{token}/finish", overview.finish),
    ("GET", "/{token}/thanks", overview.thanks),
    ("GET", "/{token}/about", overview.about),
    ("GET", "/{token}/missing", _either(no_page, card.show_missing)),
    ("POST", "/{token}/missing", _either(no_page, card.save_missing)),
    ("POST", "/{token}/language", overview.choose_language),
    ("GET", "/{token}/pause", overview.pause),
    ("GET", "/{token}/delete", overview.ask_delete),
    ("POST", "/{token}/delete", overview.delete),
    ("GET", "/{token}/pair", pair.show),
    ("POST", "/{token}/agreement", pair.agree),
    ("POST", "/{token}/share", pair.share),
)
# whatever else is asked for below /a/, with whatever method, goes through the same checks
OTHER = ("/{token}/{page:path}", "/{token}", "/{rest:path}")


def participants_route(
    workspace: Callable[[], Workspace],
    settings: Callable[[], Settings],
    quick: Callable[[], Workspace | None] = lambda: None,
) -> Mount:
    """Return the route of everything below /a/. `quick`, where there is one, reads without waiting."""
    dispatcher = Dispatcher(workspace, settings, quick)
    endpoint = dispatcher.endpoint
    return Mount(
        PREFIX.rstrip("/"),
        routes=[
            Route("/", dispatcher.type_code, methods=["GET", "POST"]),
            Route(f"/{HELP}", dispatcher.help, methods=["GET"]),
            *(Route(path, endpoint(handler), methods=[method]) for method, path, handler in PAGES),
            *(Route(path, endpoint(no_page), methods=[]) for path in OTHER),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(ExceptionMiddleware, handlers=dispatcher.exception_handlers()),
            Middleware(WithoutSlash),
        ],
    )


def code_route() -> Route:
    """Return the route of the short address that a letter names: it leads to the page for codes."""
    return Route(code_page.HERE.rstrip("/"), _to_code, methods=["GET"])


async def _to_code(_request: Request) -> Response:
    return RedirectResponse(code_page.HERE, 308, headers=SECURITY_HEADERS)


def nothing_route() -> Route:
    """Return the route of all that is not there, which stands last."""
    return Route("/{rest:path}", _nothing, methods=[])


async def _nothing(_request: Request) -> Response:
    return PlainTextResponse("Not here.\n", 404, headers=SECURITY_HEADERS)


class WithoutSlash:
    """ASGI middleware: an address with a slash at its end is the same address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on without that slash."""
        path = str(scope["path"])
        if path.endswith("/"):
            scope = {**scope, "path": PREFIX + path.removeprefix(PREFIX).rstrip("/")}
        await self.app(scope, receive, send)
