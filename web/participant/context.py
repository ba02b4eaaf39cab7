"""Who asks for a page: what their address opens, in which language, on which page."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.model import Criterion
from assessment.invitations import effort_of
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.responding import (
    InvitationView,
    OpenLink,
    PersonalLink,
    RespondentSession,
)
from locales import LANGUAGES, Translator, translator
from locales.browser_language import best_language
from settings import Settings
from web.participant import messages
from web.participant.messages import Message, MessageLink
from web.participant.render import HELP, PREFIX, page_address, render

LANGUAGE_BUTTON = "language:"


@dataclass(frozen=True)
class Context(ABC):
    """One request below an address that opens something; a subclass for each kind of address."""

    workspace: Workspace
    settings: Settings
    request: Request
    form: Mapping[str, str]  # what was posted; empty for a request that only reads

    @property
    @abstractmethod
    def view(self) -> InvitationView:
        """What the address opens."""

    @property
    @abstractmethod
    def chosen_language(self) -> str:
        """The language that was chosen, empty if none was."""

    @cached_property
    def token(self) -> str:
        """The secret in the address."""
        return str(self.request.path_params["token"])

    @cached_property
    def page(self) -> str:
        """What stands below the address; the first page has no name."""
        path: str = self.request.scope["path"]
        return path.removeprefix(f"{PREFIX}{self.token}").removeprefix("/")

    @property
    def is_post(self) -> bool:
        """Return whether something is to be written."""
        return self.request.method == "POST"

    @cached_property
    def language(self) -> str:
        """The language that was chosen, else the one that the browser asks for."""
        if self.chosen_language in self.languages:
            return self.chosen_language
        accepted = self.request.headers.get("accept-language", "")
        return best_language(accepted, self.languages, self.settings.language)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages to choose from; all of the interface if the catalogue has none of them."""
        both = tuple(code for code in LANGUAGES if code in self.view.catalogue.languages)
        return both or tuple(LANGUAGES)

    @property
    def posted_language(self) -> str:
        """The language that a form asks for, else the one of the page."""
        language = self.form.get("language", "")
        return language if language in self.languages else self.language

    @property
    def t(self) -> Translator:
        """The words of the interface."""
        return translator(self.language)

    @property
    def project(self) -> str:
        """The name of the project."""
        return self.view.project_name

    @property
    def contact(self) -> str:
        """Whom respondents can turn to; empty if the project names nobody."""
        return self.view.contact

    @property
    def numbers(self) -> tuple[HelpNumber, ...]:
        """Whom a respondent can call."""
        return self.workspace.numbers_to_call(self.view.catalogue.id)

    @property
    def warning(self) -> str:
        """What a pair should know before it begins; empty if there is nothing."""
        profile = self.view.catalogue.profile(self.view.invitation.profile)
        if profile is None or profile.warning is None or not self.in_pairs:
            return ""
        return profile.warning.in_language(self.language)

    @property
    def beforehand(self) -> str:
        """What who rates in this role reads on the first page; empty if there is nothing."""
        told = self.view.catalogue.role(self.role).beforehand
        return "" if told is None else told.in_language(self.language)

    @property
    def own_line(self) -> str:
        """What the organisation adds to its invitation; empty if it adds nothing."""
        return self.view.invitation.own_line

    @property
    def role(self) -> str:
        """The id of the role in which to answer."""
        return self.view.invitation.role

    @property
    def role_name(self) -> str:
        """The name of that role."""
        return self.view.catalogue.role(self.role).title.in_language(self.language).lower()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The questions, in order."""
        return self.view.criteria

    @property
    def total(self) -> int:
        """The number of questions."""
        return len(self.criteria)

    @property
    def minutes(self) -> int:
        """About how long answering takes."""
        catalogue = self.view.catalogue
        return effort_of(catalogue, self.view.invitation, self.criteria, self.language).minutes

    @property
    def until(self) -> date | None:
        """The last day to answer."""
        return self.view.invitation.until

    @property
    def threshold(self) -> int:
        """From how many answers a group is shown."""
        return self.workspace.threshold_of(self.view.assessment)

    @property
    def in_pairs(self) -> bool:
        """Return whether the two of a pair answer together."""
        return self.view.invitation.in_pairs

    @property
    def to_judge(self) -> bool:
        """Return whether the criteria are judged, instead of rating by them."""
        return self.view.invitation.to_judge

    @property
    def is_anonymous(self) -> bool:
        """Return whether answers show in a group only."""
        return self.view.is_anonymous

    @property
    def is_open(self) -> bool:
        """Return whether answers can still change."""
        return self.view.takes_answers

    @property
    def why_closed(self) -> Message:
        """Why answers can not change any more."""
        is_expired = self.view.why_not == "expired"
        return messages.expired(self.t) if is_expired else messages.closed(self.t)

    @property
    def full_address(self) -> str:
        """The address that leads back here from another device."""
        return f"{self.settings.public_address}{PREFIX}{self.token}"

    def at(self, page: str) -> str:
        """Return the address of a page below this one; an empty name is the first."""
        return page_address(self.token, page)

    def render(self, template: str, *, status: int = 200, **values: object) -> Response:
        """Render a page."""
        values = {
            "context": self,
            "at": self.at,
            "languages": self.languages,
            "safe": self.at(HELP),
            **values,
        }
        return HTMLResponse(render(template, self.t, values), status)

    def respond(self, message: Message, link: MessageLink | None = None) -> Response:
        """Render a page with a message, or tell the script of a page."""
        return messages.respond(self.request, self.t, message, link)


@dataclass(frozen=True)
class SessionContext(Context):
    """The address of one respondent, which nobody else has seen."""

    session: RespondentSession

    @property
    def view(self) -> InvitationView:
        """What the address opens."""
        return self.session

    @property
    def chosen_language(self) -> str:
        """The language that the respondent chose, on this or another device."""
        return self.session.respondent.language

    @property
    def can_take_back(self) -> bool:
        """Return whether a choice to let answers count can still be taken back: until closing."""
        return self.session.assessment.accepts_respondents

    def choose_language(self, button: str) -> None:
        """Save the language of a button such as `language:nl`; any other button changes nothing."""
        language = button.removeprefix(LANGUAGE_BUTTON)
        if language != button and language in self.languages:
            responding.set_language(self.workspace, self.session, language)

    def no_page(self) -> Response:
        """Return that a respondent has no such page, and lead back."""
        return self.respond(
            messages.no_page(self.t), MessageLink(self.at(""), self.t("To my answers"))
        )


@dataclass(frozen=True)
class PersonalLinkContext(Context):
    """The address in a letter."""

    link: PersonalLink

    @property
    def view(self) -> InvitationView:
        """What the address opens."""
        return self.link

    @property
    def chosen_language(self) -> str:
        """The language asked for in the address, else that of the respondent who began."""
        return self.request.query_params.get("lang") or self.link.language


@dataclass(frozen=True)
class OpenLinkContext(Context):
    """The address for everybody in a group."""

    link: OpenLink

    @property
    def view(self) -> InvitationView:
        """What the address opens."""
        return self.link

    @property
    def chosen_language(self) -> str:
        """The language asked for in the address."""
        return self.request.query_params.get("lang", "")
