"""The keys on paper: a page each, so that the helper gets the helper's alone."""

import io
from pathlib import Path

import page
from pypdf import PdfReader

from reports.session.key_sheet import key_sheet_pdf
from tests.support.files.documents import flat, pdf_text
from tests.support.session.drafts import a_session, where


def test_every_page_holds_one_key_and_says_what_it_opens(tmp_path: Path) -> None:
    data = key_sheet_pdf(a_session(language="en"), where())
    pages = PdfReader(io.BytesIO(data)).pages
    targets = [{note.get_object()["/A"]["/URI"] for note in sheet["/Annots"]} for sheet in pages]

    assert targets == [{where().control}, {where().helper}, {where().screen}]
    words = flat(pdf_text(data, tmp_path))
    assert "without ending the session" in words
    assert words.count("Lost it? Make new keys") == 3


def test_it_keeps_pdf_ua_1() -> None:
    data = key_sheet_pdf(a_session(), where())

    found = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    assert list(found.failures) == []
