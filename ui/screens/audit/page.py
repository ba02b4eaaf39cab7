"""The self-audit: one criterion at a time."""

import streamlit as st

from assessment.answers import Answer
from assessment.services import self_audit
from ui import assessment_header, navigation, session
from ui.screens.audit import question
from ui.screens.audit.answer_card import answer_card
from ui.screens.audit.answer_fields import answer_fields
from ui.screens.audit.last_time import take_back
from ui.screens.audit.overview import overview
from ui.store import workspace
from ui.widgets import criterion_text
from ui.widgets.save_line import place

t = session.words()
space = workspace()
assessment = assessment_header.current_assessment(space)

if assessment is not None:
    audit = self_audit.open_audit(space, assessment.id)
    answers = space.store.answers.all(audit.respondent.id)
    criterion = question.open_question(audit, answers)
    assessment_header.heading(
        space, assessment, navigation.AUDIT, question.short_title(audit, criterion)
    )
    if criterion is None:
        st.title(t("No question is in scope"), anchor=False)
        st.write(t("Choose under Settings which criteria belong to this assessment."))
    else:
        # a reload stays here, also once it is answered
        session.go_to(session.CRITERION, criterion.id)
        if assessment.is_closed:
            st.info(
                t(
                    "This assessment is closed: you can read everything, and reopen it under Settings."
                )
            )
        question.heading(audit, criterion)
        stored = answers.get(criterion.id, Answer(criterion.id))
        choice, notes, below = st.container(key="answer"), st.container(), st.container()
        line, way = question.bar()
        fields = answer_fields(space, audit, criterion, stored, line)
        last = self_audit.last_time(space, audit, criterion.id)
        answer_card(fields, last, choice, notes)
        with below:
            take_back(fields)
            question.next_open(audit, answers, criterion)
            st.html(criterion_text.background(criterion, audit.catalogue, t.language))
            question.keys(criterion, place(fields.key("choice")))
        with way:
            question.ways(audit, answers, criterion)
        overview(audit, answers, criterion.id)
