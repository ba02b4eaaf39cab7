"""The result as a file: which format, which language, how long, and what is inside."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from exchange import formats
from exchange.file_names import file_name
from locales import LANGUAGES, Translator, translator
from reports.material import Form, Material
from ui import session
from ui.widgets import choose
from ui.widgets.download import Offer, offer
from ui.widgets.html import bullets

_LONG, _SHORT = "long", "short"


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
    language, length = session.language(), _LONG
    if chosen not in ("csv", "json", "parquet"):
        language = choose.select(
            "take_language", t("In which language?"), LANGUAGES, first=language
        )
    if file_format.has_short_form:
        documents = _documents(t, is_closed=assessment.is_closed)
        length = choose.select("take_document", t("Which document?"), documents)
    st.write(t("What is inside:"))
    st.html(bullets(_inside(t).get(length, texts[chosen].inside)))
    if not assessment.is_closed:
        st.info(
            t("This assessment is open: the file holds your own answers so far, nothing of others.")
        )
    project = workspace.store.projects.get(assessment.project)
    name = _in_name(translator(language)).get(length, "")
    form = Form(length) if length in tuple(Form) else Form.REPORT
    offer(
        Offer(
            "result",
            file_name(project.name, assessment.name, name, ending=file_format.ending),
            file_format.media_type,
            lambda: formats.make(
                chosen,
                Material.of(
                    workspace,
                    assessment,
                    language,
                    workspace.now(),
                    short=length == _SHORT,
                    form=form,
                ),
            ),
        )
    )


def _documents(t: Translator, *, is_closed: bool) -> dict[str, str]:
    """Return the documents there are; for a talk only once all have answered."""
    reports = {
        _LONG: t("Long report: with every question and answer"),
        _SHORT: t("Short report: about two pages"),
    }
    talk = {
        str(Form.GUIDE): t("Conversation guide, to lead a talk about the outcome"),
        str(Form.HANDOUTS): t("Hand-outs for a workshop"),
    }
    return reports | talk if is_closed else reports


def _in_name(t: Translator) -> dict[str, str]:
    """Return what the name of a file says of its document; of the long report nothing."""
    return {
        _SHORT: t("short"),
        str(Form.GUIDE): t("conversation guide"),
        str(Form.HANDOUTS): t("hand-outs"),
    }


def _inside(t: Translator) -> dict[str, Sequence[str]]:
    """Return what is inside the documents that hold less than the long report."""
    return {
        _SHORT: [
            t("About two pages: the summary, what to talk about first and the open agreements"),
            t("How to read the figures"),
        ],
        str(Form.GUIDE): [
            t("A plan with minutes, for an hour without phones"),
            t("Per criterion on which people differ: figures, questions, and room to write"),
        ],
        str(Form.HANDOUTS): [
            t("A page per criterion to think for yourself first: question, levels, room to write"),
            t("No figures, so that nobody leans on what others answered"),
        ],
    }


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
