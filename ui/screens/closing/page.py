"""Look back: what may need another look, closing in two steps, and what comes after it."""

import streamlit as st

from assessment.services import self_audit
from ui import assessment_header, navigation, session
from ui.screens.closing import closed, two_steps
from ui.screens.closing.findings import show_findings
from ui.store import workspace
from ui.widgets.refusal import show_last_refusal

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    assessment_header.heading(space, assessment, navigation.CLOSING)
    show_last_refusal()
    if assessment.is_closed:
        st.title(t("Closed. Now:"), anchor=False)
        closed.what_now(space, assessment)
    else:
        st.title(t("Look back"), anchor=False)
        audit = self_audit.open_audit(space, assessment.id)
        findings = self_audit.findings(space, audit)
        if findings:
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
        st.divider()
        two_steps.close(space, assessment)
