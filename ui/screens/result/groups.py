"""The groups beside each other: who answered, their picture, where they differ, what is not shown."""

import streamlit as st

from assessment.scoring.results import CriterionResult
from assessment.scoring.voice_means import GroupBy, voice_lines
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of
from assessment.services.outcome import Outcome
from assessment.services.overview import largest_difference
from reports import tables
from reports.charts import screen_voices
from reports.wording import participation, results, voices
from ui import navigation, session
from ui.screens.result.dots import dots, legend, palette
from ui.screens.result.figure import figure
from ui.screens.result.links import criterion_link, draw_table
from ui.widgets import choose
from ui.widgets.html import Markup, bullets, details, soft, stacked_table, text


def groups(workspace: Workspace, outcome: Outcome) -> None:
    """Render who else answered and where groups differ, as far as that may be shown."""
    t = session.words()
    lines = invitations_of(workspace, outcome.assessment)
    took_part = participation.lines(lines, outcome.catalogue, t)
    who = voices.participation(outcome, t)
    st.html(f"<p>{text(who)}</p>{bullets(took_part) if took_part else ''}")
    if any(line.invitation.to_judge for line in lines):
        label = t("To what was judged")
        st.page_link(navigation.JUDGING, label=label, query_params=session.address())
    if not set(outcome.participation) - {outcome.catalogue.own_role.id} and not lines:
        st.write(t("Only the organisation itself has answered."))
        if not outcome.assessment.is_closed:
            label = t("Invite other groups")
            st.page_link(navigation.INVITATIONS, label=label, query_params=session.address())
        return
    if not outcome.assessment.is_closed:
        st.write(voices.shown_later(t))
        return
    if voices.others_shown(outcome):
        _picture(outcome)
        _by_difference(outcome)
    _not_shown(outcome)


@st.fragment
def _picture(outcome: Outcome) -> None:
    """Render every voice per perspective or phase, where at least two are heard."""
    t = session.words()
    kinds = {"perspective": t("by perspective"), "phase": t("by phase")}
    chosen = choose.segments("voices_by", t("Show the groups"), kinds)
    by: GroupBy = "phase" if chosen == "phase" else "perspective"
    lines = voice_lines(outcome.result, outcome.catalogue, by)
    if not lines:
        st.write(
            t(
                "There is no criterion on which two groups may be shown, so there is nothing to "
                "compare."
            )
        )
        return
    in_words = voices.picture(lines, outcome.catalogue, t)
    figure(screen_voices.voices(lines, outcome.catalogue, t, palette()), in_words, "voices")
    first = t("Phase") if by == "phase" else t("Perspective")
    content = draw_table(outcome, tables.voice_lines(outcome, lines, first, t))
    st.html(
        f"{content}{soft(voices.what_counts(t))}"
        + details(t("The groups in words"), f"<p>{text(in_words)}</p>")
    )


def _by_difference(outcome: Outcome) -> None:
    """Render the criteria on which others are shown, the largest difference first."""
    t = session.words()
    own = {outcome.catalogue.own_role.id}
    shown = [r for r in outcome.result.criteria.values() if r.applies and r.shows_others(own)]
    shown.sort(key=lambda result: (-largest_difference(result), result.criterion))
    if not shown:
        return
    st.header(t("Where groups differ"), anchor=False)
    header = (t("Criterion"), t("From 0 to 4"), t("Difference"), t("All answers together"))
    caption = t("The largest difference between two groups comes first")
    rows = [_row(outcome, result) for result in shown]
    apart = soft(voices.word_and_difference(t))
    st.html(f"{legend(outcome, shown)}{stacked_table(caption, header, rows)}{apart}")


def _row(outcome: Outcome, result: CriterionResult) -> tuple[Markup, Markup, str, str]:
    t, apart = session.words(), largest_difference(result)
    return (
        criterion_link(outcome, result.criterion),
        dots(outcome, result),
        results.figure(apart, t) if apart else results.NOTHING,
        voices.spread_in_words(result, t) or results.NOTHING,
    )


def _not_shown(outcome: Outcome) -> None:
    t = session.words()
    if told := voices.left_out(outcome, t):
        st.header(t("What is not shown"), anchor=False)
        st.html(f"<p>{text(told)}</p>")
