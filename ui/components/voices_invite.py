"""The form that opens a round: who, how many, which questions, until when, with which links."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from assessment.choices import in_scope
from assessment.projects import Assessment
from assessment.services import rounds
from assessment.services.rounds import RoundLine
from assessment.services.workspace import Workspace
from assessment.voices import MOST_SEATS, minutes, questions
from ui import state
from ui.components import voices_fresh
from ui.components.confirming import attempt
from ui.components.voices_fresh import open_door, personal

WEEKS = 3  # that a round is open, unless chosen otherwise
_PERSONAL, _OPEN, _BOTH = "personal", "open", "both"


def invite(workspace: Workspace, assessment: Assessment, lines: Sequence[RoundLine]) -> None:
    """Draw the form for a round of one role; who has no round yet comes first."""
    t, language = state.words(), state.language()
    st.header(t("Invite a group"), anchor=False)
    invited = {line.round.role for line in lines if not line.round.in_pairs}
    catalogue = workspace.catalogue_of(assessment)
    roles = {
        role.id: role.plural.in_language(language)
        for role in sorted(catalogue.roles, key=lambda role: role.id in invited)
        if not role.organisation and _profiles(workspace, assessment, role.id)
    }
    if not roles:
        st.write(
            t("No question of this assessment is asked of others. Choose more under Settings.")
        )
        return
    # one more round starts with another role
    role = picked(f"round_role:{len(lines)}", t("Whom do you invite?"), roles)
    asked = _profiles(workspace, assessment, role)
    profile = picked(f"round_profile:{role}", t("Which questions?"), asked, assessment.profile)
    number = _seats(workspace)
    until = last_day(workspace, "round_until")
    st.button(
        t("Make the invitation"),
        type="primary",
        key="open_round",
        on_click=attempt,
        args=(lambda: _open(workspace, assessment, role, profile, number, until),),
    )


def _seats(workspace: Workspace) -> tuple[int, int, bool]:
    """Draw how people get in; return seats, personal links, and whether there is a link for all."""
    t = state.words()
    kinds = {
        _PERSONAL: t("A personal link for each, on a letter"),
        _OPEN: t("One open link, on a screen or in a message"),
        _BOTH: t("Both"),
    }
    kind = picked("round_kind", t("How do they get in?"), kinds)
    seats = whole_number(t("For how many people?"), "round_seats", 10)
    links = seats if kind == _PERSONAL else 0
    if kind == _BOTH:
        links = whole_number(t("How many of them get a personal link?"), "round_links", 5)
    if seats < workspace.threshold:
        st.caption(
            t(
                "With fewer than {n} answers to a question, a group is not shown on its own.",
                n=workspace.threshold,
            )
        )
    return seats, links, kind != _PERSONAL


def _profiles(workspace: Workspace, assessment: Assessment, role: str) -> dict[str, str]:
    """Return the profiles that ask something of a role, with how much; the shortest first."""
    t, language = state.words(), state.language()
    catalogue = workspace.catalogue_of(assessment)
    scope = in_scope(workspace.store.choices(assessment.id).values())
    asked = {p.id: len(questions(catalogue, role, p.id, scope)) for p in catalogue.audit_profiles}
    titles = {p.id: p.title.in_language(language) for p in catalogue.profiles}
    return {
        name: t.plural(
            "{title}: one question, about {minutes} minutes",
            "{title}: {n} questions, about {minutes} minutes",
            number,
            title=titles[name],
            minutes=minutes(number),
        )
        for name, number in sorted(asked.items(), key=lambda pair: pair[1])
        if number
    }


def picked(name: str, label: str, words: Mapping[str, str], first: str = "") -> str:
    """Draw a choice of one that survives a change of language; `first` is chosen to begin with."""
    options, before = list(words), state.kept(name, first)
    chosen = st.selectbox(
        label,
        options,
        index=options.index(before) if before in options else 0,
        format_func=words.__getitem__,
        key=state.translated(name),
    )
    return str(state.keep(name, chosen))


def whole_number(label: str, name: str, present: int) -> int:
    """Draw the choice of a number of people."""
    return int(st.number_input(label, min_value=1, max_value=MOST_SEATS, value=present, key=name))


def last_day(workspace: Workspace, name: str) -> date | None:
    """Draw the choice of the last day; none is until the assessment closes."""
    today = workspace.now().astimezone().date()
    chosen: date | None = st.date_input(
        state.words()("Until when? Empty: until you close the assessment"),
        value=today + timedelta(weeks=WEEKS),
        min_value=today,
        format="DD-MM-YYYY",
        key=name,
    )
    return chosen


def _open(
    workspace: Workspace,
    assessment: Assessment,
    role: str,
    profile: str,
    number: tuple[int, int, bool],
    until: date | None,
) -> None:
    seats, links, with_door = number
    issued = rounds.open_round(
        workspace,
        assessment.id,
        role,
        profile,
        seats,
        until,
        personal=links,
        open_link=with_door,
    )
    if issued.links:
        voices_fresh.keep(assessment.id, personal(issued.round, issued.links))
    if issued.open_token:
        voices_fresh.keep(assessment.id, open_door(issued.round, issued.open_token))
