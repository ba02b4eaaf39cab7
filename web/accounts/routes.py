"""The pages below /account/, a line each, and what goes wrong in plain words."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from assessment.errors import (
    LinkSpent,
    MentorspiegelError,
    NotFound,
    NotPermitted,
    SignInRefused,
    StorageError,
    TooOften,
    TooOftenToday,
)
from assessment.services.context import Workspace
from locales import LANGUAGES, Translator, translator
from locales.browser_language import best_language
from settings import Settings
from web.accounts import join, mine, provider_pages, sign_in, stop, ways
from web.accounts.context import PREFIX, AccountContext
from web.accounts.messages import told
from web.accounts.providers import Provider, providers_of
from web.accounts.render import render
from web.server.forms import read_form
from web.server.gate import COOKIE, SIGN_IN
from web.server.headers import SecurityHeaders
from web.server.login_cache import LoginCache
from web.server.workers import run_signing_in

_LOG = logging.getLogger(__name__)
Handler = Callable[[AccountContext], Response]
READ: tuple[tuple[str, Handler], ...] = (
    ("/", mine.show),
    ("/sign-in", sign_in.show),
    ("/code", sign_in.ask_code),
    ("/ways", ways.show),
    ("/password", ways.new_password),
    ("/erase", mine.ask_erase),
    ("/join/{link}", join.show),
    ("/stop/{token}", stop.show),
    ("/provider/{provider}", provider_pages.finish),
)
WRITE: tuple[tuple[str, Handler], ...] = (
    ("/", mine.change),
    ("/sign-in", sign_in.with_password),
    ("/code", sign_in.with_code),
    ("/passkey-options", sign_in.passkey_options),
    ("/passkey", sign_in.with_passkey),
    ("/sign-out", sign_in.sign_out),
    ("/new-passkey-options", ways.passkey_options),
    ("/new-passkey", ways.add_passkey),
    ("/password", ways.set_password),
    ("/recovery", ways.new_recovery_codes),
    ("/remove", ways.remove),
    ("/logins", mine.end_login),
    ("/erase", mine.erase),
    ("/join/{link}", join.begin),
    ("/stop/{token}", stop.stop),
    ("/provider/{provider}", provider_pages.begin),
)


class AccountPages:
    """Answers on the pages of accounts."""

    def __init__(
        self,
        workspace: Callable[[], Workspace],
        settings: Callable[[], Settings],
        logins: LoginCache,
    ) -> None:
        self._workspace = workspace
        self._settings = settings
        self._logins = logins
        self._providers: Mapping[str, Provider] | None = None

    def endpoint(self, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        """Return the endpoint of a page."""

        async def respond(request: Request) -> Response:
            form = await read_form(request)
            login = await self._logins.find(request.cookies.get(COOKIE, ""))
            context = AccountContext(
                workspace=self._workspace(),
                settings=self._settings(),
                request=request,
                form=form,
                t=self._words(request),
                login=login,
                providers=self._known_providers(),
                forget=self._forget,
            )
            # signing in writes, and a password takes a tenth of a second: never in the loop
            return await run_signing_in(handler, context)

        return respond

    def _known_providers(self) -> Mapping[str, Provider]:
        if self._providers is None:
            self._providers = providers_of(self._settings().providers)
        return self._providers

    def _forget(self, token: str) -> None:
        self._logins.forget(token)
        self._logins.forget_use()

    def exception_handlers(self) -> Mapping[Any, Any]:  # as Starlette has them
        """Return what is answered when something goes wrong."""
        return {
            HTTPException: self._refused,
            ClientDisconnect: self._left,
            NotPermitted: self._not_permitted,
            StorageError: self._no_database,
            MentorspiegelError: self._told,
            Exception: self._failed,
        }

    async def _refused(self, request: Request, refused: HTTPException) -> Response:
        return self._message(request, refused.status_code)

    async def _left(self, _request: Request, _gone: ClientDisconnect) -> None:
        """Answer nothing: nobody waits any more."""

    async def _not_permitted(self, request: Request, error: NotPermitted) -> Response:
        """Send who is not signed in, or was so too long ago, to the page for that."""
        if request.method == "GET" and error.act == "sign_in":
            return Response(status_code=303, headers={"location": SIGN_IN})
        return self._message(request, 403, told(self._words(request), error))

    async def _no_database(self, request: Request, _error: StorageError) -> Response:
        return self._message(request, 503)

    async def _told(self, request: Request, error: MentorspiegelError) -> Response:
        return self._message(
            request, STATUS.get(type(error), 422), told(self._words(request), error)
        )

    async def _failed(self, request: Request, error: Exception) -> Response:
        _LOG.error("a page of accounts failed", exc_info=error)
        return self._message(request, 500)

    def _message(self, request: Request, status: int, text: str = "") -> Response:
        t = self._words(request)
        told = text or _texts(t).get(status, t("This page is not here."))
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"message": told}, status)
        values = {"text": told, "at": lambda page: f"{PREFIX}{page}", "languages": tuple(LANGUAGES)}
        return Response(render("message", t, values), status, media_type="text/html")

    def _words(self, request: Request) -> Translator:
        chosen = request.query_params.get("lang", "")
        accepted = request.headers.get("accept-language", "")
        asked = best_language(accepted, tuple(LANGUAGES), self._settings().language)
        return translator(chosen if chosen in LANGUAGES else asked)


STATUS: Mapping[type[MentorspiegelError], int] = {
    LinkSpent: 410,
    NotFound: 404,
    SignInRefused: 403,
    TooOften: 429,
    TooOftenToday: 429,
}


def _texts(t: Translator) -> Mapping[int, str]:
    return {
        413: t("That is too much to send."),
        500: t("Something went wrong with us. Try again in a moment."),
        503: t("The database does not answer now. Try again in a moment."),
    }


def accounts_route(
    workspace: Callable[[], Workspace], settings: Callable[[], Settings], logins: LoginCache
) -> Mount:
    """Return the route of everything below /account/."""
    accounts = AccountPages(workspace, settings, logins)
    endpoint = accounts.endpoint
    return Mount(
        PREFIX.rstrip("/"),
        routes=[
            *(Route(path, endpoint(handler), methods=["GET"]) for path, handler in READ),
            *(Route(path, endpoint(handler), methods=["POST"]) for path, handler in WRITE),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(ExceptionMiddleware, handlers=accounts.exception_handlers()),
        ],
    )
