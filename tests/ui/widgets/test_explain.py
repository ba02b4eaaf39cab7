"""Words that are explained where they are met first."""

import pytest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown

WORDS = "What do these words mean?"


@pytest.mark.parametrize("page", ["start", "settings", "questions", "result"])
def test_a_screen_explains_its_words(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, page: str
) -> None:
    where = {} if page == "start" else {"assessment": assessment.id}
    answer(workspace, assessment, level("MC-01", 2))

    text = shown(open_page(page, **where))

    assert f"<summary>{WORDS}</summary>" in text
    assert "<dt>minimal</dt><dd>A must:" in text
