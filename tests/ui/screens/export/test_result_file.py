"""The result as a file: every format, made on demand."""

import io
import json

import pytest
from pypdf import PdfReader

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage, choose, downloads, made, shown

STARTS = {
    "pdf": b"%PDF",
    "docx": b"PK",
    "html": b"<!doctype html>",
    "xlsx": b"PK",
    "csv": b"PK",
    "json": b"{",
    "parquet": b"PAR1",
}


NAME = "Voorbeeld Samen Vooruit - Tweede meting"  # of the example in Dutch


def plain(label: str) -> str:
    return label.replace("\\", "")


@pytest.mark.parametrize("chosen", STARTS)
def test_every_format_can_be_made(
    open_page: OpenPage, example_assessment: Assessment, chosen: str
) -> None:
    app = open_page("export", assessment=example_assessment.id)
    choose(app, "take_format", chosen)

    assert made(app, "result").lower().startswith(STARTS[chosen].lower())


def test_the_short_form_and_the_other_language_are_made(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("export", assessment=example_assessment.id)
    choose(app, "take_document", "short")
    choose(app, "take_language", "nl")
    pages = PdfReader(io.BytesIO(made(app, "result"))).pages

    assert len(pages) == 2
    assert "About two pages" in shown(app)
    assert plain(downloads(app)[0]) == f"Download · {NAME} - kort.pdf"


@pytest.mark.parametrize(
    ("document", "says", "name"),
    [
        ("guide", "A plan with minutes", "gespreksleidraad"),
        ("handouts", "No figures", "werkbladen"),
    ],
)
def test_what_a_talk_is_led_by_is_made_of_a_closed_assessment(
    open_page: OpenPage, example_assessment: Assessment, document: str, says: str, name: str
) -> None:
    app = open_page("export", assessment=example_assessment.id)
    choose(app, "take_language", "nl")
    choose(app, "take_document", document)
    pages = PdfReader(io.BytesIO(made(app, "result"))).pages

    assert says in shown(app)
    assert len(pages) >= 5
    assert plain(downloads(app)[0]) == f"Download · {NAME} - {name}.pdf"


def test_while_an_assessment_is_open_there_is_no_guide_to_a_talk(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("export", assessment=assessment.id)

    assert len(app.selectbox(key="take_document:en").options) == 2


def test_another_choice_makes_another_file(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("export", assessment=example_assessment.id)
    choose(app, "take_format", "json")
    json.loads(made(app, "result"))
    choose(app, "take_format", "xlsx")

    assert plain(downloads(app)[0]) == f"Download · {NAME}.xlsx"


def test_an_open_assessment_says_that_others_stay_out(
    open_page: OpenPage, assessment: Assessment
) -> None:
    assert "nothing of others" in open_page("export", assessment=assessment.id).info[0].value


def test_the_choice_stays_when_the_language_changes(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("export", assessment=example_assessment.id)
    choose(app, "take_format", "json")
    app.query_params["lang"] = "nl"
    app.run()

    assert app.selectbox(key="take_format:nl").value == "json"
    assert app.title[0].value == "Meenemen"
