"""The respondent's side of a round: find, answer, stop, and what a pair sees together."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from assessment.answers import Answer, check_characters
from assessment.catalogue import Catalogue, Criterion
from assessment.errors import InvalidInput, NotFound, RoundClosed
from assessment.projects import Assessment, Respondent
from assessment.services.workspace import Workspace
from assessment.store import StoredDoor, StoredSeat
from assessment.voices import (
    MAX_AGREEMENT,
    MAX_LANGUAGE,
    PAIR_ROLES,
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
MOST_STARTERS = 3  # criteria of each kind that a pair is invited to talk about
HIGH_LEVEL = 3


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
        why_not=_why_not(workspace, round_, stored.assessment),
        pair=stored.pair,
    )


def _why_not(workspace: Workspace, round_: Round, assessment: Assessment) -> WhyNot | None:
    return round_.why_not(takes_voices=assessment.takes_voices, now=workspace.now())


def _door(workspace: Workspace, stored: StoredDoor) -> OpenDoor:
    catalogue = workspace.catalogue_of(stored.assessment)
    round_ = stored.round
    return OpenDoor(
        round=round_,
        assessment=stored.assessment,
        catalogue=catalogue,
        criteria=questions(catalogue, round_.role, round_.profile, stored.scope),
        project_name=stored.project_name,
        why_not=_why_not(workspace, round_, stored.assessment),
        seats_left=max(0, round_.seats - stored.taken),
    )


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


def answer(workspace: Workspace, seat: Seat, criterion: str) -> Answer:
    """Return one answer of a respondent; an empty one (version 0) if nothing was written yet."""
    return workspace.store.answer(seat.respondent.id, criterion)


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

    @property
    def difference(self) -> int:
        """How far both levels lie apart; 0 when one of both gave none."""
        mine, theirs = self.mine.level, self.theirs.level
        return 0 if mine is None or theirs is None else abs(mine - theirs)

    @property
    def both(self) -> int:
        """The lower of both levels; -1 when one of both gave none."""
        levels = self.mine.level, self.theirs.level
        return min(-1 if level is None else level for level in levels)


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
    if seat.pair is None:
        return None
    seats = workspace.store.pair_seats(seat.pair.id)
    me, other = sorted(seats, key=lambda voice: voice.id != seat.respondent.id)
    both = me.finished_at is not None and other.finished_at is not None
    lines = _lines(workspace, seat, other.id) if both else ()
    return PairView(
        both_finished=both,
        lines=lines,
        differences=_most(lines, lambda line: line.difference, 1),
        strong=_most(lines, lambda line: line.both, HIGH_LEVEL),
        pair=seat.pair,
        i_share=me.shares,
        other_shares=other.shares,
    )


def _lines(workspace: Workspace, seat: Seat, other: str) -> tuple[PairLine, ...]:
    """Put the answers side by side, on what both are asked."""
    mine, theirs = workspace.store.answers(seat.respondent.id), workspace.store.answers(other)
    return tuple(
        PairLine(c, mine.get(c.id, Answer(c.id)), theirs.get(c.id, Answer(c.id)))
        for c in seat.criteria
        if all(seat.catalogue.is_asked(c, role) for role in PAIR_ROLES)
    )


def _most(
    lines: tuple[PairLine, ...], value: Callable[[PairLine], int], least: int
) -> tuple[str, ...]:
    """Return the criteria with the largest value, from `least`; equal ones in their order."""
    found = sorted((line for line in lines if value(line) >= least), key=value, reverse=True)
    return tuple(line.criterion.id for line in found[:MOST_STARTERS])


def write_agreement(workspace: Workspace, seat: Seat, text: str, version: int) -> Pair:
    """Keep what a pair agreed, once both are done.

    Raises StaleWrite (with the current pair), InvalidInput, NotFound for who is not in a pair or
    cannot see the other's answers yet, and RoundClosed.
    """
    view = pair_view(workspace, seat)
    if view is None or not view.both_finished:
        raise NotFound("pair", seat.respondent.id)
    check_characters("agreement", text)
    if len(text) > MAX_AGREEMENT:
        message = f"The agreement is longer than {MAX_AGREEMENT:,} characters. Shorten it."
        raise InvalidInput("agreement", "too_long", message)
    return workspace.store.save_pair(replace(view.pair, agreement=text.strip(), version=version))


def set_shares(workspace: Workspace, seat: Seat, shares: bool) -> None:
    """Agree that the answers of the pair join the groups, or withdraw that, until closing.

    Raises NotFound for who is not in a pair, and RoundClosed.
    """
    if seat.pair is None:
        raise NotFound("pair", seat.respondent.id)
    workspace.store.change_seat(seat.respondent.id, {"shares": shares}, while_open=True)
