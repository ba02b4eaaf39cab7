"""What changed since last time, what does not apply, and every figure in one list."""

import streamlit as st

from assessment.scoring.movement import moved
from assessment.services.outcome import Outcome
from reports import tables
from reports.wording import choices, results, voices
from ui import session
from ui.screens.result import row
from ui.widgets.html import bullets, details, soft, text

ONE_VOICE = 1


def movement(outcome: Outcome) -> None:
    """Render what went up and down since the previous assessment, and what cannot be compared."""
    if outcome.previous is None:
        return
    t = session.words()
    st.header(t("Since last time"), anchor=False)
    sentences = f"{results.movement(outcome, t)} {results.what_is_compared(outcome, t)}"
    st.html(f"<p>{text(sentences)}</p>")
    up, down = moved(outcome.movement)
    comparable = [m for m in outcome.movement.values() if m.change is not None]
    same = [m for m in comparable if m not in up and m not in down]
    for steps, caption in ((up, t("Went up")), (down, t("Went down"))):
        if steps:
            st.html(row.draw_table(tables.movement(outcome, steps, caption, t)))
    if any(results.has_other_speakers(outcome, step.criterion) for step in comparable):
        st.html(soft(tables.explain_mark(t)))
    if same:
        _show_folded(tables.movement(outcome, same, t("Stayed the same"), t))
    _per_voice(outcome)
    _show_folded(tables.not_comparable(outcome, t))


def _per_voice(outcome: Outcome) -> None:
    """Render how each voice moved, when more than one is shown both times."""
    if len(outcome.voice_movement) <= ONE_VOICE:
        return
    t = session.words()
    sentences = [voices.movement(outcome, role, t) for role in outcome.voice_movement]
    st.html(f"<p>{text(t('Per group, on what both times may show:'))}</p>{bullets(sentences)}")
    for role in outcome.voice_movement:
        _show_folded(tables.voice_movement(outcome, role, t))


def _show_folded(table: tables.Table) -> None:
    """Render a table that opens on demand, unless it is empty."""
    if table.rows:
        st.html(details(f"{table.caption} ({len(table.rows)})", row.draw_table(table)))


def left_out(outcome: Outcome) -> None:
    """Render what does not apply, with the reasons."""
    if not outcome.left_out:
        return
    t = session.words()
    st.header(t("What does not apply"), anchor=False)
    st.write(t("These are in no score, no coverage and not in the floor."))
    st.html(row.draw_table(tables.left_out(outcome, t)))


def every_figure(outcome: Outcome) -> None:
    """Render all criteria in one table, and how each figure arises."""
    t = session.words()
    st.header(t("Every figure"), anchor=False)
    table = tables.criteria(outcome, outcome.result.criteria.values(), t)
    st.html(details(t("All criteria in one table"), row.draw_table(table)))
    parts = "".join(
        f"<p class='ms-voice'>{text(choices.criterion_title(outcome.catalogue, name, t))}</p>"
        + row.why(outcome, result)
        for name, result in outcome.result.criteria.items()
    )
    st.html(details(t("How each figure arises"), f'<div class="ms-why">{parts}</div>'))
