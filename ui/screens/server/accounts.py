"""The accounts of a server: disable, sign out, a link for new ways in."""

from collections.abc import Callable

import streamlit as st

from assessment.services.access import joining, server
from assessment.services.access.joining import NewAccountLink
from assessment.services.access.server import AccountLine
from assessment.services.context import Workspace
from ui import session
from ui.widgets.distinct_names import distinct_names
from ui.widgets.html import plain
from ui.widgets.refusal import attempt

_LINK = "server_link"


def accounts(workspace: Workspace) -> None:
    """Render every account with what can be done for it."""
    t = session.words()
    lines = server.all_accounts(workspace)
    names = distinct_names(
        {one.account.id: (one.account.name, one.account.address) for one in lines}
    )
    for line in lines:
        with st.container(border=True, key=f"account-{line.account.id}"):
            _account(workspace, line, names[line.account.id])
    st.button(
        t("Make a link for another server admin"),
        key="admin_link",
        on_click=attempt,
        args=(lambda: remember_link(joining.admin_link(workspace)),),
    )


def _account(workspace: Workspace, line: AccountLine, who: str) -> None:
    t = session.words()
    account = line.account
    states = [t("server admin")] if line.is_admin else []
    states.append(_state(line))
    states.append(t("last seen {month}", month=account.last_seen or t("never")))
    st.write(f"**{plain(account.name)}**  \n{plain(account.address)}  \n{' · '.join(states)}")
    acts: dict[str, tuple[str, Callable[[], object]]] = {
        "reset": (
            t("New sign-in link: {name}", name=who),
            lambda: remember_link(joining.reset_link(workspace, account.id)),
        ),
        "out": (
            t("Sign out everywhere: {name}", name=who),
            lambda: server.sign_out_account(workspace, account.id),
        ),
    }
    if account.is_enabled:
        acts["off"] = (
            t("Disable {name}", name=who),
            lambda: server.disable_account(workspace, account.id),
        )
    else:
        acts["on"] = (
            t("Enable {name}", name=who),
            lambda: server.enable_account(workspace, account.id),
        )
    with st.container(horizontal=True):
        for name, (label, act) in acts.items():
            st.button(label, key=f"{name}:{account.id}", on_click=attempt, args=(act,), wrap=True)


def _state(line: AccountLine) -> str:
    t = session.words()
    if not line.account.is_enabled:
        return t("disabled")
    return t("can sign in") if line.can_sign_in else t("has no way to sign in yet")


def remember_link(new: NewAccountLink) -> None:
    """Remember a new link in this tab, until it is taken off the screen."""
    st.session_state[_LINK] = f"{session.settings().screens_address}/account/join/{new.token}"


def show_server_link() -> None:
    """Render the link that was just made."""
    t = session.words()
    if _LINK not in st.session_state:
        return
    with st.container(border=True, key="fresh"):
        st.header(t("A new link, shown once"), anchor=False)
        st.write(
            t(
                "Send it to whom it is for. It works once, and is kept nowhere. One for new ways to sign in works for 10 minutes."
            )
        )
        st.code(st.session_state[_LINK], language=None, wrap_lines=True)
        st.button(
            t("I have sent it: take it off the screen"),
            key="forget_server_link",
            on_click=st.session_state.pop,
            args=(_LINK, None),
        )
