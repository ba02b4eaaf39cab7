"""What there is to do once an assessment is closed."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.services import self_audit
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of
from reports.wording import participation
from ui import navigation, session
from ui.screens.closing.findings import show_findings
from ui.widgets.html import bullets, soft


def what_now(workspace: Workspace, assessment: Assessment) -> None:
    """Render the ways on from a closed assessment, who took part, and how to reopen it."""
    t = session.words()
    st.write(t("The assessment is closed. The outcome stands. These are the next steps."))
    lines = invitations_of(workspace, assessment)
    for page, label, icon, why in _ways(has_others=bool(lines)):
        with st.container(border=True, gap="small"):
            st.page_link(page, label=label, icon=icon, query_params=session.address())
            st.html(soft(why))
    audit = self_audit.open_audit(workspace, assessment.id)
    show_findings(audit, [f for f in self_audit.findings(workspace, audit) if f.agreement])
    if lines:
        st.header(t("Who took part"), anchor=False)
        st.html(bullets(participation.lines(lines, workspace.catalogue_of(assessment), t)))
    st.page_link(
        navigation.SETTINGS,
        label=t("Reopen your own answers (under Settings)"),
        query_params=session.address(),
    )


def _ways(*, has_others: bool) -> list[tuple[str, str, str, str]]:
    """Return page, label, icon and reason of every next step."""
    t = session.words()
    telling = (
        navigation.FEEDBACK,
        t("Tell those who answered"),
        ":material/campaign:",
        t("On one page what came of it, behind their own address or to hand out."),
    )
    return [
        (
            navigation.RESULT,
            t("See the outcome"),
            ":material/insights:",
            t("What goes well, what is still missing, and where groups see it differently."),
        ),
        (
            navigation.AGREEMENTS,
            t("Make agreements"),
            ":material/handshake:",
            t("Two or three are enough: who does what, and when do you look again?"),
        ),
        (
            navigation.EXPORT,
            t("Take the report along"),
            ":material/description:",
            t("For your team, your board or a funder, on paper or as a file."),
        ),
        *([telling] if has_others else []),
        (
            navigation.START,
            t("Start the next assessment"),
            ":material/update:",
            t("Usually after a year. It begins with what you agreed now."),
        ),
    ]
