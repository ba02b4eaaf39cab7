"""Take it along: files on demand, and forms that come back without overwriting anything."""

import io
import json
import zipfile

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from assessment.answers import AnswerState
from assessment.assessments import Assessment
from exchange.forms import service
from tests.ui.conftest import OpenPage, shown

LEVEL = AnswerState.LEVEL
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def opened(open_page: OpenPage, assessment: Assessment, language: str = "en") -> AppTest:
    return open_page("export", assessment=assessment.id, language=language)


def choose(app: AppTest, name: str, value: str, language: str = "en") -> None:
    app.selectbox(key=f"{name}:{language}").set_value(value).run()
    assert not app.exception, app.exception


def made(app: AppTest, name: str) -> bytes:
    """Press a button that makes a file, and return the file."""
    app.button(key=f"make:{name}").click().run()
    assert not app.exception, app.exception
    content: bytes = app.session_state[f"made:{name}"][1]
    return content


def downloads(app: AppTest) -> list[str]:
    return [part.proto.label for part in app.get("download_button")]


STARTS = {
    "pdf": b"%PDF",
    "docx": b"PK",
    "html": b"<!doctype html>",
    "xlsx": b"PK",
    "csv": b"PK",
    "json": b"{",
    "parquet": b"PAR1",
}


@pytest.mark.parametrize("chosen", STARTS)
def test_every_format_can_be_made(
    open_page: OpenPage, example_assessment: Assessment, chosen: str
) -> None:
    app = opened(open_page, example_assessment)
    choose(app, "take_format", chosen)

    assert downloads(app) == []
    assert made(app, "result").lower().startswith(STARTS[chosen].lower())
    assert [label.split(" · ")[0] for label in downloads(app)] == ["Download"]


def test_the_short_form_and_the_other_language_are_made(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = opened(open_page, example_assessment)
    choose(app, "take_length", "short")
    choose(app, "take_language", "nl")
    pages = PdfReader(io.BytesIO(made(app, "result"))).pages

    assert len(pages) == 2
    assert "Two pages" in shown(app)
    assert "mentorspiegel-nl.pdf" in downloads(app)[0]


def test_another_choice_takes_the_file_away(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = opened(open_page, example_assessment)
    choose(app, "take_format", "json")
    json.loads(made(app, "result"))
    choose(app, "take_format", "xlsx")

    assert downloads(app) == []


def test_an_open_assessment_says_that_others_stay_out(
    open_page: OpenPage, assessment: Assessment
) -> None:
    assert "nothing of others" in opened(open_page, assessment).info[0].value


def test_a_form_for_several_people_is_a_zip(open_page: OpenPage, assessment: Assessment) -> None:
    app = opened(open_page, assessment)
    choose(app, "form_role", "mentee")
    app.number_input(key="form_number").set_value(3).run()
    names = zipfile.ZipFile(io.BytesIO(made(app, "form"))).namelist()

    assert names == ["mentee-001.xlsx", "mentee-002.xlsx", "mentee-003.xlsx"]


def test_a_form_of_the_organisation_is_one_spreadsheet(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = opened(open_page, assessment, "nl")

    assert service.read(made(app, "form"), "f").head.language == "nl"


def test_an_empty_questionnaire_goes_on_paper(open_page: OpenPage, assessment: Assessment) -> None:
    app = opened(open_page, assessment)
    choose(app, "paper_role", "mentee")

    assert made(app, "paper").startswith(b"%PDF")


def test_a_closed_assessment_takes_no_form(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = opened(open_page, example_assessment)

    assert len(app.file_uploader) == 0
    assert any("no form can come back" in part.value for part in app.markdown)


def test_the_choice_stays_when_the_language_changes(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = opened(open_page, example_assessment)
    choose(app, "take_format", "json")
    app.query_params["lang"] = "nl"
    app.run()

    assert app.selectbox(key="take_format:nl").value == "json"
    assert app.title[0].value == "Meenemen"


def test_an_unknown_assessment_shows_the_way_home(open_page: OpenPage) -> None:
    assert "nothing here" in open_page("export", assessment="gone").title[0].value
