"""The links of a round: how far each is, a new one for a lost one, and revoking."""

from collections.abc import Iterable

import streamlit as st

from assessment.projects import Assessment
from assessment.services import links as handed
from assessment.services import rounds as service
from assessment.services.rounds import LinkState, RoundLine
from assessment.services.workspace import Workspace
from assessment.voices import MOST_SEATS
from reports import participation
from ui import state
from ui.components import voices_fresh
from ui.components.confirming import attempt, confirmed
from ui.components.html import text
from ui.components.voices_fresh import open_door, personal


def links(workspace: Workspace, assessment: Assessment, line: RoundLine) -> None:
    """Draw the personal links by number, what can be done with one, and the link for all.

    Once others cannot answer any more there is nothing to do, and nothing to know, about a number.
    """
    if not assessment.takes_voices:
        return
    with st.expander(state.words()("Links")):
        if line.links:
            st.html(_states(line.links))
            _one_link(workspace, assessment, line)
        _more(workspace, assessment, line)
        _door(workspace, assessment, line)


def _states(found: Iterable[LinkState]) -> str:
    """Return how far each numbered link is."""
    t = state.words()
    words = participation.link_words(t)
    lines = "".join(f"<li>{link.number} · {text(words[link.state])}</li>" for link in found)
    title = text(t("Number of the letter, and how far its link is"))
    return f'<p class="ms-soft">{title}</p><ul class="ms-columns">{lines}</ul>'


def _one_link(workspace: Workspace, assessment: Assessment, line: RoundLine) -> None:
    t, words = state.words(), participation.link_words(state.words())
    known = {link.number: link for link in line.links}
    place = f"link:{line.round.id}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.selectbox(
            t("Letter number"),
            list(known),
            index=None,
            format_func=lambda n: f"{n} · {words[known[n].state]}",
            placeholder=t("Choose a number"),
            key=state.translated(place),
        )
    if number is None:
        return
    link = known[number]
    if link.begun:
        st.caption(
            t(
                "Somebody began with letter {n}. A new letter would open their answers, so there is "
                "none. Did they lose their own address? Then add a link below: they begin anew. What "
                "they said before stays and counts.",
                n=number,
            )
        )
    else:
        confirmed(
            f"{place}:{number}:reissue",
            (
                t("New link for number {n}…", n=number),
                t("The old link of number {n} stops working at once.", n=number),
                t("Yes, make a new link"),
            ),
            lambda: _reissue(workspace, assessment, line, [link]),
        )
    if link.state != "revoked":
        _revoking(workspace, link, f"{place}:{number}:revoke")


def _revoking(workspace: Workspace, link: LinkState, place: str) -> None:
    t, number = state.words(), link.number
    consequence = t(
        "The link of number {n} stops working. Answers that were given stay and count: nobody "
        "can take them away.",
        n=number,
    )
    confirmed(
        place,
        (t("Revoke the link of number {n}…", n=number), consequence, t("Yes, revoke it")),
        lambda: handed.revoke(workspace, link.respondent),
    )


def _more(workspace: Workspace, assessment: Assessment, line: RoundLine) -> None:
    t = state.words()
    unused = [link for link in line.links if link.state == "unused"]
    if len(unused) > 1:
        confirmed(
            f"link:{line.round.id}:unused",
            (
                t("New links for all {n} who have not begun…", n=len(unused)),
                t("Their old letters stop working at once. Do this when the letters are lost."),
                t("Yes, make new links"),
            ),
            lambda: _reissue(workspace, assessment, line, unused),
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.number_input(
            t("More personal links"), 1, MOST_SEATS, 1, key=f"more:{line.round.id}"
        )
        st.button(
            t("Make them"),
            key=f"add:{line.round.id}",
            on_click=_add,
            args=(workspace, assessment, line, int(number)),
        )


def _door(workspace: Workspace, assessment: Assessment, line: RoundLine) -> None:
    t, place = state.words(), f"door:{line.round.id}"

    def renew() -> None:
        token = handed.reissue_open(workspace, line.round.id)
        voices_fresh.keep(assessment.id, open_door(line.round, token))

    if line.round.open_hash is None:
        st.button(t("Make an open link"), key=f"{place}:new", on_click=attempt, args=(renew,))
        return
    goes_on = t("Nobody can begin with the old link any more. Who began goes on.")
    confirmed(
        f"{place}:renew",
        (t("New open link…"), goes_on, t("Yes, make a new link")),
        renew,
    )
    confirmed(
        f"{place}:revoke",
        (t("Revoke the open link…"), goes_on, t("Yes, revoke it")),
        lambda: handed.revoke_open(workspace, line.round.id),
    )


def _reissue(
    workspace: Workspace, assessment: Assessment, line: RoundLine, lost: Iterable[LinkState]
) -> None:
    made = [handed.reissue(workspace, link.respondent) for link in lost]
    voices_fresh.keep(assessment.id, personal(line.round, made))


def _add(workspace: Workspace, assessment: Assessment, line: RoundLine, number: int) -> None:
    def add() -> None:
        made = service.add_links(workspace, line.round.id, number)
        voices_fresh.keep(assessment.id, personal(line.round, made))

    attempt(add)
