"""What changed since last time."""

import streamlit as st

from assessment.scoring.movement import moved
from assessment.services.outcome import Outcome
from reports import tables
from reports.wording import results, voices
from ui import session
from ui.screens.result.links import draw_table
from ui.widgets.html import bullets, details, soft, text
from ui.widgets.renewal import what_changed

ONE_VOICE = 1


def movement(outcome: Outcome) -> None:
    """Render what went up and down since the previous assessment, and what cannot be compared."""
    t = session.words()
    if outcome.previous is None:
        st.write(t("This is the first assessment, so there is nothing to compare it with yet."))
        return
    sentences = f"{results.movement(outcome, t)} {results.what_is_compared(outcome, t)}"
    st.html(f"<p>{text(sentences)}</p>")
    up, down = moved(outcome.movement)
    comparable = [m for m in outcome.movement.values() if m.change is not None]
    same = [m for m in comparable if m not in up and m not in down]
    for steps, caption in ((up, t("Went up")), (down, t("Went down"))):
        if steps:
            st.html(draw_table(outcome, tables.movement(outcome, steps, caption, t)))
    if any(results.has_other_speakers(outcome, step.criterion) for step in comparable):
        st.html(soft(tables.explain_mark(t)))
    if same:
        _show_folded(outcome, tables.movement(outcome, same, t("Stayed the same"), t))
    _per_voice(outcome)
    _show_folded(outcome, tables.not_comparable(outcome, t))
    then = outcome.previous
    what_changed(then.catalogue, outcome.catalogue, then.result.criteria)


def _per_voice(outcome: Outcome) -> None:
    """Render how each voice moved, when more than one is shown both times."""
    if len(outcome.voice_movement) <= ONE_VOICE:
        return
    t = session.words()
    sentences = [voices.movement(outcome, role, t) for role in outcome.voice_movement]
    st.html(f"<p>{text(t('Per group, on what both times may show:'))}</p>{bullets(sentences)}")
    for role in outcome.voice_movement:
        _show_folded(outcome, tables.voice_movement(outcome, role, t))


def _show_folded(outcome: Outcome, table: tables.Table) -> None:
    """Render a table that opens on demand, unless it is empty."""
    if table.rows:
        st.html(details(f"{table.caption} ({len(table.rows)})", draw_table(outcome, table)))
