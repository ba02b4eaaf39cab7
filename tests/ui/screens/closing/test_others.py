"""Closing and reopening with other voices; what they said, and how each voice moved."""

from assessment.assessments import Assessment
from assessment.services import assessments, pairs
from assessment.services.context import Workspace
from assessment.services.self_audit import open_audit, write_answer
from tests.support.screens import an_invitation, both_are_done, everybody_says, level
from tests.ui.conftest import OpenPage, shown

HOSTILE = "<script>alert(1)</script>\nNiemand belt"


def own(workspace: Workspace, assessment: Assessment, criterion: str, number: int) -> None:
    write_answer(workspace, open_audit(workspace, assessment.id), level(criterion, number))


def heard(workspace: Workspace, assessment: Assessment, number: int, comment: str = "") -> None:
    """Let five mentees answer one question, and close."""
    own(workspace, assessment, "MC-41", 4)
    issued = an_invitation(workspace, assessment)
    everybody_says(workspace, issued.links, level("MC-41", number, comment))
    assessments.close_assessment(workspace, assessment.id)


def following(workspace: Workspace, assessment: Assessment) -> Assessment:
    return assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="short", ambition="floor"
    )


def test_the_look_back_says_who_took_part_and_that_closing_is_final_for_them(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assert "final for others" not in shown(open_page("closing", assessment=assessment.id))
    an_invitation(workspace, assessment)
    page = shown(open_page("closing", assessment=assessment.id))
    assert "Mentees, 5 places: 0 began, 0 done" in page
    assert "Closing is final for others" in page

    assessments.close_assessment(workspace, assessment.id)
    page = shown(open_page("closing", assessment=assessment.id))
    assert "Mentees, 5 places" in page
    assert "Closing is final for others" not in page


def test_reopening_says_that_others_cannot_answer_again_once_they_were_shown(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    heard(workspace, assessment, 1)
    app = open_page("settings", assessment=assessment.id)
    app.button(key="ask_reopen").click().run()
    assert any("Others cannot answer again" in w.value for w in app.warning)


def test_reopening_says_that_rounds_open_again_when_nothing_was_shown(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    an_invitation(workspace, assessment)
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("settings", assessment=assessment.id)
    app.button(key="ask_reopen").click().run()
    assert any("their invitations open again" in m.value for m in app.markdown)
    assert not any("Others cannot answer again" in w.value for w in app.warning)


def test_reopening_without_others_speaks_of_no_others(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("settings", assessment=assessment.id)
    app.button(key="ask_reopen").click().run()
    assert not any("their invitations" in m.value for m in app.markdown)
    assert len(app.warning) == 1


def test_while_open_the_result_shows_participation_and_no_word_of_others(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    own(workspace, assessment, "MC-41", 3)
    issued = an_invitation(workspace, assessment)
    everybody_says(workspace, issued.links, level("MC-41", 1, HOSTILE))
    [pair] = pairs.make_pairs(workspace, assessment.id, 1, None)
    both_are_done(workspace, pair)
    page = shown(open_page("result", assessment=assessment.id))
    assert "Mentees, 5 places: 5 began, 5 done" in page
    assert "One pair: in 1 of them both are done" in page
    assert "Niemand belt" not in page


def test_a_closed_result_lays_voices_beside_each_other_with_what_they_wrote(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    heard(workspace, assessment, 1, HOSTILE)
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


def test_where_one_voice_is_heard_alone_there_is_no_picture_of_voices(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    own(workspace, assessment, "MC-01", 3)
    issued = an_invitation(workspace, assessment)
    everybody_says(workspace, issued.links, level("MC-41", 1))
    assessments.close_assessment(workspace, assessment.id)
    app = open_page("result", assessment=assessment.id)
    assert any("there is nothing to compare" in m.value for m in app.markdown)
    assert "A level or more apart" not in [s.value for s in app.subheader]


def test_each_voice_is_compared_with_itself_last_time(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    heard(workspace, assessment, 1)
    second = following(workspace, assessment)
    heard(workspace, second, 3)
    page = shown(open_page("result", assessment=second.id))
    assert "Mentees, on one criterion: 1 up, 0 down, 0 the same" in page
    assert "Coordinator, on one criterion: 0 up, 0 down, 1 the same" in page
    assert "What moved for mentees (1)" in page
    assert "What moved for coordinator" not in page

    assessments.reopen_assessment(workspace, assessment.id)
    page = shown(open_page("result", assessment=second.id))
    assert "The previous assessment is open again" in page
    assert "Mentees, on one criterion" not in page
