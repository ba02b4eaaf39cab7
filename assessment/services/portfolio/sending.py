"""Sending: a project chooses a closed assessment and how much of it is seen, and can take it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from typing import TypeVar

from assessment.access.acts import Act
from assessment.agreements import AgreementStatus
from assessment.answers import AnswerState
from assessment.assessments import Assessment
from assessment.errors import LinkSpent, NotFound, NotPermitted
from assessment.portfolio.band import Band, of_others
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.flags import Flag, flags
from assessment.portfolio.shares import (
    ShareRead,
    ShareRow,
    checked_explanation,
    checked_share,
)
from assessment.portfolio.snapshot import (
    AboutAssessment,
    AboutProject,
    GroupLevel,
    Openness,
    OwnLevel,
    Requirement,
    SharedAgreement,
    Snapshot,
)
from assessment.projects import Project
from assessment.respondents import token_hash
from assessment.scoring.results import Voice
from assessment.services.context import Workspace, requires
from assessment.services.outcome import Outcome, outcome_of

Part = TypeVar("Part")


@dataclass(frozen=True)
class Wish:
    """What a project chose to send."""

    assessment: str
    openness: Openness = Openness.DONE
    with_agreements: bool = False
    explanation: str = ""
    alias: str = ""  # the name that the funder sees
    consented_by: str = ""  # a function, no name


@dataclass(frozen=True)
class Preview:
    """What would be sent, as the funder will see it, and what the project should know first."""

    share: ShareRow
    flags: tuple[Flag, ...]


@requires(Act.SHARE, reads=True)
def find_portfolio(workspace: Workspace, token: str) -> Portfolio:
    """Return the portfolio of an invitation. Raises LinkSpent for one that works no more."""
    invitation = workspace.store.portfolios.invitation(token_hash(token))
    if invitation is None:
        raise LinkSpent
    return workspace.store.portfolios.get(invitation.portfolio)


@requires(Act.SHARE, reads=True)
def preview(workspace: Workspace, portfolio: Portfolio, wish: Wish) -> Preview:
    """Return what would be sent. Raises NotFound, InvalidInput, and NotPermitted while it is open."""
    return _preview(workspace, portfolio, wish)


@requires(Act.SHARE)
def send(workspace: Workspace, portfolio: Portfolio, wish: Wish) -> ShareRow:
    """Send what `preview` showed. Raises what it raises, and InvalidInput when it was sent already."""
    return workspace.store.shares.save(_preview(workspace, portfolio, wish).share)


@requires(Act.SHARE)
def make_share(workspace: Workspace, portfolio: Portfolio, wish: Wish) -> ShareRow:
    """Return what `preview` showed, for a file: it is kept nowhere here. Raises what it raises."""
    return _preview(workspace, portfolio, wish).share


@requires(Act.SHARE)
def consent_again(workspace: Workspace, share_id: str, consented_by: str) -> ShareRow:
    """Consent to the charter as it is now, for the same snapshot. Raises NotFound, InvalidInput."""
    share = _own(workspace, share_id)
    portfolio = workspace.store.portfolios.get(share.portfolio)
    renewed = ShareRow(
        **{
            **vars(share),
            "charter_edition": portfolio.charter.edition,
            "consented_by": consented_by,
            "consented_at": workspace.now(),
        }
    )
    return workspace.store.shares.save(checked_share(renewed))


@requires(Act.SHARE)
def withdraw(workspace: Workspace, share_id: str) -> ShareRow:
    """Take a share back: its content is gone everywhere at once. Withdrawing twice is no error."""
    return workspace.store.shares.withdraw(_own(workspace, share_id).id)


@dataclass(frozen=True)
class SentShare:
    """One share of a project with where it is and who looked at it."""

    share: ShareRow
    portfolio: Portfolio
    reads: Sequence[ShareRead]
    needs_consent: bool  # the charter changed since


@requires(Act.SHARE, reads=True)
def shares_of(workspace: Workspace, project_id: str) -> list[SentShare]:
    """Return what a project sent, the newest first. Raises NotFound."""
    store = workspace.store
    store.projects.get(project_id)
    found = []
    for share in store.shares.of_project(project_id):
        portfolio = store.portfolios.get(share.portfolio)
        is_old = share.charter_edition != portfolio.charter.edition
        reads = store.shares.reads(share.id)
        found.append(SentShare(share, portfolio, reads, share.snapshot is not None and is_old))
    return found


@dataclass(frozen=True)
class FieldLine:
    """One criterion of a project beside the others of its pool."""

    criterion: str
    own: float
    others: Band


@dataclass(frozen=True)
class FieldBeside:
    """The field of a pool beside the own levels of one project in it, as it was made at a date."""

    made_on: date
    lines: tuple[FieldLine, ...]


@requires(Act.SHARE, reads=True)
def field_beside(workspace: Workspace, share_id: str) -> FieldBeside | None:
    """Return the field beside a share of one's own, None where a pool gives none back (yet).

    Raises NotFound.
    """
    share = _own(workspace, share_id)
    portfolio = workspace.store.portfolios.get(share.portfolio)
    edition = workspace.store.shares.last_edition(portfolio.id)
    if not (portfolio.is_pool and portfolio.gives_back) or share.snapshot is None:
        return None
    if edition is None or share.id not in edition.shares:
        return None
    lines = tuple(
        FieldLine(criterion, own.level, others)
        for criterion, own in sorted(share.snapshot.own.items())
        if criterion in edition.bands and (others := of_others(edition.bands[criterion]))
    )
    return FieldBeside(edition.made_on, lines) if lines else None


def _own(workspace: Workspace, share_id: str) -> ShareRow:
    """Return a share of a project that is in reach. Raises NotFound."""
    share = workspace.store.shares.get(share_id)
    if share.project is None:
        raise NotFound("share", share_id)
    workspace.store.projects.get(share.project)
    return share


def _preview(workspace: Workspace, portfolio: Portfolio, wish: Wish) -> Preview:
    assessment = workspace.store.assessments.get(wish.assessment)
    if not assessment.is_closed:
        raise NotPermitted("share_open_assessment")
    project = workspace.store.projects.get(assessment.project)
    snapshot = snapshot_of(outcome_of(workspace, assessment), project, wish)
    share = ShareRow(
        id=workspace.new_id(),
        portfolio=portfolio.id,
        project=project.id,
        assessment=assessment.id,
        alias=wish.alias or project.name,
        group="",
        charter_edition=portfolio.charter.edition,
        consented_by=wish.consented_by,
        consented_at=workspace.now(),
        snapshot=snapshot,
    )
    return Preview(checked_share(share), flags(snapshot, workspace.now().date()))


def snapshot_of(outcome: Outcome, project: Project, wish: Wish) -> Snapshot:
    """Return the snapshot of a closed assessment, no more open than was chosen."""

    def if_shown(openness: Openness, parts: Sequence[Part]) -> tuple[Part, ...]:
        return tuple(parts) if wish.openness.includes(openness) else ()

    agreements = outcome.agreed_now
    return Snapshot(
        openness=wish.openness,
        project=_about_project(project),
        assessment=_about_assessment(outcome),
        agreements_made=len(agreements),
        agreements_kept=sum(a.status is AgreementStatus.DONE for a in agreements),
        requirements=if_shown(Openness.CORE, _requirements(outcome)),
        own_levels=if_shown(Openness.LEVELS, _own_levels(outcome)),
        group_levels=if_shown(Openness.VOICES, _group_levels(outcome)),
        agreements=tuple(
            SharedAgreement(criterion=a.criterion, status=a.status, due=a.due) for a in agreements
        )
        if wish.with_agreements
        else None,
        explanation=checked_explanation(wish.explanation),
    )


def _about_project(project: Project) -> AboutProject:
    return AboutProject(
        kind=project.kind or "",
        target_group=project.target_group,
        minors=project.minors or "",
        stage=project.stage or "",
        size=project.size,
        region=project.region,
    )


def _about_assessment(outcome: Outcome) -> AboutAssessment:
    result, assessment = outcome.result, outcome.assessment
    groups = result.perspectives.values()
    applicable = sum(group.applicable for group in groups)
    shown = {role for c in result.criteria.values() for role in c.voices}
    others = shown & outcome.participation.keys() - outcome.catalogue.organisation_roles
    return AboutAssessment(
        name=assessment.name,
        closed_on=_closed_on(assessment),
        catalogue=assessment.catalogue,
        catalogue_version=assessment.catalogue_version,
        criteria=len(result.criteria),
        coverage=sum(group.scored for group in groups) / applicable if applicable else 0.0,
        voices=sum(outcome.participation[role] for role in others),
        fillers=1 + len(outcome.colleagues),
        previous_closed_on=_closed_on(outcome.previous.assessment) if outcome.previous else None,
    )


def _closed_on(assessment: Assessment) -> date:
    moment = assessment.closed_at or assessment.started_at
    return moment.date()


def _requirements(outcome: Outcome) -> list[Requirement]:
    core = outcome.catalogue.core
    return [
        Requirement(
            criterion=name,
            is_core=name in core,
            met=None if found.score is None else found.meets_target,
        )
        for name, found in sorted(outcome.result.criteria.items())
        if found.applies and (name in core or found.requirement == "minimal")
    ]


def _own_levels(outcome: Outcome) -> list[OwnLevel]:
    found = []
    for name in sorted(outcome.result.criteria):
        answer, criterion = outcome.answers.get(name), outcome.catalogue.by_id[name]
        if answer is not None and answer.state is AnswerState.LEVEL and answer.level is not None:
            level = OwnLevel(
                criterion=name,
                scale=criterion.scale,
                perspective=criterion.perspective,
                level=float(answer.level),
            )
            found.append(level)
    return found


def _group_levels(outcome: Outcome) -> list[GroupLevel]:
    own = outcome.catalogue.organisation_roles
    return [
        GroupLevel(
            criterion=name,
            scale=outcome.catalogue.by_id[name].scale,
            role=role,
            n=sum(voice.levels),
            mean=voice.mean,
            sd=_deviation(voice),
        )
        for name, found in sorted(outcome.result.criteria.items())
        for role, voice in sorted(found.voices.items())
        if role in outcome.catalogue.role_ids and role not in own and voice.mean is not None
    ]


def _deviation(voice: Voice) -> float:
    """Return the standard deviation (n - 1) of the levels of a group."""
    n, mean = sum(voice.levels), voice.mean or 0.0
    squares = sum(count * (level - mean) ** 2 for level, count in enumerate(voice.levels))
    return sqrt(squares / (n - 1)) if n > 1 else 0.0
