"""The respondent's side of a round: find, begin, answer, stop."""

from dataclasses import dataclass
from typing import Any

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue, Criterion
from assessment.errors import InvalidInput, NotFound, RoundClosed
from assessment.invitations import Round, WhyNot, questions
from assessment.pairs import Pair
from assessment.respondents import MAX_LANGUAGE, Respondent, checked_voice, is_token, token_hash
from assessment.services.context import Workspace
from assessment.store import StoredDoor, StoredSeat

UNKNOWN = "unknown"  # the bucket that all unknown tokens share
MOST_UNKNOWN = 120  # in a minute
MOST_BEGINS = 60  # in a minute, on one open link
MOST_ANSWERS = 120  # changes in a minute, of one respondent
MOST_ERASURES = 5  # in a minute, of one respondent


@dataclass(frozen=True)
class Invited:
    """What whoever opens a link of a round may know of it."""

    round: Round
    assessment: Assessment
    catalogue: Catalogue
    criteria: tuple[Criterion, ...]  # what is asked, in order
    project_name: str
    why_not: WhyNot | None  # why it takes no answers

    @property
    def takes_answers(self) -> bool:
        """Say whether answers can be given and changed."""
        return self.why_not is None


@dataclass(frozen=True)
class Seat(Invited):
    """One respondent of a round, found by the token that nobody else has seen."""

    respondent: Respondent
    pair: Pair | None


@dataclass(frozen=True)
class Letter(Invited):
    """A link that was handed out. One can begin with it, and then it opens nothing any more."""

    respondent: str  # only whose it is: a letter tells nothing of what was said
    language: str
    is_used: bool


@dataclass(frozen=True)
class OpenDoor(Invited):
    """The open link of a round; nobody sits down by looking at it."""

    seats_left: int


def find(workspace: Workspace, token: str) -> Seat | Letter | OpenDoor | None:
    """Return what a token opens; None for a malformed, unknown, replaced or revoked one.

    The token of a letter never finds a Seat, and only a Seat gives answers and takes them.
    """
    if not is_token(token):
        return None
    hashed = token_hash(token)
    seat = workspace.store.seat(hashed)
    if seat is not None:
        is_own = seat.respondent.token_hash == hashed and not seat.respondent.is_letter
        return _seat(workspace, seat) if is_own else _letter(workspace, seat)
    door = workspace.store.door(hashed)
    return None if door is None else _door(workspace, door)


def _seat(workspace: Workspace, stored: StoredSeat) -> Seat:
    return Seat(**_invited(workspace, stored), respondent=stored.respondent, pair=stored.pair)


def _letter(workspace: Workspace, stored: StoredSeat) -> Letter:
    return Letter(
        **_invited(workspace, stored),
        respondent=stored.respondent.id,
        language=stored.respondent.language,
        is_used=not stored.respondent.is_letter,
    )


def _door(workspace: Workspace, stored: StoredDoor) -> OpenDoor:
    left = max(0, stored.round.seats - stored.taken)
    return OpenDoor(**_invited(workspace, stored), seats_left=left)


def _invited(workspace: Workspace, stored: StoredSeat | StoredDoor) -> dict[str, Any]:
    catalogue, round_ = workspace.catalogue_of(stored.assessment), stored.round
    takes_voices = stored.assessment.takes_voices
    return {
        "round": round_,
        "assessment": stored.assessment,
        "catalogue": catalogue,
        "criteria": questions(catalogue, round_.role, round_.profile, stored.scope),
        "project_name": stored.project_name,
        "why_not": round_.why_not(takes_voices=takes_voices, now=workspace.now()),
    }


def count_unknown(workspace: Workspace) -> None:
    """Count a token that `find` does not know. Raises TooOften: then say so, and look no further."""
    workspace.store.count_one(UNKNOWN, MOST_UNKNOWN)


def begin(workspace: Workspace, door: OpenDoor, language: str = "") -> str:
    """Take a seat through an open link and return its own token.

    Raises RoundFull, RoundClosed, TooOften, InvalidInput.
    """
    token = workspace.new_token()
    respondent = Respondent(
        id=workspace.new_id(),
        assessment=door.assessment.id,
        role=door.round.role,
        token_hash=token_hash(token),
        round=door.round.id,
        started_at=workspace.now(),
        language=_language(language),
    )
    workspace.store.take_seat(respondent, MOST_BEGINS)
    return token


def begin_letter(workspace: Workspace, letter: str, language: str) -> str:
    """Begin with the token of a letter and return the seat's own; the letter opens nothing then.

    Raises LetterUsed, but for a second tap right after the first; RoundClosed, NotFound and
    InvalidInput.
    """
    token = workspace.new_token()
    workspace.store.begin_letter(token_hash(letter), token_hash(token), _language(language))
    return token


def begin_seat(workspace: Workspace, seat: Seat, language: str) -> None:
    """Note that a respondent began (again), in a language. Raises RoundClosed, InvalidInput."""
    _check_takes_answers(seat)
    started = seat.respondent.started_at or workspace.now()
    changes = {"started_at": started, "language": _language(language)}
    workspace.store.change_seat(seat.respondent.id, changes, while_open=True)


def set_language(workspace: Workspace, seat: Seat, language: str) -> None:
    """Keep the language a respondent chose. Raises InvalidInput."""
    workspace.store.change_seat(seat.respondent.id, {"language": _language(language)})


def _language(language: str) -> str:
    if len(language) > MAX_LANGUAGE:
        raise InvalidInput("language", "unknown", "There is no such language. Choose another.")
    return language


def answers(workspace: Workspace, seat: Seat) -> dict[str, Answer]:
    """Return the answers and comments of a respondent, by criterion."""
    return workspace.store.answers(seat.respondent.id)


def answer(workspace: Workspace, seat: Seat, criterion: str) -> Answer:
    """Return one answer of a respondent; an empty one (version 0) if nothing was written yet."""
    return workspace.store.answer(seat.respondent.id, criterion)


def write(workspace: Workspace, seat: Seat, answer: Answer) -> Answer:
    """Keep one answer: its state, level and comment.

    Raises StaleWrite (with the current answer), InvalidInput, NotFound for a criterion that is not
    asked or a seat with another token by now, RoundClosed, AssessmentClosed and TooOften.
    """
    _check_takes_answers(seat)
    if answer.criterion not in {criterion.id for criterion in seat.criteria}:
        raise NotFound("criterion", answer.criterion)
    return workspace.store.save_answer(
        seat.respondent.id,
        checked_voice(answer),
        most=MOST_ANSWERS,
        holder=seat.respondent.token_hash,
    )


def _check_takes_answers(seat: Seat) -> None:
    if not seat.takes_answers:
        raise RoundClosed(seat.round.id)


def finish(workspace: Workspace, seat: Seat) -> None:
    """Note that a respondent is done; answers can still change. Raises RoundClosed."""
    _check_takes_answers(seat)
    now = workspace.now()
    changes = {"started_at": seat.respondent.started_at or now, "finished_at": now}
    workspace.store.change_seat(seat.respondent.id, changes, while_open=True)


def erase(workspace: Workspace, seat: Seat) -> None:
    """Erase all that a respondent wrote; the seat stays. Raises RoundClosed, TooOften."""
    workspace.store.erase_answers(seat.respondent.id, MOST_ERASURES)
