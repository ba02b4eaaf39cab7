"""Links that were just made: to download now, because they are kept nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from assessment.assessments import Assessment
from assessment.choices import in_scope
from assessment.invitations import Invitation, minutes, questions
from assessment.services.context import Workspace
from assessment.services.invitations import IssuedLink
from locales import LANGUAGES
from reports.letters import build
from reports.letters.build import Letter, LetterText, LinkKind
from ui import session
from ui.widgets.html import text

_CSV = "text/csv"
_HTML = "text/html"


@dataclass(frozen=True)
class Fresh:
    """Links of one invitation that this tab may still show."""

    invitation: Invitation
    links: tuple[tuple[LinkKind, str, int | None, str], ...]  # kind, role, number, token


def keep(assessment: str, fresh: Fresh) -> None:
    """Remember new links for this tab, until they are taken off the screen."""
    st.session_state.setdefault(_place(assessment), []).append(fresh)


def personal(invitation: Invitation, links: Iterable[IssuedLink]) -> Fresh:
    """Return new personal links as they are shown."""
    return Fresh(
        invitation,
        tuple((LinkKind.PERSON, invitation.role, link.number, link.token) for link in links),
    )


def open_link(invitation: Invitation, token: str) -> Fresh:
    """Return a new open link as it is shown."""
    return Fresh(invitation, ((LinkKind.GROUP, invitation.role, None, token),))


def fresh_links(workspace: Workspace, assessment: Assessment) -> None:
    """Render the links that were just made, with the letters and the list to download."""
    t = session.words()
    found: list[Fresh] = st.session_state.get(_place(assessment.id), [])
    if not found:
        return
    with st.container(border=True, key="fresh"):
        number = sum(len(fresh.links) for fresh in found)
        st.header(
            t.plural("One new link, shown once", "{n} new links, shown once", number), anchor=False
        )
        st.write(
            t(
                "Download them now. They are kept nowhere: when this page is closed or reloaded they "
                "are gone, and you can only make new ones."
            )
        )
        letters = [letter for fresh in found for letter in _letters(workspace, assessment, fresh)]
        for letter in letters:
            if letter.kind is LinkKind.GROUP:
                st.write(t("The open link, for the whole group:"))
                st.code(letter.address, language=None, wrap_lines=True)
        _downloads(_letter_text(workspace, assessment), letters)
        st.button(
            t("I have kept them: take them off the screen"),
            key="forget_links",
            on_click=st.session_state.pop,
            args=(_place(assessment.id), None),
        )


def _place(assessment: str) -> str:
    return f"fresh_links:{assessment}"


def _letters(workspace: Workspace, assessment: Assessment, fresh: Fresh) -> list[Letter]:
    scope = in_scope(workspace.store.choices.get(assessment.id).values())
    catalogue, base = workspace.catalogue_of(assessment), session.settings().public_address
    made = []
    for kind, role, number, token in fresh.links:
        asked = len(questions(catalogue, role, fresh.invitation.profile, scope))
        link = build.address(base, token)
        made.append(Letter(kind, role, link, asked, minutes(asked), fresh.invitation.until, number))
    return made


def _letter_text(workspace: Workspace, assessment: Assessment) -> LetterText:
    """Return what the letters say; the project's languages come first."""
    project = workspace.store.projects.get(assessment.project)
    catalogue = workspace.catalogue_of(assessment)
    known = [name for name in LANGUAGES if name in catalogue.languages]
    chosen = [name for name in project.languages if name in known] or known[:1]
    return LetterText(
        project=project.name,
        catalogue=catalogue,
        threshold=workspace.threshold,
        languages=_languages(known, chosen),
    )


def _languages(known: list[str], chosen: list[str]) -> tuple[str, ...]:
    picked = st.pills(
        session.words()("Language of the letters"),
        known,
        selection_mode="multi",
        default=chosen,
        format_func=LANGUAGES.__getitem__,
        key="letter_languages",
    )
    return tuple(picked or chosen)


def _downloads(letter_text: LetterText, letters: list[Letter]) -> None:
    t = session.words()
    layouts = {1: t("one to a page"), 4: t("four to a page")}
    per_page = st.segmented_control(
        t("Letters"),
        list(layouts),
        default=session.kept("per_page", 1),
        required=True,
        format_func=layouts.__getitem__,
        key=session.translated("per_page"),
    )
    session.keep("per_page", per_page)
    with st.container(horizontal=True):
        st.download_button(
            t("Download the letters"),
            lambda: build.letters_html(letter_text, letters, per_page=per_page),
            file_name=f"{t('letters')}.html",
            mime=_HTML,
            type="primary",
            key="download_letters",
            on_click="ignore",
        )
        st.download_button(
            t("Download the list (CSV)"),
            lambda: build.letters_csv(letter_text, letters),
            file_name=f"{t('links')}.csv",
            mime=_CSV,
            key="download_links",
            on_click="ignore",
        )
    st.html(f'<p class="ms-soft">{text(_how())}</p>')


def _how() -> str:
    return session.words()(
        "The letters open in a browser: print them there. Delete both files when everything is handed out."
    )
