"""Where a role ends: beside other professions, and a self-check that keeps nothing."""

import streamlit as st

from assessment.catalogue.conversation import Boundaries, Profession, Signal
from assessment.catalogue.model import Catalogue
from ui import session
from ui.screens.conversation.theses import criteria_about
from ui.widgets.html import details, plain, soft, table, text


def comparison(catalogue: Catalogue, boundaries: Boundaries) -> None:
    """Render what sets a role apart, one profession at a time."""
    language = session.language()
    role = catalogue.role(boundaries.role).title.in_language(language)
    st.header(plain(boundaries.title.in_language(language)), anchor=False)
    st.write(plain(boundaries.introduction.in_language(language)))
    st.html(
        "".join(_profession(role, profession, boundaries) for profession in boundaries.professions)
    )


def _profession(role: str, profession: Profession, boundaries: Boundaries) -> str:
    t, language = session.words(), session.language()
    name = profession.title.in_language(language)
    rows = [
        (
            aspect.title.in_language(language),
            aspect.own.in_language(language) if aspect.own else "",
            aspect.others[profession.id].in_language(language),
        )
        for aspect in boundaries.aspects
        if profession.id in aspect.others
    ]
    title = t("{role} or {profession}?", role=role, profession=name.lower())
    return details(title, table(title, (t("About"), role, name), rows))


@st.fragment
def self_check(catalogue: Catalogue, boundaries: Boundaries) -> None:
    """Render the signals to tick, with what helps below each that is ticked."""
    t, language = session.words(), session.language()
    role = catalogue.role(boundaries.role).title.in_language(language).lower()
    st.subheader(t("For each {role}: look back at the past month", role=plain(role)), anchor=False)
    st.caption(
        t("Tick what you recognise. Nothing of it is kept: when you leave this page it is gone.")
    )
    ticked = 0
    for profession in boundaries.professions:
        st.html(f'<h4 class="ms-small-title">{text(profession.title.in_language(language))}</h4>')
        for signal in boundaries.signals:
            if signal.profession == profession.id:
                ticked += _signal(signal, catalogue)
    status = t("Nothing ticked.")
    if ticked:
        status = t.plural(
            "One thing to talk about. That is no fault.",
            "{n} things to talk about. Pick one first; none of them is a fault.",
            ticked,
        )
    st.html(soft(status, is_status=True))


def _signal(signal: Signal, catalogue: Catalogue) -> bool:
    t, language = session.words(), session.language()
    is_ticked = st.checkbox(plain(signal.signal.in_language(language)), key=f"signal:{signal.id}")
    if is_ticked:
        helps = text(signal.action.in_language(language))
        st.html(
            f'<div class="ms-note"><p><strong>{t("What helps")}:</strong> {helps}</p>'
            f"{criteria_about(signal.criteria, catalogue)}</div>"
        )
    return is_ticked
