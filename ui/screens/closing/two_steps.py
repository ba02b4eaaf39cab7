"""Closing in two steps: what it means, and whether to do it."""

from collections.abc import Sequence

import streamlit as st

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine, invitations_of
from reports.wording import participation
from ui import navigation, session
from ui.widgets.html import asking, bullets
from ui.widgets.refusal import attempt


def close(workspace: Workspace, assessment: Assessment) -> None:
    """Render what closing means, and once that was read the question whether to do it."""
    t, asked = session.words(), f"closing:{assessment.id}"
    lines = invitations_of(workspace, assessment) if assessment.accepts_respondents else []
    st.header(t("Close the assessment"), anchor=False)
    if not st.session_state.get(asked):
        _what_it_means(workspace, assessment, lines)
        with st.container(horizontal=True):
            st.button(
                t("Close the assessment…"),
                type="primary",
                key="ask_close",
                on_click=st.session_state.update,
                args=({asked: True},),
            )
            st.page_link(
                navigation.RESULT, label=t("See the outcome first"), query_params=session.address()
            )
        return
    st.html(asking(_question(workspace, assessment, lines)))

    def act() -> None:
        st.session_state.pop(asked, None)
        attempt(lambda: assessments.close_assessment(workspace, assessment.id))

    with st.container(horizontal=True):
        st.button(t("Yes, close it"), type="primary", key="close", on_click=act)
        st.button(
            t("No, not yet"),
            key="keep_open",
            on_click=st.session_state.pop,
            args=(asked, None),
        )


def _what_it_means(
    workspace: Workspace, assessment: Assessment, lines: Sequence[InvitationLine]
) -> None:
    """Render who is still busy, what becomes final and what does not."""
    t = session.words()
    if lines:
        catalogue = workspace.catalogue_of(assessment)
        busy = participation.not_done(lines, catalogue, t)
        st.subheader(t("Who is not done yet"), anchor=False)
        if busy:
            st.html(bullets(busy))
            st.page_link(
                navigation.INVITATIONS,
                label=t("See how many people took part"),
                query_params=session.address(),
            )
        else:
            st.write(t("Everybody who was invited is done."))
        st.subheader(t("This becomes final"), anchor=False)
        st.html(bullets(_final(workspace, assessment)))
    st.subheader(t("This does not become final"), anchor=False)
    st.html(
        bullets(
            (
                t("Your own answers: you can reopen them under Settings."),
                t("Agreements: you can make and change them after closing too."),
            )
        )
    )


def _final(workspace: Workspace, assessment: Assessment) -> Sequence[str]:
    t = session.words()
    return (
        t("Others can no longer answer: their links stop, also for who is not done yet."),
        t("Answers of others can no longer be changed or deleted."),
        t(
            "What others said can be seen, of groups with at least {n} answers to a question.",
            n=workspace.threshold_of(assessment),
        ),
    )


def _question(workspace: Workspace, assessment: Assessment, lines: Sequence[InvitationLine]) -> str:
    t = session.words()
    if not lines:
        return t("Close {name}? You can reopen your own answers later.", name=assessment.name)
    busy = participation.not_done(lines, workspace.catalogue_of(assessment), t)
    asked = t(
        "Close {name}? For others that is final. Your own answers you can reopen later.",
        name=assessment.name,
    )
    return f"{asked} {' '.join(f'{line}.' for line in busy)}".strip()
