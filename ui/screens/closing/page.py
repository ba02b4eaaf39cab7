"""Before you close: what may need another look. Warnings, no gate."""

import streamlit as st

from assessment.services import assessments, self_audit
from ui import assessment_header, navigation, session
from ui.screens.closing import others
from ui.screens.closing.findings import show_findings
from ui.store import workspace

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    audit = self_audit.open_audit(space, assessment.id)
    findings = self_audit.findings(space, audit)
    assessment_header.heading(space, assessment, navigation.CLOSING)
    st.title(t("Before you close"), anchor=False)
    if assessment.is_closed:
        st.info(
            t(
                "This assessment is closed. Its answers stay as they are; reopen it under Settings to change them."
            )
        )
    elif findings:
        st.write(
            t(
                "These are no mistakes. They are places where one more look makes the picture more honest."
            )
        )
    else:
        st.success(
            t("Nothing stands out. Everything is answered, and what is high can be pointed at.")
        )
    show_findings(audit, findings)
    others.before_closing(space, assessment)
    st.divider()
    if not assessment.is_closed:
        st.write(
            t(
                "Closing fixes your answers, so that next year's can be held against them. You can reopen it later."
            )
        )
        with st.container(horizontal=True):
            if st.button(t("Close the assessment"), type="primary", key="close"):
                assessments.close_assessment(space, assessment.id)
                st.switch_page(navigation.RESULT, query_params=session.address())
            st.page_link(
                navigation.RESULT, label=t("See the outcome first"), query_params=session.address()
            )
