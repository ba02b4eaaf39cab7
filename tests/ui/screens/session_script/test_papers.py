"""The papers: the facilitator's sheet with the time on the clock, and cards."""

import io
from datetime import date, time

from pypdf import PdfReader

from assessment.services.context import Workspace
from tests.support.files.documents import docx_text
from tests.support.session.staff import a_prepared_session
from tests.support.ui.screens import OpenPage, choose, made


def test_the_sheet_has_the_time_on_the_clock_and_the_cards_their_size(
    open_page: OpenPage, workspace: Workspace
) -> None:
    one = a_prepared_session(workspace)
    app = open_page("session_script", session=one.id)
    app.date_input(key="session_day").set_value(date(2026, 12, 3))
    app.time_input(key="session_clock").set_value(time(19, 30)).run()
    choose(app, "session_cards", "theses")
    app.segmented_control(key="session_card_size:en").set_value("a4").run()

    assert "19:30" in docx_text(made(app, "sheet_docx"))
    assert "3 december 2026" in docx_text(made(app, "sheet_docx"))  # in the language of the room
    assert made(app, "sheet_pdf").startswith(b"%PDF")
    assert len(PdfReader(io.BytesIO(made(app, "cards"))).pages) == 3
