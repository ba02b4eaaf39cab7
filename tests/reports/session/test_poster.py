"""The poster to join by: one page that leads where it says."""

import io
from pathlib import Path

import page
import pytest
from pypdf import PdfReader

from reports.session.poster import poster_pdf
from tests.support.files.documents import flat, pdf_pages, pdf_text
from tests.support.session.drafts import KEYS, a_session, where


def test_it_holds_the_code_where_to_type_it_and_no_key(tmp_path: Path) -> None:
    data = poster_pdf(a_session(language="en"), where())
    words = flat(pdf_text(data, tmp_path))

    for said in ("Samen kijken", "mentoring.example/join", "from 5 people on", "Raise your hand"):
        assert said in words
    assert f"{KEYS.code[:3]} {KEYS.code[3:]}" in words
    for key in (KEYS.control, KEYS.helper, KEYS.screen):
        assert key.encode() not in data
        assert key not in words
    [sheet] = PdfReader(io.BytesIO(data)).pages
    targets = {note.get_object()["/A"]["/URI"] for note in sheet["/Annots"]}
    assert targets == {where().join}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_keeps_pdf_ua_1_on_one_page_however_long_its_name(language: str) -> None:
    data = poster_pdf(a_session(language=language, name="Spiegelmiddag " * 14), where())
    found = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)

    assert list(found.failures) == []
    assert pdf_pages(data) == 1
