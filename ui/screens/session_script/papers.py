"""The papers of a session: the facilitator's sheet with clock times, and cards to hold up."""

from datetime import date, time

import streamlit as st

from assessment.services.context import Workspace
from assessment.services.session.preparing import catalogue_of
from assessment.session.group_session import GroupSession
from exchange.file_names import file_name
from exchange.formats import FORMATS
from locales import translator
from reports.session.cards import CardSet, CardSize
from ui import session
from ui.widgets import choose
from ui.widgets.download import Offer, offer

_PDF = "application/pdf"


def papers(workspace: Workspace, one: GroupSession) -> None:
    """Render the choice of a beginning, and what can be printed without a key."""
    t = session.words()
    st.write(
        t(
            "The facilitator's sheet has every step with the time on the clock, what to do, what to ask "
            "and what to listen for. The cards are for people without a phone."
        )
    )
    begins = _beginning()
    with st.container(horizontal=True):
        _sheet(workspace, one, begins, "pdf")
        _sheet(workspace, one, begins, "docx")
    _cards(one)


def _beginning() -> tuple[date | None, time | None]:
    t = session.words()
    with st.container(horizontal=True):
        day = st.date_input(t("Day"), value=None, format="DD-MM-YYYY", key="session_day")
        clock = st.time_input(t("Begins at"), value=None, key="session_clock")
    return day, clock


def _sheet(
    workspace: Workspace, one: GroupSession, begins: tuple[date | None, time | None], form: str
) -> None:
    """Render the button for the sheet, in the language of the room."""
    t = translator(one.language)
    catalogue, made_at = catalogue_of(workspace, one), workspace.now()
    day, clock = begins

    def make() -> bytes:
        from importlib import import_module

        from reports.session.plan_sheet import SheetMaterial, plan_sheet

        material = SheetMaterial(one, catalogue, begins=clock, day=day)
        writer = import_module(f"reports.writers.{form}")
        written: bytes = writer.write(plan_sheet(material, made_at, t))
        return written

    name = file_name(one.name, t("Facilitator's sheet"), ending=form)
    offer(Offer(f"sheet_{form}", name, FORMATS[form].media_type, make))


def _cards(one: GroupSession) -> None:
    t = session.words()
    sets = {
        CardSet.LEVELS: t("0 to 4, and a question mark"),
        CardSet.THESES: t("for, against, it depends"),
    }
    sizes = {
        CardSize.A5: t("two to a page"),
        CardSize.A4: t("one to a page, for a large room"),
    }
    chosen = choose.select("session_cards", t("Cards"), sets)
    size = choose.segments("session_card_size", t("How large?"), sizes)

    def make() -> bytes:
        from reports.session.cards import cards_pdf

        return cards_pdf((chosen,), size, one.language)

    offer(Offer("cards", file_name(_in_room(one), ending="pdf"), _PDF, make))


def _in_room(one: GroupSession) -> str:
    t = translator(one.language)
    return t("Cards to vote with")
