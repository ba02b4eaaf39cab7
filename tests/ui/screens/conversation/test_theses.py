"""Theses and the phases of a contact, each with the criteria it touches."""

from html import escape
from pathlib import Path

from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, shown


def test_a_thesis_shows_what_argues_for_and_against_it_and_the_criteria_it_touches(
    open_page: OpenPage, workspace: Workspace
) -> None:
    page = shown(open_page("conversation"))

    catalogue = workspace.catalogue
    thesis = catalogue.theses[0]
    parts = (thesis.carried_by, *thesis.speaks_for, *thesis.speaks_against, thesis.outcome)
    assert [p for p in parts if escape(p.in_language("en")) not in page] == []
    title = catalogue.by_id[thesis.criteria[0]].title.in_language("en")
    assert f"<li>{thesis.criteria[0]} · {escape(title)}</li>" in page


def test_a_contact_without_a_timeline_has_none(open_page: OpenPage, own_criteria: Path) -> None:
    file = own_criteria / "relationship.yaml"
    file.write_text(file.read_text(encoding="utf-8").partition("timeline:")[0], "utf-8")

    assert "of one project" not in shown(open_page("conversation"))
