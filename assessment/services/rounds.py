"""The coordinator's side of a round: invite, hand out links, see who took part."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assessment.catalogue import Catalogue
from assessment.errors import InvalidInput, NotFound, RoundClosed
from assessment.projects import Assessment, Respondent
from assessment.services.links import Link
from assessment.services.workspace import Workspace
from assessment.voices import (
    PAIR_PROFILE,
    PAIR_ROLES,
    Pair,
    PairCount,
    Participation,
    Round,
    checked_seats,
    checked_until,
    questions,
    token_hash,
)

LinkWord = Literal["unused", "started", "finished", "revoked"]


@dataclass(frozen=True)
class PairLinks:
    """The two links of a pair that was just made."""

    number: int
    mentor: Link
    mentee: Link


@dataclass(frozen=True)
class Issued:
    """A round that was just opened, with its links."""

    round: Round
    links: tuple[Link, ...]
    open_token: str | None


@dataclass(frozen=True)
class LinkState:
    """How far the person behind a personal link is."""

    respondent: str
    number: int
    state: LinkWord
    begun: bool = False  # somebody began with the letter: nobody can get a new one to that seat


@dataclass(frozen=True)
class RoundLine:
    """One round as the coordinator sees it. A round of pairs tells of its pairs only."""

    round: Round
    participation: Participation | None  # None for a round of pairs
    links: tuple[LinkState, ...]  # personal ones, by number
    pairs: PairCount | None  # None for any other round


@dataclass(frozen=True)
class PairLine:
    """The two seats of a pair, to hand out a link again; how far they are is not told."""

    number: int
    mentor: str
    mentee: str


def open_round(  # noqa: PLR0913  (what a form asks)
    workspace: Workspace,
    assessment_id: str,
    role: str,
    profile: str,
    seats: int,
    until: date | None,
    *,
    personal: int = 0,
    open_link: bool = False,
) -> Issued:
    """Open a round with `personal` links, an open link for the other seats, or both.

    Raises NotFound for an unknown role or profile, InvalidInput, and RoundClosed when others may
    not answer in the assessment.
    """
    assessment = workspace.store.assessment(assessment_id)
    token = workspace.new_token() if open_link else None
    round_ = Round(
        id=workspace.new_id(),
        assessment=assessment.id,
        role=role,
        profile=profile,
        seats=checked_seats(seats),
        until=checked_until(until, workspace.now()),
        open_hash=None if token is None else token_hash(token),
    )
    _check_asks(workspace, assessment, round_)
    if personal > seats:
        raise InvalidInput("personal", "range", "There are more links than people. Make fewer.")
    made = [_new_seat(workspace, round_, number) for number in range(1, personal + 1)]
    workspace.store.add_seats([round_], [], [respondent for respondent, _ in made])
    return Issued(replace(round_, version=1), tuple(link for _, link in made), token)


def _check_asks(workspace: Workspace, assessment: Assessment, round_: Round) -> None:
    catalogue = workspace.catalogue_of(assessment)
    _check_role(catalogue, round_.role)
    if catalogue.profile(round_.profile) is None:
        raise NotFound("profile", round_.profile)
    scope = {n for n, c in workspace.store.choices(assessment.id).items() if c.in_scope}
    if not questions(catalogue, round_.role, round_.profile, scope):
        text = "This profile asks nothing of this role in this assessment. Choose another."
        raise InvalidInput("profile", "empty", text)


def _check_role(catalogue: Catalogue, role: str) -> None:
    if role not in catalogue.role_ids or catalogue.role(role).organisation:
        raise NotFound("role", role)


def _new_seat(
    workspace: Workspace, round_: Round, number: int, pair: str | None = None
) -> tuple[Respondent, Link]:
    token = workspace.new_token()
    respondent = Respondent(
        id=workspace.new_id(),
        assessment=round_.assessment,
        role=round_.role,
        token_hash=token_hash(token),
        round=round_.id,
        number=number,
        pair=pair,
    )
    return respondent, Link(number, respondent.id, token)


def add_links(workspace: Workspace, round_id: str, number: int) -> list[Link]:
    """Add personal links to a round; it gets more seats when they do not fit.

    Raises NotFound, InvalidInput, StaleWrite, RoundClosed.
    """
    round_ = workspace.store.round(round_id)
    seated = _seated(workspace, round_)
    if round_.in_pairs:
        raise NotFound("round", round_id)
    seats = checked_seats(max(round_.seats, len(seated) + checked_seats(number)))
    first = max((respondent.number for respondent in seated), default=0) + 1
    made = [_new_seat(workspace, round_, n) for n in range(first, first + number)]
    workspace.store.add_seats([replace(round_, seats=seats)], [], [voice for voice, _ in made])
    return [link for _, link in made]


def _seated(workspace: Workspace, round_: Round) -> list[Respondent]:
    everybody = workspace.store.respondents(round_.assessment)
    return [respondent for respondent in everybody if respondent.round == round_.id]


def make_pairs(
    workspace: Workspace, assessment_id: str, number: int, until: date | None
) -> list[PairLinks]:
    """Make pairs, and the rounds they answer in when there are none yet.

    Raises NotFound, InvalidInput, StaleWrite, RoundClosed.
    """
    assessment = workspace.store.assessment(assessment_id)
    checked_seats(number)
    first = max((line.number for line in pairs_of(workspace, assessment)), default=0) + 1
    numbers = range(first, first + number)
    mentors, mentees = (
        _round_of_pairs(workspace, assessment, role, numbers[-1], until) for role in PAIR_ROLES
    )
    pairs = {n: Pair(workspace.new_id(), assessment.id) for n in numbers}
    made = {
        n: [_new_seat(workspace, round_, n, pair.id) for round_ in (mentors, mentees)]
        for n, pair in pairs.items()
    }
    voices = [voice for seats in made.values() for voice, _ in seats]
    workspace.store.add_seats([mentors, mentees], pairs.values(), voices)
    return [PairLinks(n, mentor, mentee) for n, ((_, mentor), (_, mentee)) in made.items()]


def _round_of_pairs(
    workspace: Workspace, assessment: Assessment, role: str, seats: int, until: date | None
) -> Round:
    """Return the round in which one half of the pairs answers, with so many seats."""
    fresh = Round(workspace.new_id(), assessment.id, role, PAIR_PROFILE, seats, in_pairs=True)
    known = [r for r in workspace.store.rounds(assessment.id) if r.in_pairs and r.role == role]
    round_ = known[0] if known else fresh
    if round_.closed_at is not None:
        raise RoundClosed(round_.id)
    _check_asks(workspace, assessment, round_)
    last_day = checked_until(until, workspace.now())
    return replace(round_, seats=checked_seats(seats), until=last_day)


def pairs_of(workspace: Workspace, assessment: Assessment) -> list[PairLine]:
    """Return the pairs of an assessment, by number."""
    seats: dict[int, dict[str, str]] = {}
    for respondent in workspace.store.respondents(assessment.id):
        if respondent.pair is not None:
            seats.setdefault(respondent.number, {})[respondent.role] = respondent.id
    mentor, mentee = PAIR_ROLES
    return [PairLine(n, found[mentor], found[mentee]) for n, found in sorted(seats.items())]


def change_round(workspace: Workspace, round_: Round) -> Round:
    """Keep another number of seats or last day. Raises InvalidInput, StaleWrite, NotFound."""
    checked_seats(round_.seats)
    checked_until(round_.until, workspace.now())
    return workspace.store.save_round(round_)


def close_round(workspace: Workspace, round_id: str) -> Round:
    """Close a round by hand. Raises NotFound."""
    round_ = workspace.store.round(round_id)
    return workspace.store.save_round(replace(round_, closed_at=workspace.now()))


def reopen_round(workspace: Workspace, round_id: str) -> Round:
    """Open a round again that was closed by hand. Raises NotFound."""
    return workspace.store.save_round(replace(workspace.store.round(round_id), closed_at=None))


def rounds_of(workspace: Workspace, assessment: Assessment) -> list[RoundLine]:
    """Return the rounds of an assessment with who took part: all that may be known while it is open."""
    everybody = workspace.store.respondents(assessment.id)
    pairs = PairCount.of(everybody)
    return [
        _line(round_, [voice for voice in everybody if voice.round == round_.id], pairs)
        for round_ in workspace.store.rounds(assessment.id)
    ]


def _line(round_: Round, voices: list[Respondent], pairs: PairCount) -> RoundLine:
    if round_.in_pairs:
        return RoundLine(round_, None, (), pairs)
    links = [_link(voice) for voice in voices if voice.number]
    return RoundLine(
        round=round_,
        participation=Participation.of(round_, voices),
        links=tuple(sorted(links, key=lambda link: link.number)),
        pairs=None,
    )


def _link(voice: Respondent) -> LinkState:
    return LinkState(voice.id, voice.number, _state(voice), begun=not voice.is_letter)


def _state(voice: Respondent) -> LinkWord:
    if voice.revoked_at is not None:
        return "revoked"
    if voice.finished_at is not None:
        return "finished"
    return "unused" if voice.is_letter else "started"
