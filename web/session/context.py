"""Who asks for a page of a session: what their address opens, in which language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from assessment.catalogue.model import Catalogue
from assessment.services.context import Workspace
from assessment.services.session import preparing
from assessment.services.session.results import SessionOutcome
from assessment.session.control.clock import NORMAL, ask_again_after, seconds_left
from assessment.session.group_session import GroupSession
from assessment.session.people import SessionPerson
from assessment.session.states import SessionKey, Turn
from assessment.session.store import Pulse
from locales import LANGUAGES, Translator, translator
from settings import Settings
from web.session import cookie
from web.session.addresses import control_address, phone_address, screen_address
from web.session.outcomes import Outcomes
from web.session.render import render


@dataclass(frozen=True)
class GroupContext:
    """One request below an address that opens a session."""

    workspace: Workspace
    settings: Settings
    request: Request
    form: Mapping[str, str]  # what was posted; empty for a request that only reads
    address: str  # what stands in the path: a code, a token or a key
    session: GroupSession
    outcomes: Outcomes

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue that the session keeps."""
        return preparing.catalogue_of(self.workspace, self.session)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages to choose from."""
        return tuple(code for code in LANGUAGES if code in self.catalogue.languages)

    @property
    def session_language(self) -> str:
        """The language of the session, as far as the interface has it."""
        known = self.session.language in LANGUAGES
        return self.session.language if known else self.settings.language

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.session_language

    @property
    def t(self) -> Translator:
        """The words of the interface."""
        return translator(self.language)

    @property
    def seconds(self) -> int | None:
        """What is left of the countdown, None while none runs."""
        return seconds_left(self.session, self.workspace.now())

    @property
    def is_writing(self) -> bool:
        """Return whether people write instead of choosing: nobody has to, so nobody is counted."""
        step = self.session.present_step
        return step is not None and step.takes_notes and self.session.turn is Turn.FIRST

    def role_name(self, role: str) -> str:
        """Return the name of a role."""
        return self.catalogue.role(role).title.in_language(self.language)

    def at(self, page: str) -> str:
        """Return the address of a page below this one; an empty name is the first."""
        raise NotImplementedError

    def render(self, template: str, *, status: int = 200, **values: object) -> Response:
        """Render a page."""
        given = {
            "at": self.at,
            "here": self.at(""),
            "languages": self.languages,
            "minutes": minutes,
            "hold": False,
            **values,
        }
        return HTMLResponse(render(template, self.t, given), status)


@dataclass(frozen=True)
class GuestContext(GroupContext):
    """The code or token of a session, on a phone that has not joined it."""

    @property
    def language(self) -> str:
        """The language that was chosen on this phone, else that of the session."""
        posted = self.form.get("language") or self.request.query_params.get("lang", "")
        chosen = posted or cookie.language_of(self.request, self.settings)
        return chosen if chosen in self.languages else self.session_language

    def at(self, page: str) -> str:
        """Return the address of a page of this phone."""
        return phone_address(self.address, page)


@dataclass(frozen=True)
class PhoneContext(GuestContext):
    """A phone that has joined."""

    person: SessionPerson
    pulse: Pulse  # read before anything else of the page: it is never newer than the page

    @property
    def live(self) -> dict[str, int]:
        """What the script of the page begins with."""
        next_ms = ask_again_after(self.pulse.state, self.pulse.phase)
        return {"v": self.pulse.v, "next_ms": next_ms}

    @property
    def outcome(self) -> SessionOutcome:
        """What may be seen of the session."""
        return self.outcomes.at(self.workspace, self.session, self.pulse.v)


@dataclass(frozen=True)
class KeyContext(GroupContext):
    """A key in the address: of the control, of a helper or of the screen."""

    key: SessionKey
    pulse: Pulse  # read before anything else of the page

    @property
    def live(self) -> dict[str, int]:
        """What the script of the page begins with."""
        return {"v": self.pulse.v, "next_ms": ask_soon(self.pulse)}

    @property
    def outcome(self) -> SessionOutcome:
        """What may be seen of the session."""
        return self.outcomes.at(self.workspace, self.session, self.pulse.v)

    @property
    def has_enough(self) -> bool:
        """Return whether there are enough people in the room for a vote."""
        return self.pulse.present + self.session.without_phone >= self.session.threshold

    def at(self, page: str) -> str:
        """Return the address of a page of this key."""
        is_screen = self.key is SessionKey.SCREEN
        return (screen_address if is_screen else control_address)(self.address, page)


def minutes(seconds: int) -> str:
    """Return a time as a clock shows it."""
    sign = "−" if seconds < 0 else ""
    return f"{sign}{abs(seconds) // 60}:{abs(seconds) % 60:02}"


def ask_soon(pulse: Pulse) -> int:
    """Return after how many milliseconds control and screen ask again: they are few, and lead."""
    return min(NORMAL, ask_again_after(pulse.state, pulse.phase))
