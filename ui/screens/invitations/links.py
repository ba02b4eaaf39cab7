"""The links of an invitation: how far each is, a new one for a lost one, and revoking."""

from collections.abc import Iterable

import streamlit as st

from assessment.assessments import Assessment
from assessment.services import invitations
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine, LinkState
from reports.letters import issued_links
from reports.wording import participation
from ui import session
from ui.screens.invitations import new_links
from ui.screens.invitations.form_fields import FormFields
from ui.widgets import choose
from ui.widgets.confirm import Confirmation, confirmed
from ui.widgets.html import soft, text
from ui.widgets.refusal import attempt


def links(workspace: Workspace, assessment: Assessment, line: InvitationLine) -> None:
    """Render the personal links by number, what can be done with one, and the link for all.

    Once others cannot answer any more there is nothing to do, and nothing to know, about a number.
    """
    if not assessment.accepts_respondents:
        return
    with st.expander(session.words()("Links")):
        if line.links:
            st.html(_states(line.links))
            _one_link(workspace, assessment, line)
        _more_links(workspace, assessment, line)
        _open_link(workspace, assessment, line)


def _states(links: Iterable[LinkState]) -> str:
    """Return how far each numbered link is."""
    t = session.words()
    words = participation.link_words(t)
    lines = "".join(f"<li>{link.number} · {text(words[link.state])}</li>" for link in links)
    title = soft(t("Number of the letter, and how far its link is"))
    return f'{title}<ul class="ms-columns">{lines}</ul>'


def _one_link(workspace: Workspace, assessment: Assessment, line: InvitationLine) -> None:
    t = session.words()
    words = participation.link_words(t)
    by_number = {link.number: link for link in line.links}
    name = f"link:{line.invitation.id}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = choose.select_or_none(
            name,
            t("Letter number"),
            {n: f"{n} · {words[link.state]}" for n, link in by_number.items()},
            placeholder=t("Choose a number"),
        )
    if number is None:
        return
    link = by_number[number]
    if link.begun:
        st.caption(
            t(
                "Somebody began with letter {n}. A new letter would open their answers, so there is "
                "none. Did they lose their own address? Then add a link below: they begin anew. What "
                "they said before stays and counts.",
                n=number,
            )
        )
        return
    confirmed(
        f"{name}:{number}:reissue",
        Confirmation(
            t("New link for number {n}…", n=number),
            t("The old link of number {n} stops working at once.", n=number),
            t("Yes, make a new link"),
        ),
        lambda: _reissue(workspace, assessment, line, [link]),
    )
    if link.state != "revoked":
        _revoking(workspace, link, f"{name}:{number}:revoke")


def _revoking(workspace: Workspace, link: LinkState, name: str) -> None:
    t = session.words()
    words = Confirmation(
        t("Revoke the link of number {n}…", n=link.number),
        t(
            "The link of number {n} stops working. Whoever begins with it before you press yes keeps "
            "their own address.",
            n=link.number,
        ),
        t("Yes, revoke it"),
    )
    confirmed(name, words, lambda: invitations.revoke(workspace, link.respondent))


def _more_links(workspace: Workspace, assessment: Assessment, line: InvitationLine) -> None:
    t = session.words()
    unused = [link for link in line.links if link.state == "unused"]
    if len(unused) > 1:
        confirmed(
            f"link:{line.invitation.id}:unused",
            Confirmation(
                t("New links for all {n} who have not begun…", n=len(unused)),
                t("Their old letters stop working at once. Do this when the letters are lost."),
                t("Yes, make new links"),
            ),
            lambda: _reissue(workspace, assessment, line, unused),
        )
    fields = FormFields("more", line.invitation.id, len(line.links))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = fields.whole_number(t("More personal links"), "links", 1)
        st.button(
            t("Make them"),
            key=f"add:{line.invitation.id}",
            on_click=_add,
            args=(workspace, assessment, line, number, fields),
        )
    fields.line()


def _open_link(workspace: Workspace, assessment: Assessment, line: InvitationLine) -> None:
    t, name = session.words(), f"open_link:{line.invitation.id}"

    def renew() -> None:
        token = invitations.reissue_open(workspace, line.invitation.id)
        new_links.remember(assessment.id, issued_links.open_link(line.invitation, token))

    if line.invitation.open_hash is None:
        st.button(t("Make an open link"), key=f"{name}:new", on_click=attempt, args=(renew,))
        return
    goes_on = t("Nobody can begin with the old link any more. Who began goes on.")
    confirmed(
        f"{name}:renew",
        Confirmation(t("New open link…"), goes_on, t("Yes, make a new link")),
        renew,
    )
    confirmed(
        f"{name}:revoke",
        Confirmation(t("Revoke the open link…"), goes_on, t("Yes, revoke it")),
        lambda: invitations.revoke_open(workspace, line.invitation.id),
    )


def _reissue(
    workspace: Workspace, assessment: Assessment, line: InvitationLine, lost: Iterable[LinkState]
) -> None:
    new = [invitations.reissue(workspace, link.respondent) for link in lost]
    new_links.remember(assessment.id, issued_links.personal(line.invitation, new))


def _add(
    workspace: Workspace,
    assessment: Assessment,
    line: InvitationLine,
    number: int,
    fields: FormFields,
) -> None:
    def add() -> None:
        new = invitations.add_links(workspace, line.invitation.id, number)
        fields.made()
        new_links.remember(assessment.id, issued_links.personal(line.invitation, new))

    attempt(add)
