"""The whole catalogue, to read: criteria and scales."""

import streamlit as st

from ui import state
from ui.components import criteria_list, criterion_text
from ui.workspace import workspace

t = state.words()
language = state.language()
catalogue = workspace().catalogue
opened = catalogue.by_id.get(state.current(state.CRITERION) or "")

st.title(t("Criteria"), anchor=False)
st.write(catalogue.description.in_language(language))
if opened is not None:
    # a link to the page that one is on does not reach the address bar
    state.go_to(state.CRITERION, opened.id)
    with st.container(border=True, key="opened"):
        st.header(opened.title.in_language(language), anchor=False)
        st.caption(criterion_text.facts(opened, catalogue, language))
        st.html(criterion_text.whole(opened, catalogue, language))
        st.button(t("Back to the list"), key="back", on_click=criteria_list.close)
else:
    found = criteria_list.filtered(catalogue)
    with st.container(key="criteria_list"):
        criteria_list.listed(catalogue, found)
    criteria_list.scales(catalogue)
st.caption(t("Catalogue {id}, version {version}", id=catalogue.id, version=catalogue.version))
