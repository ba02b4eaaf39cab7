"""The organisation itself: its name and kind, the log, and erasing it."""

import streamlit as st

from assessment.access.memberships import Organisation, OrganisationKind
from assessment.services.access import members
from assessment.services.context import Workspace
from exchange.file_names import file_name
from exchange.organisation import archive
from reports.wording.memberships import organisation_kinds
from ui import navigation, session
from ui.widgets import choose
from ui.widgets.download import Offer, offer
from ui.widgets.html import plain
from ui.widgets.refusal import attempt


def organisation(workspace: Workspace) -> None:
    """Render name and kind, the way to the log, and the erasure."""
    t = session.words()
    found = members.organisation_of(workspace)
    name = st.text_input(
        t("Name of the organisation"), value=found.name, key=f"org_name:{found.version}"
    )
    kind = choose.select(
        f"org_kind:{found.id}", t("What it is"), organisation_kinds(t), first=found.kind
    )

    def save() -> None:
        members.rename_organisation(workspace, found, name, OrganisationKind(kind))

    st.button(t("Save"), key="save_organisation", on_click=attempt, args=(save,))
    st.page_link(
        navigation.LOG,
        label=t("Who did what"),
        icon=":material/history:",
        query_params=session.home_address(),
    )
    _take_along(workspace, found)
    _erase(workspace, found)


def _take_along(workspace: Workspace, found: Organisation) -> None:
    t = session.words()
    st.write(
        t(
            "Take all of it along: a file with its projects, as their exports are, and who its members are. "
            "Another Mentorspiegel reads it with `python cli.py organisations import FILE`."
        )
    )
    offer(
        Offer(
            "organisation",
            file_name(found.name, ending="zip"),
            archive.MEDIA_TYPE,
            lambda: archive.export_organisation(workspace),
        )
    )


def _erase(workspace: Workspace, found: Organisation) -> None:
    t = session.words()
    with st.expander(t("Erase this organisation")):
        st.write(
            t(
                "This erases all its projects with answers and reports, memberships and the log, for good. "
                "Accounts of people stay; they can erase theirs themselves."
            )
        )
        typed = st.text_input(
            t("Type the name of the organisation to erase it: {name}", name=plain(found.name)),
            key=f"erase_organisation:{found.id}",
        )
        if st.button(
            t("Erase for good"), key="erase_org", disabled=typed.split() != found.name.split()
        ):
            members.erase_organisation(workspace)
            st.switch_page(navigation.HOME)
