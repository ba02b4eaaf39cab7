"""The home page: what this is, and where to begin."""

from tests.support.ui.screens import OpenPage, shown


def test_home_invites_when_there_is_nothing(open_page: OpenPage) -> None:
    app = open_page("home")
    assert "You have no project yet" in shown(app)


def test_home_speaks_dutch_unless_asked_otherwise(open_page: OpenPage) -> None:
    app = open_page("home", language="xx")
    assert app.title[0].value == "Kijk eerlijk naar je project"
