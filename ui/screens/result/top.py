"""The top of a result: whether there is one, and whether it is final."""

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


def so_far(outcome: Outcome) -> None:
    """Render that the result of an open assessment is not final."""
    if not outcome.assessment.is_closed:
        words = results.so_far(outcome, session.words())
        st.html(f'<p class="ms-quiet">{text(words)}</p>')
