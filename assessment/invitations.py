"""Invitations: the asking of one role in one assessment, until a date."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from assessment.assessments import Assessment
from assessment.catalogue.effort import Effort, effort, judging_effort
from assessment.catalogue.model import Catalogue, Criterion, Edition
from assessment.errors import InvalidInput
from assessment.judging.judgements import cards
from assessment.pairs import Pair
from assessment.respondents import Respondent

MAX_RESPONDENTS = 200  # of one invitation
KEPT = 200  # lists of questions in memory
WhyNot = Literal["closed", "expired"]


@dataclass(frozen=True)
class Invitation:
    """The invitation of one role in one assessment. `version` counts the changes.

    It still takes answers on the day `until`. `open_hash` is the hash of its open link's token,
    `open_code_hash` that of the short code of that link.
    """

    id: str
    assessment: str
    role: str
    profile: str
    max_respondents: int
    until: date | None = None
    open_hash: str | None = None
    in_pairs: bool = False
    closed_at: datetime | None = None  # by hand
    own_line: str = ""  # what the organisation adds to its letters and to the start page
    open_code_hash: str | None = None
    stormed_at: datetime | None = (
        None  # when more people came through the open link than it lets in
    )
    to_judge: bool = False  # the criteria, instead of rating by them
    version: int = 0

    @property
    def group(self) -> tuple[bool, bool, str]:
        """What it has in common with all invitations that are erased together."""
        return self.in_pairs, self.to_judge, "" if self.in_pairs else self.role

    def why_not(self, *, accepts_respondents: bool, now: datetime) -> WhyNot | None:
        """Return why it takes no answers (any more), None if it does.

        `accepts_respondents` is that of its assessment. Days are those of this machine.
        """
        if self.closed_at is not None or not accepts_respondents:
            return "closed"
        if self.until is not None and now.astimezone().date() > self.until:
            return "expired"
        return None


@dataclass(frozen=True)
class Participation:
    """How many people of one role may answer, began and finished."""

    role: str
    invited: int
    started: int
    finished: int

    @classmethod
    def of(cls, invitation: Invitation, respondents: Collection[Respondent]) -> "Participation":
        """Count the respondents of an invitation."""
        started = sum(1 for respondent in respondents if respondent.started_at is not None)
        finished = sum(1 for respondent in respondents if respondent.finished_at is not None)
        return cls(invitation.role, invitation.max_respondents, started, finished)


@dataclass(frozen=True)
class StoredRespondent:
    """A respondent found by a token, with what a page about it needs."""

    respondent: Respondent
    invitation: Invitation
    assessment: Assessment
    pair: Pair | None
    project_name: str
    contact: str  # whom respondents can turn to
    scope: frozenset[str]  # criteria of the assessment


@dataclass(frozen=True)
class StoredOpenLink:
    """An invitation found by the token of its open link; `taken` counts its respondents."""

    invitation: Invitation
    assessment: Assessment
    project_name: str
    contact: str
    scope: frozenset[str]
    taken: int


@dataclass(frozen=True)
class IssuedLink:
    """A personal link that was just made. Its token is never to be had again."""

    number: int
    respondent: str
    token: str


@dataclass(frozen=True)
class IssuedInvitation:
    """An invitation that was just opened, with its links."""

    invitation: Invitation
    links: tuple[IssuedLink, ...]
    open_token: str | None


def questions(
    catalogue: Catalogue, role: str, profile: str, scope: Collection[str]
) -> tuple[Criterion, ...]:
    """Return what an invitation asks, in the order of the catalogue.

    That is what its role is asked, its profile holds and, unless it is about a single relationship, its
    assessment has in `scope`.
    """
    return _questions(catalogue.edition, role, profile, frozenset(scope))


@lru_cache(maxsize=KEPT)  # asked on every tap
def _questions(
    edition: Edition, role: str, profile: str, scope: frozenset[str]
) -> tuple[Criterion, ...]:
    catalogue = edition.catalogue
    chosen = catalogue.profile(profile)
    if chosen is None:
        return ()
    wanted = chosen.asked_of(catalogue.asked[role], scope)
    return tuple(c for c in catalogue.criteria if c.id in wanted)


def asked_by(
    catalogue: Catalogue, invitation: Invitation, scope: Collection[str]
) -> tuple[Criterion, ...]:
    """Return what an invitation asks: its questions, or the cards to judge."""
    if invitation.to_judge:
        return cards(catalogue, invitation.profile)
    return questions(catalogue, invitation.role, invitation.profile, scope)


def effort_of(
    catalogue: Catalogue, invitation: Invitation, asked: Collection[Criterion], language: str
) -> Effort:
    """Return how much an invitation asks of one person, who reads in a language."""
    if invitation.to_judge:
        return judging_effort(len(asked))
    return effort(catalogue, asked, invitation.role, language)


def checked_max_respondents(number: int) -> int:
    """Return the number. Raises InvalidInput when an invitation cannot have so many respondents."""
    if not 1 <= number <= MAX_RESPONDENTS:
        text = f"An invitation is for 1 to {MAX_RESPONDENTS} people, not {number}."
        raise InvalidInput("max_respondents", "range", text)
    return number


def checked_until(until: date | None, now: datetime) -> date | None:
    """Return the last day. Raises InvalidInput for one that has passed."""
    if until is not None and until < now.astimezone().date():
        raise InvalidInput("until", "past", "The last day has passed. Choose a later one.")
    return until
