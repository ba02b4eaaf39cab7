"""Where a person is: who holds the address, in which language, on which page."""

from dataclasses import dataclass
from datetime import date

from assessment.catalogue.model import Catalogue, Criterion
from assessment.invitations import minutes
from assessment.services import responding
from assessment.services.context import Workspace
from assessment.services.responding import OpenLink, PersonalLink, RespondentSession
from locales import LANGUAGES, Translator, translator
from web.participant.render import drawn
from web.participant.request import Reply, Visit
from web.server.forms import PREFIX

LANGUAGE_BUTTON = "language:"


@dataclass(frozen=True)
class Here:
    """One person on one page, in one language."""

    workspace: Workspace
    token: str
    place: RespondentSession | PersonalLink | OpenLink
    language: str
    page: str  # below the address of this person
    public_address: str

    @property
    def session(self) -> RespondentSession:
        """The respondent of this person; who has yet to begin has none."""
        assert isinstance(self.place, RespondentSession)  # noqa: S101  (pages of a respondent are shown to a respondent)
        return self.place

    @property
    def t(self) -> Translator:
        """The words of the interface in the language of this person."""
        return translator(self.language)

    @property
    def offered(self) -> tuple[str, ...]:
        """The languages that there are words for, in interface and criteria."""
        return offered(self.place.catalogue)

    @property
    def project(self) -> str:
        """The name of the project."""
        return self.place.project_name

    @property
    def role_name(self) -> str:
        """The role in which this person answers."""
        role = self.place.catalogue.role(self.place.invitation.role)
        return role.title.in_language(self.language).lower()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The questions, in order."""
        return self.place.criteria

    @property
    def total(self) -> int:
        """The number of questions."""
        return len(self.place.criteria)

    @property
    def minutes(self) -> int:
        """About how long answering takes."""
        return minutes(self.total)

    @property
    def until(self) -> date | None:
        """The last day to answer."""
        return self.place.invitation.until

    @property
    def threshold(self) -> int:
        """From how many answers a group is shown."""
        return self.workspace.threshold

    @property
    def is_pair(self) -> bool:
        """Return whether this is one of a mentor and mentee who answer together."""
        return self.place.invitation.in_pairs

    @property
    def is_open(self) -> bool:
        """Return whether answers can still change."""
        return self.place.takes_answers

    @property
    def full_address(self) -> str:
        """The address that leads back here from another device."""
        return f"{self.public_address}{PREFIX}{self.token}"

    def at(self, page: str) -> str:
        """Return the address of a page of this person; an empty name is the first one."""
        return f"{PREFIX}{self.token}/{page}".rstrip("/")

    def wished(self, visit: Visit) -> str:
        """Return the language in which somebody begins."""
        language = visit.form.get("language", "")
        return language if language in self.offered else self.language

    def speak(self, wish: str) -> bool:
        """Save the language that a button asks for as `language:nl`; say whether one does."""
        language = wish.removeprefix(LANGUAGE_BUTTON)
        is_known = language != wish and language in self.offered
        if is_known:
            responding.set_language(self.workspace, self.session, language)
        return is_known

    def draw(self, template: str, *, status: int = 200, **values: object) -> Reply:
        """Render a page of this person."""
        return drawn(template, self.t, {"here": self, **values}, status=status)


def offered(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the languages a person may choose from; all of ours if the catalogue has none."""
    both = tuple(code for code in LANGUAGES if code in catalogue.languages)
    return both or tuple(LANGUAGES)
