"""The home page: the shop window on a first visit, the list of projects after that."""

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage, headers


def test_a_first_visit_shows_what_this_is(open_page: OpenPage) -> None:
    app = open_page("home")

    assert app.title[0].value == "Look honestly at your project"
    assert headers(app) == [
        "What you end with",
        "How it goes",
        "Who sees what",
        "Where the criteria come from",
    ]


def test_whoever_has_a_project_sees_that(open_page: OpenPage, assessment: Assessment) -> None:
    app = open_page("home")

    assert app.title[0].value == "My projects"
    assert headers(app) == []


def test_home_speaks_dutch_when_nobody_says_otherwise(open_page: OpenPage) -> None:
    app = open_page("home", language="xx")
    assert app.title[0].value == "Kijk eerlijk naar je project"
