"""The coordinator's side of a round: invite, hand out links, see who took part."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assessment.catalogue import Catalogue
from assessment.errors import InvalidInput, NotFound
from assessment.projects import Assessment, Respondent
from assessment.services.workspace import Workspace
from assessment.voices import (
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
class Link:
    """A personal link that was just made: the only moment its token can be seen."""

    number: int
    respondent: str
    token: str


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


def open_round(
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
        raise InvalidInput("personal", "range", "There are more links than seats. Make fewer.")
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

    Raises NotFound, InvalidInput, RoundClosed.
    """
    round_ = workspace.store.round(round_id)
    return []


def make_pairs(
    workspace: Workspace, assessment_id: str, number: int, until: date | None
) -> list[PairLinks]:
    """Make pairs, and the rounds they answer in when there are none yet.

    Raises NotFound, InvalidInput, RoundClosed.
    """
    return []


def pairs_of(workspace: Workspace, assessment: Assessment) -> list[PairLine]:
    """Return the pairs of an assessment, by number."""
    return []


def reissue(workspace: Workspace, respondent_id: str) -> Link:
    """Give a personal link a new token: the old one is dead, answers stay. Raises NotFound."""
    token = workspace.new_token()
    changes = {"token_hash": token_hash(token), "revoked_at": None}
    workspace.store.change_seat(respondent_id, changes)
    return Link(0, respondent_id, token)


def revoke(workspace: Workspace, respondent_id: str) -> None:
    """Let a personal link die; answers stay. Raises NotFound."""
    workspace.store.change_seat(respondent_id, {"revoked_at": workspace.now()})


def reissue_open(workspace: Workspace, round_id: str) -> str:
    """Give a round a new open link and return its token; an older one is dead. Raises NotFound."""
    token = workspace.new_token()
    round_ = workspace.store.round(round_id)
    workspace.store.save_round(replace(round_, open_hash=token_hash(token)))
    return token


def revoke_open(workspace: Workspace, round_id: str) -> None:
    """Let the open link of a round die; who came through it goes on. Raises NotFound."""
    workspace.store.save_round(replace(workspace.store.round(round_id), open_hash=None))


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
    return []
