"""What a first visit says: it follows from the catalogue, so it is true of another one, too."""

import re
from pathlib import Path

import pytest

from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, shown


def test_the_time_is_that_of_the_shortest_questionnaire(open_page: OpenPage) -> None:
    text = shown(open_page("home"))

    assert re.search(r"The shortest questionnaire: 20 questions, about \d+ minutes\.", text)


def test_a_longer_questionnaire_takes_longer(open_page: OpenPage, own_criteria: Path) -> None:
    profiles = own_criteria / "profiles"
    for path in profiles.glob("*.yaml"):
        if path.stem not in ("full", "pair"):
            path.unlink()

    assert re.search(
        r"The shortest questionnaire: 75 questions, about \d.* hours\.", shown(open_page("home"))
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "You invite mentors, mentees, and partners with a letter."),
        ("nl", "Je nodigt mentoren, mentees en partners uit met een brief."),
    ],
)
def test_it_says_who_may_answer_and_who_sees_what(
    open_page: OpenPage, language: str, said: str
) -> None:
    text = shown(open_page("home", language=language))

    assert said in text
    assert re.search(r"from 5 answers on|vanaf 5 antwoorden", text)
    assert text.count('<ol class="ms-steps"><li>') == 1


def test_a_catalogue_that_asks_nobody_else_promises_no_voices(
    open_page: OpenPage, own_criteria: Path
) -> None:
    catalogue = own_criteria / "catalogue.yaml"
    catalogue.write_text(
        catalogue.read_text("utf-8").replace("organisation: false", "organisation: true"), "utf-8"
    )

    text = shown(open_page("home"))

    assert "You invite" not in text
    assert "Of others you see groups" not in text


def test_it_says_what_the_criteria_rest_on(open_page: OpenPage, workspace: Workspace) -> None:
    text, catalogue = shown(open_page("home")), workspace.catalogue

    assert f"version {catalogue.version}: {len(catalogue.criteria)} criteria from 4 sides" in text
    assert f"The {len(catalogue.sources)} documents they were made from" in text
    for part in (*catalogue.sources, *catalogue.standards):
        assert part.title.in_language("en") in text
    assert "What do these words mean?" in text
