"""The result as a file: which format, which language, how long, and what is inside."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from exchange import formats
from exchange.file_names import file_name
from locales import LANGUAGES, Translator, translator
from reports.material import Material
from ui import session
from ui.widgets import choose
from ui.widgets.download import Offer, offer
from ui.widgets.html import bullets


@dataclass(frozen=True)
class FormatText:
    """What is said of a kind of file: its name, and what is inside."""

    title: str
    inside: Sequence[str]


def result(workspace: Workspace, assessment: Assessment) -> None:
    """Render the choices, what is inside, and the file."""
    t = session.words()
    texts = _format_texts(t)
    titles = {name: texts[name].title for name in formats.FORMATS}
    chosen = choose.select("take_format", t("Which kind of file?"), titles)
    file_format = formats.FORMATS[chosen]
    language, short = session.language(), False
    if chosen not in ("csv", "json", "parquet"):
        language = choose.select(
            "take_language", t("In which language?"), LANGUAGES, first=language
        )
    if file_format.has_short_form:
        lengths = {
            "long": t("Long: with every question and answer"),
            "short": t("Short: about two pages"),
        }
        short = choose.select("take_length", t("How long?"), lengths) == "short"
    st.write(t("What is inside:"))
    st.html(bullets(_inside(chosen, texts[chosen].inside, t, short=short)))
    if not assessment.is_closed:
        st.info(
            t("This assessment is open: the file holds your own answers so far, nothing of others.")
        )
    project = workspace.store.projects.get(assessment.project)
    length = _short_in(language) if short else ""
    offered = Offer(
        "result",
        file_name(project.name, assessment.name, length, ending=file_format.ending),
        file_format.media_type,
        lambda: formats.make(
            chosen,
            Material.of(workspace, assessment, language, workspace.now(), short=short),
        ),
    )
    offer(offered)


def _short_in(language: str) -> str:
    t = translator(language)
    return t("short")


def _inside(chosen: str, inside: Sequence[str], t: Translator, *, short: bool) -> Sequence[str]:
    if chosen in ("pdf", "docx", "html") and short:
        return [
            t("About two pages: the summary, what to talk about first and the open agreements"),
            t("How to read the figures"),
        ]
    return inside


def _format_texts(t: Translator) -> dict[str, FormatText]:
    """Return what is said of every format."""
    report = [
        t("Summary, every perspective, groups beside each other, agreements"),
        t("Every answer of your organisation with its comments and evidence"),
        t("How to read the figures"),
    ]
    data = [
        t("Every answer of your organisation with its comments, reasons and evidence"),
        t("All figures, unrounded; of other groups only what may be shown"),
        t("A codebook that says what everything means"),
    ]
    return {
        "pdf": FormatText(t("PDF, to print or to send"), report),
        "docx": FormatText(t("Word document, to edit"), report),
        "html": FormatText(t("Web page in one file, for e-mail or intranet"), report),
        "xlsx": FormatText(t("Spreadsheet (Excel, LibreOffice), to go on with"), data),
        "csv": FormatText(t("CSV files, for analysis"), data),
        "json": FormatText(
            t("JSON, to keep or to read in again"),
            [*data[:2], t("The criteria it was made with, so that it can be read in again")],
        ),
        "parquet": FormatText(
            t("Parquet, counts for analysis"),
            [t("How often each answer was given, per criterion and group that may be shown")],
        ),
    }
