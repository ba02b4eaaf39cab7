"""The parts of a result: one address each, and the one that is open is marked."""

import pytest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown


@pytest.mark.parametrize(
    ("part", "title"),
    [
        ("overview", "Overview"),
        ("groups", "Groups"),
        ("criteria", "All criteria"),
        ("movement", "Since last time"),
        ("grounds", "Behind the figures"),
        ("weg", "Overview"),
    ],
)
def test_every_part_has_an_address(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment, part: str, title: str
) -> None:
    answer(workspace, assessment, level("MC-01", 1))

    app = open_page("result", assessment=assessment.id, part=part)

    assert [t.value for t in app.title] == ([] if title == "Overview" else [title])
    assert ("<h1" in shown(app)) is (title == "Overview")
    assert f'aria-current="page">{title}</a>' in shown(app)
    assert shown(app).count('aria-current="page"') == 1 + 3 * (part == "criteria")
