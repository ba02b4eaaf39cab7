"""One project in the list: how far it is, one finding, the next step, and where else one can go."""

from datetime import datetime
from typing import Literal

import streamlit as st

from assessment.access.acts import Act
from assessment.project_list import NextStep, ProjectLine
from assessment.services import projects
from assessment.services.context import Workspace
from locales import Translator
from ui import navigation, session
from ui.widgets.html import bar, plain, soft, text

_STEP_PAGES = {
    NextStep.START: navigation.START,
    NextStep.BEGIN: navigation.AUDIT,
    NextStep.GO_ON: navigation.AUDIT,
    NextStep.CLOSE: navigation.CLOSING,
    NextStep.AGREE: navigation.AGREEMENTS,
    NextStep.LOOK_BACK: navigation.AGREEMENTS,
    NextStep.START_AGAIN: navigation.START,
    NextStep.READ: navigation.RESULT,
}


def project_line(workspace: Workspace, line: ProjectLine, finding: str, *, is_first: bool) -> None:
    """Render a project; the next step of the first one leads."""
    now = workspace.now()
    with st.container(border=True, key=f"project_{line.project.id}"):
        _name(line)
        st.html(_told(line, finding, now))
        _ways(workspace, line, is_first=is_first)
        _earlier(line)


def _address(line: ProjectLine) -> session.Parameters:
    newest = line.newest.id if line.newest else None
    return session.address(project=line.project.id, assessment=newest)


def _name(line: ProjectLine) -> None:
    """Render the name as a link to what there is most of: questions, or a result."""
    page = navigation.START
    if line.newest is not None:
        page = navigation.RESULT if line.newest.is_closed else navigation.QUESTIONS
    with st.container(key=f"name-{line.project.id}"):
        st.page_link(page, label=plain(line.project.name), query_params=_address(line))


def _told(line: ProjectLine, finding: str, now: datetime) -> str:
    """Return what is known of a project: where it is, one finding, and its agreements."""
    t = session.words()
    parts = [soft(_facts(line))]
    if line.newest is not None and line.asked and not line.newest.is_closed:
        label = t("{done} of {total} questions answered", done=line.answered, total=line.asked)
        parts.append(bar(line.answered / line.asked, label))
    if finding:
        parts.append(f"<p>{text(finding)}</p>")
    if line.agreements:
        parts.append(f"<p>{text(_agreements(line, now, t))}</p>")
    return f'<div class="ms-told">{"".join(parts)}</div>'


def _facts(line: ProjectLine) -> str:
    t, newest = session.words(), line.newest
    parts = [t("Example project")] if line.project.is_example else []
    if newest is None:
        parts.append(t("No assessment yet"))
    elif newest.closed_at is None:
        parts.append(f"{newest.name}: {t('open')}")
    else:
        parts.append(t("{name}: closed on {day}", name=newest.name, day=_day(newest.closed_at)))
    if newest is None or not newest.is_closed:
        parts.append(t("last change {day}", day=_day(line.last_change)))
    return " · ".join(parts)


def _day(moment: datetime) -> str:
    return session.words().date(moment.astimezone().date())


def _agreements(line: ProjectLine, now: datetime, t: Translator) -> str:
    """Return how many agreements are open, and how many are due or when the first one is."""
    number = t.plural("One agreement is open", "{n} agreements are open", len(line.agreements))
    due, first = line.due(now.date()), line.agreements[0].due
    if due:
        late = t.plural(
            "It is time to look back on one of them.",
            "It is time to look back on {n} of them.",
            due,
        )
        return f"{number}. {late}"
    if first is None:
        return f"{number}."
    return t("{number}, the first until {day}.", number=number, day=t.date(first))


def _ways(workspace: Workspace, line: ProjectLine, *, is_first: bool) -> None:
    """Render the next step as a button, and the other ways as links."""
    t, step = session.words(), line.next_step(workspace.now())
    project = line.project.id

    def may(page: str) -> bool:
        return navigation.may_open(workspace.access, page, project)

    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        key = f"next_{line.project.id}"
        kind: Literal["primary", "secondary"] = "primary" if is_first else "secondary"
        if may(_STEP_PAGES[step]) and st.button(_steps(t)[step], key=key, type=kind):
            st.switch_page(_STEP_PAGES[step], query_params=_address(line))
        for page, label in _links(line, t):
            if may(page):
                st.page_link(page, label=label, query_params=_address(line))
        if line.project.is_example and workspace.access.may(Act.ERASE_PROJECT, project):
            st.button(
                t("Remove the example"),
                key=f"erase_{line.project.id}",
                on_click=projects.erase_project,
                args=(workspace, line.project.id),
            )


def _steps(t: Translator) -> dict[NextStep, str]:
    return {
        NextStep.START: t("Start an assessment"),
        NextStep.BEGIN: t("Answer the first question"),
        NextStep.GO_ON: t("Go on answering"),
        NextStep.CLOSE: t("Look back and close"),
        NextStep.AGREE: t("Make agreements"),
        NextStep.LOOK_BACK: t("Look back on agreements"),
        NextStep.START_AGAIN: t("Start the next assessment"),
        NextStep.READ: t("See the outcome"),
    }


def _links(line: ProjectLine, t: Translator) -> list[tuple[str, str]]:
    settings = (navigation.SETTINGS, t("Settings"))
    if line.newest is None:
        return [settings]
    if not line.newest.is_closed:
        return [
            (navigation.QUESTIONS, t("All questions")),
            (navigation.RESULT, t("Outcome so far")),
            settings,
        ]
    return [
        (navigation.RESULT, t("Outcome")),
        (navigation.AGREEMENTS, t("Agreements")),
        (navigation.SESSIONS, t("Group sessions")),
        (navigation.START, t("Next assessment")),
        settings,
    ]


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
