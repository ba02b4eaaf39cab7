"""Every page has an address of its own, named after its folder."""

from pathlib import Path

import pytest

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage
from ui import navigation

SCREENS = Path(__file__).resolve().parents[2] / "ui" / "screens"


def test_every_screen_is_a_page_that_can_be_reached() -> None:
    screens = {f"screens/{path.parent.name}/page.py" for path in SCREENS.glob("*/page.py")}
    named = {
        value
        for name, value in vars(navigation).items()
        if name.isupper() and isinstance(value, str)
    }

    assert named == screens


def test_the_steps_of_an_assessment_are_pages_under_the_name_of_their_folder(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("settings", assessment=assessment.id)

    pages = [link.proto.page for link in app.main.get("page_link")]

    assert pages[:9] == [
        "questions",
        "audit",
        "invitations",
        "closing",
        "result",
        "agreements",
        "export",
        "shares",
        "settings",
    ]


@pytest.mark.parametrize("page", ["settings", "criteria"])
def test_only_the_page_that_one_is_on_is_marked_as_current(
    open_page: OpenPage, assessment: Assessment, page: str
) -> None:
    app = open_page(page, assessment=assessment.id)

    marked = [str(block.key) for block in app.container if str(block.key).startswith("current-")]

    assert [key.split("-")[1] for key in marked] == [page]


@pytest.mark.parametrize("page", sorted(path.parent.name for path in SCREENS.glob("*/page.py")))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_opens_in_every_language(
    open_page: OpenPage, assessment: Assessment, page: str, language: str
) -> None:
    app = open_page(page, language=language, assessment=assessment.id, project=assessment.project)

    assert app.title[0].value
