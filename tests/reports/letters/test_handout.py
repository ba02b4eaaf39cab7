"""The page to hand out: one page, tagged, with all that is told."""

from datetime import UTC, datetime
from pathlib import Path

import page
import pytest

from reports.letters.handout import handout_pdf
from reports.wording.feedback import Passage
from tests.support.files.documents import flat, pdf_pages, pdf_text

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PASSAGES = [
    Passage("Wie meededen", ("Dank je wel.",), ("12 mentees", "7 mentoren")),
    Passage("Wat we afspraken", items=("#let x = 1 <b>", "Elke week bellen")),
]


def test_it_says_everything_on_one_page(tmp_path: Path) -> None:
    data = handout_pdf("Maatjes", PASSAGES, "nl", NOW)
    words = flat(pdf_text(data, tmp_path))

    assert pdf_pages(data) == 1
    for said in ("Maatjes", "12 mentees", "Elke week bellen", "#let x = 1 <b>", "20 november 2026"):
        assert said in words


def test_however_much_there_is_to_say_it_stays_one_page() -> None:
    much = [Passage(f"Deel {n}", ("zin " * 40,), ("afspraak " * 22,) * 5) for n in range(4)]
    assert pdf_pages(handout_pdf("Maatjes" * 20, much, "nl", NOW)) == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_keeps_pdf_ua_1_and_is_the_same_at_the_same_moment(language: str) -> None:
    data = handout_pdf("Maatjes", PASSAGES, language, NOW)
    found = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)

    assert list(found.failures) == []
    assert handout_pdf("Maatjes", PASSAGES, language, NOW) == data
