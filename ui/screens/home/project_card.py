"""One project in the list of projects."""

from datetime import datetime

import streamlit as st

from assessment.errors import FileProblems
from assessment.services import projects
from assessment.services.context import Workspace
from assessment.services.projects import ProjectLine
from exchange import example_project
from ui import navigation, session
from ui.widgets.html import bar, plain, soft


def example_button(workspace: Workspace) -> None:
    """Render the button that adds the example project."""
    t = session.words()
    label, folder = t("Show me the example project"), session.settings().criteria
    if not st.button(label, icon=":material/visibility:", key="add_example"):
        return
    try:
        example_project.add_example(workspace, folder, session.language())
    except FileProblems as error:
        st.error(t("The example files cannot be used."))
        st.code(str(error), language=None)
    else:
        st.rerun()


def project_line(workspace: Workspace, line: ProjectLine) -> None:
    """Render a project with its progress and where one can go."""
    t = session.words()
    project, newest = line.project, line.newest
    with st.container(border=True, key=f"project_{project.id}"):
        st.subheader(plain(project.name), anchor=False)
        st.html(soft(_facts(line)))
        if newest is not None and line.asked:
            label = t("{done} of {total} questions answered", done=line.answered, total=line.asked)
            st.html(bar(line.answered / line.asked, label))
        _links(workspace, line)
        _earlier(line)


def _facts(line: ProjectLine) -> str:
    t = session.words()
    parts = [t("Example project") if line.project.is_example else ""]
    if line.newest is not None:
        word = t("closed") if line.newest.is_closed else t("open")
        parts.append(f"{line.newest.name}: {word}")
    else:
        parts.append(t("No assessment yet"))
    parts.append(t("last change {day}", day=_day(line.last_change)))
    return " · ".join(part for part in parts if part)


def _day(moment: datetime) -> str:
    return session.words().date(moment.astimezone().date())


def _links(workspace: Workspace, line: ProjectLine) -> None:
    t, project, newest = session.words(), line.project, line.newest
    address = session.address(project=project.id, assessment=newest.id if newest else None)

    def link(page: str, label: str, icon: str | None = None) -> None:
        st.page_link(page, label=label, icon=icon, query_params=address)

    with st.container(horizontal=True, gap="medium"):
        if newest is None:
            link(navigation.START, t("Start an assessment"))
        elif newest.is_closed:
            link(navigation.RESULT, t("Outcome"), ":material/insights:")
            link(navigation.AGREEMENTS, t("Agreements"), ":material/handshake:")
            link(navigation.START, t("Next assessment"), ":material/update:")
        else:
            link(navigation.AUDIT, t("Go on"), ":material/play_arrow:")
            link(navigation.QUESTIONS, t("All questions"))
            link(navigation.RESULT, t("Outcome so far"))
        link(navigation.SETTINGS, t("Settings"))
        if project.is_example:
            st.button(
                t("Remove the example"),
                key=f"erase_{project.id}",
                type="tertiary",
                on_click=projects.erase_project,
                args=(workspace, project.id),
            )


def _earlier(line: ProjectLine) -> None:
    """Render the way to the results of assessments before the newest one."""
    t = session.words()
    if not line.earlier:
        return
    with st.expander(t("Earlier assessments")):
        for assessment in line.earlier:
            word = t("closed") if assessment.is_closed else t("open")
            st.page_link(
                navigation.RESULT,
                label=plain(f"{assessment.name}: {word}"),
                query_params=session.address(project=line.project.id, assessment=assessment.id),
            )
