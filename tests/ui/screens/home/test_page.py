"""The home page: what this is, and where to begin."""

from pathlib import Path

from tests.support.ui.screens import OpenPage, keys, shown


def test_home_invites_when_there_is_nothing(open_page: OpenPage) -> None:
    app = open_page("home")
    assert "look around in the example first" in shown(app)
    assert "add_example" in keys(app)


def test_home_names_no_example_where_a_catalogue_has_none(
    open_page: OpenPage, own_criteria: Path
) -> None:
    for file in (own_criteria / "example").iterdir():
        file.unlink()
    app = open_page("home")

    assert "You have no project yet. Make your own." in shown(app)
    assert "add_example" not in keys(app)


def test_home_speaks_dutch_unless_asked_otherwise(open_page: OpenPage) -> None:
    app = open_page("home", language="xx")
    assert app.title[0].value == "Kijk eerlijk naar je project"
