"""What is clear becomes a questionnaire; the core and what is to talk about stay as they are."""

from assessment.assessments import Assessment
from assessment.project_profiles import ProjectProfile
from assessment.services.context import Workspace
from assessment.services.judging.outcome import judging_outcome
from assessment.services.judging.taking_over import judged_changes, take_over_judged
from tests.support.session.judges import Said, closed, judge_all


def test_what_is_clear_becomes_a_questionnaire_and_the_core_never_changes(
    workspace: Workspace, assessment: Assessment
) -> None:
    core = sorted(workspace.catalogue.core)[0]
    growth = next(c.id for c in workspace.catalogue.criteria if c.requirement == "growth")
    said: list[Said] = [
        (core, "does_not_apply", ""),
        (growth, "applies", "minimal"),
        ("MC-29", "does_not_apply", ""),
        ("MC-05", "applies", "desirable"),
    ]
    judge_all(workspace, assessment, "mentee", *[said] * 5)
    outcome = judging_outcome(workspace, closed(workspace, assessment))
    fresh = ProjectProfile("", assessment.project, "Ons minimum", outcome.catalogue.id, "full")
    changes = judged_changes(outcome, fresh, reason=lambda one: f"zo: {one.criterion}")
    made = take_over_judged(workspace, assessment.id, fresh, changes)
    assert take_over_judged(workspace, assessment.id, fresh, changes) == made  # pressed twice
    entries = {entry.criterion: entry for entry in made.entries}

    assert {change.criterion: change.is_core for change in changes} == {
        core: True,
        growth: False,
        "MC-29": False,
    }
    assert entries.keys() == {growth, "MC-29"}
    assert (entries[growth].in_scope, entries[growth].requirement) == (True, "minimal")
    assert (entries["MC-29"].in_scope, entries["MC-29"].reason) == (False, "zo: MC-29")
    assert workspace.store.project_profiles.all(assessment.project) == [made]
