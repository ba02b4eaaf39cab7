"""The screen of what was judged: nothing before closing, then the three questions and the ways on."""

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.session.judges import Said, closed, judge_all
from tests.support.ui.screens import OpenPage, read_aloud

SAID: list[Said] = [("MC-05", "applies", "minimal")]


def test_before_closing_it_says_who_took_part_and_nothing_else(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    page = read_aloud(open_page("judging", assessment=assessment.id))
    assert "Nobody was invited to judge." in page

    judge_all(workspace, assessment, "mentee", *[SAID] * 6)
    page = read_aloud(open_page("judging", assessment=assessment.id))
    assert "Mentees (who judge), 10 places: 6 began, 6 done" in page
    assert "Judged" not in page
    assert "Before that nobody sees it." in page


def test_an_assessment_that_does_not_exist_has_no_such_screen(open_page: OpenPage) -> None:
    assert "does not exist" in read_aloud(open_page("judging", assessment="nothing"))


def test_too_few_people_show_nothing(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    judge_all(workspace, assessment, "mentee", *[SAID] * 4)
    page = read_aloud(open_page("judging", assessment=closed(workspace, assessment).id))

    assert "4 people judged: 4 of the group mentees." in page
    assert "Too few people judged to show anything." in page
    assert "Per criterion" not in page
