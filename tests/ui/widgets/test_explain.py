"""Words that are explained where they are met first."""

import pytest

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage, shown

WORDS = "What do these words mean?"


@pytest.mark.parametrize("page", ["start", "settings", "questions"])
def test_a_screen_explains_its_words(
    open_page: OpenPage, assessment: Assessment, page: str
) -> None:
    where = {} if page == "start" else {"assessment": assessment.id}

    text = shown(open_page(page, **where))

    assert f"<summary>{WORDS}</summary>" in text
    assert "<dt>minimal</dt><dd>A must:" in text
