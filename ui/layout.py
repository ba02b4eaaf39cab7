"""What stands around every page: style, navigation, and what stops everything."""

import json
from functools import cache
from html import escape

import streamlit as st

from assessment.access.acts import Act
from assessment.errors import CatalogueError, NotPermitted, StorageError
from locales import LANGUAGES
from reports.identity import DARK, HEADING_FONT, LIGHT
from ui import navigation, session
from ui.framework import framework
from ui.store import catalogue_shelf, has_accounts, signed_in
from ui.widgets import save_line
from ui.widgets.html import asset, plain, script

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
    """Render the way to the general pages, `present` marked as current, and the choice of language.

    What somebody may not open is not offered.
    """
    t, who = session.words(), signed_in()
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
            if who is None or navigation.may_open(who.access, path):
                links.show(path, label, icon)
        _portfolio(links)
        _who(links)
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


def _portfolio(links: navigation.Links) -> None:
    """Render the way to portfolios for who reads them; without accounts for whoever is here."""
    who = signed_in()
    if who is None or who.access.may(Act.READ_PORTFOLIO):
        links.show(navigation.PORTFOLIO, session.words()("Portfolio"), ":material/folder_shared:")


def _who(links: navigation.Links) -> None:
    """Render who is at work, in which organisation, and what only they look after."""
    t, who = session.words(), signed_in()
    if who is None:
        return
    names = {found.id: plain(found.name) for found in who.organisations}
    ids = list(names)
    if len(ids) > 1:
        st.selectbox(
            t("Organisation"),
            ids,
            index=ids.index(who.access.organisation or ids[0]),
            format_func=names.__getitem__,
            key="organisation",
            on_change=_change_organisation,
        )
    if who.access.may(Act.MANAGE_MEMBERS):
        links.show(navigation.PEOPLE, t("People"), ":material/group:")
    if who.access.may(Act.MANAGE_SERVER):
        links.show(navigation.SERVER, t("Server"), ":material/dns:")
    st.html(
        f'<p class="ms-who"><a href="/account/" target="_self">{escape(who.account.name)}</a></p>'
        f'<p class="ms-out"><a href="/account/#out" target="_self">{escape(t("Sign out"))}</a></p>'
    )


def _change_organisation() -> None:
    st.query_params.clear()
    session.go_to(session.ORGANISATION, st.session_state["organisation"])


def check_may_open(path: str) -> None:
    """Raise NotPermitted for a page that is not for who is at work."""
    who = signed_in()
    if who is None or navigation.may_open(who.access, path):
        return
    if path == navigation.HOME and navigation.may_open(who.access, navigation.SERVER):
        st.switch_page(
            navigation.SERVER, query_params=session.home_address()
        )  # who looks after the server and is of no organisation
    if path == navigation.HOME and navigation.may_open(who.access, navigation.PORTFOLIO):
        st.switch_page(
            navigation.PORTFOLIO, query_params=session.home_address()
        )  # who reads what others share and has no projects
    if path == navigation.HOME and navigation.may_open(who.access, navigation.SESSIONS):
        st.switch_page(
            navigation.SESSIONS, query_params=session.home_address()
        )  # who leads one session and sees no projects
    raise NotPermitted(path)


def stop_unless(may: bool) -> None:
    """Render that a page is not for who is at work, and end it there."""
    if not may:
        not_permitted()
        st.stop()


def not_permitted() -> None:
    """Render that somebody may not do this, is not signed in any more, or that there are no accounts."""
    t = session.words()
    if not has_accounts():
        session.name_tab(t("There are no accounts here"))
        st.title(t("There are no accounts here"), anchor=False)
        st.write(
            t(
                "Whoever works at this computer uses Mentorspiegel. To let others sign in, begin with:"
            )
        )
        st.code("python cli.py accounts first-admin", language=None)
        return
    session.name_tab(t("This is not yours to open"))
    st.title(t("This is not yours to open"), anchor=False)
    st.write(
        t(
            "Your membership does not allow this, or you were signed out. Ask an owner of your organisation."
        )
    )
    st.html(
        f'<p><a href="/account/sign-in" target="_self">{escape(t("To the page to sign in"))}</a></p>'
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
