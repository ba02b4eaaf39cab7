"""The respondent's side of an invitation: open a link, begin, answer, finish."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue, Criterion
from assessment.codes import link_hash, read_code
from assessment.errors import InvalidInput, InvitationClosed, NotFound, StaleWrite, TooOften
from assessment.invitations import (
    Invitation,
    StoredOpenLink,
    StoredRespondent,
    WhyNot,
    asked_by,
)
from assessment.pairs import Pair
from assessment.respondents import (
    MAX_LANGUAGE,
    Respondent,
    checked_invited_answer,
    token_hash,
)
from assessment.services.context import Workspace

UNKNOWN = "unknown"  # the bucket that all unknown tokens share
MOST_UNKNOWN = 120  # in a minute
WRONG_CODES = "code"  # the bucket that all wrong codes share
MOST_WRONG_CODES = 60  # in a minute; then no code is looked up until the next one
MOST_BEGINS = 20  # in a minute, on one open link: a group in one room, not a program
MOST_ANSWERS = 120  # changes in a minute, of one respondent
MOST_ERASURES = 5  # in a minute, of one respondent


@dataclass(frozen=True)
class InvitationView:
    """What anyone who opens a link of an invitation may know of it."""

    invitation: Invitation
    assessment: Assessment
    catalogue: Catalogue
    criteria: tuple[Criterion, ...]  # what is asked, in order
    project_name: str
    contact: str  # whom respondents can turn to; empty as long as the project names nobody
    why_not: WhyNot | None  # why it takes no answers

    @property
    def pair_roles(self) -> tuple[str, ...]:
        """The two roles of a pair that answers here."""
        profile = self.catalogue.profile(self.invitation.profile)
        return () if profile is None else self.catalogue.pair_roles(profile)

    @property
    def is_anonymous(self) -> bool:
        """Return whether answers are shown in a group only: all that is judged, and what is
        rated by anybody but those who speak for the organisation."""
        own = self.catalogue.organisation_roles
        return self.invitation.to_judge or self.invitation.role not in own

    @property
    def takes_answers(self) -> bool:
        """Return whether answers can be given and changed."""
        return self.why_not is None


@dataclass(frozen=True)
class RespondentSession(InvitationView):
    """One respondent of an invitation, found by a token that nobody else has seen."""

    respondent: Respondent
    pair: Pair | None


@dataclass(frozen=True)
class PersonalLink(InvitationView):
    """A link that was handed out. One can begin with it, and then it opens nothing any more."""

    respondent: str  # only the id: the link tells nothing of what was answered
    language: str
    is_used: bool


@dataclass(frozen=True)
class OpenLink(InvitationView):
    """The open link of an invitation; opening it does not add a respondent yet."""

    places_left: int


def find(workspace: Workspace, token: str) -> RespondentSession | PersonalLink | OpenLink | None:
    """Return what a token or a code opens; None for a malformed, unknown, replaced or revoked one.

    What was printed, the token of a personal link and its code, never opens a session: answers are
    given and shown in a session only. Raises TooOften for a code after MOST_WRONG_CODES wrong ones.
    """
    hashed = link_hash(token)
    if hashed is None:
        return None
    if read_code(token) is not None:
        workspace.store.rate_limits.check(WRONG_CODES, MOST_WRONG_CODES)
    stored = workspace.store.respondents.find(hashed)
    if stored is not None:
        respondent = stored.respondent
        is_own = respondent.token_hash == hashed and not respondent.has_printed_token
        return _session(workspace, stored) if is_own else _personal_link(workspace, stored)
    open_link = workspace.store.invitations.find(hashed)
    return None if open_link is None else _open_link(workspace, open_link)


def _session(workspace: Workspace, stored: StoredRespondent) -> RespondentSession:
    view = _view(workspace, stored)
    return RespondentSession(
        **vars(view),
        respondent=stored.respondent,
        pair=stored.pair,
    )


def _personal_link(workspace: Workspace, stored: StoredRespondent) -> PersonalLink:
    view = _view(workspace, stored)
    return PersonalLink(
        **vars(view),
        respondent=stored.respondent.id,
        language=stored.respondent.language,
        is_used=not stored.respondent.has_printed_token,
    )


def _open_link(workspace: Workspace, stored: StoredOpenLink) -> OpenLink:
    view = _view(workspace, stored)
    return OpenLink(
        **vars(view),
        places_left=max(0, stored.invitation.max_respondents - stored.taken),
    )


def _view(workspace: Workspace, stored: StoredRespondent | StoredOpenLink) -> InvitationView:
    catalogue, invitation = workspace.catalogue_of(stored.assessment), stored.invitation
    accepts_respondents = stored.assessment.accepts_respondents
    return InvitationView(
        invitation=invitation,
        assessment=stored.assessment,
        catalogue=catalogue,
        criteria=asked_by(catalogue, invitation, stored.scope),
        project_name=stored.project_name,
        contact=stored.contact,
        why_not=invitation.why_not(accepts_respondents=accepts_respondents, now=workspace.now()),
    )


def count_unknown(workspace: Workspace, token: str = "") -> None:
    """Count a token or a code that `find` does not know. Raises TooOften above the most in a minute.

    A token cannot be guessed, so that right ones are found all the same. A code is shorter: from
    then on none is looked up in that minute.
    """
    if read_code(token) is None:
        workspace.store.rate_limits.count(UNKNOWN, MOST_UNKNOWN)
    else:
        workspace.store.rate_limits.count(WRONG_CODES, MOST_WRONG_CODES)


def begin_open_link(workspace: Workspace, open_link: OpenLink, language: str = "") -> str:
    """Add a respondent through an open link and return the token of its session.

    More than MOST_BEGINS in a minute are a storm, which is noted for who made the link. Raises
    InvitationFull, InvitationClosed, TooOften, InvalidInput.
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
    try:
        workspace.store.respondents.join(respondent, MOST_BEGINS)
    except TooOften:
        workspace.store.invitations.note_storm(open_link.invitation.id)
        raise
    return token


def begin_personal_link(workspace: Workspace, link_token: str, language: str) -> str:
    """Begin with the token or code of a personal link and return the token of the session.

    The link opens nothing from then on. Raises LinkUsed, but for a second tap right after the
    first; InvitationClosed, NotFound and InvalidInput.
    """
    token, hashed = workspace.new_token(), link_hash(link_token)
    if hashed is None:
        raise NotFound("letter", "")
    workspace.store.respondents.begin(hashed, token_hash(token), _language(language))
    return token


def begin_session(workspace: Workspace, session: RespondentSession, language: str) -> None:
    """Save that a respondent began (again), and in which language.

    Raises InvitationClosed, InvalidInput.
    """
    check_takes_answers(session)
    started = session.respondent.started_at or workspace.now()
    changes = {"started_at": started, "language": _language(language)}
    workspace.store.respondents.change(session.respondent.id, changes, while_open=True)


def set_language(workspace: Workspace, session: RespondentSession, language: str) -> None:
    """Save the language that a respondent chose. Raises InvalidInput."""
    workspace.store.respondents.change(session.respondent.id, {"language": _language(language)})


def _language(language: str) -> str:
    if len(language) > MAX_LANGUAGE:
        raise InvalidInput("language", "unknown", "There is no such language. Choose another.")
    return language


def answers(workspace: Workspace, session: RespondentSession) -> dict[str, Answer]:
    """Return the answers and notes of a respondent, by criterion."""
    return workspace.store.answers.all(session.respondent.id)


def answer(workspace: Workspace, session: RespondentSession, criterion: str) -> Answer:
    """Return one answer of a respondent; an empty one (version 0) if nothing was written yet."""
    return workspace.store.answers.get(session.respondent.id, criterion)


def write(workspace: Workspace, session: RespondentSession, answer: Answer) -> Answer:
    """Save one answer: its state, level and words.

    Raises StaleWrite (with the current answer), InvalidInput, InvitationClosed, AssessmentClosed,
    TooOften, and NotFound for a criterion that is not asked or a token that was replaced meanwhile.
    """
    _check_asked(session, [answer])
    return workspace.store.answers.save(
        session.respondent.id,
        checked_invited_answer(answer, is_anonymous=session.is_anonymous),
        most=MOST_ANSWERS,
        holder=session.respondent.token_hash,
    )


def write_each(
    workspace: Workspace, session: RespondentSession, answers: Sequence[Answer]
) -> list[Answer | StaleWrite[Answer] | InvalidInput]:
    """Save several answers in one transaction; return what is stored of each, or why it is not saved.

    Raises what else `write` raises, and then none is saved.
    """
    _check_asked(session, answers)
    wanted = [_checked_or_why_not(session, answer) for answer in answers]
    saved = iter(
        workspace.store.answers.save_each(
            session.respondent.id,
            [one for one in wanted if isinstance(one, Answer)],
            most=MOST_ANSWERS,
            holder=session.respondent.token_hash,
        )
    )
    return [next(saved) if isinstance(one, Answer) else one for one in wanted]


def _checked_or_why_not(session: RespondentSession, answer: Answer) -> Answer | InvalidInput:
    try:
        return checked_invited_answer(answer, is_anonymous=session.is_anonymous)
    except InvalidInput as error:
        return error


def _check_asked(session: RespondentSession, answers: Sequence[Answer]) -> None:
    """Raise InvitationClosed, NotFound for what is not asked: of who judges, all that is rated."""
    check_takes_answers(session)
    asked = () if session.invitation.to_judge else {criterion.id for criterion in session.criteria}
    for answer in answers:
        if answer.criterion not in asked:
            raise NotFound("criterion", answer.criterion)


def check_takes_answers(session: RespondentSession) -> None:
    """Raise InvitationClosed when answers cannot be given or changed (any more)."""
    if not session.takes_answers:
        raise InvitationClosed(session.invitation.id)


def finish(workspace: Workspace, session: RespondentSession) -> None:
    """Save that a respondent finished; answers can still change. Raises InvitationClosed."""
    check_takes_answers(session)
    now = workspace.now()
    changes = {"started_at": session.respondent.started_at or now, "finished_at": now}
    workspace.store.respondents.change(session.respondent.id, changes, while_open=True)


def erase(workspace: Workspace, session: RespondentSession) -> None:
    """Erase all answers of a respondent, who can answer anew. Raises InvitationClosed, TooOften."""
    workspace.store.answers.erase(session.respondent.id, MOST_ERASURES)
