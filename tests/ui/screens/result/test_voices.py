"""Where groups differ, and nothing of them before it may be shown."""

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.services import assessments, pairs
from assessment.services.context import Workspace
from tests.support.ui.screens import (
    OpenPage,
    an_invitation,
    answer,
    both_are_done,
    everybody_says,
    headers,
    hear,
    level,
    shown,
    speak,
)

WRITTEN = "<script>alert(1)</script>\nNiemand belt"


def test_groups_that_differ_are_named_and_small_groups_are_not_shown(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id)
    page = shown(app)
    assert "Where groups differ" in headers(app)
    assert "Coordinator 4.0 · Process facilitator 2.0 · Mentors 3.0 · Mentees 1.9" in page
    assert "gave neighbouring answers" in page
    assert "8 answers are not shown" in page
    assert "* Other groups answered than last time." in page


def test_many_differences_are_five_to_talk_about_and_the_others_below(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    several = [c for c in workspace.catalogue.criteria if "mentee" in c.also_asked]
    scope = workspace.store.choices.get(assessment.id)
    names = [c.id for c in several if scope[c.id].in_scope][:7]
    answer(workspace, assessment, *(level(name, 4) for name in names))
    for name in names:
        speak(workspace, assessment, "mentee", level(name, 1), times=5)
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("result", assessment=assessment.id)
    assert [s.value for s in app.subheader] == ["Talk about this first", "A level or more apart"]
    assert shown(app).count("Coordinator 4.0, mentees 1.0 on ‘") == len(names)


def test_groups_that_agree_leave_nothing_to_talk_about(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 3), Answer("MC-45", AnswerState.UNKNOWN))
    speak(workspace, assessment, "mentee", level("MC-41", 3), times=5)
    speak(workspace, assessment, "mentee", level("MC-45", 3), times=5)
    assessments.close_assessment(workspace, assessment.id)
    sentences = [m.value for m in open_page("result", assessment=assessment.id).markdown]
    assert any("No groups differ clearly" in line for line in sentences)


def test_while_open_the_result_shows_participation_and_no_word_of_others(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 3))
    issued = an_invitation(workspace, assessment)
    everybody_says(workspace, issued.links, level("MC-41", 1, WRITTEN))
    [pair] = pairs.make_pairs(workspace, assessment.id, 1, None)
    both_are_done(workspace, pair)
    page = shown(open_page("result", assessment=assessment.id))
    assert "Mentees, 5 places: 5 began, 5 done" in page
    assert "One pair: in 1 of them both are done" in page
    assert "Niemand belt" not in page


def test_a_closed_result_lays_groups_beside_each_other_with_what_they_wrote(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 1, WRITTEN)
    app = open_page("result", assessment=assessment.id)
    page = shown(app)
    assert "<li>Coordinator 4.0, mentees 1.0 on ‘" in page
    assert "What mentees wrote, in no order:" in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;\nNiemand belt") == 5
    assert "Mean of each group from 0 to 4" in page
    assert "Client: coordinator 4.0, mentees 1.0." in app.get("plotly_chart")[1].proto.alt

    app.segmented_control(key="voices_by:en").set_value("phase").run()
    assert not app.exception
    assert "Client:" not in app.get("plotly_chart")[1].proto.alt
