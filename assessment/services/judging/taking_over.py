"""What is clear from judging becomes a questionnaire of the project's own, with a preview."""

from collections.abc import Callable, Collection

from assessment.access.acts import Act
from assessment.judging.results import JudgedCriterion
from assessment.project_profiles import (
    EntryChange,
    ProfileDecision,
    ProjectProfile,
    entry_changes,
    with_changes,
)
from assessment.services.context import Workspace, requires
from assessment.services.judging.outcome import JudgingOutcome
from assessment.services.project_profiles import save_decided_profile
from assessment.session.voting.verdicts import Verdict


def judged_changes(
    outcome: JudgingOutcome, profile: ProjectProfile, *, reason: Callable[[JudgedCriterion], str]
) -> list[EntryChange]:
    """Return what a profile would change by, not just the reason; what is to talk about stays as it is."""
    decided = (
        ProfileDecision(
            criterion=one.criterion,
            in_scope=one.verdict is not Verdict.DOES_NOT_APPLY,
            requirement="minimal" if one.verdict is Verdict.MINIMAL else None,
            reason=reason(one),
        )
        for one in outcome.criteria
        if one.verdict is not Verdict.TALK
    )
    changes = entry_changes(outcome.catalogue, profile, decided)
    return [change for change in changes if change.changes_more_than_the_reason]


@requires(Act.RUN_ASSESSMENT)
def take_over_judged(
    workspace: Workspace,
    assessment_id: str,
    profile: ProjectProfile,
    changes: Collection[EntryChange],
) -> ProjectProfile:
    """Save the chosen ones of `judged_changes` in a profile; a new one has no id. Never the core.

    Doing it twice gives one profile. Raises InvalidInput, also for another new one of that name,
    StaleWrite, NotFound.
    """
    return save_decided_profile(workspace, with_changes(profile, changes), assessment_id)
