"""The charter and its projects: invitations, who sent, what is grey or taken back, files read in."""

from functools import partial

import streamlit as st

from assessment.access.acts import Act
from assessment.errors import InvalidInput, StaleWrite
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.shares import ShareRow
from assessment.respondents import token_hash
from assessment.services.context import Workspace
from assessment.services.portfolio import reading, receiving
from assessment.services.portfolio.views import PortfolioView, SeenShare
from exchange.file_names import file_name
from exchange.portfolio.share_file import (
    MAX_BYTES,
    MAX_UPLOAD,
    MEDIA_TYPE,
    charter_file,
    read_share,
)
from exchange.portfolio.signing import own_key
from reports.wording import portfolios
from ui import navigation, session
from ui.screens.portfolio.charter import (
    charter_fields,
    charter_seen,
    follow_charter,
    promised,
    typed_charter,
)
from ui.screens.portfolio.context import page_of
from ui.screens.shares.send import file_trouble
from ui.widgets.autosave import Autosave
from ui.widgets.confirm import Confirmation, confirmed
from ui.widgets.download import Offer, offer
from ui.widgets.fields import fields_of
from ui.widgets.html import plain
from ui.widgets.refusal import attempt, show_last_refusal
from ui.widgets.save_line import FieldState, form_line

_RECEIVED = "received_share"


def manage(workspace: Workspace, view: PortfolioView) -> None:
    """Render the charter, who shared, and for who may change it how to invite and read in."""
    t = session.words()
    st.header(t("Charter, edition {n}", n=view.portfolio.charter.edition), anchor=False)
    st.html(promised(view.portfolio))
    may_change = workspace.access.may(Act.MANAGE_PORTFOLIO)
    if may_change:
        with st.expander(t("Change the charter")):
            _change(workspace, view)
    st.header(t("Who shared"), anchor=False)
    _who(workspace, view, may_change=may_change)
    if may_change:
        st.header(t("Invite projects"), anchor=False)
        _invite(workspace, view)
        if not view.portfolio.is_pool:
            _charter_file(view.portfolio)
            st.header(t("Read in a share file"), anchor=False)
            _receive(workspace, view)
        confirmed(
            "erase_portfolio",
            Confirmation(
                t("Erase this portfolio"),
                t("All that was shared here is gone at once, and cannot be brought back."),
                t("Yes, erase it"),
            ),
            lambda: _erase(workspace, view),
        )


def _erase(workspace: Workspace, view: PortfolioView) -> None:
    reading.erase_portfolio(workspace, view.portfolio.id)
    st.query_params.pop(session.PORTFOLIO, None)


def _change(workspace: Workspace, view: PortfolioView) -> None:
    t = session.words()
    st.write(
        t("Every project is asked anew. Until it consents, its share is grey and counts nowhere.")
    )
    portfolio = view.portfolio
    form = f"charter-{portfolio.id}"
    seen = charter_seen(portfolio)
    st.html(form_line(form, charter_fields(portfolio.id, seen)))

    def act() -> None:
        try:
            changed = reading.change_charter(
                workspace, portfolio.id, typed_charter(portfolio.id, seen)
            )
        except StaleWrite:
            follow_charter(reading.view_of(workspace, portfolio.id).portfolio, seen)
            raise
        follow_charter(changed, seen)
        session.made(form)

    show_last_refusal("charter")
    label = t("Promise this from now on")
    st.button(label, key="change_charter", on_click=attempt, args=(act, "charter"))


def _who(workspace: Workspace, view: PortfolioView, *, may_change: bool) -> None:
    t = session.words()
    if view.portfolio.is_pool:
        st.write(t("In a pool nobody sees who shared."))
        return
    for seen in page_of(view.shares, "manage_from"):
        with st.container(border=True, key=f"seen-{seen.share.id}"):
            _share(workspace, seen, may_change=may_change)
    for row in view.withdrawn:
        st.caption(portfolios.emptied(row, view.portfolio.charter, t))
    if not (view.shares or view.withdrawn):
        st.write(
            t(
                "Nobody shared anything yet. Projects come by an invitation; nobody is reminded by level."
            )
        )


def _share(workspace: Workspace, seen: SeenShare, *, may_change: bool) -> None:
    t, share = session.words(), seen.share
    address = {
        **session.home_address(),
        session.PORTFOLIO: share.portfolio,
        session.PART: "project",
    }
    st.page_link(
        navigation.PORTFOLIO,
        label=plain(share.alias),
        query_params={**address, session.SHARE: share.id},
    )
    parts = [
        t.date(seen.outline.closed_on),
        portfolios.openness_names(t)[seen.outline.openness],
    ]
    if not seen.counts:
        parts.append(t("grey: asked to consent to the changed charter, or its time is over"))
    if seen.not_alike is not None:
        parts.append(portfolios.not_alike(t)[seen.not_alike])
    if share.sender:
        parts.append(t("from a file, signed by {sender}", sender=share.sender[:8]))
    st.write(" · ".join(plain(part) for part in parts))
    if may_change:
        _group(workspace, share)
        if share.project is None:
            _let_go(workspace, share, f"{share.alias} · {t.date(seen.outline.closed_on)}")


def _group(workspace: Workspace, share: ShareRow) -> None:
    saving = Autosave(
        f"share:{share.id}",
        share,
        read=lambda: workspace.store.shares.get(share.id),
        save=lambda changed: reading.put_in_group(workspace, changed, changed.group),
        parts=lambda row: {"group": row.group},  # what a project changes of it is not typed here
    )
    with fields_of(saving) as fields:
        fields.text("group", session.words()("Own group"))


def _let_go(workspace: Workspace, share: ShareRow, name: str) -> None:
    t = session.words()
    confirmed(
        f"let_go:{share.id}",
        Confirmation(
            t("Let go of {name}", name=plain(name)),
            t("What came in this file is gone at once, here and from every file made from now on."),
            t("Yes, let go of it"),
        ),
        lambda: receiving.let_go(workspace, share.id),
    )


def _invite(workspace: Workspace, view: PortfolioView) -> None:
    t, portfolio = session.words(), view.portfolio
    link = f"new_portfolio_link:{portfolio.id}"
    st.write(t("Projects on this server come by a link."))
    note = st.text_input(t("For whom is the link? For you alone"), key="invite_note")
    form = f"invite-{portfolio.id}"
    st.html(form_line(form, [FieldState("note", "invite_note", "", note)]))

    def make() -> None:
        note = st.session_state["invite_note"]
        st.session_state[link] = reading.invite_project(workspace, portfolio.id, note)
        session.made(form)

    st.button(t("Make a link"), key="invite_project", on_click=attempt, args=(make,))
    invitations = reading.invitations_of(workspace, portfolio.id)
    token = st.session_state.get(link, "")
    if token_hash(token) in {invitation.hash for invitation in invitations}:
        base = session.settings().screens_address
        st.write(t("Shown once. It works for 60 days, for every project that has it."))
        st.code(f"{base}/shares?{session.INVITATION}={token}", language=None, wrap_lines=True)
    withdraw = partial(reading.withdraw_invitation, workspace, portfolio.id)
    for number, invitation in enumerate(invitations, start=1):
        works = t("Works until {day}", day=t.date(invitation.until))
        with st.container(border=True, key=f"invited-{invitation.hash[:12]}"):
            st.write(f"**{number} · {plain(invitation.note) or t('a link')}**  \n{works}")
            st.button(
                t("Withdraw link {n}", n=number),
                key=f"withdraw:{invitation.hash}",
                on_click=attempt,
                args=(partial(withdraw, invitation.hash),),
            )


def _charter_file(portfolio: Portfolio) -> None:
    """Render the file for projects elsewhere; a pool has none, as a share file can be read."""
    t, folder = session.words(), session.settings().data
    st.write(
        t("To projects elsewhere, mail the file with the charter; they send back a share file.")
    )
    name = file_name(portfolio.name, t("charter"), ending="json")
    offer(Offer("charter", name, MEDIA_TYPE, lambda: charter_file(portfolio, own_key(folder))))


def _receive(workspace: Workspace, view: PortfolioView) -> None:
    t = session.words()
    if _RECEIVED in st.session_state:
        st.success(st.session_state.pop(_RECEIVED))
    file = st.file_uploader(
        t("A share file that a project sent you"),
        type="json",
        key="share_file",
        max_upload_size=MAX_UPLOAD,
    )
    if file is None:
        return
    try:
        share = read_share(file.getvalue()[: MAX_BYTES + 1])
    except InvalidInput as error:
        st.error(file_trouble(error))
        return
    st.write(
        t(
            "In it: {name}, shared with the consent of {role}",
            name=plain(share.alias),
            role=plain(share.consented_by),
        )
    )
    if not st.button(t("Read it in"), type="primary", key="read_share"):
        return
    try:
        received = receiving.receive(workspace, view.portfolio.id, share)
    except InvalidInput as error:
        st.error(file_trouble(error))
        return
    st.session_state[_RECEIVED] = (
        t("Read in. It is signed by the same sender as an earlier file here.")
        if received.is_known_sender
        else t("Read in. It is the first file of this sender: make sure that it is who you think.")
    )
    st.rerun()
