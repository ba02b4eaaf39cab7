"""The self-audit: one criterion at a time."""

import streamlit as st

from assessment.services import self_audit
from ui import assessment_header, navigation, session
from ui.screens.audit import overview
from ui.screens.audit.answer_card import answer_card
from ui.store import workspace
from ui.widgets import criterion_text
from ui.widgets.html import plain, text

t = session.words()
language = session.language()
space = workspace()
assessment = assessment_header.assessment_here(space)

if assessment is not None:
    audit = self_audit.open_audit(space, assessment.id)
    answers = space.store.answers.all(audit.respondent.id)
    names = [c.id for c in audit.criteria]
    wanted = session.current(session.CRITERION)
    here = (
        wanted
        if wanted in names
        else self_audit.next_open(audit, answers, None) or next(iter(names), None)
    )
    assessment_header.heading(space, assessment, navigation.AUDIT)
    if here is None:
        st.title(t("No question is in scope"))
        st.write(t("Choose under Settings which criteria belong to this assessment."))
    else:
        session.go_to(session.CRITERION, here)  # a reload stays here, also once it is answered
        criterion = audit.catalogue.by_id[here]
        perspective = next(p for p in audit.catalogue.perspectives if p.id == criterion.perspective)
        phase = next(p for p in audit.catalogue.phases if p.id == criterion.phase)
        choice = audit.choices[here]
        requirement = (
            t("minimal: a must") if choice.requirement == "minimal" else t("growth: to aim for")
        )
        if assessment.is_closed:
            st.info(
                t(
                    "This assessment is closed: you can read everything, and reopen it under Settings."
                )
            )
        st.html(
            f'<p class="ms-soft">{t("Question {n} of {total}", n=names.index(here) + 1, total=len(names))} · '
            f"{text(perspective.title.in_language(language))} · {text(phase.title.in_language(language))} · {requirement}</p>"
        )
        st.title(plain(criterion.title.in_language(language)), anchor=False)
        answer_card(space, audit, criterion)
        st.html(criterion_text.background(criterion, audit.catalogue, language))
        before, after = self_audit.neighbours(audit, here)
        following = self_audit.next_open(audit, answers, here)
        with st.container(horizontal=True, key="way"):
            for name, label, target, shortcut in (
                ("back", t("Back"), before, "Alt+Up"),
                ("next", t("Next"), after, "Alt+Down"),
                (
                    "next_open",
                    t("Next open question"),
                    following if following != here else None,
                    "Alt+O",
                ),
            ):
                st.button(
                    label,
                    key=f"way_{name}",
                    type="primary" if name == "next" else "secondary",
                    disabled=target is None,
                    shortcut=shortcut,
                    on_click=session.go_to,
                    args=(session.CRITERION, target or here),
                )
        if after is None:
            st.page_link(
                navigation.CLOSING,
                label=t("Last question. Look back before you close"),
                query_params=session.here(),
            )
        overview.overview(audit, answers, here)
