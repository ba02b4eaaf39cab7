"""The whole catalogue, to read: criteria and scales."""

import streamlit as st

from ui import session
from ui.catalogue_choice import shown_catalogue
from ui.screens.criteria import browse
from ui.store import workspace
from ui.widgets import criterion_text
from ui.widgets.html import plain

t = session.words()
language = session.language()

st.title(t("Criteria"), anchor=False)
catalogue = shown_catalogue(workspace())
opened = catalogue.by_id.get(session.parameter(session.CRITERION) or "")

session.name_tab(*([opened.id] if opened else []), t("Criteria"))
st.write(plain(catalogue.description.in_language(language)))
if opened is not None:
    # a link to the page that one is on does not reach the address bar
    session.go_to(session.CRITERION, opened.id)
    with st.container(border=True, key="opened"):
        st.header(plain(opened.title.in_language(language)), anchor=False)
        st.caption(plain(criterion_text.facts(opened, catalogue, language)))
        st.html(criterion_text.whole(opened, catalogue, language))
        st.button(t("Back to the list"), key="back", on_click=browse.close)
else:
    criteria = browse.filters(catalogue)
    with st.container(key="criteria_list"):
        browse.criteria_list(catalogue, criteria)
    browse.scales(catalogue)
st.caption(
    plain(t("Catalogue {id}, version {version}", id=catalogue.id, version=catalogue.version))
)
