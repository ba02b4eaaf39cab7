"""All questions before starting: how long it takes, and where to begin."""

import re

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage, shown


def test_all_questions_are_listed_with_the_time_they_take(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("questions", assessment=assessment.id)
    assert re.search(r"about [56]\d minutes", app.markdown[0].value)
    assert "20 questions shown" in shown(app)


def test_start_leads_to_the_first_open_question(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("questions", assessment=assessment.id)
    app.button(key="start").click().run()
    assert any(str(radio.key).startswith("answer:") for radio in app.radio)
