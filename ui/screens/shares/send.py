"""Sending: which charter, which assessment, how open; and the very page that the funder will see."""

import streamlit as st

from assessment.errors import InvalidInput, LinkSpent, NotFound
from assessment.portfolio.charter import Portfolio
from assessment.portfolio.shares import ShareRow
from assessment.portfolio.snapshot import MAX_EXPLANATION, Openness
from assessment.projects import Project
from assessment.services.context import Workspace
from assessment.services.portfolio import sending
from assessment.services.portfolio.sending import Preview
from assessment.services.portfolio.snapshots import Wish
from exchange.file_names import file_name
from exchange.portfolio.share_file import (
    MAX_BYTES,
    MAX_UPLOAD,
    MEDIA_TYPE,
    read_charter,
    share_file,
)
from exchange.portfolio.signing import own_key
from reports.portfolio.share_page import share_page
from reports.portfolio.share_view import known_catalogue
from reports.wording import portfolios
from ui import session
from ui.widgets import choose
from ui.widgets.download import Offer, offer
from ui.widgets.html import bullets, plain
from ui.widgets.refusal import attempt, refusal
from ui.widgets.save_line import FieldState, form_line

_FORM = "share"


def send(workspace: Workspace, project: Project) -> None:
    """Render the way from an invitation to what is sent."""
    t = session.words()
    st.header(t("Share something"), anchor=False)
    closed = [a for a in workspace.store.assessments.all(project.id) if a.is_closed]
    if not closed:
        st.write(t("Only a closed assessment can be shared. Close one first, under Look back."))
        return
    portfolio, invitation = _portfolio(workspace)
    if portfolio is None:
        return
    _charter(portfolio)
    assessment = choose.select(
        "share_assessment", t("Which assessment?"), {a.id: a.name for a in closed}
    )
    wish = _wish(assessment, project)
    try:
        shown = sending.preview(workspace, portfolio, wish)
    except InvalidInput as error:
        st.info(_missing(error))
        return
    _preview(workspace, portfolio, shown)
    _give(workspace, portfolio, wish, invitation)


def _portfolio(workspace: Workspace) -> tuple[Portfolio | None, str]:
    """Return whose invitation it is, and its token; none for one on another machine."""
    t = session.words()
    st.write(
        t(
            "You need an invitation: a link if the funder works on this server, or else a file with the "
            "charter that the funder sent you."
        )
    )
    given = st.text_input(
        t("Address or code of the invitation"),
        value=session.parameter(session.INVITATION) or "",
        key="share_invitation",
    )
    file = st.file_uploader(
        t("Or the file with the charter"),
        type="json",
        key="share_charter",
        max_upload_size=MAX_UPLOAD,
    )
    try:
        if file is not None:
            return read_charter(file.read(MAX_BYTES + 1)), ""
        if token := _token(given):
            return sending.find_portfolio(workspace, token), token
    except (LinkSpent, NotFound):
        st.warning(t("This invitation does not work (any more). Ask for a new one."))
    except InvalidInput as error:
        st.warning(file_trouble(error))
    return None, ""


def _token(given: str) -> str:
    """Return the token in what somebody typed: itself, or at the end of an address."""
    return given.strip().rpartition("=")[2].rpartition("/")[2]


def file_trouble(error: InvalidInput) -> str:
    """Return in the language of the screen what is wrong with a file."""
    t = session.words()
    return {
        "changed": t(
            "This file was changed or damaged on its way. Ask for it once more; nothing was read."
        ),
        "newer": t("This file was made by a newer Mentorspiegel. Bring this one up to date first."),
        "foreign": t("This is no file of this kind from Mentorspiegel. Nothing was read."),
        "too_large": t("This file is larger than any share. Nothing was read."),
        "sent": t("This file, or another one of the same assessment, is here already."),
        "withdrawn": t("This share was taken back. What was taken back does not come in again."),
        "pool": t(
            "A pool without names takes no files: whoever gets one can read it. Send a link."
        ),
        "future": t(
            "This file speaks of what is still to come. Ask the project to look at its clock."
        ),
        "other_portfolio": t(
            "This file was made for another portfolio. Ask the project to make one for this one."
        ),
    }.get(error.rule) or refusal(error)


def _charter(portfolio: Portfolio) -> None:
    """Render what the funder promises."""
    t, charter = session.words(), portfolio.charter
    with st.container(border=True, key="charter"):
        st.write(f"**{plain(portfolio.name)}** · {t('charter, edition {n}', n=charter.edition)}")
        lines = (
            f"{t('Why')}: {charter.purpose}",
            f"{t('Who reads it')}: {charter.readers}",
            f"{t('Kept until')}: {t.date(charter.keep_until)}",
            portfolios.promise(t),
        )
        st.html(bullets(lines))
        if portfolio.is_pool:
            st.write(
                t(
                    "A pool without names: your project is shown to nobody, only the field as a whole."
                )
            )


def _wish(assessment: str, project: Project) -> Wish:
    """Render what a project can choose, and return it."""
    t = session.words()
    says = portfolios.openness_says(t)
    openness = choose.radio(
        "share_openness",
        t("What may be seen?"),
        portfolios.openness_names(t),
        captions=[says[one] for one in Openness],
    )
    with_agreements = st.checkbox(
        t("Also each agreement: its criterion, day and how far; not its words"),
        key="share_agreements",
    )
    explanation = st.text_area(
        t("In your own words, if you want"), max_chars=MAX_EXPLANATION, key="share_explanation"
    )
    alias = st.text_input(
        t("Name under which the funder sees it"),
        value=project.name,
        key=f"share_alias:{project.id}",
    )
    by = st.text_input(t("Who consents? A function, no name"), key="share_role")
    typed = [
        FieldState("explanation", "share_explanation", "", explanation),
        FieldState("alias", f"share_alias:{project.id}", project.name, alias),
        FieldState("role", "share_role", "", by),
    ]
    st.html(form_line(_FORM, typed))
    return Wish(assessment, openness, with_agreements, explanation, alias, by)


def _missing(error: InvalidInput) -> str:
    t = session.words()
    return {
        "consented_by": t("Say who consents, then you see here exactly what the funder will see."),
        "explanation": t("The explanation is too long. Shorten it."),
    }.get(error.field) or refusal(error)


def _preview(workspace: Workspace, portfolio: Portfolio, shown: Preview) -> None:
    """Render what to know first, then the very page."""
    t, snapshot = session.words(), shown.snapshot
    words = portfolios.flags(t)
    if shown.flags:
        st.subheader(t("Before you send: this stands out"), anchor=False)
        st.html(bullets(words[flag] for flag in shown.flags))
        if not portfolio.is_pool:
            st.caption(t("The funder sees these too. They are questions, not marks."))
    if portfolio.is_pool:
        st.subheader(t("This goes into the pool"), anchor=False)
        st.write(
            t(
                "Nobody sees it as it stands here: only the middle of five projects or more is shown. "
                "Without your own levels it adds nothing to that."
            )
        )
    else:
        st.subheader(t("Exactly this is seen"), anchor=False)
    catalogue = known_catalogue(workspace.catalogues, snapshot)
    with st.container(border=True, key="share-page"):
        st.html(share_page(shown.share, snapshot, catalogue, t))


def _give(workspace: Workspace, portfolio: Portfolio, wish: Wish, invitation: str) -> None:
    """Render the button that sends, or the file to send oneself."""
    t = session.words()
    agreed = st.checkbox(t("We agree to the charter and to what stands here"), key="share_agreed")
    if not agreed:
        return
    if invitation:

        def act() -> None:
            sending.send(workspace, portfolio, wish, invitation)
            session.made(_FORM)

        st.button(t("Send it"), type="primary", key="send_share", on_click=attempt, args=(act,))
        return
    st.write(
        t(
            "Mail this file to the funder. It holds exactly what stands above. From a file nothing can be "
            "taken back here: ask the funder to let go of it."
        )
    )
    key_folder = session.settings().data

    def make() -> bytes:
        share: ShareRow = sending.make_share(workspace, portfolio, wish)
        return share_file(share, own_key(key_folder))

    name = file_name(portfolio.name, wish.alias, ending="json")
    offer(Offer("share", name, MEDIA_TYPE, make))
