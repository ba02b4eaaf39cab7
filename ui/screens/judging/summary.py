"""The three questions of judging, answered as far as they can be: who took part, and the rule."""

from collections.abc import Iterable

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of
from assessment.services.judging.outcome import JudgingOutcome
from assessment.session.voting.verdicts import Verdict
from reports.wording import choices, participation
from reports.wording import judging as wording
from ui import navigation, session
from ui.widgets.html import bullets, note, soft, text


def not_yet(workspace: Workspace, assessment: Assessment) -> None:
    """Render who took part so far; what they said is read by nobody before closing."""
    t = session.words()
    lines = [one for one in invitations_of(workspace, assessment) if one.invitation.to_judge]
    if not lines:
        st.write(t("Nobody was invited to judge."))
        label = t("Invite other groups")
        st.page_link(navigation.INVITATIONS, label=label, query_params=session.address())
        return
    st.html(bullets(participation.lines(lines, workspace.catalogue_of(assessment), t)))
    st.info(
        t(
            "What people judged shows after you close the assessment, of groups from {n} people. Before "
            "that nobody sees it.",
            n=workspace.threshold_of(assessment),
        )
    )


def summary(outcome: JudgingOutcome) -> None:
    """Render what is clear, what is to talk about and what is missing, with the rule for it."""
    t = session.words()
    if outcome.people:
        st.html(f"<p>{text(wording.who_took_part(outcome, t))}</p>")
    if not outcome.criteria:
        st.write(t("Too few people judged to show anything."))
        return
    st.html(soft(wording.rule(outcome.threshold, t)))
    _verdict(outcome, t("Does it apply? Clear: not here"), Verdict.DOES_NOT_APPLY)
    _verdict(outcome, t("Is it a minimum? Clear: yes"), Verdict.MINIMAL)
    if outcome.has_too_many_minimal:
        st.html(note(t("More than half is a minimum. Ask the group: what may wait?")))
    _verdict(outcome, t("Not clear: to talk about"), Verdict.TALK)
    st.header(t("What is missing?"), anchor=False)
    if outcome.missing:
        st.html(bullets(outcome.missing))
    else:
        st.write(t("Nothing that may be shown."))
    if outcome.some_left_out:
        st.html(soft(t("Something is not shown: too few people of a group said it.")))


def _verdict(outcome: JudgingOutcome, title: str, verdict: Verdict) -> None:
    t = session.words()
    found = [one.criterion for one in outcome.with_verdict(verdict)]
    st.header(t("{title} ({n})", title=title, n=len(found)), anchor=False)
    if found:
        st.html(bullets(_titles(outcome, found)))
    else:
        st.write(t("None."))


def _titles(outcome: JudgingOutcome, criteria: Iterable[str]) -> list[str]:
    t, catalogue = session.words(), outcome.catalogue
    titles = {name: choices.criterion_title(catalogue, name, t) for name in criteria}
    return [
        t("{title} (core: it stays)", title=title) if name in catalogue.core else title
        for name, title in titles.items()
    ]
