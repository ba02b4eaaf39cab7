"""The report of a session in every format, from the first vote that was shown on."""

from pathlib import Path

import page
import pytest

from assessment.services.context import Workspace
from reports.session.build import build
from reports.session.material import SessionMaterial
from reports.writers import docx, html, pdf
from tests.support.files.documents import document_text, titles
from tests.support.session.evenings import an_evening
from tests.support.session.room import a_room, a_step


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_a_pdf_for_everybody_a_word_file_and_a_page(
    workspace: Workspace, tmp_path: Path, language: str
) -> None:
    report = build(SessionMaterial.of(workspace, an_evening(workspace).session, language))
    made = {
        "pdf": pdf.write(report),
        "docx": docx.write(report),
        "html": html.write(report).encode(),
    }

    found = page.validate_pdf_bytes(made["pdf"], profile=page.ValidationProfile.PDF_UA_1)
    assert list(found.failures) == []
    for kind, data in made.items():
        said = document_text(kind, data, tmp_path)
        assert "Samen kijken" in said
        assert "Counting is not looking." in said


def test_before_anything_is_shown_it_says_so(workspace: Workspace) -> None:
    room = a_room(workspace, a_step("rate", items=("MC-01",)), roles=("mentor",) * 6)

    report = build(SessionMaterial.of(workspace, room.session, "en"))

    assert titles(report) == ["What came of it"]
    assert report.kind == "Report of a group session · open: people can join"
