"""The pages below /preview/: for the screens' side of the program, never for those who answer."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from assessment.errors import InvalidInput, NotFound, StorageError
from assessment.services.context import Workspace
from locales import LANGUAGES, translator
from locales.browser_language import best_language
from reports.letters.build import PREVIEW
from settings import Settings
from web.participant import messages
from web.participant.render import HELP
from web.preview import pages
from web.preview.pages import PreviewContext
from web.server.headers import SecurityHeaders
from web.server.workers import run_reading

Show = Callable[[PreviewContext], Response]
_PLACE = "/{assessment}/{role}/{profile}"


def preview_route(workspace: Callable[[], Workspace], settings: Callable[[], Settings]) -> Mount:
    """Return the route of everything below /preview/."""

    def endpoint(show: Show) -> Callable[[Request], Awaitable[Response]]:
        def made(request: Request) -> Response:
            return show(pages.context_of(workspace(), settings(), request))

        async def respond(request: Request) -> Response:
            return await run_reading(made, request)

        return respond

    shown: Mapping[str, Show] = {
        _PLACE: pages.start,
        f"{_PLACE}/q/{{criterion}}": pages.question,
        f"{_PLACE}/end": pages.end,
        f"{_PLACE}/{HELP}": pages.whom_to_turn_to,
    }
    return Mount(
        PREVIEW,
        routes=[Route(path, endpoint(show), methods=["GET"]) for path, show in shown.items()],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(ExceptionMiddleware, handlers=_handlers(settings)),
        ],
    )


def _handlers(settings: Callable[[], Settings]) -> Mapping[Any, Any]:  # as Starlette has them
    """Return what is answered when there is nothing to show."""

    def refusing(status: int) -> Callable[[Request, Exception], Awaitable[Response]]:
        async def refuse(request: Request, _error: Exception) -> Response:
            accepted = request.headers.get("accept-language", "")
            t = translator(best_language(accepted, tuple(LANGUAGES), settings().language))
            message = messages.unknown(t) if status == 404 else messages.refusal(t, status)
            return messages.respond(request, t, message)

        return refuse

    return {NotFound: refusing(404), InvalidInput: refusing(404), StorageError: refusing(503)}
