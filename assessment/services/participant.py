"""The respondent's side of a round: find, answer, stop, and what a pair sees together."""

from dataclasses import dataclass

from assessment.answers import Answer
from assessment.catalogue import Catalogue, Criterion
from assessment.errors import InvalidInput, NotFound, RoundClosed, TooOften
from assessment.projects import Assessment, Respondent
from assessment.services.workspace import Workspace
from assessment.store import StoredDoor, StoredSeat
from assessment.voices import (
    MAX_LANGUAGE,
    Pair,
    Round,
    WhyNot,
    checked_voice,
    is_token,
    questions,
    token_hash,
)

UNKNOWN = "unknown"  # the bucket that all unknown tokens share
MOST_UNKNOWN = 120  # in a minute
MOST_BEGINS = 60  # in a minute, on one open link
MOST_ANSWERS = 120  # changes in a minute, of one respondent
MOST_ERASURES = 5  # in a minute, of one respondent


@dataclass(frozen=True)
class Seat:
    """One respondent of a round with what is asked."""

    respondent: Respondent
    round: Round
    assessment: Assessment
    catalogue: Catalogue
    criteria: tuple[Criterion, ...]
    project_name: str
    why_not: WhyNot | None  # why it takes no answers
    pair: Pair | None

    @property
    def takes_answers(self) -> bool:
        """Say whether answers can be given and changed."""
        return self.why_not is None


@dataclass(frozen=True)
class OpenDoor:
    """The open link of a round; nobody sits down by looking at it."""

    round: Round
    assessment: Assessment
    catalogue: Catalogue
    criteria: tuple[Criterion, ...]
    project_name: str
    why_not: WhyNot | None
    seats_left: int

    @property
    def takes_answers(self) -> bool:
        """Say whether answers can be given and changed."""
        return self.why_not is None


def find(workspace: Workspace, token: str) -> Seat | OpenDoor | None:
    """Return what a token opens; None for a malformed, unknown, replaced or revoked one."""
    if not is_token(token):
        return None
    hashed = token_hash(token)
    seat = workspace.store.seat(hashed)
    if seat is not None:
        return _seat(workspace, seat)
    door = workspace.store.door(hashed)
    return None if door is None else _door(workspace, door)


def _seat(workspace: Workspace, stored: StoredSeat) -> Seat:
    catalogue = workspace.catalogue_of(stored.assessment)
    round_ = stored.round
    return Seat(
        respondent=stored.respondent,
        round=round_,
        assessment=stored.assessment,
        catalogue=catalogue,
        criteria=questions(catalogue, round_.role, round_.profile, stored.scope),
        project_name=stored.project_name,
        why_not=round_.why_not(stored.assessment, workspace.now()),
        pair=stored.pair,
    )


def _door(workspace: Workspace, stored: StoredDoor) -> OpenDoor:
    catalogue = workspace.catalogue_of(stored.assessment)
    round_ = stored.round
    return OpenDoor(
        round=round_,
        assessment=stored.assessment,
        catalogue=catalogue,
        criteria=questions(catalogue, round_.role, round_.profile, stored.scope),
        project_name=stored.project_name,
        why_not=round_.why_not(stored.assessment, workspace.now()),
        seats_left=max(0, round_.seats - stored.taken),
    )


def count_unknown(workspace: Workspace) -> None:
    """Count a token that `find` does not know. Raises TooOften: then say so, and look no further."""
    if not workspace.store.count_one(UNKNOWN, MOST_UNKNOWN):
        raise TooOften(UNKNOWN)


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


def begin_seat(workspace: Workspace, seat: Seat, language: str) -> None:
    """Note that a respondent began, in a language. Raises RoundClosed, InvalidInput."""
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


def write(workspace: Workspace, seat: Seat, answer: Answer) -> Answer:
    """Keep one answer: its state, level and comment.

    Raises StaleWrite (with the current answer), InvalidInput, NotFound for a criterion that is not
    asked, RoundClosed, AssessmentClosed and TooOften.
    """
    _check_takes_answers(seat)
    if answer.criterion not in {criterion.id for criterion in seat.criteria}:
        raise NotFound("criterion", answer.criterion)
    return workspace.store.save_answer(seat.respondent.id, checked_voice(answer), most=MOST_ANSWERS)


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


@dataclass(frozen=True)
class PairLine:
    """What both of a pair say on one criterion."""

    criterion: Criterion
    mine: Answer
    theirs: Answer


@dataclass(frozen=True)
class PairView:
    """What one of a pair sees. `lines`, `differences` and `strong` are empty until both are done."""

    both_finished: bool
    lines: tuple[PairLine, ...]
    differences: tuple[str, ...]  # up to three criteria, the largest difference first
    strong: tuple[str, ...]  # up to three criteria that both rate high
    pair: Pair
    i_share: bool
    other_shares: bool


def pair_view(workspace: Workspace, seat: Seat) -> PairView | None:
    """Return what a pair sees together; None for who is not in a pair."""
    return None


def write_agreement(workspace: Workspace, seat: Seat, text: str, version: int) -> Pair:
    """Keep what a pair agreed. Raises StaleWrite (with the current pair), InvalidInput, RoundClosed."""
    raise NotFound("pair", seat.respondent.id)


def set_shares(workspace: Workspace, seat: Seat, shares: bool) -> None:
    """Agree that the answers of the pair join the groups, or withdraw that. Raises RoundClosed."""
    workspace.store.change_seat(seat.respondent.id, {"shares": shares}, while_open=True)
