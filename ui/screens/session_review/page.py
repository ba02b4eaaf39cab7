"""Looking back on a session: its votes, what was agreed, taking over, the report."""

import streamlit as st

from assessment.access.acts import Act
from assessment.session.states import SessionState
from reports.session.material import SessionMaterial
from ui import navigation, session
from ui.screens.session_review import (
    looking_back,
    report_file,
    to_agreements,
    to_answers,
    to_profile,
)
from ui.screens.session_script.current import current_session, heading
from ui.store import workspace

t = session.words()
space = workspace()
one = current_session(space)
if one is not None:
    heading(space, one, navigation.SESSION_REVIEW)
    material = SessionMaterial.of(space, one, t.language)
    if not material.has_anything:
        st.info(t("Nothing was shown or agreed yet. What is shown in the room, shows here too."))
    else:
        st.header(t("What came of it"), anchor=False)
        looking_back.looking_back(material)
        is_of_project = one.project is not None and space.access.may(Act.SEE_OUTCOME, one.project)
        if is_of_project and one.state is SessionState.ENDED:
            st.header(t("Take over into the project"), anchor=False)
            to_answers.answers(space, material)
            to_profile.profile(space, material)
            to_agreements.agreements(space, material)
        elif is_of_project:
            st.info(
                t("Once the session has ended, what was agreed can be taken over into the project.")
            )
        st.header(t("The report"), anchor=False)
        report_file.report(space, one)
