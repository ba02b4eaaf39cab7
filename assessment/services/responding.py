"""The respondent's side of an invitation: find, begin, answer, stop."""

from dataclasses import dataclass
from typing import Any

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue, Criterion
from assessment.errors import InvalidInput, InvitationClosed, NotFound
from assessment.invitations import Invitation, WhyNot, questions
from assessment.pairs import Pair
from assessment.respondents import (
    MAX_LANGUAGE,
    Respondent,
    checked_anonymous_answer,
    is_token,
    token_hash,
)
from assessment.services.context import Workspace
from assessment.store import StoredOpenLink, StoredRespondent

UNKNOWN = "unknown"  # the bucket that all unknown tokens share
MOST_UNKNOWN = 120  # in a minute
MOST_BEGINS = 60  # in a minute, on one open link
MOST_ANSWERS = 120  # changes in a minute, of one respondent
MOST_ERASURES = 5  # in a minute, of one respondent


@dataclass(frozen=True)
class InvitationView:
    """What whoever opens a link of an invitation may know of it."""

    invitation: Invitation
    assessment: Assessment
    catalogue: Catalogue
    criteria: tuple[Criterion, ...]  # what is asked, in order
    project_name: str
    why_not: WhyNot | None  # why it takes no answers

    @property
    def takes_answers(self) -> bool:
        """Return whether answers can be given and changed."""
        return self.why_not is None


@dataclass(frozen=True)
class RespondentSession(InvitationView):
    """One respondent of an invitation, found by the token that nobody else has seen."""

    respondent: Respondent
    pair: Pair | None


@dataclass(frozen=True)
class PersonalLink(InvitationView):
    """A link that was handed out. One can begin with it, and then it opens nothing any more."""

    respondent: str  # only whose it is: a letter tells nothing of what was said
    language: str
    is_used: bool


@dataclass(frozen=True)
class OpenLink(InvitationView):
    """The open link of an invitation; nobody sits down by looking at it."""

    places_left: int


def find(workspace: Workspace, token: str) -> RespondentSession | PersonalLink | OpenLink | None:
    """Return what a token opens; None for a malformed, unknown, replaced or revoked one.

    The token of a letter never finds a Respondent, and only a Respondent gives answers and takes them.
    """
    if not is_token(token):
        return None
    hashed = token_hash(token)
    session = workspace.store.respondents.find(hashed)
    if session is not None:
        is_own = (
            session.respondent.token_hash == hashed and not session.respondent.has_printed_token
        )
        return _session(workspace, session) if is_own else _personal_link(workspace, session)
    open_link = workspace.store.invitations.find(hashed)
    return None if open_link is None else _open_link(workspace, open_link)


def _session(workspace: Workspace, stored: StoredRespondent) -> RespondentSession:
    return RespondentSession(
        **_invited(workspace, stored), respondent=stored.respondent, pair=stored.pair
    )


def _personal_link(workspace: Workspace, stored: StoredRespondent) -> PersonalLink:
    return PersonalLink(
        **_invited(workspace, stored),
        respondent=stored.respondent.id,
        language=stored.respondent.language,
        is_used=not stored.respondent.has_printed_token,
    )


def _open_link(workspace: Workspace, stored: StoredOpenLink) -> OpenLink:
    left = max(0, stored.invitation.max_respondents - stored.taken)
    return OpenLink(**_invited(workspace, stored), places_left=left)


def _invited(workspace: Workspace, stored: StoredRespondent | StoredOpenLink) -> dict[str, Any]:
    catalogue, invitation = workspace.catalogue_of(stored.assessment), stored.invitation
    accepts_respondents = stored.assessment.accepts_respondents
    return {
        "round": invitation,
        "assessment": stored.assessment,
        "catalogue": catalogue,
        "criteria": questions(catalogue, invitation.role, invitation.profile, stored.scope),
        "project_name": stored.project_name,
        "why_not": invitation.why_not(accepts_respondents=accepts_respondents, now=workspace.now()),
    }


def count_unknown(workspace: Workspace) -> None:
    """Count a token that `find` does not know. Raises TooOften: then say so, and look no further."""
    workspace.store.rate_limits.count(UNKNOWN, MOST_UNKNOWN)


def begin(workspace: Workspace, open_link: OpenLink, language: str = "") -> str:
    """Take a respondent through an open link and return its own token.

    Raises InvitationFull, InvitationClosed, TooOften, InvalidInput.
    """
    token = workspace.new_token()
    respondent = Respondent(
        id=workspace.new_id(),
        assessment=open_link.assessment.id,
        role=open_link.invitation.role,
        token_hash=token_hash(token),
        invitation=open_link.invitation.id,
        started_at=workspace.now(),
        language=_language(language),
    )
    workspace.store.respondents.join(respondent, MOST_BEGINS)
    return token


def begin_personal_link(workspace: Workspace, letter: str, language: str) -> str:
    """Begin with the token of a letter and return the respondent's own; the letter opens nothing then.

    Raises LinkUsed, but for a second tap right after the first; InvitationClosed, NotFound and
    InvalidInput.
    """
    token = workspace.new_token()
    workspace.store.respondents.begin(token_hash(letter), token_hash(token), _language(language))
    return token


def begin_session(workspace: Workspace, session: RespondentSession, language: str) -> None:
    """Save that a respondent began (again), in a language. Raises InvitationClosed, InvalidInput."""
    _check_takes_answers(session)
    started = session.respondent.started_at or workspace.now()
    changes = {"started_at": started, "language": _language(language)}
    workspace.store.respondents.change(session.respondent.id, changes, while_open=True)


def set_language(workspace: Workspace, session: RespondentSession, language: str) -> None:
    """Save the language a respondent chose. Raises InvalidInput."""
    workspace.store.respondents.change(session.respondent.id, {"language": _language(language)})


def _language(language: str) -> str:
    if len(language) > MAX_LANGUAGE:
        raise InvalidInput("language", "unknown", "There is no such language. Choose another.")
    return language


def answers(workspace: Workspace, session: RespondentSession) -> dict[str, Answer]:
    """Return the answers and comments of a respondent, by criterion."""
    return workspace.store.answers.all(session.respondent.id)


def answer(workspace: Workspace, session: RespondentSession, criterion: str) -> Answer:
    """Return one answer of a respondent; an empty one (version 0) if nothing was written yet."""
    return workspace.store.answers.get(session.respondent.id, criterion)


def write(workspace: Workspace, session: RespondentSession, answer: Answer) -> Answer:
    """Save one answer: its state, level and comment.

    Raises StaleWrite (with the current answer), InvalidInput, NotFound for a criterion that is not
    asked or a respondent with another token by now, InvitationClosed, AssessmentClosed and TooOften.
    """
    _check_takes_answers(session)
    if answer.criterion not in {criterion.id for criterion in session.criteria}:
        raise NotFound("criterion", answer.criterion)
    return workspace.store.answers.save(
        session.respondent.id,
        checked_anonymous_answer(answer),
        most=MOST_ANSWERS,
        holder=session.respondent.token_hash,
    )


def _check_takes_answers(session: RespondentSession) -> None:
    if not session.takes_answers:
        raise InvitationClosed(session.invitation.id)


def finish(workspace: Workspace, session: RespondentSession) -> None:
    """Save that a respondent is done; answers can still change. Raises InvitationClosed."""
    _check_takes_answers(session)
    now = workspace.now()
    changes = {"started_at": session.respondent.started_at or now, "finished_at": now}
    workspace.store.respondents.change(session.respondent.id, changes, while_open=True)


def erase(workspace: Workspace, session: RespondentSession) -> None:
    """Erase all that a respondent wrote; the respondent stays. Raises InvitationClosed, TooOften."""
    workspace.store.answers.erase(session.respondent.id, MOST_ERASURES)
