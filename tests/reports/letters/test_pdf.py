"""Letters as PDF: everything readable, on the paper, tagged, and leading where it says."""

import io
from pathlib import Path

import page
import pytest
import segno
from pypdf import PdfReader

from assessment.catalogue.reading.loader import load_catalogue
from reports.letters.build import LinkKind
from reports.letters.pdf import PER_PAGE, letters_pdf, qr_code
from tests.support.files.documents import flat, pdf_pages, pdf_text
from tests.support.letters import CODE, LINK, invitation, letter
from tests.support.workspace import CRITERIA

HELP = "de vertrouwenspersoon van de school, 010 123 45 67"


@pytest.mark.parametrize("per_page", PER_PAGE)
def test_a_letter_holds_its_words_its_code_and_whom_to_turn_to(
    tmp_path: Path, per_page: int
) -> None:
    data = letters_pdf(
        invitation(contact=HELP), [letter(own_line="Tot 12 mei.")], per_page=per_page
    )
    words = flat(pdf_text(data, tmp_path))
    for said in ("Maatjes", "Mentee · 1", CODE, "mentoring.example/a", HELP, "Tot 12 mei."):
        assert said in words
    assert "about 6 minutes" in words


def test_the_square_and_the_link_lead_to_the_letter() -> None:
    assert qr_code(LINK) == segno.make(LINK, error="m", micro=False).svg_inline(
        omitsize=True, border=4
    )
    [sheet] = PdfReader(io.BytesIO(letters_pdf(invitation(), [letter()]))).pages
    targets = {note.get_object()["/A"]["/URI"] for note in sheet["/Annots"]}
    assert targets == {LINK}


@pytest.mark.parametrize(("per_page", "pages"), [(1, 5), (4, 2)])
def test_letters_stand_one_or_four_to_a_page(per_page: int, pages: int) -> None:
    data = letters_pdf(invitation(), [letter(n) for n in range(1, 6)], per_page=per_page)
    assert pdf_pages(data) == pages


@pytest.mark.parametrize("per_page", PER_PAGE)
def test_however_much_there_is_to_say_nothing_falls_off_the_paper(
    tmp_path: Path, per_page: int
) -> None:
    shipped = load_catalogue(CRITERIA)
    long = invitation(
        project="Mentorproject " * 8,
        contact=f"{HELP} " * 3,
        languages=("nl", "en"),
        numbers=shipped.help,
    )
    warning = shipped.pair_profiles[0].warning
    letters = [
        letter(n, kind=LinkKind.PAIR, own_line="eigen regel " * 12, warning=warning)
        for n in range(4)
    ]
    data = letters_pdf(long, letters, per_page=per_page)

    assert pdf_pages(data) == 4 / per_page
    assert flat(pdf_text(data, tmp_path)).count("You can turn to") == 4


@pytest.mark.parametrize("per_page", PER_PAGE)
def test_it_keeps_pdf_ua_1_and_is_always_the_same(per_page: int) -> None:
    made = [
        letters_pdf(invitation(languages=("nl", "en")), [letter(), letter(2)], per_page=per_page)
        for _ in range(2)
    ]
    found = page.validate_pdf_bytes(made[0], profile=page.ValidationProfile.PDF_UA_1)
    assert list(found.failures) == []
    assert made[0] == made[1]


def test_what_a_project_is_called_is_text_and_nothing_else(tmp_path: Path) -> None:
    data = letters_pdf(invitation(project="#let <img src=x> *vet*"), [letter()])
    assert "#let <img src=x> *vet*" in flat(pdf_text(data, tmp_path))


def test_a_letter_speaks_every_language_of_the_project(tmp_path: Path) -> None:
    words = flat(pdf_text(letters_pdf(invitation(languages=("nl", "en")), [letter()]), tmp_path))
    assert words.index("Hoe kijk jij naar") < words.index("How do you see")
