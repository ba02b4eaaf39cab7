"""What moved since last time."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, following, hear, level, shown


def test_movement_while_open_compares_own_answers_alone(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 4), level("MC-03", 2))
    assessments.close_assessment(workspace, assessment.id)
    second = following(workspace, assessment)
    answer(workspace, second, level("MC-01", 1), level("MC-03", 2))
    page = shown(open_page("result", assessment=second.id, part="movement"))
    assert "0 criteria went up, 1 went down and 1 stayed the same" in page
    assert "only your own answers are compared" in page
    assert "Not comparable with last time (18)" in page


def test_each_group_is_compared_with_itself_last_time(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 1)
    second = following(workspace, assessment)
    hear(workspace, second, 3)
    page = shown(open_page("result", assessment=second.id, part="movement"))
    assert "Mentees, on one criterion: 1 up, 0 down, 0 the same" in page
    assert "Coordinator, on one criterion: 0 up, 0 down, 1 the same" in page
    assert "What moved for mentees (1)" in page
    assert "What moved for coordinator" not in page

    assessments.reopen_assessment(workspace, assessment.id)
    page = shown(open_page("result", assessment=second.id, part="movement"))
    assert "The previous assessment is open again" in page
    assert "Mentees, on one criterion" not in page


def test_a_first_assessment_has_nothing_to_compare_with(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 4))
    app = open_page("result", assessment=assessment.id, part="movement")
    assert any("the first assessment" in m.value for m in app.markdown)


def test_other_speakers_than_last_time_are_marked_behind_the_name(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    page = shown(open_page("result", assessment=example_assessment.id, part="movement"))
    assert "</a> *</td>" in page
    assert "* Other groups answered than last time." in page
