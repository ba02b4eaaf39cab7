"""Accounts, organisations and what was done to the server. No answers, no outcomes, no names of projects."""

import streamlit as st

from assessment.access.acts import Act
from settings import VERSION
from ui import layout, session
from ui.screens.server.accounts import accounts, show_server_link
from ui.screens.server.last_backup import last_backup
from ui.screens.server.organisations import organisations
from ui.store import workspace
from ui.widgets.refusal import show_last_refusal

t = session.words()
space = workspace()
layout.stop_unless(space.access.may(Act.MANAGE_SERVER))
session.name_tab(t("Server"))
st.title(t("Server"), anchor=False)
st.caption(
    t(
        "Mentorspiegel {version}. You see no answers, no outcomes and no names of projects.",
        version=VERSION,
    )
)
show_last_refusal()
show_server_link()
st.header(t("Accounts"), anchor=False)
accounts(space)
st.header(t("Organisations"), anchor=False)
organisations(space)
st.header(t("Last backup"), anchor=False)
last_backup()
