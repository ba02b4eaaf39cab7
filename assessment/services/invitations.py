"""Invitations: ask a role, hand out links, follow who takes part, close and reopen."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput, NotFound
from assessment.invitations import Participation, Round, checked_seats, checked_until, questions
from assessment.pairs import PairCount
from assessment.respondents import Respondent, token_hash
from assessment.services.context import Workspace

LinkWord = Literal["unused", "started", "finished", "revoked"]


@dataclass(frozen=True)
class Link:
    """A personal link that was just made: the only moment its token can be seen."""

    number: int
    respondent: str
    token: str


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
class PairRespondents:
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
    check_asks(workspace, assessment, round_)
    if personal > seats:
        raise InvalidInput("personal", "range", "There are more links than seats. Make fewer.")
    made = [new_seat(workspace, round_, number) for number in range(1, personal + 1)]
    workspace.store.add_seats([round_], [], [respondent for respondent, _ in made])
    return Issued(replace(round_, version=1), tuple(link for _, link in made), token)


def check_asks(workspace: Workspace, assessment: Assessment, round_: Round) -> None:
    """Raise InvalidInput or NotFound when the round would ask its role nothing."""
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


def new_seat(
    workspace: Workspace, round_: Round, number: int, pair: str | None = None
) -> tuple[Respondent, Link]:
    """Return a new respondent of a round with the personal link to hand out."""
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
    made = [new_seat(workspace, round_, n) for n in range(first, first + number)]
    workspace.store.add_seats([replace(round_, seats=seats)], [], [voice for voice, _ in made])
    return [link for _, link in made]


def _seated(workspace: Workspace, round_: Round) -> list[Respondent]:
    everybody = workspace.store.respondents(round_.assessment)
    return [respondent for respondent in everybody if respondent.round == round_.id]


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


def reissue(workspace: Workspace, respondent_id: str) -> Link:
    """Give somebody who has not begun a new letter: the old one is dead.

    Raises LetterUsed when somebody began: a new letter would open what was said. Raises NotFound,
    also for who came through the open link: nobody else ever has that link.
    """
    respondent = _handed_out(workspace.store.respondent(respondent_id))
    token = workspace.new_token()
    workspace.store.replace_letter(respondent.id, token_hash(token))
    return Link(respondent.number, respondent.id, token)


def revoke(workspace: Workspace, respondent_id: str) -> None:
    """Let a personal link die; answers stay. Raises NotFound, as `reissue`."""
    respondent = _handed_out(workspace.store.respondent(respondent_id))
    workspace.store.change_seat(respondent.id, {"revoked_at": workspace.now()})


def _handed_out(respondent: Respondent) -> Respondent:
    if not respondent.number:
        raise NotFound("link", respondent.id)
    return respondent


def reissue_open(workspace: Workspace, round_id: str) -> str:
    """Give a round a new open link and return its token; an older one is dead. Raises NotFound."""
    token = workspace.new_token()
    round_ = workspace.store.round(round_id)
    workspace.store.save_round(replace(round_, open_hash=token_hash(token)))
    return token


def revoke_open(workspace: Workspace, round_id: str) -> None:
    """Let the open link of a round die; who came through it goes on. Raises NotFound."""
    workspace.store.save_round(replace(workspace.store.round(round_id), open_hash=None))
