"""The list of projects: search, a page of cards, and the ways to the other pages."""

import streamlit as st

from assessment.project_list import BrokenLine
from assessment.services.context import Workspace
from assessment.services.project_list import ON_A_PAGE, Fault, ProjectLines
from ui import session
from ui.screens.home import begin, broken_project, project_card
from ui.screens.home.findings import findings
from ui.widgets.html import soft

_SEARCH, _START = "search_projects", "projects_from"


def wanted() -> tuple[str, int]:
    """Return what is searched for, and from which number on projects are shown."""
    return str(st.session_state.get(_SEARCH, "")).strip(), session.remembered(_START, 0)


def my_projects(workspace: Workspace, found: ProjectLines, *, can_have_example: bool) -> None:
    """Render the projects that were found, each with its next step."""
    t, (search, start) = session.words(), wanted()
    st.title(t("My projects"), anchor=False)
    begin.buttons(workspace, can_have_example=can_have_example, is_first_visit=False)
    if search or start or found.total > ON_A_PAGE:
        st.text_input(t("Search by name"), key=_SEARCH, on_change=_show_from, args=(0,))
        st.html(soft(_how_many(found), is_status=True))
    newest = [line.newest for line in found.lines if line.newest is not None]
    said = findings(workspace, newest)
    for broken in found.broken:
        broken_project.broken_project(workspace, broken)
    for number, line in enumerate(found.lines):
        finding = said.get(line.newest.id, "") if line.newest else ""
        is_first = number == 0 and start == 0
        if isinstance(finding, Fault):
            broken_project.broken_project(workspace, BrokenLine(line.project, finding.words))
        else:
            project_card.project_line(workspace, line, finding, is_first=is_first)
    _other_pages(found)


def _how_many(found: ProjectLines) -> str:
    t = session.words()
    number = len(found.lines) + len(found.broken)
    if not number:
        return t("No project is called that.")
    if found.total <= ON_A_PAGE:
        return t.plural("One project found", "{n} projects found", found.total)
    first, last = found.start + 1, found.start + number
    return t("{first} to {last} of {total} projects", first=first, last=last, total=found.total)


def _show_from(start: int) -> None:
    session.remember(_START, start)


def _other_pages(found: ProjectLines) -> None:
    t = session.words()
    before, after = found.start - ON_A_PAGE, found.start + ON_A_PAGE
    with st.container(horizontal=True):
        if found.start:
            st.button(t("Changed later"), key="later", on_click=_show_from, args=(max(0, before),))
        if after < found.total:
            st.button(t("Changed earlier"), key="earlier", on_click=_show_from, args=(after,))
