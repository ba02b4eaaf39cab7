"""What was judged into a questionnaire of the project's own, and what is open into a session."""

from functools import partial

import streamlit as st

from assessment.services.context import Workspace
from assessment.services.judging.outcome import JudgingOutcome
from assessment.services.judging.taking_over import judged_changes, take_over_judged
from reports.wording import judging as wording
from ui import navigation, session
from ui.widgets.own_questionnaire import DecisionSource, own_questionnaire


def taking_over(workspace: Workspace, outcome: JudgingOutcome) -> None:
    """Render the ways on: a questionnaire from what is clear, a session about what is not."""
    t, assessment = session.words(), outcome.assessment
    st.header(t("Take over into the project"), anchor=False)
    source = DecisionSource(
        id=assessment.id,
        name=t("Judged: {name}", name=assessment.name),
        project=assessment.project,
        catalogue=outcome.catalogue,
        changes=partial(judged_changes, outcome, reason=lambda one: wording.reason(one, t)),
        take_over=partial(take_over_judged, workspace, assessment.id),
        nothing=t("Nothing would change: nothing that is clear differs from this questionnaire."),
        base=assessment.profile,
    )
    own_questionnaire(workspace, source)
    if outcome.to_talk_about:
        st.write(
            t.plural(
                "One criterion is to talk about. A new session that agrees on a minimum puts it first.",
                "{n} criteria are to talk about. A new session that agrees on a minimum puts them first, "
                "and leaves out what is clear.",
                len(outcome.to_talk_about),
            )
        )
        address = session.address(project=assessment.project)
        st.page_link(navigation.SESSIONS, label=t("To the group sessions"), query_params=address)
