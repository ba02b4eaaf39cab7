"""Take it along: what can be taken, and what can come back."""

import pytest

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage, headers, keys


def test_a_closed_assessment_takes_no_form(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("export", assessment=example_assessment.id)

    assert len(app.file_uploader) == 0
    assert any("no form can come back" in part.value for part in app.markdown)


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", ["The outcome as a file", "Fill in without internet", "On paper"]),
        ("nl", ["De uitkomst als bestand", "Invullen zonder internet", "Op papier"]),
    ],
)
def test_an_open_assessment_offers_files_forms_and_paper(
    open_page: OpenPage, assessment: Assessment, language: str, titles: list[str]
) -> None:
    app = open_page("export", assessment=assessment.id, language=language)

    assert headers(app) == titles
    assert {"make:result", "make:form", "make:paper"} <= keys(app)
    assert len(app.file_uploader) == 1
