"""Texts of a catalogue are texts: on no screen do they become links, pictures or colours."""

from pathlib import Path

import pytest

from assessment.services import assessments, projects
from tests.support.builders import a_project
from tests.support.ui.screens import OpenPage
from ui.store import workspace
from ui.widgets.html import plain, spoken

HOSTILE = "**Ja** ![x](http://foreign.example/x.png) [hier](http://foreign.example) :red[1] $a$"
TEXTS = (
    "What we offer fits what mentees need",
    "Does what the project does fit what mentees say they need?",
    "Mentees have not been asked what they need, or nothing was done with the answers.",
    "Call five mentees this month and ask what they hoped to find and what they found.",
)


@pytest.fixture
def hostile(own_criteria: Path) -> str:
    """The id of an assessment of MC-05 with hostile texts."""
    file = own_criteria / "perspectives" / "client.yaml"
    words = file.read_text("utf-8")
    for text in TEXTS:
        assert text in words
        words = words.replace(f"en: {text}", f"en: '{HOSTILE}'")
    file.write_text(words, "utf-8")
    space = workspace()
    project = projects.create_project(space, a_project(id=""))
    return assessments.start_assessment(
        space, project.id, name="2026", profile="full", ambition="floor"
    ).id


def test_a_question_with_its_levels_is_shown_as_it_was_written(
    open_page: OpenPage, hostile: str
) -> None:
    app = open_page("audit", assessment=hostile, criterion="MC-05")

    assert app.title[0].value == plain(HOSTILE)
    [choice] = [radio for radio in app.radio if "MC-05" in str(radio.key)]
    assert choice.label == spoken(HOSTILE)
    assert choice.proto.captions[0] == plain(HOSTILE)


def test_a_suggested_step_is_shown_as_it_was_written_and_taken_over_so(
    open_page: OpenPage, hostile: str
) -> None:
    app = open_page("agreements", assessment=hostile, criterion="MC-05")

    take = app.button(key="take:MC-05:0")
    assert take.help == plain(HOSTILE)
    assert plain(HOSTILE) in [part.value for part in app.markdown]
    take.click().run()
    assert app.text_area(key="new_text:MC-05").value == HOSTILE
