"""What a mentor and a mentee of one pair see and decide together."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from assessment.answers import Answer, check_characters
from assessment.catalogue.model import Criterion
from assessment.errors import InvalidInput, NotFound
from assessment.services.context import Workspace
from assessment.services.responding import Seat
from assessment.voices import MAX_AGREEMENT, PAIR_ROLES, Pair

MOST_STARTERS = 3  # criteria of each kind that a pair is invited to talk about
HIGH_LEVEL = 3


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
    differences = _most(lines, lambda line: line.difference, 1)
    alike = tuple(line for line in lines if line.criterion.id not in differences)
    return PairView(
        both_finished=both,
        lines=lines,
        differences=differences,
        strong=_most(alike, lambda line: line.both, HIGH_LEVEL),
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
