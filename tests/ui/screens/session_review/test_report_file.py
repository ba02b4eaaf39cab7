"""The report of a session: documents and data, in the language that is chosen."""

import pytest

from assessment.services.context import Workspace
from tests.support.session.evenings import an_evening
from tests.support.ui.screens import OpenPage, choose, downloads, made

STARTS = {"pdf": b"%PDF", "docx": b"PK", "csv": b"PK", "json": b"{"}


@pytest.mark.parametrize("chosen", STARTS)
def test_every_format_can_be_made(open_page: OpenPage, workspace: Workspace, chosen: str) -> None:
    app = open_page("session_review", session=an_evening(workspace).id)
    choose(app, "session_format", chosen)

    assert made(app, "session_report").startswith(STARTS[chosen])


def test_a_page_in_the_other_language(open_page: OpenPage, workspace: Workspace) -> None:
    app = open_page("session_review", session=an_evening(workspace).id)
    choose(app, "session_format", "html")
    choose(app, "session_report_language", "nl")

    assert "Verslag van een groepssessie" in str(made(app, "session_report"))
    assert downloads(app)[0].replace("\\", "") == "Download · Samen kijken - verslag.html"
