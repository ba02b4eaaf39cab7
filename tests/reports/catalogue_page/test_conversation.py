"""Theses, tensions, boundaries and phases as Markdown."""

from assessment.catalogue.conversation import Relationship
from reports.catalogue_page.conversation import extras
from reports.catalogue_page.page import overview_page
from tests.support.catalogues import a_catalogue
from tests.support.outcomes import ENGLISH
from tests.support.ui.conversation import BOUNDARIES, PHASE, RELATIONSHIP, TENSION, THESIS, words


def blocks(**parts: object) -> list[str]:
    return list(extras(a_catalogue("C-1", **parts), "en", ENGLISH))


def test_a_catalogue_with_criteria_alone_has_none() -> None:
    assert blocks() == []


def test_a_thesis_says_only_what_there_is() -> None:
    assert blocks(theses=(THESIS,)) == [
        "## Theses to talk about",
        "Each is nearly true and goes wrong at one word. Vote, talk, vote again.",
        "### T-1 · All is well",
        "**The word that carries it**",
        "all",
        "**What argues for it**",
        "- so\n- and so",
        "**Questions for the talk**",
        "Is it?",
        "**What to keep of the talk**",
        "a list",
        "Criteria it touches: C-1.",
    ]


def test_a_tension_has_two_sides_and_what_to_do() -> None:
    assert blocks(tensions=(TENSION,))[2:] == [
        "### TN-1 · Often or seldom",
        "- Often.\n- Seldom.\n- Choose.",
        "Criteria it touches: C-1.",
    ]


def test_boundaries_are_two_tables() -> None:
    title, introduction, aspects, signals = blocks(boundaries=BOUNDARIES)

    assert (title, introduction) == ("## The limit", "Look.")
    assert aspects.splitlines()[2:] == ["| Aim | wide | narrow |  |"]
    assert signals.splitlines()[2:] == ["| I chose. | Coach | Ask. |"]


def test_a_relationship_has_phases_and_a_timeline() -> None:
    assert blocks(relationship=RELATIONSHIP)[2:5] == [
        "### Beginning",
        "- Meeting.\n- Both.\n- Who are you?",
        "Criteria it touches: C-1.",
    ]
    assert "| Week 1 | Calling. | Pair |  |" in blocks(relationship=RELATIONSHIP)[-1]


def test_a_contact_without_a_timeline_has_none() -> None:
    about = Relationship(title=words("Phases"), introduction=words("So."), phases=(PHASE,))

    assert "What it yields" not in overview_page(a_catalogue(relationship=about), "en")
