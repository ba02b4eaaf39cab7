"""One criterion to read: what is opened is whole and stays in the address."""

from html import escape

import pytest

from assessment.assessments import Assessment
from assessment.catalogue.model import Text
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, links, shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_criterion_can_be_opened(
    open_page: OpenPage, workspace: Workspace, language: str
) -> None:
    for name in ("MC-01", "MC-36", "MC-29"):
        app = open_page("criteria", language=language, criterion=name)
        criterion = workspace.catalogue.by_id[name]
        assert app.header[0].value == criterion.title.in_language(language)
        assert "S00" in shown(app)
    app.button(key="back").click().run()
    assert "75" in shown(app)


def test_an_opened_criterion_stays_in_the_address(open_page: OpenPage) -> None:
    assert open_page("criteria", criterion="MC-19").query_params["criterion"] == "MC-19"


@pytest.mark.parametrize("name", ["MC-999", "<script>alert(1)</script>", "x" * 100_000])
def test_an_unknown_criterion_shows_the_list(open_page: OpenPage, name: str) -> None:
    app = open_page("criteria", criterion=name)
    assert "75 criteria shown" in shown(app)
    assert "<script>alert" not in shown(app)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_opened_criterion_is_whole(
    open_page: OpenPage, workspace: Workspace, language: str
) -> None:
    criterion = workspace.catalogue.by_id["MC-19"]
    page = shown(open_page("criteria", language=language, criterion="MC-19"))
    lists = (criterion.look_for, criterion.prompts, criterion.next_steps, criterion.rubric)
    texts: list[Text] = [criterion.question, *criterion.ask.values(), *sum(lists, ())]
    texts += [criterion.why] if criterion.why else []
    texts += [s.title for s in workspace.catalogue.standards if s.id in ("EEP4", "APS", "AYMN")]
    missing = [t for t in texts if escape(t.in_language(language)) not in page]
    assert missing == []
    assert all(row in page for row in (*criterion.sources, *criterion.supported_by))


def test_a_criterion_from_the_standards_says_so(open_page: OpenPage) -> None:
    labels = [label for label in links(open_page("criteria")) if label.startswith("MC-6")]
    marked = {label[:5] for label in labels if label.endswith("from the standards of the field")}
    assert marked == {f"MC-{number}" for number in range(61, 70)}
    app = open_page("criteria", criterion="MC-63")
    assert "from the standards of the field" in app.caption[0].value
    assert "Named by one standard." in shown(app)


def test_how_strong_the_evidence_is_stands_in_words(open_page: OpenPage) -> None:
    assert "Backed by research." in shown(open_page("criteria", criterion="MC-19"))
    assert "Bekend uit de praktijk." in shown(
        open_page("criteria", criterion="MC-39", language="nl")
    )


def test_where_sources_do_not_agree_both_sides_are_shown(
    open_page: OpenPage, workspace: Workspace
) -> None:
    page = shown(open_page("criteria", criterion="MC-22", language="nl"))
    (tension,) = workspace.catalogue.tensions_of(workspace.catalogue.by_id["MC-22"])
    assert f"Beide zijn te verdedigen: {tension.title.in_language('nl')}" in page
    for part in (tension.one_side, tension.other_side, tension.handling):
        assert escape(part.in_language("nl")) in page


def test_an_answer_card_has_the_short_note_only(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    (tension,) = workspace.catalogue.tensions_of(workspace.catalogue.by_id["MC-22"])
    page = shown(open_page("audit", assessment=assessment.id, criterion="MC-22"))
    assert f"Both can be defended: {tension.title.in_language('en')}" in page
    assert escape(tension.handling.in_language("en")) not in page
