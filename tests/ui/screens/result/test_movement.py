"""What does not apply, what moved since last time, and how every figure arises."""

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, following, hear, level, shown, speak


def test_movement_while_open_compares_own_answers_alone(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 4), level("MC-03", 2))
    assessments.close_assessment(workspace, assessment.id)
    second = following(workspace, assessment)
    answer(workspace, second, level("MC-01", 1), level("MC-03", 2))
    page = shown(open_page("result", assessment=second.id))
    assert "0 criteria went up, 1 went down and 1 stayed the same" in page
    assert "only your own answers are compared" in page
    assert "Not comparable with last time (18)" in page


def test_each_group_is_compared_with_itself_last_time(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 1)
    second = following(workspace, assessment)
    hear(workspace, second, 3)
    page = shown(open_page("result", assessment=second.id))
    assert "Mentees, on one criterion: 1 up, 0 down, 0 the same" in page
    assert "Coordinator, on one criterion: 0 up, 0 down, 1 the same" in page
    assert "What moved for mentees (1)" in page
    assert "What moved for coordinator" not in page

    assessments.reopen_assessment(workspace, assessment.id)
    page = shown(open_page("result", assessment=second.id))
    assert "The previous assessment is open again" in page
    assert "Mentees, on one criterion" not in page


def test_what_does_not_apply_stands_with_its_reason_as_it_was_typed(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    left_out = Answer(
        "MC-41", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text="<b>omdat</b>"
    )
    answer(workspace, assessment, left_out)
    speak(workspace, assessment, "mentee", level("MC-41", 1), times=7)
    assessments.close_assessment(workspace, assessment.id)
    page = shown(open_page("result", assessment=assessment.id))
    assert "&lt;b&gt;omdat&lt;/b&gt; · yet answered: Mentees 7" in page
    assert "Nothing has a score" not in page


def test_every_figure_says_how_it_arises(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    page = shown(open_page("result", assessment=example_assessment.id))
    assert "(3.0 + 2.0) / 2 groups = 2.5" in page
    assert "Client: how does 2.98 arise?" in page
    assert "There is no total score, on purpose" in page
