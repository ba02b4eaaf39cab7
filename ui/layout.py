"""What stands around every page: style, navigation, and what stops everything."""

from functools import cache

import streamlit as st

from assessment.errors import CatalogueError, StorageError
from locales import LANGUAGES
from reports.identity import DARK, HEADING_FONT, LIGHT
from ui import navigation, session
from ui.store import catalogue_shelf
from ui.widgets.html import asset

_MAX_PROBLEMS = 20


def style() -> None:
    """Set colours and spacing that the theme has no option for, and the language of the page."""
    st.html(f"<style>{_palettes()}{asset('styles.css')}</style>")
    # Streamlit hard-codes the language of the document
    st.html(
        f"<script>document.documentElement.lang = '{session.language()}';</script>",
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


def sidebar() -> None:
    """Render the way to the general pages and the choice of language."""
    t = session.words()
    with st.sidebar:
        st.html('<p class="ms-brand">Mentorspiegel</p>')
        for path, label, icon in (
            (navigation.HOME, t("My projects"), ":material/home:"),
            (navigation.CRITERIA, t("Criteria"), ":material/menu_book:"),
            (navigation.CONVERSATION, t("To talk about"), ":material/forum:"),
            (navigation.METHOD, t("Method and privacy"), ":material/info:"),
        ):
            st.page_link(path, label=label, icon=icon, query_params=session.address())
        st.segmented_control(
            t("Language"),
            list(LANGUAGES),
            default=session.language(),
            required=True,
            format_func=LANGUAGES.__getitem__,
            key="language",
            on_change=_change_language,
        )


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
    st.title(t("The criteria cannot be read"))
    st.write(
        t("Nothing is lost. Mend what stands here; this page follows by itself when you reload it.")
    )
    st.code("\n".join(str(p) for p in error.problems[:_MAX_PROBLEMS]), language=None)


def broken_database(error: StorageError) -> None:
    """Render that the database cannot be used and what to do."""
    t = session.words()
    st.title(t("The database cannot be used"))
    st.write(t("Nothing was overwritten. What the database says:"))
    st.code(str(error), language=None)
