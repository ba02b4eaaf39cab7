"""All questions before starting: what comes, how long it takes, what is done."""

import streamlit as st

from assessment.services import self_audit
from ui import assessment_header, navigation, session
from ui.screens.questions import outline
from ui.store import workspace
from ui.widgets.explain import explain
from ui.widgets.html import bar

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    audit = self_audit.open_audit(space, assessment.id)
    answers = space.store.answers.all(audit.respondent.id)
    whole = self_audit.progress(audit.criteria, answers)
    assessment_header.heading(space, assessment, navigation.QUESTIONS)
    st.title(t("All questions"), anchor=False)
    st.write(
        t(
            "{total} questions. Alone it takes about {minutes} minutes, with a team that talks two "
            "or three times as long. Any order is fine; you can stop and go on at any time.",
            total=whole.total,
            minutes=audit.minutes,
        )
    )
    st.html(
        bar(
            whole.done / max(whole.total, 1),
            t("{done} of {total} questions answered", done=whole.done, total=whole.total),
        )
    )
    if not assessment.is_closed:
        label = t("Go on") if whole.done else t("Start")
        if st.button(label, type="primary", key="start", icon=":material/play_arrow:"):
            following = self_audit.next_open(audit, answers, None)
            st.switch_page(navigation.AUDIT, query_params=session.address(criterion=following))
    explain(audit.catalogue, "level", "minimal", "growth")
    outline.earlier_agreements(space, assessment)
    outline.questions(audit, answers)
