"""What the tests of the self-audit look at: one criterion, its fields and its answer."""

from streamlit.testing.v1 import AppTest

from assessment.answers import Answer
from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage

CRITERION = "MC-01"


def widget(app: AppTest, field: str) -> str:
    """Return the key of a field of the answer."""
    keys = [
        w.key
        for w in (
            *app.radio,
            *app.text_area,
            *app.text_input,
            *app.checkbox,
            *app.selectbox,
            *app.button,
        )
    ]
    return next(
        str(key) for key in keys if key and key.startswith("answer:") and f":{field}:" in key
    )


def stored(workspace: Workspace, assessment: Assessment) -> Answer:
    return workspace.store.answers.get(workspace.own_respondent(assessment).id, CRITERION)


def open_audit(open_page: OpenPage, assessment: Assessment, language: str = "en") -> AppTest:
    return open_page("audit", language=language, assessment=assessment.id, criterion=CRITERION)
