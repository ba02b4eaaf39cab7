"""The result as a file: which format, which language, how long, and what is inside."""

import streamlit as st

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from exchange import formats
from locales import LANGUAGES, Translator
from reports.material import Material
from ui import session
from ui.widgets.download import Offer, offer, pick
from ui.widgets.html import bullets


def result(workspace: Workspace, assessment: Assessment) -> None:
    """Render the choices, what is inside, and the file."""
    t = session.words()
    words = _formats(t)
    chosen = pick("take_format", t("Which kind of file?"), {n: words[n][0] for n in words})
    known = formats.FORMATS[chosen]
    language, short = session.language(), False
    if chosen not in ("csv", "json", "parquet"):
        language = pick("take_language", t("In which language?"), dict(LANGUAGES), first=language)
    if known.has_short_form:
        lengths = {
            "long": t("Long: with every question and answer"),
            "short": t("Short: two pages"),
        }
        short = pick("take_length", t("How long?"), lengths) == "short"
    st.write(t("What is inside:"))
    st.html(bullets(_inside(chosen, words[chosen][1], t, short=short)))
    if not assessment.is_closed:
        st.info(
            t("This assessment is open: the file holds your own answers so far, nothing of others.")
        )
    last = workspace.store.projects.last_change(assessment.project)
    offered = Offer(
        "result",
        f"mentorspiegel-{language}.{known.ending}",
        known.media_type,
        (assessment.id, chosen, language, short, last),
        lambda: formats.make(
            chosen,
            Material.of(workspace, assessment, language, workspace.now(), short=short),
        ),
    )
    offer(offered, t("Make the file"))


def _inside(chosen: str, inside: list[str], t: Translator, *, short: bool) -> list[str]:
    if chosen in ("pdf", "docx", "html") and short:
        return [
            t("Two pages: the summary, what to talk about first and the open agreements"),
            t("How to read the figures"),
        ]
    return inside


def _formats(t: Translator) -> dict[str, tuple[str, list[str]]]:
    """Return the name of every format that there is, with what is inside."""
    report = [
        t("Summary, a page per perspective, groups beside each other, agreements"),
        t("Every answer of your organisation with its comments and evidence"),
        t("How to read the figures"),
    ]
    data = [
        t("Every answer of your organisation with its comments, reasons and evidence"),
        t("All figures, unrounded; of other groups only what may be shown"),
        t("A codebook that says what everything means"),
    ]
    found = {
        "pdf": (t("PDF, to print or to send"), report),
        "docx": (t("Word document, to edit"), report),
        "html": (t("Web page in one file, for e-mail or intranet"), report),
        "xlsx": (t("Spreadsheet (Excel, LibreOffice), to go on with"), data),
        "csv": (t("CSV files, for analysis"), data),
        "json": (
            t("JSON, to keep or to read in again"),
            [*data[:2], t("The criteria it was made with, so that it can be read in again")],
        ),
        "parquet": (
            t("Parquet, counts for analysis"),
            [t("How often each answer was given, per criterion and group that may be shown")],
        ),
    }
    return {name: found[name] for name in formats.FORMATS}
