"""The organisations of a server."""

import streamlit as st

from assessment.access.memberships import Organisation, OrganisationKind
from assessment.services.access import joining, server
from assessment.services.context import Workspace
from reports.wording.memberships import organisation_kinds
from ui import session
from ui.screens.server.accounts import remember_link
from ui.widgets import choose
from ui.widgets.distinct_names import distinct_names
from ui.widgets.html import plain
from ui.widgets.refusal import attempt


def organisations(workspace: Workspace) -> None:
    """Render every organisation, and the form to add one."""
    t = session.words()
    listed = server.all_organisations(workspace)
    names = distinct_names({one.id: (one.name, one.id) for one in listed})
    for found in listed:
        with st.container(border=True, key=f"organisation-{found.id}"):
            st.write(f"**{plain(found.name)}**  \n{organisation_kinds(t)[found.kind]}")
            _owner_link(workspace, found, names[found.id])
    name = st.text_input(t("Name of a new organisation"), key="new_organisation")
    kind = choose.select("new_organisation_kind", t("What it is"), organisation_kinds(t))
    st.button(
        t("Add it"),
        key="add_organisation",
        on_click=attempt,
        args=(lambda: server.add_organisation(workspace, name, OrganisationKind(kind)),),
    )


def _owner_link(workspace: Workspace, found: Organisation, name: str) -> None:
    if server.has_owner(workspace, found.id):
        return
    st.button(
        session.words()("Make a link for the first owner of {name}", name=name),
        key=f"owner:{found.id}",
        on_click=attempt,
        args=(lambda: remember_link(joining.owner_link(workspace, found.id)),),
        wrap=True,
    )
