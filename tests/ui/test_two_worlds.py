"""Two worlds that differ only in what hidden voices said look the same on every screen."""

import re
from collections.abc import Sequence

from streamlit.testing.v1 import AppTest

from assessment.answers import Answer, AnswerState
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from tests.support.builders import a_project
from tests.support.ui.screens import (
    OpenPage,
    an_invitation,
    answer,
    everybody_says,
    level,
    links,
    shown,
)

PARTS = ("overview", "groups", "criteria", "movement", "grounds")
PAGES = ("closing", "invitations", "feedback", "agreements", "questions", "settings", "export")
UNKNOWN, DECLINED = AnswerState.UNKNOWN, AnswerState.DECLINED


def everything_seen(
    open_page: OpenPage, workspace: Workspace, said: Sequence[Sequence[Answer]]
) -> list[str]:
    """All screens of an assessment in which each of these lone mentees said this, and closed."""
    project = projects.create_project(workspace, a_project(id="", name="Maatjes"))
    assessment = assessments.start_assessment(
        workspace, project.id, name="2026", profile="short", ambition="floor"
    )
    answer(workspace, assessment, level("MC-41", 2), level("MC-45", 3))
    invited = an_invitation(workspace, assessment, personal=len(said))
    for link, answers in zip(invited.links, said, strict=True):
        everybody_says(workspace, (link,), *answers)
    assessments.close_assessment(workspace, assessment.id)
    ids = [assessment.id, project.id, invited.invitation.id]
    pages = [("result", {"part": part}) for part in PARTS]
    pages += [("result", {"criterion": name}) for name in ("MC-41", "MC-45")]
    pages += [("home", {}), *((page, {}) for page in PAGES)]
    seen = []
    for page, place in pages:
        app = open_page(page, assessment=assessment.id, project=project.id, **place)
        seen.append(_anonymous(_read(app), ids))
    projects.erase_project(workspace, project.id)
    return seen


def _read(app: AppTest) -> str:
    words = [element.value for kind in (app.markdown, app.caption, app.title) for element in kind]
    return "\n".join([shown(app), *words, *links(app)])


def _anonymous(text: str, ids: Sequence[str]) -> str:
    for number, name in enumerate(ids):
        text = text.replace(name, f"id-{number}")
    return re.sub(r"&quot;drawn&quot;: \d+", "", text)  # how often any line was rendered


def test_no_screen_tells_what_two_mentees_said_or_on_which_question(
    open_page: OpenPage, workspace: Workspace
) -> None:
    one = everything_seen(
        open_page, workspace, [[level("MC-41", 0, "dit zei ik")], [level("MC-41", 4)]]
    )
    other = everything_seen(
        open_page, workspace, [[Answer("MC-45", DECLINED)], [level("MC-45", 1)]]
    )

    assert one == other
    assert sum(page.count("Some answers are not shown.") for page in one) == 1
    assert "dit zei ik" not in "".join(one)
