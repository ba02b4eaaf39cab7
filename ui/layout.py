"""What stands around every page: style, navigation, and what stops everything."""

import json
from functools import cache
from html import escape

import streamlit as st

from assessment.errors import CatalogueError, StorageError
from locales import LANGUAGES
from reports.identity import DARK, HEADING_FONT, LIGHT
from ui import navigation, session
from ui.framework import framework
from ui.store import catalogue_shelf
from ui.widgets import save_line
from ui.widgets.html import asset, script

_MAX_PROBLEMS = 20


def style() -> None:
    """Set colours and spacing that the theme has no option for, and the language of the page."""
    st.html(f"<style>{_palettes()}{asset('styles.css')}</style>")
    st.html(framework(session.language()), unsafe_allow_javascript=True)
    given = json.dumps({"words": save_line.words(), "made": session.forms_made()})
    st.html(
        f'<div id="ms-typing" hidden data-given="{escape(given)}"></div>{script("typing.js")}',
        unsafe_allow_javascript=True,
    )


@cache
def _palettes() -> str:
    """Return both palettes as custom properties; the browser picks by the theme that is on."""
    dark = vars(DARK)
    colours = "".join(
        f"--ms-{name.replace('_', '-')}:light-dark({value},{dark[name]});"
        for name, value in vars(LIGHT).items()
    )
    return f".stApp {{ {colours}--ms-heading-font:{HEADING_FONT}; }}"


def sidebar(present: str) -> None:
    """Render the way to the general pages, `present` marked as current, and the choice of language."""
    t = session.words()
    links = navigation.Links(present, session.address())
    with st.sidebar:
        st.html(f'<p class="ms-brand">{session.PROGRAM}</p>')
        for path, label, icon in (
            (navigation.HOME, t("My projects"), ":material/home:"),
            (navigation.SESSIONS, t("Group sessions"), ":material/groups:"),
            (navigation.CRITERIA, t("Criteria"), ":material/menu_book:"),
            (navigation.CONVERSATION, t("To talk about"), ":material/forum:"),
            (navigation.GUIDE, t("Guide"), ":material/explore:"),
            (navigation.METHOD, t("Method and privacy"), ":material/info:"),
        ):
            links.show(path, label, icon)
        st.segmented_control(
            t("Language"),
            list(LANGUAGES),
            default=session.language(),
            required=True,
            format_func=LANGUAGES.__getitem__,
            key="language",
            on_change=_change_language,
        )
        st.button(t("Send again"), key="send_again")  # hidden; ui/typing.js presses it


def _change_language() -> None:
    session.go_to(session.LANGUAGE, st.session_state["language"])


def author_notes() -> None:
    """Render what is wrong with changed criteria files while the last good ones are in use."""
    t, shelf = session.words(), catalogue_shelf()
    shelf.current()
    for folder, problems in shelf.problems().items():
        st.warning(
            t(
                "The criteria files in {folder} cannot be used yet. The last good ones stay in use, if "
                "there were any.",
                folder=folder,
            )
        )
        st.code("\n".join(str(p) for p in problems[:_MAX_PROBLEMS]), language=None)


def broken_catalogue(error: CatalogueError) -> None:
    """Render that the criteria cannot be read and what is wrong, line by line."""
    t = session.words()
    session.name_tab(t("The criteria cannot be read"))
    st.title(t("The criteria cannot be read"), anchor=False)
    st.write(
        t("Nothing is lost. Mend what stands here; this page follows by itself when you reload it.")
    )
    st.code("\n".join(str(p) for p in error.problems[:_MAX_PROBLEMS]), language=None)


def broken_database(error: StorageError) -> None:
    """Render that the database cannot be used and what to do."""
    t = session.words()
    session.name_tab(t("The database cannot be used"))
    st.title(t("The database cannot be used"), anchor=False)
    st.write(t("Nothing was overwritten. What the database says:"))
    st.code(str(error), language=None)
