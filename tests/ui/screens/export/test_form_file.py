"""Questions to fill in elsewhere: as a spreadsheet, or on paper."""

import io
import zipfile

from assessment.assessments import Assessment
from exchange.forms import service
from tests.support.ui.screens import OpenPage, choose, made


def test_a_form_for_several_people_is_a_zip(open_page: OpenPage, assessment: Assessment) -> None:
    app = open_page("export", assessment=assessment.id)
    choose(app, "form_role", "mentee")
    app.number_input(key="form_number").set_value(3).run()
    names = zipfile.ZipFile(io.BytesIO(made(app, "form"))).namelist()

    assert names == [f"Maatjes West - 2026 - Mentee - 00{n}.xlsx" for n in (1, 2, 3)]


def test_a_form_of_the_organisation_is_one_spreadsheet(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("export", assessment=assessment.id, language="nl")

    assert service.read(made(app, "form"), "f").head.language == "nl"


def test_an_empty_questionnaire_goes_on_paper(open_page: OpenPage, assessment: Assessment) -> None:
    app = open_page("export", assessment=assessment.id)
    choose(app, "paper_role", "mentee")

    assert made(app, "paper").startswith(b"%PDF")
