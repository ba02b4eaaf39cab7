"""What changed since last time, what does not apply, and every figure in one list."""

import streamlit as st

from assessment.scoring.movement import moved
from assessment.services.outcome import Outcome
from reports import tables
from reports.wording import choices, results, voices
from ui import session
from ui.screens.result import row
from ui.widgets.html import bullets, details, text

ONE_VOICE = 1


def movement(outcome: Outcome) -> None:
    """Render what went up and down since the previous assessment, and what cannot be compared."""
    if outcome.previous is None:
        return
    t = session.words()
    st.header(t("Since last time"), anchor=False)
    st.html(
        f"<p>{text(f'{results.movement(outcome, t)} {results.what_is_compared(outcome, t)}')}</p>"
    )
    up, down = moved(outcome.movement)
    known = [m for m in outcome.movement.values() if m.change is not None]
    same = [m for m in known if m not in up and m not in down]
    for steps, caption in ((up, t("Went up")), (down, t("Went down"))):
        if steps:
            st.html(row.draw_table(tables.movement(outcome, steps, caption, t)))
    if any(results.has_other_speakers(outcome, step.criterion) for step in known):
        st.html(f'<p class="ms-soft">{text(tables.explain_mark(t))}</p>')
    if same:
        found = tables.movement(outcome, same, t("Stayed the same"), t)
        st.html(details(_counted(found), row.draw_table(found)))
    _per_voice(outcome)
    found = tables.not_comparable(outcome, t)
    if found.rows:
        st.html(details(_counted(found), row.draw_table(found)))


def _per_voice(outcome: Outcome) -> None:
    """Render how each voice moved, when more than one is shown both times."""
    if len(outcome.voice_movement) <= ONE_VOICE:
        return
    t = session.words()
    said = [voices.movement(outcome, role, t) for role in outcome.voice_movement]
    st.html(f"<p>{text(t('Per group, on what both times may show:'))}</p>{bullets(said)}")
    for role in outcome.voice_movement:
        found = tables.voice_movement(outcome, role, t)
        if found.rows:
            st.html(details(_counted(found), row.draw_table(found)))


def _counted(found: tables.Table) -> str:
    return f"{found.caption} ({len(found.rows)})"


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
    found = tables.criteria(outcome, outcome.result.criteria.values(), t)
    st.html(details(t("All criteria in one table"), row.draw_table(found)))
    parts = "".join(
        f"<p class='ms-voice'>{text(choices.criterion_title(outcome.catalogue, name, t))}</p>"
        + row.why(outcome, result)
        for name, result in outcome.result.criteria.items()
    )
    st.html(details(t("How each figure arises"), f'<div class="ms-why">{parts}</div>'))
