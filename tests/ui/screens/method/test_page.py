"""Method and privacy, to be read in both languages."""

import pytest

from assessment.services.context import Workspace
from settings import VERSION
from tests.support.ui.screens import OpenPage


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Method and privacy"), ("nl", "Werkwijze en privacy")]
)
def test_the_page_says_which_program_and_which_catalogue_it_is_about(
    open_page: OpenPage, workspace: Workspace, language: str, title: str
) -> None:
    app = open_page("method", language=language)

    assert app.title[0].value == title
    assert len(app.header) == 5
    version = app.caption[-1].value
    assert f"Mentorspiegel {VERSION}" in version
    assert workspace.catalogue.version in version
