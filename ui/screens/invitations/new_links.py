"""Links that were just made, to download now: they are kept nowhere."""

from dataclasses import replace

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from exchange.file_names import file_name
from locales import LANGUAGES
from reports.letters import build, issued_links
from reports.letters.build import Letter, LetterText, LinkKind
from reports.letters.issued_links import NewLinks
from reports.letters.pdf import letters_pdf
from ui import session
from ui.store import while_at_work
from ui.widgets import choose
from ui.widgets.html import came_up, soft

_CSV = "text/csv"
_PDF = "application/pdf"


def remember(assessment: str, new: NewLinks) -> None:
    """Remember new links in this tab, until they are taken off the screen."""
    st.session_state.setdefault(_key(assessment), []).append(new)


def show_new_links(workspace: Workspace, assessment: Assessment) -> None:
    """Render the links that were just made, with the letters and the list to download."""
    t = session.words()
    remembered: list[NewLinks] = st.session_state.get(_key(assessment.id), [])
    if not remembered:
        return
    with st.container(border=True, key="fresh"):
        number = sum(len(new.links) for new in remembered)
        st.header(
            t.plural("One new link, shown once", "{n} new links, shown once", number), anchor=False
        )
        st.html(came_up(f"links {number}", ".st-key-fresh h2"))
        st.write(
            t(
                "Download them now. They are kept nowhere: when this page is closed or reloaded they "
                "are gone, and you can only make new ones."
            )
        )
        base = session.settings().public_address
        letters = [
            letter
            for new in remembered
            for letter in issued_links.letters(workspace, assessment, new, base)
        ]
        for letter in letters:
            if letter.kind is LinkKind.GROUP:
                st.write(t("The open link, for the whole group:"))
                st.code(letter.address, language=None, wrap_lines=True)
                st.write(
                    t(
                        "Or go to {address} and type {code}.",
                        address=letter.code_address,
                        code=letter.code,
                    )
                )
        _downloads(assessment, _letter_text(workspace, assessment), letters)
        st.button(
            t("I have kept them: take them off the screen"),
            key="forget_links",
            on_click=st.session_state.pop,
            args=(_key(assessment.id), None),
        )


def _key(assessment: str) -> str:
    return f"new_links:{assessment}"


def _letter_text(workspace: Workspace, assessment: Assessment) -> LetterText:
    """Return what the letters say, in the languages that are chosen; the project's are at first."""
    text = issued_links.letter_text(workspace, assessment)
    offered = [name for name in LANGUAGES if name in text.catalogue.languages]
    return replace(text, languages=_languages(offered, list(text.languages)))


def _languages(offered: list[str], first: list[str]) -> tuple[str, ...]:
    picked = st.pills(
        session.words()("Language of the letters"),
        offered,
        selection_mode="multi",
        default=first,
        format_func=LANGUAGES.__getitem__,
        key="letter_languages",
    )
    return tuple(picked or first)


def _downloads(assessment: Assessment, letter_text: LetterText, letters: list[Letter]) -> None:
    t, named = session.words(), (letter_text.project, assessment.name)
    layouts = {1: t("one to a page"), 4: t("four to a page")}
    per_page = choose.segments("per_page", t("Letters"), layouts)
    with st.container(horizontal=True):
        st.download_button(
            t("Download the letters"),
            while_at_work(lambda: letters_pdf(letter_text, letters, per_page=per_page)),
            file_name=file_name(*named, t("letters"), ending="pdf"),
            mime=_PDF,
            type="primary",
            key="download_letters",
            on_click="ignore",
        )
        st.download_button(
            t("Download the list (CSV)"),
            while_at_work(lambda: build.letters_csv(letter_text, letters)),
            file_name=file_name(*named, t("links"), ending="csv"),
            mime=_CSV,
            key="download_links",
            on_click="ignore",
        )
    how = t(
        "Print the letters on one side of the paper. Delete both files when everything is handed "
        "out: their links are personal."
    )
    st.html(soft(how))
