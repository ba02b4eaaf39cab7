"""The people of an organisation, and who was invited and has not come yet."""

import streamlit as st

from assessment.services.access import members
from assessment.services.access.members import Member, Members
from assessment.services.context import Workspace
from reports.wording.memberships import membership_name
from ui import session
from ui.widgets.confirm import Confirmation, confirmed
from ui.widgets.distinct_names import distinct_names
from ui.widgets.html import plain
from ui.widgets.refusal import attempt


def listed(workspace: Workspace, found: Members) -> None:
    """Render every membership with a way to end it, and every invitation with a way to withdraw it."""
    t = session.words()
    kinds = {member.membership.id: _kind(workspace, member) for member in found.members}
    names = distinct_names(
        {
            member.membership.id: (
                member.name,
                f"{member.address} · {kinds[member.membership.id]}",
            )
            for member in found.members
        }
    )
    for member in found.members:
        name = member.membership.id
        with st.container(border=True, key=f"member-{name}"):
            _member(workspace, member, kinds[name], names[name])
    if found.waiting:
        st.header(t("Invited, and not here yet"), anchor=False)
    for number, link in enumerate(found.waiting, start=1):
        with st.container(border=True, key=f"waiting-{link.hash[:12]}"):
            name = t("a link") if link.kind is None else membership_name(t, link.kind)
            if link.session is not None:
                name = f"{name} · {_session_name(workspace, link.session)}"
            to = f" · {plain(link.address)}" if link.address else ""
            st.write(
                f"**{number} · {plain(name)}**{to}  \n{t('Works until {day}', day=f'{link.until:%d-%m-%Y}')}"
            )
            st.button(
                t("Withdraw link {n}", n=number),
                key=f"withdraw:{link.hash}",
                on_click=attempt,
                args=(lambda name=link.hash: members.withdraw_link(workspace, name),),
            )


def _member(workspace: Workspace, member: Member, kind: str, name: str) -> None:
    t = session.words()
    membership = member.membership
    st.write(f"**{plain(member.name)}**  \n{plain(member.address)}  \n{plain(kind)}")
    confirmed(
        f"end:{membership.id}",
        Confirmation(
            t("End the membership of {name}", name=name),
            t("Pages of this organisation close for this person at once. What was done stays."),
            t("Yes, end the membership of {name}", name=name),
            t("No, {name} stays", name=name),
        ),
        lambda: members.end_membership(workspace, membership.id),
    )


def _kind(workspace: Workspace, member: Member) -> str:
    """Return as what somebody is here, and what that is limited to."""
    t, membership = session.words(), member.membership
    limits = [_project_name(workspace, membership.project)] if membership.project else []
    if membership.session is not None:
        limits.append(_session_name(workspace, membership.session))
    if membership.until is not None:
        limits.append(t("until {day}", day=f"{membership.until:%d-%m-%Y}"))
    if not member.is_enabled:
        limits.append(t("cannot sign in: the account is disabled"))
    return " · ".join([membership_name(t, membership.kind), *limits])


def _project_name(workspace: Workspace, project_id: str) -> str:
    t = session.words()
    return t("only {project}", project=workspace.store.projects.get(project_id).name)


def _session_name(workspace: Workspace, session_id: str) -> str:
    t = session.words()
    return t("only session {session}", session=workspace.store.sessions.get(session_id).name)
