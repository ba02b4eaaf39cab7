"""Take it along: the result as a file, and questions to fill in elsewhere."""

import streamlit as st

from ui import assessment_header, navigation, session
from ui.screens.export import form_file, read_form, result_file
from ui.store import workspace

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    assessment_header.heading(space, assessment, navigation.EXPORT)
    st.title(t("Take it along"), anchor=False)
    st.header(t("The outcome as a file"), anchor=False)
    result_file.result(space, assessment)
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
        form_file.form(space, assessment)
        read_form.read_form(space, assessment)
    st.header(t("On paper"), anchor=False)
    form_file.paper(space, assessment)
