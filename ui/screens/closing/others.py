"""What reopening means for the respondents who were invited."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.assessments import is_final_for_others
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of
from ui import session


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
