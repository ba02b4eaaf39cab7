"""Cards to hold up: a sign and a word on each, one or two to a page."""

from pathlib import Path

import page
import pytest

from reports.session.cards import CardSet, CardSize, cards_pdf
from tests.support.files.documents import flat, pdf_pages, pdf_text


@pytest.mark.parametrize(
    ("chosen", "size", "pages"),
    [
        ((CardSet.LEVELS,), CardSize.A5, 3),
        ((CardSet.LEVELS,), CardSize.A4, 6),
        ((CardSet.THESES,), CardSize.A5, 2),
        ((CardSet.THESES, CardSet.LEVELS), CardSize.A4, 9),
    ],
)
def test_cards_stand_one_or_two_to_a_page(
    chosen: tuple[CardSet, ...], size: CardSize, pages: int
) -> None:
    assert pdf_pages(cards_pdf(chosen, size, "nl")) == pages


def test_every_card_says_in_words_what_its_sign_means(tmp_path: Path) -> None:
    words = flat(pdf_text(cards_pdf(tuple(CardSet), CardSize.A4, "en"), tmp_path))

    for said in ("0 Level 0", "4 Level 4", "? I don't know", "+ For", "Against", "It depends"):
        assert said in words


@pytest.mark.parametrize("size", CardSize)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_they_keep_pdf_ua_1(size: CardSize, language: str) -> None:
    data = cards_pdf(tuple(CardSet), size, language)

    found = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    assert list(found.failures) == []
