"""The texts of one criterion: all that the catalogue says, and never as markup."""

from html import escape

import pytest

from assessment.catalogue.model import Criterion, Text
from assessment.services.context import Workspace
from locales import translator
from tests.support.catalogues import a_catalogue, a_criterion, a_study, text
from tests.support.ui.screens import HOSTILE
from ui.widgets import criterion_text

EVERYTHING = {
    "why": text("why it matters"),
    "look_for": (text("a plan"), text("a list")),
    "prompts": (text("a question for the talk"),),
    "not_applicable": text("with one target group"),
    "next_steps": (text("a next step"),),
}


@pytest.fixture
def criterion() -> Criterion:
    """A criterion with every text that may be missing."""
    return a_criterion("C-1", **EVERYTHING)


def test_the_background_helps_to_answer(criterion: Criterion) -> None:
    shown = criterion_text.background(criterion, a_catalogue(criterion), "en")
    for words in ("why it matters", "a plan", "a list", "a question for the talk", "one target"):
        assert words in shown
    assert "a next step" not in shown


def test_what_is_missing_gets_no_title() -> None:
    bare = a_criterion("C-1")
    shown = criterion_text.background(bare, a_catalogue(bare), "en")
    assert "Why this matters" not in shown
    assert "What you could look for" not in shown
    assert "Where this comes from" in shown


def test_the_whole_adds_levels_questions_and_next_steps(criterion: Criterion) -> None:
    shown = criterion_text.whole(criterion, a_catalogue(criterion), "en")
    for words in ("a next step", "What each level looks like", "How it is asked", "why it matters"):
        assert words in shown


def test_the_studies_it_rests_on_are_told() -> None:
    criterion = a_criterion(studies=("DB02",))
    catalogue = a_catalogue(criterion, studies=(a_study(), a_study(id="X1", title="Other")))

    shown = criterion_text.background(criterion, catalogue, "en")

    assert "<p>DuBois (2002), Effects. It helped.</p>" in shown
    assert "Other" not in shown


def test_texts_never_become_markup() -> None:
    hostile = Text({"nl": HOSTILE, "en": HOSTILE})
    criterion = a_criterion("C-1", **(EVERYTHING | {"why": hostile, "look_for": (hostile,)}))
    shown = criterion_text.whole(criterion, a_catalogue(criterion), "en")
    assert "<script>" not in shown
    assert shown.count(escape(HOSTILE)) == 2


def test_the_facts_say_where_a_criterion_belongs(workspace: Workspace) -> None:
    catalogue = workspace.catalogue
    criterion = catalogue.by_id["MC-01"]
    perspective = next(p for p in catalogue.perspectives if p.id == criterion.perspective)

    facts = criterion_text.facts(criterion, catalogue, "en").split(" · ")

    assert facts[:2] == ["MC-01", perspective.title.in_language("en")]
    assert "core: a must for every project" in facts


def test_a_requirement_is_said_in_words() -> None:
    t = translator("en")
    assert criterion_text.requirement(a_criterion(), "minimal", t) == "minimal: a must"
    assert criterion_text.requirement(a_criterion(), "growth", t) == "growth: to aim for"
    core = a_criterion(core=True)
    assert criterion_text.requirement(core, "minimal", t) == "core: a must for every project"


def test_a_criterion_that_only_standards_ask_for_says_so(workspace: Workspace) -> None:
    catalogue, t = workspace.catalogue, translator("en")
    [one, *_] = [c for c in catalogue.criteria if c.origin == "standards"]
    [words] = criterion_text.from_standards(one, t)
    assert words in criterion_text.facts(one, catalogue, "en")
    assert criterion_text.from_standards(catalogue.by_id["MC-01"], t) == ()


def test_sources_are_gathered_by_document_with_the_standards_beside_them(
    workspace: Workspace,
) -> None:
    catalogue, t = workspace.catalogue, translator("nl")
    criterion = next(c for c in catalogue.criteria if c.sources and c.supported_by)
    shown = criterion_text.sources(criterion, catalogue, t)
    assert all(row in shown for row in criterion.sources)
    assert all(code in shown for code in criterion.supported_by)
    assert t("Standards of the field that say something alike:") in shown
