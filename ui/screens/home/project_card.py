"""One project in the list of projects."""

from datetime import datetime

import streamlit as st

from assessment.errors import FileProblems
from assessment.services import projects
from assessment.services.context import Workspace
from assessment.services.projects import ProjectLine
from exchange import example_project
from ui import navigation, session
from ui.widgets.html import bar, plain, text


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
        st.html(f'<p class="ms-soft">{text(_facts(line))}</p>')
        if newest is not None and line.asked:
            label = t("{done} of {total} questions answered", done=line.answered, total=line.asked)
            st.html(bar(line.answered / line.asked, label))
        _ways(workspace, line)
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


def _ways(workspace: Workspace, line: ProjectLine) -> None:
    t = session.words()
    project, newest = line.project, line.newest
    places = session.here(project=project.id, assessment=newest.id if newest else None)
    with st.container(horizontal=True, gap="medium"):
        if newest is None:
            st.page_link(navigation.START, label=t("Start an assessment"), query_params=places)
        elif newest.is_closed:
            st.page_link(
                navigation.RESULT,
                label=t("Result"),
                icon=":material/insights:",
                query_params=places,
            )
            st.page_link(
                navigation.AGREEMENTS,
                label=t("Agreements"),
                icon=":material/handshake:",
                query_params=places,
            )
            st.page_link(
                navigation.START,
                label=t("Next assessment"),
                icon=":material/update:",
                query_params=places,
            )
        else:
            st.page_link(
                navigation.AUDIT,
                label=t("Go on"),
                icon=":material/play_arrow:",
                query_params=places,
            )
            st.page_link(navigation.QUESTIONS, label=t("All questions"), query_params=places)
            st.page_link(navigation.RESULT, label=t("Result so far"), query_params=places)
        st.page_link(navigation.SETTINGS, label=t("Settings"), query_params=places)
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
                query_params=session.here(project=line.project.id, assessment=assessment.id),
            )
