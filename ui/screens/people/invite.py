"""The form to invite somebody, and the link that comes of it: shown once."""

import streamlit as st

from assessment.access.acts import MembershipKind
from assessment.access.memberships import ONE_PROJECT
from assessment.services.access import joining
from assessment.services.context import Workspace
from assessment.services.session.preparing import sessions_of
from assessment.session.states import SessionState
from reports.wording.memberships import membership_name, membership_says
from ui import session
from ui.widgets import choose
from ui.widgets.refusal import attempt

_ALL = ""
# a server admin is invited on the screen of the server
INVITED = (
    MembershipKind.COORDINATOR,
    MembershipKind.FACILITATOR,
    MembershipKind.READER,
    MembershipKind.PORTFOLIO_READER,
    MembershipKind.OWNER,
)


def invite(workspace: Workspace) -> None:
    """Render the form."""
    t = session.words()
    kind = choose.radio(
        "member_kind",
        t("As what?"),
        {kind: membership_name(t, kind) for kind in INVITED},
        captions=[membership_says(t, kind) for kind in INVITED],
    )
    one = _ALL
    if kind == MembershipKind.FACILITATOR:
        words = {_ALL: t("No, of projects"), **_sessions(workspace)}
        one = choose.select("member_session", t("Of one session alone, from outside?"), words)
    project = _ALL
    if kind in ONE_PROJECT and one == _ALL:
        projects = {p.id: p.name for p in workspace.store.projects.all()}
        words = {_ALL: t("All projects"), **projects}
        project = choose.select("member_project", t("Of which projects?"), words)
    until = st.date_input(
        t("Until and with which day? Empty: until somebody ends it"),
        value=None,
        format="DD-MM-YYYY",
        key="member_until",
    )
    label = t("E-mail address, if you want to note for whom it is")
    if workspace.sends_mail:
        label = t("E-mail address, if the program shall send the link too")
    address = st.text_input(label, key="member_address")

    def make() -> None:
        new = joining.invite(
            workspace,
            kind,
            project=project or None,
            session=one or None,
            until=until,
            address=address,
        )
        base = session.settings().screens_address
        st.session_state[_key(workspace)] = f"{base}/account/join/{new.token}"

    st.button(t("Make the link"), type="primary", key="make_link", on_click=attempt, args=(make,))


def _sessions(workspace: Workspace) -> dict[str, str]:
    """Return the sessions that have not ended, by id: what they are called, and their project."""
    projects = [(p.id, f" · {p.name}") for p in workspace.store.projects.all()]
    return {
        one.id: f"{one.name}{name}"
        for project, name in ((None, ""), *projects)
        for one in sessions_of(workspace, project)
        if one.state is not SessionState.ENDED
    }


def _key(workspace: Workspace) -> str:
    return f"new_member_link:{workspace.access.organisation}"


def show_new_link(workspace: Workspace) -> None:
    """Render the link that was just made, until it is taken off the screen."""
    t, key = session.words(), _key(workspace)
    if key not in st.session_state:
        return
    with st.container(border=True, key="fresh"):
        st.header(t("A new link, shown once"), anchor=False)
        st.write(t("Send it to whom it is for. It works once, for 7 days, and is kept nowhere."))
        st.code(st.session_state[key], language=None, wrap_lines=True)
        st.button(
            t("I have sent it: take it off the screen"),
            key="forget_link",
            on_click=st.session_state.pop,
            args=(key, None),
        )
