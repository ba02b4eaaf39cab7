"""What is clear becomes a questionnaire by choice; what is not leads to a session."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.session.judges import Said, asked_outside_the_core, closed, judge_all
from tests.support.ui.screens import OpenPage, press, read_aloud


def test_what_is_clear_becomes_a_questionnaire_with_its_reason(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    out = asked_outside_the_core(workspace, assessment)
    said: list[Said] = [(out, "does_not_apply", ""), ("MC-66", "applies", "desirable")]
    judge_all(workspace, assessment, "mentee", *[said] * 5)
    app = open_page("judging", assessment=closed(workspace, assessment).id)
    assert "One criterion is to talk about." in read_aloud(app)
    press(app, "take_profile")
    [made] = workspace.store.project_profiles.all(assessment.project)
    [entry] = made.entries

    assert made.name == f"Judged: {assessment.name}"
    assert (entry.criterion, entry.in_scope) == (out, False)
    assert entry.reason == "Judged at home: 5 of 5 say that it does not apply."


def test_nothing_clear_changes_nothing(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    core = sorted(workspace.catalogue.core)[0]
    judge_all(workspace, assessment, "mentee", *[[(core, "applies", "minimal")]] * 5)
    app = open_page("judging", assessment=closed(workspace, assessment).id)

    assert "Nothing would change" in read_aloud(app)
    assert "to talk about. A new session" not in read_aloud(app)
