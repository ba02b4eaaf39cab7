"""One project: the page as it was sent, earlier shares, and looks from outside in rows of their own."""

from dataclasses import replace

import streamlit as st

from assessment.access.acts import Act
from assessment.portfolio.peers import Circumstances, peers
from assessment.portfolio.shares import OutsideLook
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from assessment.services.portfolio.views import PortfolioView, SeenShare
from exchange.file_names import file_name
from reports.portfolio.conversation_sheet import conversation_sheet
from reports.portfolio.share_page import share_page
from reports.portfolio.share_view import known_catalogue
from reports.wording import portfolios, results
from ui import session
from ui.screens.portfolio.context import by_name
from ui.widgets import choose
from ui.widgets.download import Offer, offer
from ui.widgets.html import Markup, plain, soft, table, text
from ui.widgets.refusal import attempt
from ui.widgets.save_line import FieldState, form_line

_PDF = "application/pdf"
_LOOK = "look"


def project(workspace: Workspace, view: PortfolioView) -> None:
    """Render the share of one project."""
    t = session.words()
    if not view.shares:
        st.write(t("Nobody shared anything yet."))
        return
    names = {s.share.id: f"{s.share.alias} · {t.date(s.outline.closed_on)}" for s in view.shares}
    first = session.parameter(session.SHARE)
    key = f"portfolio_project:{first or ''}"
    chosen = choose.select(key, t("Which project?"), names, first=first)
    seen = next(s for s in view.shares if s.share.id == chosen)
    if not seen.counts:
        st.info(
            t(
                "Grey: asked to consent to the changed charter. Until it does, it counts nowhere and what was "
                "sent is not shown."
            )
        )
        return
    _note_once(workspace, seen)
    catalogue = known_catalogue(workspace.catalogues, seen.snapshot)
    st.header(t("As it was sent"), anchor=False)
    with st.container(border=True, key="share-page"):
        st.html(share_page(seen.share, seen.snapshot, catalogue, t))
    _earlier(view, seen)
    _peers(view, seen)
    _sheet(workspace, seen)
    _looks(workspace, seen)


def _note_once(workspace: Workspace, seen: SeenShare) -> None:
    """Note that somebody looked, once as long as the tab is open."""
    name = f"read:{seen.share.id}"
    if not session.remembered(name, otherwise=False):
        reading.note_read(workspace, seen.share, "view")
        session.remember(name, True)  # noqa: FBT003  (the value that is remembered)


def _earlier(view: PortfolioView, seen: SeenShare) -> None:
    t, moved = session.words(), view.movement(seen)
    others = view.earlier(seen.share)
    if not others:
        return
    st.header(t("Other shares of this project"), anchor=False)
    st.write(" · ".join(t.date(other.outline.closed_on) for other in others))
    if moved is not None:
        st.write(portfolios.movement(moved.steps, t))


def _peers(view: PortfolioView, seen: SeenShare) -> None:
    """Render which projects are in like circumstances, and by which fields."""
    t = session.words()
    others = {s.share.id: s for s in by_name(view) if s.share.id != seen.share.id and s.counts}
    near = peers(_circumstances(seen), {name: _circumstances(s) for name, s in others.items()})
    names = sorted(others[name].share.alias for name in near)
    if near:
        st.header(t("In like circumstances"), anchor=False)
        fields = results.joined(portfolios.circumstance_names(t).values(), t)
        st.write(plain(results.joined(names, t)))
        st.caption(
            t("Near in: {fields}. What one of two does not say counts for neither.", fields=fields)
        )


def _circumstances(seen: SeenShare) -> Circumstances:
    return Circumstances(**seen.snapshot.project.model_dump())


def _sheet(workspace: Workspace, seen: SeenShare) -> None:
    t, share = session.words(), seen.share
    st.header(t("Sheet for a conversation"), anchor=False)
    st.write(t("Strengths, what is open, agreements and five questions: for a visit."))
    catalogue, language = known_catalogue(workspace.catalogues, seen.snapshot), session.language()

    def make() -> bytes:
        from reports.writers import pdf

        found = reading.take_along(workspace, share, "pdf")
        now = workspace.now()
        return pdf.write(conversation_sheet(share, found.snapshot, catalogue, language, now))

    offer(Offer("sheet", file_name(share.alias, ending="pdf"), _PDF, make))


def _looks(workspace: Workspace, seen: SeenShare) -> None:
    """Render what people from outside saw, and the form for one more."""
    t = session.words()
    st.header(t("A look from outside"), anchor=False)
    st.write(
        t("What a visitor saw: a row of its own, never mixed into the figures of the project.")
    )
    catalogue = known_catalogue(workspace.catalogues, seen.snapshot)
    for look in reading.looks_at(workspace, seen.share):
        rows = [
            (portfolios.criterion(catalogue, name, t), results.figure(level, t))
            for name, level in sorted(look.levels.items())
        ]
        caption = f"{look.role} · {t.date(look.made_on)}"
        st.html(table(caption, (t("Criterion"), t("Level")), rows, figures=1))
        if look.note:
            st.html(Markup(f"<p>{text(look.note)}</p>"))
    if not workspace.access.may(Act.MANAGE_PORTFOLIO):
        return
    with st.expander(t("Add a look from outside")):
        _add_look(workspace, seen)


def _add_look(workspace: Workspace, seen: SeenShare) -> None:
    t, own = (
        session.words(),
        sorted({*seen.snapshot.own, *(r.criterion for r in seen.snapshot.requirements)}),
    )
    catalogue = known_catalogue(workspace.catalogues, seen.snapshot)
    role = st.text_input(t("Who looked? A function, no name"), key="look_role")
    st.date_input(t("On which day?"), format="DD-MM-YYYY", key="look_day")
    levels = {}
    if own:
        words = {name: portfolios.criterion(catalogue, name, t) for name in own}
        name = choose.select("look_criterion", t("About which criterion?"), words)
        levels[name] = float(
            choose.segments("look_level", t("Level"), {n: str(n) for n in range(5)})
        )
    note = st.text_area(t("What was seen"), max_chars=1000, key="look_note")
    form = f"{_LOOK}-{seen.share.id}"
    typed = [
        FieldState("role", "look_role", "", role),
        FieldState("note", "look_note", "", note),
    ]
    st.html(form_line(form, typed))

    def act() -> None:
        now = st.session_state
        look = OutsideLook("", seen.share.id, now["look_role"], now["look_day"], levels)
        reading.save_look(workspace, replace(look, note=now["look_note"]))
        session.made(form)

    st.button(t("Add it"), key="add_look", on_click=attempt, args=(act,))
    st.html(soft(t("One criterion at a time; the same visit may be added more than once.")))
