"""Take it along: the result as a file, and questions to fill in elsewhere."""

import streamlit as st

from ui import places as at
from ui import state
from ui.components import read_form, steps, take_form, take_result
from ui.workspace import workspace

t = state.words()
space = workspace()
assessment = steps.assessment_here(space)

if assessment is not None:
    steps.heading(space, assessment, at.TAKE_ALONG)
    st.title(t("Take it along"), anchor=False)
    st.header(t("The result as a file"), anchor=False)
    take_result.result(space, assessment)
    st.header(t("Fill in without internet"), anchor=False)
    read_form.outcome()
    if assessment.is_closed:
        st.write(
            t("This assessment is closed, so no form can come back. Reopen it under Settings.")
        )
    else:
        st.write(
            t(
                "A form is a spreadsheet with the questions. Fill it in with Excel or LibreOffice and "
                "bring it back here; nothing is overwritten without asking you."
            )
        )
        take_form.form(space, assessment)
        read_form.read_form(space, assessment)
    st.header(t("On paper"), anchor=False)
    take_form.paper(space, assessment)
