"""The people of an organisation, and who was invited and has not come yet."""

import streamlit as st

from assessment.services.access import members
from assessment.services.access.members import Member, Members
from assessment.services.context import Workspace
from reports.wording.memberships import membership_name
from ui import session
from ui.widgets.confirm import Confirmation, confirmed
from ui.widgets.html import plain
from ui.widgets.refusal import attempt


def listed(workspace: Workspace, found: Members) -> None:
    """Render every membership with a way to end it, and every invitation with a way to withdraw it."""
    t = session.words()
    for member in found.members:
        with st.container(border=True, key=f"member-{member.membership.id}"):
            _member(workspace, member)
    if found.waiting:
        st.header(t("Invited, and not here yet"), anchor=False)
    for link in found.waiting:
        with st.container(border=True, key=f"waiting-{link.hash[:12]}"):
            name = t("a link") if link.kind is None else membership_name(t, link.kind)
            to = f" · {plain(link.address)}" if link.address else ""
            st.write(f"**{name}**{to}  \n{t('Works until {day}', day=f'{link.until:%d-%m-%Y}')}")
            st.button(
                t("Withdraw"),
                key=f"withdraw:{link.hash}",
                on_click=attempt,
                args=(lambda name=link.hash: members.withdraw_link(workspace, name),),
            )


def _member(workspace: Workspace, member: Member) -> None:
    t = session.words()
    membership = member.membership
    limits = [_project_name(workspace, membership.project)] if membership.project else []
    if membership.until is not None:
        limits.append(t("until {day}", day=f"{membership.until:%d-%m-%Y}"))
    if not member.is_enabled:
        limits.append(t("cannot sign in: the account is disabled"))
    kind = " · ".join([membership_name(t, membership.kind), *limits])
    st.write(f"**{plain(member.name)}**  \n{plain(member.address)}  \n{kind}")
    confirmed(
        f"end:{membership.id}",
        Confirmation(
            t("End this membership"),
            t("Pages of this organisation close for this person at once. What was done stays."),
            t("Yes, end it"),
        ),
        lambda: members.end_membership(workspace, membership.id),
    )


def _project_name(workspace: Workspace, project_id: str) -> str:
    t = session.words()
    return t("only {project}", project=plain(workspace.store.projects.get(project_id).name))
