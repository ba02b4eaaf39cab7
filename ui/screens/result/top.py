"""The top of a result: whether it is final, and what stands out."""

import streamlit as st

from assessment.services.outcome import Outcome
from reports.wording import results
from ui import navigation, session
from ui.widgets.html import text


def is_empty(outcome: Outcome) -> bool:
    """Return whether nothing was answered yet."""
    scored = any(result.score is not None for result in outcome.result.criteria.values())
    return not scored and not any(answer.is_answered for answer in outcome.answers.values())


def nothing_yet(outcome: Outcome) -> None:
    """Render that there is nothing to see yet, and where to begin."""
    t = session.words()
    st.write(t("There is no picture yet, because nothing has been answered."))
    if outcome.assessment.is_closed:
        st.write(
            t("This assessment was closed without answers. Reopen it under Settings to go on.")
        )
        st.page_link(navigation.SETTINGS, label=t("Settings"), query_params=session.address())
        return
    st.write(t("A few answers are enough to see something. You can stop and go on at any time."))
    st.page_link(
        navigation.AUDIT,
        label=t("Answer the first question"),
        icon=":material/play_arrow:",
        query_params=session.address(),
    )


def top(outcome: Outcome) -> None:
    """Render whether the result is final, and what stands out."""
    t = session.words()
    if not outcome.assessment.is_closed:
        st.html(f'<p class="ms-quiet">{text(results.so_far(outcome, t))}</p>')
    sentences = "".join(f"<p>{text(sentence)}</p>" for sentence in results.stand_out(outcome, t))
    st.html(
        f'<div class="ms-lead" role="group" aria-label="{t("What stands out")}">{sentences}</div>'
    )
