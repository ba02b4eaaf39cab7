"""Pairs: make them, and show the two of a pair what both answered once both finished."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessment.access.acts import Act
from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.catalogue.model import Criterion, Profile
from assessment.errors import InvalidInput, InvitationClosed, NotFound
from assessment.invitations import Invitation, IssuedLink, checked_max_respondents, checked_until
from assessment.pairs import MAX_AGREEMENT, Pair
from assessment.scoring.rules import HIGH_LEVEL
from assessment.services.context import Workspace, requires
from assessment.services.invitations import check_asks, new_respondent
from assessment.services.projects import checked_contact
from assessment.services.responding import RespondentSession
from assessment.text import check_characters, short_text

MOST_STARTERS = 3  # criteria of each kind that are proposed to start the talk


@dataclass(frozen=True)
class PairLine:
    """What both of a pair answered on one criterion; `theirs` only where `mine` says something."""

    criterion: Criterion
    mine: Answer
    theirs: Answer

    @property
    def shows_theirs(self) -> bool:
        """Return whether the one who looks sees what the other one answered."""
        return _says_something(self.mine)

    @property
    def difference(self) -> int:
        """How far both levels lie apart; 0 when one of both gave none."""
        mine, theirs = self.mine.level, self.theirs.level
        return 0 if mine is None or theirs is None else abs(mine - theirs)

    @property
    def lower_level(self) -> int:
        """The lower of both levels; -1 when one of both gave none."""
        levels = self.mine.level, self.theirs.level
        return min(-1 if level is None else level for level in levels)


@dataclass(frozen=True)
class PairView:
    """What one of a pair sees; `lines`, `differences` and `strong` only once both finished."""

    both_finished: bool
    lines: tuple[PairLine, ...]
    differences: tuple[str, ...]  # up to three criteria, the largest difference first
    strong: tuple[str, ...]  # up to three criteria that both rate high
    pair: Pair
    i_share: bool
    other_shares: bool


@dataclass(frozen=True)
class PairRespondents:
    """The two respondents of a pair, whose links can be replaced; how far they are is not told."""

    number: int
    by_role: Mapping[str, str]


def pair_view(workspace: Workspace, session: RespondentSession) -> PairView | None:
    """Return what a respondent sees of the pair; None for who is not in one."""
    if session.pair is None:
        return None
    both = workspace.store.respondents.of_pair(session.pair.id)
    me, other = sorted(both, key=lambda one: one.id != session.respondent.id)
    both_finished = me.finished_at is not None and other.finished_at is not None
    lines = _lines(workspace, session, other.id) if both_finished else ()
    differences = _starters(lines, lambda line: line.difference, 1)
    alike = tuple(line for line in lines if line.criterion.id not in differences)
    return PairView(
        both_finished=both_finished,
        lines=lines,
        differences=differences,
        strong=_starters(alike, lambda line: line.lower_level, HIGH_LEVEL),
        pair=session.pair,
        i_share=me.shares,
        other_shares=other.shares,
    )


def _lines(workspace: Workspace, session: RespondentSession, other: str) -> tuple[PairLine, ...]:
    """Return the answers side by side, on the criteria that both are asked.

    Who says nothing on one does not see what the other one said there: nobody reads and gives nothing.
    """
    mine = workspace.store.answers.all(session.respondent.id)
    given = {name for name, answer in mine.items() if _says_something(answer)}
    theirs = {n: a for n, a in workspace.store.answers.all(other).items() if n in given}
    return tuple(
        PairLine(c, mine.get(c.id, Answer(c.id)), theirs.get(c.id, Answer(c.id)))
        for c in session.criteria
        if all(session.catalogue.is_asked(c, role) for role in session.pair_roles)
    )


def _says_something(answer: Answer) -> bool:
    return answer.is_answered and answer.state is not AnswerState.DECLINED


def _starters(
    lines: tuple[PairLine, ...], value: Callable[[PairLine], int], least: int
) -> tuple[str, ...]:
    """Return the criteria with the largest value, from `least`; equal ones in their order."""
    ranked = sorted((line for line in lines if value(line) >= least), key=value, reverse=True)
    return tuple(line.criterion.id for line in ranked[:MOST_STARTERS])


def write_agreement(
    workspace: Workspace, session: RespondentSession, text: str, version: int
) -> Pair:
    """Save what a pair agreed, once both finished.

    Raises StaleWrite (with the current pair), InvalidInput, NotFound for who is not in a pair or
    cannot see the other's answers yet, and InvitationClosed.
    """
    view = pair_view(workspace, session)
    if view is None or not view.both_finished:
        raise NotFound("pair", session.respondent.id)
    check_characters("agreement", text)
    if len(text) > MAX_AGREEMENT:
        message = f"The agreement is longer than {MAX_AGREEMENT:,} characters. Shorten it."
        raise InvalidInput("agreement", "too_long", message)
    return workspace.store.pairs.save(replace(view.pair, agreement=text.strip(), version=version))


def set_shares(workspace: Workspace, session: RespondentSession, shares: bool) -> None:
    """Save whether a respondent agrees that the answers of the pair join the groups.

    Raises NotFound for who is not in a pair, and InvitationClosed from closing on.
    """
    if session.pair is None:
        raise NotFound("pair", session.respondent.id)
    workspace.store.respondents.change(session.respondent.id, {"shares": shares}, while_open=True)


@dataclass(frozen=True)
class PairLinks:
    """The two links of a pair that was just made, in the order of their roles."""

    number: int
    first: IssuedLink
    second: IssuedLink


@requires(Act.INVITE)
def make_pairs(
    workspace: Workspace,
    assessment_id: str,
    number: int,
    until: date | None,
    profile: str | None = None,
    *,
    own_line: str = "",
) -> list[PairLinks]:
    """Make pairs, and the two invitations in which they answer when there are none yet.

    All pairs of an assessment answer one profile: that of the first pairs, which is the first one
    for pairs unless another is named. Their invitations take the last day, and `own_line` if there is
    one. Raises NotFound, InvalidInput, also when nobody to turn to is named, StaleWrite,
    InvitationClosed.
    """
    assessment = checked_contact(workspace, assessment_id)
    checked_max_respondents(number)
    asked = pair_profile(workspace, assessment, profile)
    first = max((line.number for line in pairs_of(workspace, assessment)), default=0) + 1
    numbers = range(first, first + number)
    line = short_text("own_line", own_line)
    invitations = [
        _pair_invitation(workspace, assessment, asked, role, numbers[-1], until)
        for role in workspace.catalogue_of(assessment).pair_roles(asked)
    ]
    together = [replace(each, own_line=line or each.own_line) for each in invitations]
    pairs = {n: Pair(workspace.new_id(), assessment.id) for n in numbers}
    both_of = {
        n: [new_respondent(workspace, invitation, n, pair.id) for invitation in together]
        for n, pair in pairs.items()
    }
    respondents = [respondent for both in both_of.values() for respondent, _ in both]
    threshold = workspace.threshold_of(assessment)
    workspace.store.invitations.add(together, pairs.values(), respondents, threshold=threshold)
    return [PairLinks(n, one, other) for n, ((_, one), (_, other)) in both_of.items()]


@requires(Act.SEE_PROJECTS)
def pair_profile(
    workspace: Workspace, assessment: Assessment, wanted: str | None = None
) -> Profile:
    """Return what the pairs of an assessment answer.

    Raises NotFound for a profile that is not for pairs, InvalidInput for one that differs from what
    the pairs before answer.
    """
    profiles = workspace.catalogue_of(assessment).pair_profiles
    present = [i.profile for i in workspace.store.invitations.all(assessment.id) if i.in_pairs]
    chosen = wanted or next(iter([*present, *(p.id for p in profiles)]), "")
    profile = next((p for p in profiles if p.id == chosen), None)
    if profile is None:
        raise NotFound("profile", chosen)
    if present and chosen not in present:
        text = "The pairs before answer other questions. Make these in another assessment."
        raise InvalidInput("profile", "other", text)
    return profile


def _pair_invitation(
    workspace: Workspace,
    assessment: Assessment,
    profile: Profile,
    role: str,
    number: int,
    until: date | None,
) -> Invitation:
    """Return the invitation of one role of the pairs, with room for so many."""
    fresh = Invitation(workspace.new_id(), assessment.id, role, profile.id, number, in_pairs=True)
    present = [
        each
        for each in workspace.store.invitations.all(assessment.id)
        if each.in_pairs and each.role == role
    ]
    invitation = present[0] if present else fresh
    if invitation.closed_at is not None:
        raise InvitationClosed(invitation.id)
    check_asks(workspace, assessment, invitation)
    last_day = checked_until(until, workspace.now())
    return replace(invitation, max_respondents=checked_max_respondents(number), until=last_day)


@requires(Act.SEE_PROJECTS)
def pairs_of(workspace: Workspace, assessment: Assessment) -> list[PairRespondents]:
    """Return the pairs of an assessment, by number."""
    by_number: dict[int, dict[str, str]] = {}
    for respondent in workspace.store.respondents.all(assessment.id):
        if respondent.pair is not None:
            by_number.setdefault(respondent.number, {})[respondent.role] = respondent.id
    return [PairRespondents(n, both) for n, both in sorted(by_number.items())]
