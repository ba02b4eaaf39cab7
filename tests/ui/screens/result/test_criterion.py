"""One criterion on a page of its own: what each group said, and nothing of hidden ones."""

from assessment.answers import Answer, AnswerState, Reason
from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import (
    OpenPage,
    answer,
    following,
    headers,
    hear,
    level,
    shown,
    speak,
)

WRITTEN = "<script>alert(1)</script>\nNiemand belt"


def test_a_page_shows_levels_words_comments_and_what_helps(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 1, WRITTEN)

    app = open_page("result", assessment=assessment.id, criterion="MC-41")
    page = shown(app)

    assert app.title[0].value == workspace.catalogue.by_id["MC-41"].title.in_language("en")
    assert headers(app) == ["What each group said", "Questions that open the talk", "Next steps"]
    assert '<span class="ms-level-1" style="flex:5">1</span>' in page
    assert "Mentees: 5 of the 5 chose 1" in page
    assert "<td>Mentees</td>" in page
    assert "What mentees wrote, in no order:" in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;\nNiemand belt") == 5
    assert "How does this figure arise?" in page
    ways = {
        (p.proto.page, "criterion=MC-41" in p.proto.query_string) for p in app.main.get("page_link")
    }
    assert {("agreements", True), ("audit", True)} <= ways


def test_groups_that_read_other_words_see_them_side_by_side(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 1, "")

    page = shown(open_page("result", assessment=assessment.id, criterion="MC-41"))

    assert page.count("The levels, in the words that each group read") > 2
    assert "<td>I do not feel at ease yet.</td>" in page


def test_a_group_that_is_too_small_leaves_no_trace(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 4))
    speak(workspace, assessment, "mentor", level("MC-41", 2, "Verborgen"), times=2)
    assessments.close_assessment(workspace, assessment.id)

    page = shown(open_page("result", assessment=assessment.id, criterion="MC-41"))

    assert "erborgen" not in page
    assert "<td>Mentors</td>" not in page
    assert "Mentors:" not in page
    assert 'class="ms-level-2"' not in page


def test_where_a_mentee_may_need_help_it_says_what_to_do(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    speak(workspace, assessment, "mentee", level("MC-41", 3), times=4)
    speak(workspace, assessment, "mentee", level("MC-41", 0), times=1)
    assessments.close_assessment(workspace, assessment.id)

    page = shown(open_page("result", assessment=assessment.id, criterion="MC-41"))

    assert "Do not look for who it was." in page


def test_a_difference_within_a_shared_pool_is_explained(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 4))
    speak(workspace, assessment, "mentee", level("MC-41", 2), times=8)
    assessments.close_assessment(workspace, assessment.id)

    page = shown(open_page("result", assessment=assessment.id, criterion="MC-41"))

    assert "8 of the 9 chose 2: shared" in page
    assert "Both are true" in page


def test_own_note_evidence_and_last_time_stand_on_the_page(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-41", 2), level("MC-01", 1))
    assessments.close_assessment(workspace, assessment.id)
    second = following(workspace, assessment)
    own = Answer("MC-41", AnswerState.LEVEL, 3, comment="<b>Wij</b>", evidence="Het plan")
    answer(workspace, second, own)

    page = shown(open_page("result", assessment=second.id, criterion="MC-41"))
    assert "&lt;b&gt;Wij&lt;/b&gt;" in page
    assert "Het plan" in page
    assert "last time 2.0" in page

    page = shown(open_page("result", assessment=second.id, criterion="MC-01"))
    assert "not comparable with last time: no score now" in page
    assert 'class="ms-levels"' not in page


def test_what_does_not_apply_has_its_reason_on_its_page(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    left_out = Answer(
        "MC-41", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text="<b>omdat</b>"
    )
    answer(workspace, assessment, left_out)

    page = shown(open_page("result", assessment=assessment.id, criterion="MC-41"))

    assert "&lt;b&gt;omdat&lt;/b&gt;" in page
    assert "It does not apply here" in page
