"""What closing and reopening mean for the respondents who were invited."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.assessments import is_final_for_others
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of
from reports.wording import participation
from ui import navigation, session
from ui.widgets.html import bullets, note


def before_closing(workspace: Workspace, assessment: Assessment) -> None:
    """Render how many of the others took part, and that closing is final for them."""
    t, lines = session.words(), invitations_of(workspace, assessment)
    if not lines:
        return
    st.header(t("Other groups"), anchor=False)
    st.html(bullets(participation.lines(lines, workspace.catalogue_of(assessment), t)))
    if not assessment.accepts_respondents:
        return
    final = t(
        "Closing is final for others: who has not answered cannot do so any more, also when you reopen "
        "the assessment. What they said then shows, from {n} answers to a question.",
        n=workspace.threshold_of(assessment),
    )
    st.html(note(final))
    st.page_link(
        navigation.INVITATIONS,
        label=t("See how many people took part"),
        query_params=session.address(),
    )


def before_reopening(workspace: Workspace, assessment: Assessment) -> None:
    """Render what reopening means for the others who were invited."""
    t = session.words()
    if not invitations_of(workspace, assessment):
        return
    if is_final_for_others(workspace, assessment):
        st.warning(
            t(
                "Others cannot answer again: what they said has been shown, and one more answer could "
                "be read as the difference. Only your own answers open again."
            )
        )
        return
    st.write(
        t(
            "Nothing that others said has been shown, so their invitations open again until "
            "their last day."
        )
    )
