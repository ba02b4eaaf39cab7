"""The top of a result: whether it is final, and what there is to see."""

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, links, shown, speak


def test_nothing_answered_yet_shows_the_way_to_the_questions(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("result", assessment=assessment.id)
    assert "nothing has been answered" in app.markdown[0].value
    assert "Answer the first question" in links(app)
    assert "ms-picture" not in shown(app).replace(".ms-picture", "")

    assessments.close_assessment(workspace, assessment.id)
    app = open_page("result", assessment=assessment.id)
    assert "closed without answers" in app.markdown[1].value


def test_an_open_assessment_is_the_picture_so_far(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 4))
    speak(workspace, assessment, "mentee", level("MC-41", 1), times=5)
    app = open_page("result", assessment=assessment.id)
    page = shown(app)
    assert "the picture so far: 1 of 20 questions answered" in page
    assert "Mentees 1" not in page
    assert "Mentees</li>" not in page
    assert "with the answers of the organisation only" in page
    app = open_page("result", assessment=assessment.id, part="groups")
    assert "Who answered: Coordinator 1 · Mentees 5." in shown(app)
    assert "shows after closing" in " ".join(m.value for m in app.markdown)

    assessments.close_assessment(workspace, assessment.id)
    page = shown(open_page("result", assessment=assessment.id))
    assert "so far" not in page
    assert "Coordinator 4.0 · Mentees 1.0" in page


def test_the_second_voice_of_the_organisation_is_seen_before_closing_and_the_sentence_says_so(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 4))
    speak(workspace, assessment, "facilitator", level("MC-41", 1), times=1)
    page = shown(open_page("result", assessment=assessment.id))
    assert "Coordinator 4.0 · Process facilitator 1.0" in page
    assert "with the answers of the organisation only. What other groups answered" in page
