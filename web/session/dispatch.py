"""Answer a request of a session: whose address it is, which page, and what goes wrong in plain words."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from assessment.errors import NotFound, StorageError
from assessment.services.context import Workspace
from assessment.services.session import entering, limits, notes, watching
from assessment.session.group_session import GroupSession
from assessment.session.keys import join_hash, read_code
from assessment.session.states import SessionKey
from assessment.session.store import FoundPerson, Pulse
from locales import Translator
from settings import Settings
from web.participant import messages
from web.server.forms import read_form
from web.server.refusals import Refusals
from web.server.workers import run_reading, run_writing
from web.session import cookie, enter
from web.session.addresses import JOIN
from web.session.context import GuestContext, KeyContext, PhoneContext, ask_soon
from web.session.outcomes import Outcomes
from web.session.phone import joining
from web.session.pulses import Pulses

SLOW = 0.5  # seconds that a wrong address has to wait: guessing takes long
CODE = "code"  # what opens nothing
MOST_ADDRESSES = 2_000  # in memory
AnyPhone = PhoneContext | GuestContext
Form = Mapping[str, str]
More = Callable[[str], Awaitable[Mapping[str, int]]]
Endpoint = Callable[[Request], Awaitable[Response]]
KeyHandler = Callable[[KeyContext], Response]


class GroupDispatcher:
    """Answers requests. The one place where a code, token or key in an address is looked up."""

    def __init__(
        self, workspace: Callable[[], Workspace], settings: Callable[[], Settings]
    ) -> None:
        self._workspace = workspace
        self._settings = settings
        self._refusals = Refusals(lambda: settings().language)
        self._pulses: Pulses[Pulse] = Pulses(lambda name: watching.pulse(workspace(), name))
        self._new_notes: Pulses[int] = Pulses(lambda name: notes.number_of_new(workspace(), name))
        self._sessions: dict[str, str] = {}  # which session an address opened last
        self._outcomes = Outcomes()

    async def type_code(self, request: Request) -> Response:
        """Answer on the page on which one types a code."""
        return enter.respond(request, await read_form(request), self._settings().language)

    def phone(
        self,
        joined: Callable[[PhoneContext], Response],
        guest: Callable[[GuestContext], Response] = joining.ask_role,
    ) -> Endpoint:
        """Return the endpoint of a page of a phone, for who has joined and for who has not."""

        def respond(request: Request, form: Form) -> tuple[str, Response]:
            context = self._phone(request, form)
            if isinstance(context, PhoneContext):
                return context.session.id, joined(context)
            return context.session.id, guest(context)

        return self._endpoint(respond)

    def key(self, handler: KeyHandler, *keys: SessionKey) -> Endpoint:
        """Return the endpoint of a page that one of these keys opens."""

        def respond(request: Request, form: Form) -> tuple[str, Response]:
            context = self._key(request, form, keys)
            return context.session.id, handler(context)

        return self._endpoint(respond)

    def _endpoint(self, handler: Callable[[Request, Form], tuple[str, Response]]) -> Endpoint:
        async def respond(request: Request) -> Response:
            request.state.form = form = await read_form(request)
            is_post = request.method == "POST"
            run = run_writing if is_post else run_reading
            session, response = await run(handler, request, form)
            if is_post:
                self._pulses.forget(session)
                self._new_notes.forget(session)
            return response

        return respond

    async def nothing(self, request: Request) -> Response:
        """Answer that nothing stands at an address, after the checks that every address has."""
        await read_form(request)
        raise NotFound("page", "")

    def phone_state(self) -> Endpoint:
        """Return the endpoint that phones poll."""
        return self._state(lambda request: self._phone_session(request)[0].id)

    def screen_state(self) -> Endpoint:
        """Return the endpoint that the screen polls."""
        keys = (SessionKey.SCREEN,)

        async def more(_session: str) -> Mapping[str, int]:
            return {}

        return self._state(lambda request: self._entered(request, keys).session.id, more)

    def control_state(self, *keys: SessionKey) -> Endpoint:
        """Return the endpoint that a control polls: it also hears how many notes are new."""

        async def more(session: str) -> Mapping[str, int]:
            return {"notes": await self._new_notes.of(session)}

        return self._state(lambda request: self._entered(request, keys).session.id, more)

    def _state(self, find: Callable[[Request], str], more: More | None = None) -> Endpoint:
        """Return an endpoint of a few bytes; what has not changed is not sent again."""

        async def respond(request: Request) -> Response:
            path = request.url.path
            session = self._sessions.get(path)
            if session is None:
                session = await run_reading(find, request)
                self._remember(path, session)
            pulse = await self._pulses.of(session)
            state = watching.state_json(pulse)
            if more is not None:
                state |= {**await more(session), "next_ms": ask_soon(pulse)}
            return _state_response(request, state)

        return respond

    def _remember(self, path: str, session: str) -> None:
        """Note which session an address opens. Whoever knew the address may ask how far it is."""
        if len(self._sessions) >= MOST_ADDRESSES:
            self._sessions.clear()
        self._sessions[path] = session

    def _phone(self, request: Request, form: Form) -> AnyPhone:
        """Return what the address of a phone opens. Raises NotFound, TooOften, StorageError."""
        workspace, settings = self._workspace(), self._settings()
        session, found = self._phone_session(request)
        given = {
            "workspace": workspace,
            "settings": settings,
            "request": request,
            "form": form,
            "address": request.path_params["code"],
            "outcomes": self._outcomes,
        }
        if found is None or found.person.left:
            return GuestContext(session=session, **given)
        pulse = watching.pulse(workspace, session.id)
        fresh = _as_fresh(workspace, session, pulse)
        return PhoneContext(session=fresh, person=found.person, pulse=pulse, **given)

    def _phone_session(self, request: Request) -> tuple[GroupSession, FoundPerson | None]:
        workspace, address = self._workspace(), request.path_params["code"]
        found = self._person(request)
        wanted = join_hash(address)
        if found is not None and wanted in (found.session.join_hash, found.session.code_hash):
            return found.session, found
        try:
            session = self._by_join(workspace, address)
        except NotFound:
            if found is None:
                raise
            return found.session, found  # new keys put nobody out
        return session, found if found is not None and found.session.id == session.id else None

    def _by_join(self, workspace: Workspace, address: str) -> GroupSession:
        if read_code(address) is None:
            return entering.by_join(workspace, address)
        limits.check_codes(workspace)
        try:
            return entering.by_join(workspace, address)
        except NotFound:
            with suppress(StorageError):  # it is unknown, also when that cannot be counted
                limits.count_wrong_code(workspace)
            raise NotFound(CODE, "") from None

    def _person(self, request: Request) -> FoundPerson | None:
        try:
            token = cookie.token_of(request, self._settings())
            return entering.by_person(self._workspace(), token)
        except NotFound:
            return None

    def _key(self, request: Request, form: Form, keys: tuple[SessionKey, ...]) -> KeyContext:
        workspace = self._workspace()
        entered = self._entered(request, keys)
        pulse = watching.pulse(workspace, entered.session.id)
        return KeyContext(
            workspace=workspace,
            settings=self._settings(),
            request=request,
            form=form,
            address=request.path_params["key"],
            session=_as_fresh(workspace, entered.session, pulse),
            outcomes=self._outcomes,
            key=entered.key,
            pulse=pulse,
        )

    def _entered(self, request: Request, keys: tuple[SessionKey, ...]) -> entering.Entered:
        entered = entering.by_key(self._workspace(), request.path_params["key"])
        if entered.key not in keys:
            raise NotFound("session", "of this key")
        return entered

    def exception_handlers(self) -> Mapping[Any, Any]:  # as Starlette has them
        """Return what is answered when there is no page, in the language of the browser."""
        return {**self._refusals.handlers(), NotFound: self._unknown}

    async def _unknown(self, request: Request, error: NotFound) -> Response:
        """Answer that an address leads nowhere, also when what it opened was erased meanwhile."""
        await asyncio.sleep(SLOW)
        self._sessions.pop(request.url.path, None)
        if error.kind == CODE and not messages.wants_json(request):
            return enter.wrong(request, self._settings().language)
        t = self._refusals.translator_of(request)
        link = messages.MessageLink(JOIN, t("Type a code"))
        return messages.respond(request, t, _nowhere(t), link)


def _nowhere(t: Translator) -> messages.Message:
    return messages.Message(
        404,
        t("This address leads nowhere"),
        (
            t("Perhaps a character is missing, or the session has new keys or was erased."),
            t("Look at the address again, or ask who leads the session."),
        ),
    )


def _as_fresh(workspace: Workspace, session: GroupSession, pulse: Pulse) -> GroupSession:
    """Return a session that is no older than its pulse, so that a page never names a newer version."""
    is_same = session.version == pulse.version
    return session if is_same else entering.session_now(workspace, session.id)


def _state_response(request: Request, state: Mapping[str, str | int]) -> Response:
    tag = f'"{sha256(json.dumps(state).encode()).hexdigest()[:16]}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag})
    return JSONResponse(state, headers={"etag": tag})
