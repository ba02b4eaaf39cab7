"""Answer a request below /a/: whose address it is, which page, and what goes wrong in plain words."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from assessment.codes import read_code
from assessment.errors import (
    AssessmentClosed,
    DatabaseUnavailable,
    InvalidInput,
    InvitationClosed,
    InvitationFull,
    NotFound,
    StorageError,
)
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.responding import OpenLink, PersonalLink
from locales import LANGUAGES, translator
from settings import Settings
from web.codes import page as code_page
from web.codes.guesses import Guesses
from web.participant import feedback, messages, open_link, personal_link, safety
from web.participant.context import (
    Context,
    OpenLinkContext,
    PersonalLinkContext,
    SessionContext,
)
from web.participant.messages import Message, MessageLink
from web.participant.render import HELP
from web.server.forms import read_form
from web.server.refusals import Refusals
from web.server.workers import run_reading, run_writing

SLOW = 0.5  # seconds that a wrong address has to wait, and every code: guessing takes long
ADDRESS, CODE = "address", "code"  # what opens nothing
AFTER_CLOSING = frozenset({"pair", "language"})  # what a respondent can still open then

AnyContext = SessionContext | PersonalLinkContext | OpenLinkContext
Handler = Callable[[SessionContext], Response]
Endpoint = Callable[[Request], Awaitable[Response]]
Result = TypeVar("Result")


class Dispatcher:
    """Answers requests. The one place where the token in an address is looked up."""

    def __init__(
        self,
        workspace: Callable[[], Workspace],
        settings: Callable[[], Settings],
        quick: Callable[[], Workspace | None],
    ) -> None:
        self._workspace = workspace
        self._settings = settings
        self._quick = quick
        self._guesses = Guesses(lambda: workspace().now())
        self._refusals = Refusals(lambda: settings().language)

    def endpoint(self, handler: Handler) -> Endpoint:
        """Return the endpoint of a page of respondents; whoever has a link gets to the start."""

        async def respond(request: Request) -> Response:
            request.state.form = form = await read_form(request)
            if _is_code(request):
                await asyncio.sleep(SLOW)  # right or wrong: the time tells nothing
            try:
                return await self._run(handler, request, form)
            except NotFound as error:
                if error.kind == CODE:
                    self._guesses.count(request)
                if error.kind in (ADDRESS, CODE):
                    with suppress(StorageError):  # it is unknown, also when that cannot be counted
                        await self._write(self._count_unknown, request)
                raise

        return respond

    async def _run(self, handler: Handler, request: Request, form: Mapping[str, str]) -> Response:
        """Answer where it stops nobody else: what waits for nothing at once, all else in a thread."""
        if request.method == "POST":
            return await self._write(self._respond, self._workspace, handler, request, form)
        quick = self._quick()
        if quick is not None:
            with suppress(DatabaseUnavailable):  # for a moment: somebody has it all to itself
                return self._respond(lambda: quick, handler, request, form)
        return await run_reading(self._respond, self._workspace, handler, request, form)

    async def _write(self, function: Callable[..., Result], *arguments: object) -> Result:
        """Call a function in a thread that writes: where one can read at once, the database is a file."""
        return await run_writing(function, *arguments, alone=self._quick() is not None)

    def _count_unknown(self, request: Request) -> None:
        responding.count_unknown(self._workspace(), request.path_params.get("token", ""))

    async def type_code(self, request: Request) -> Response:
        """Answer on the page on which one types a code."""
        return code_page.respond(request, await read_form(request), self._settings().language)

    async def help(self, request: Request) -> Response:
        """Answer on the page for who does not feel safe and has no address."""
        t = self._refusals.translator_of(request)
        chosen = request.query_params.get("lang", "")
        words = translator(chosen) if chosen in LANGUAGES else t
        return await run_reading(
            safety.show_to_anybody, words, self._workspace().numbers_to_call("")
        )

    def _respond(
        self,
        workspace: Callable[[], Workspace],
        handler: Handler,
        request: Request,
        form: Mapping[str, str],
    ) -> Response:
        context = self._context(workspace(), request, form)
        try:
            return _respond_in(context, handler)
        except (InvitationClosed, AssessmentClosed):
            return _closed(context, messages.closed(context.t))
        except InvitationFull:
            return context.respond(messages.full(context.t))
        except InvalidInput:
            return context.respond(messages.unreadable(context.t, 422))

    def _context(
        self, workspace: Workspace, request: Request, form: Mapping[str, str]
    ) -> AnyContext:
        """Return what the address of a request opens. Raises NotFound, TooOften, StorageError."""
        settings = self._settings()
        token = request.path_params.get("token", "")
        if _is_code(request):
            self._guesses.check(request)
        opened = responding.find(workspace, token)
        if opened is None:
            raise NotFound(CODE if _is_code(request) else ADDRESS, "")
        if isinstance(opened, PersonalLink):
            return PersonalLinkContext(workspace, settings, request, form, opened)
        if isinstance(opened, OpenLink):
            return OpenLinkContext(workspace, settings, request, form, opened)
        return SessionContext(workspace, settings, request, form, opened)

    def exception_handlers(self) -> Mapping[Any, Any]:  # as Starlette has them
        """Return what is answered when there is no page, in the language of the browser."""
        return {**self._refusals.handlers(), NotFound: self._unknown}

    async def _unknown(self, request: Request, error: NotFound) -> Response:
        """Answer that an address leads nowhere, also when what it opened was erased meanwhile."""
        if error.kind == CODE and not messages.wants_json(request):
            return code_page.wrong(request, self._settings().language)
        await asyncio.sleep(SLOW)
        t = self._refusals.translator_of(request)
        return messages.respond(request, t, messages.unknown(t))


def _is_code(request: Request) -> bool:
    return read_code(request.path_params.get("token", "")) is not None


def no_page(context: SessionContext) -> Response:
    """Return that a respondent has no such page."""
    return context.no_page()


def _respond_in(context: AnyContext, handler: Handler) -> Response:
    if context.page == HELP and not context.is_post:
        return safety.show(context)
    if isinstance(context, PersonalLinkContext):
        return personal_link.respond(context)
    if isinstance(context, OpenLinkContext):
        return open_link.respond(context)
    if context.is_open or context.page in AFTER_CLOSING or _takes_back(context):
        return handler(context)
    told = None if context.page else feedback.page(context)
    return _closed(context, context.why_closed) if told is None else told


def _takes_back(context: SessionContext) -> bool:
    """Return whether somebody may still say that the answers of a pair stay with them."""
    return context.page == "share" and context.can_take_back


def _closed(context: Context, message: Message) -> Response:
    """Return why answers can not change any more; a pair can still read."""
    t = context.t
    link = MessageLink(context.at("pair"), t("To our answers")) if context.in_pairs else None
    return context.respond(message, link)
