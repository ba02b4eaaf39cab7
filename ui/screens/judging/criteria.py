"""Every criterion that was judged, by group, with what came of it and what people wrote."""

import streamlit as st

from assessment.judging.results import JudgedCriterion
from assessment.services.judging.outcome import JudgingOutcome
from reports.session.step_words import verdict_names
from reports.wording import choices
from reports.wording import judging as wording
from ui import session
from ui.widgets.html import bullets, details, soft, stacked_table, text


def criteria(outcome: JudgingOutcome) -> None:
    """Render the criteria, those first on which groups part most."""
    t = session.words()
    st.header(t("Per criterion"), anchor=False)
    st.html(soft(t("First where groups see it most differently.")))
    st.html("".join(_criterion(outcome, one) for one in outcome.criteria))


def _criterion(outcome: JudgingOutcome, one: JudgedCriterion) -> str:
    t, catalogue = session.words(), outcome.catalogue
    title = choices.criterion_title(catalogue, one.criterion, t)
    summary = f"{title} · {verdict_names(t)[one.verdict]}"
    figures = stacked_table(title, wording.headings(t), wording.rows(one, catalogue, t), figures=8)
    told = wording.difference(one, t)
    notes = "".join(
        f"<p><strong>{text(wording.role_name(catalogue, role, t))}</strong></p>{bullets(texts)}"
        for role, texts in outcome.notes.get(one.criterion, {}).items()
    )
    return details(summary, (f"<p>{text(told)}</p>" if told else "") + figures + notes)
