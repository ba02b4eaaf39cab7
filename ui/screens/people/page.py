"""Who may come in to this organisation, as what, and who was invited."""

import streamlit as st

from assessment.access.acts import Act
from assessment.services.access import members
from ui import layout, session
from ui.screens.people.invite import invite, show_new_link
from ui.screens.people.listed import listed
from ui.screens.people.organisation import organisation
from ui.store import workspace
from ui.widgets.refusal import show_last_refusal

t = session.words()
space = workspace()
layout.stop_unless(space.access.may(Act.MANAGE_MEMBERS))
session.name_tab(t("People"))
st.title(t("People"), anchor=False)
show_last_refusal()
found = members.members_of(space)
show_new_link(space)
listed(space, found)
st.header(t("Invite somebody"), anchor=False)
invite(space)
st.header(t("The organisation"), anchor=False)
organisation(space)
