"""Feedback: what those who answered may read of the outcome, once the organisation chooses to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assessment.access.acts import Act
from assessment.agreements import AgreementStatus
from assessment.assessments import Assessment
from assessment.scoring.results import CriterionResult
from assessment.services.context import Workspace, requires
from assessment.services.outcome import Outcome, outcome_of
from assessment.services.overview import MOST, standing
from assessment.services.responding import RespondentSession


@dataclass(frozen=True)
class GroupCount:
    """How many people of a group that is shown took part."""

    role: str
    took_part: int


@dataclass(frozen=True)
class Feedback:
    """What is told to those who answered: nothing that the outcome does not show already."""

    groups: tuple[GroupCount, ...]
    goes_well: tuple[str, ...]  # criteria
    talk_about: tuple[str, ...]  # criteria
    agreements: tuple[str, ...]  # in words, without who does it
    threshold: int
    said: Mapping[str, Mapping[str, float]] = field(
        default_factory=dict
    )  # means by criterion, role


def feedback_of(outcome: Outcome) -> Feedback:
    """Return the feedback on an outcome: of what others said, what stands and what to talk about."""
    return feedback(outcome, _goes_well(outcome), _talk_about(outcome))


def feedback(outcome: Outcome, goes_well: Sequence[str], talk_about: Sequence[str]) -> Feedback:
    """Return the feedback with these criteria, the first MOST of each."""
    goes_well, talk_about = tuple(goes_well[:MOST]), tuple(talk_about[:MOST])
    return Feedback(
        groups=_groups(outcome),
        goes_well=goes_well,
        talk_about=talk_about,
        agreements=tuple(
            agreement.text
            for agreement in outcome.agreed_now
            if agreement.status is not AgreementStatus.DROPPED
        ),
        threshold=outcome.threshold,
        said={name: _said(outcome, name) for name in (*goes_well, *talk_about)},
    )


def _said(outcome: Outcome, criterion: str) -> dict[str, float]:
    """Return the mean of each group of others that is shown on a criterion."""
    own = outcome.catalogue.organisation_roles
    return {
        role: voice.mean
        for role, voice in outcome.result.criteria[criterion].voices.items()
        if role not in own and voice.mean is not None
    }


def _goes_well(outcome: Outcome) -> list[str]:
    """Return what stands, by the rule of the overview, of what others said something on."""
    return [r.criterion for r in standing(outcome) if _is_of_others(outcome, r)]


def _talk_about(outcome: Outcome) -> list[str]:
    """Return what to discuss first, then what is still missing most."""
    criteria = [*outcome.result.discuss_first, *(gap.criterion for gap in outcome.gaps)]
    known = outcome.result.criteria
    of_others = [name for name in criteria if _is_of_others(outcome, known[name])]
    return list(dict.fromkeys(of_others))


def _is_of_others(outcome: Outcome, result: CriterionResult) -> bool:
    return result.shows_others(outcome.catalogue.organisation_roles)


def _groups(outcome: Outcome) -> tuple[GroupCount, ...]:
    """Return the groups of others that are shown on any criterion, in the order of the catalogue."""
    own = outcome.catalogue.organisation_roles
    shown = {
        role
        for result in outcome.result.criteria.values()
        for role in result.voices
        if role not in own
    }
    return tuple(
        GroupCount(role, outcome.participation.get(role, 0))
        for role in outcome.catalogue.role_ids
        if role in shown
    )


@requires(Act.INVITE)
def set_gives_feedback(
    workspace: Workspace, assessment: Assessment, *, gives_feedback: bool
) -> Assessment:
    """Save whether those who answered may read the feedback. Raises StaleWrite, NotFound."""
    return workspace.store.assessments.save(replace(assessment, gives_feedback=gives_feedback))


def feedback_for(workspace: Workspace, session: RespondentSession) -> Feedback | None:
    """Return the feedback for a respondent; None before closing, or when it is not given.

    Who answered nothing, or took it all back, gets none.
    """
    assessment = session.assessment
    if not (assessment.is_closed and assessment.gives_feedback):
        return None
    given = workspace.store.answers.all(session.respondent.id)
    if not any(answer.is_answered for answer in given.values()):
        return None
    return feedback_of(outcome_of(workspace, assessment))
