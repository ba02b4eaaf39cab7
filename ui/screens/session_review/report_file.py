"""The report of a session as a file: a document to read, or data with a codebook."""

from collections.abc import Callable
from importlib import import_module

import streamlit as st

from assessment.services.context import Workspace
from assessment.session.group_session import GroupSession
from exchange.file_names import file_name
from exchange.formats import FORMATS
from locales import LANGUAGES, translator
from reports.session.material import SessionMaterial
from ui import session
from ui.widgets import choose
from ui.widgets.download import Offer, offer

_DOCUMENTS = ("pdf", "docx", "html")


def report(workspace: Workspace, one: GroupSession) -> None:
    """Render the choice of a format and a language, and the file."""
    t = session.words()
    formats = {
        "pdf": t("PDF, to print or to send"),
        "docx": t("Word document, to edit"),
        "html": t("Web page in one file, for e-mail or intranet"),
        "csv": t("CSV files, for analysis"),
        "json": t("JSON, for analysis"),
    }
    st.write(
        t(
            "Two pages with what was agreed, then an annex with both votes of every item. It holds what "
            "was shown in the room, and nothing else."
        )
    )
    chosen = choose.select("session_format", t("Which kind of file?"), formats)
    language = choose.select(
        "session_report_language", t("In which language?"), LANGUAGES, first=session.language()
    )
    name = file_name(one.name, _word(language), ending=FORMATS[chosen].ending)
    offer(
        Offer(
            "session_report",
            name,
            FORMATS[chosen].media_type,
            _maker(workspace, one, chosen, language),
        )
    )


def _word(language: str) -> str:
    t = translator(language)
    return t("report")


def _maker(
    workspace: Workspace, one: GroupSession, chosen: str, language: str
) -> Callable[[], bytes | str]:
    def make() -> bytes | str:
        material = SessionMaterial.of(workspace, one, language)
        if chosen in _DOCUMENTS:
            from reports.session.build import build

            writer = import_module(f"reports.writers.{chosen}")
            written: bytes | str = writer.write(build(material))
            return written
        data = import_module("exchange.session.data")
        made: bytes = getattr(data, f"session_{chosen}")(material)
        return made

    return make
