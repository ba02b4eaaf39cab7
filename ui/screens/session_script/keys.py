"""The keys of a session: made here, shown once, stored nowhere but as hashes."""

import streamlit as st

from assessment.services.context import Workspace
from assessment.services.session.preparing import new_keys
from assessment.session.group_session import GroupSession
from assessment.session.keys import SessionKeys
from exchange.file_names import file_name
from locales import translator
from reports.session.addresses import SessionAddresses, addresses
from ui import session
from ui.screens.invitations import address_notice
from ui.widgets.confirm import Confirmation, confirmed
from ui.widgets.download import Offer, offer
from ui.widgets.html import came_up
from ui.widgets.refusal import attempt

_PDF = "application/pdf"


def remembered(one: GroupSession) -> SessionAddresses | None:
    """Return where the keys lead that were made in this tab, None when they are shown no more."""
    found: SessionKeys | None = st.session_state.get(_key(one))
    return None if found is None else addresses(found, session.settings().public_address)


def keys(workspace: Workspace, one: GroupSession) -> None:
    """Render the keys that were just made, or the way to make them."""
    t = session.words()
    address_notice.notice()
    where = remembered(one)
    if where is not None:
        _shown(one, where)
        return
    if one.control_hash is None:
        st.write(
            t(
                "Keys are addresses: whoever has one, may do what it opens. They are shown once and "
                "kept nowhere, so print them or keep them safe."
            )
        )
        st.button(
            t("Make the keys"),
            key="make_keys",
            type="primary",
            on_click=attempt,
            args=(lambda: _make(workspace, one),),
        )
        return
    st.write(t("The keys were made. They cannot be shown again; lost ones can be replaced."))
    confirmed(
        f"new_keys:{one.id}",
        Confirmation(
            t("Make new keys…"),
            t(
                "Control, helper, screen and poster stop working at once and need the new keys. Who "
                "has joined stays in."
            ),
            t("Yes, make new keys"),
        ),
        lambda: _make(workspace, one),
    )


def _make(workspace: Workspace, one: GroupSession) -> None:
    _, made = new_keys(workspace, one)
    st.session_state[_key(one)] = made


def _shown(one: GroupSession, where: SessionAddresses) -> None:
    t = session.words()
    with st.container(border=True, key="fresh"):
        st.subheader(t("The keys, shown once"), anchor=False)
        st.html(came_up(f"keys {one.id} {where.code}", ".st-key-fresh h3"))
        st.write(
            t(
                "Keep them now: when this page is closed or reloaded they are gone, and you can only "
                "make new ones."
            )
        )
        for label, address in (
            (t("To lead: the control page"), where.control),
            (t("To help: the same, without ending it"), where.helper),
            (t("For the screen in the room"), where.screen),
            (t("To join"), where.join),
        ):
            st.write(label)
            st.code(address, language=None, wrap_lines=True)
        st.write(t("Or go to {address} and type {code}.", address=where.typed, code=where.code))
        with st.container(horizontal=True):
            _papers(one, where)
        st.button(
            t("I have kept them: take them off the screen"),
            key="forget_keys",
            on_click=st.session_state.pop,
            args=(_key(one), None),
        )


def _papers(one: GroupSession, where: SessionAddresses) -> None:
    t = translator(one.language)

    def poster() -> bytes:
        from reports.session.poster import poster_pdf

        return poster_pdf(one, where)

    def sheet() -> bytes:
        from reports.session.key_sheet import key_sheet_pdf

        return key_sheet_pdf(one, where)

    offer(Offer("poster", file_name(one.name, t("poster"), ending="pdf"), _PDF, poster))
    offer(Offer("key_sheet", file_name(one.name, t("keys"), ending="pdf"), _PDF, sheet))


def _key(one: GroupSession) -> str:
    return f"session_keys:{one.id}"
