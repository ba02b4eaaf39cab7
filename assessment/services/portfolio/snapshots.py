"""The snapshot that a project sends: no more of a closed assessment than it chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from typing import TypeVar

from assessment.agreements import AgreementStatus
from assessment.answers import AnswerState
from assessment.assessments import Assessment
from assessment.portfolio.shares import (
    checked_explanation,
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
from assessment.scoring.results import Voice
from assessment.services.outcome import Outcome

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


def snapshot_of(
    outcome: Outcome, project: Project, wish: Wish, asked: Mapping[str, int]
) -> Snapshot:
    """Return the snapshot of a closed assessment, no more open than was chosen.

    `asked`: how many people of a role were asked, where that is known.
    """

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
        group_levels=if_shown(Openness.VOICES, _group_levels(outcome, asked)),
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


def _group_levels(outcome: Outcome, asked: Mapping[str, int]) -> list[GroupLevel]:
    own = outcome.catalogue.organisation_roles
    return [
        GroupLevel(
            criterion=name,
            scale=outcome.catalogue.by_id[name].scale,
            role=role,
            n=sum(voice.levels),
            of=asked[role] if asked.get(role, 0) >= sum(voice.levels) else None,
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
