"""The rounds of an assessment: who took part, their links, and how long they stay open."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from assessment.projects import Assessment
from assessment.services import rounds as service
from assessment.services.rounds import RoundLine
from assessment.services.workspace import Workspace
from assessment.voices import MOST_SEATS, Round
from reports import participation
from ui import state
from ui.components import voices_links
from ui.components.confirming import attempt
from ui.components.fields import Fields, seen_row
from ui.components.html import bar, plain, text


def rounds(workspace: Workspace, assessment: Assessment, lines: Sequence[RoundLine]) -> None:
    """Draw every round of one role; pairs stand elsewhere."""
    for line in lines:
        if not line.round.in_pairs:
            _round(workspace, assessment, line)


def _round(workspace: Workspace, assessment: Assessment, line: RoundLine) -> None:
    t, language = state.words(), state.language()
    catalogue = workspace.catalogue_of(assessment)
    title = catalogue.role(line.round.role).plural.in_language(language)
    profile = catalogue.profile(line.round.profile)
    with st.container(border=True, key=f"round_{line.round.id}"):
        st.header(plain(title[:1].upper() + title[1:]), anchor=False)
        facts = [how_long(workspace, assessment, line.round)]
        if profile is not None:
            facts.append(profile.title.in_language(language))
        if line.round.open_hash is not None:
            facts.append(t("with an open link"))
        st.html(f'<p class="ms-soft">{text(" · ".join(facts))}</p>')
        if line.participation is not None:
            share = line.participation.finished / max(line.participation.seats, 1)
            st.html(bar(share, participation.seats(line.participation, t)))
        voices_links.links(workspace, assessment, line)
        if assessment.takes_voices:
            with st.expander(t("How long, and for how many")):
                _settings(workspace, line.round)


def how_long(workspace: Workspace, assessment: Assessment, round_: Round) -> str:
    """Say whether a round takes answers, and until when."""
    t = state.words()
    why_not = round_.why_not(takes_voices=assessment.takes_voices, now=workspace.now())
    if why_not == "expired" and round_.until is not None:
        return t("ended on {day}", day=t.date(round_.until))
    if why_not is not None:
        return t("closed")
    if round_.until is None:
        return t("open until you close the assessment")
    return t("open until {day}", day=t.date(round_.until))


def _settings(workspace: Workspace, round_: Round) -> None:
    t = state.words()
    fields = _fields(workspace, round_)
    fields.day("until", t("Until when? Empty: until you close the assessment"))
    fields.number("seats", t("For how many people?"), 1, MOST_SEATS)
    close_or_reopen(workspace, [round_])


def close_or_reopen(workspace: Workspace, together: Sequence[Round]) -> None:
    """Draw the button that closes rounds by hand, or opens them again."""
    t, name = state.words(), together[0].id
    if together[0].closed_at is None:
        st.button(
            t("Close this invitation now"),
            key=f"close_{name}",
            on_click=_for_each,
            args=(workspace, service.close_round, together),
        )
    else:
        st.button(
            t("Open this invitation again"),
            key=f"reopen_{name}",
            on_click=_for_each,
            args=(workspace, service.reopen_round, together),
        )


def _for_each(
    workspace: Workspace, change: Callable[[Workspace, str], Round], together: Sequence[Round]
) -> None:
    for round_ in together:
        attempt(lambda round_=round_: change(workspace, round_.id))  # type: ignore[misc]


def _fields(workspace: Workspace, round_: Round) -> Fields[Round]:
    def change(present: Round, name: str, value: Any) -> Round:
        return replace(present, **{name: value})

    place = f"round:{round_.id}"
    return Fields(
        place,
        seen_row(place, round_),
        read=lambda: workspace.store.round(round_.id),
        change=change,
        save=lambda changed: service.change_round(workspace, changed),
    )
