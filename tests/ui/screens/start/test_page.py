"""A new project, or the next assessment of one that exists."""

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage, keys


def test_an_unknown_project_shows_the_way_home(open_page: OpenPage) -> None:
    assert "nothing here" in open_page("start", project="gone").title[0].value


def test_without_a_project_a_new_one_is_made_and_with_one_its_next_assessment(
    open_page: OpenPage, assessment: Assessment
) -> None:
    new, following = open_page("start"), open_page("start", project=assessment.project)

    assert (new.title[0].value, following.title[0].value) == ("New project", "Next assessment")
    assert "make_project" in keys(new)
    assert "start_assessment" in keys(following)
