"""Take it along: the board paper, and the data with its codebook. What is downloaded is noted."""

import streamlit as st

from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from assessment.services.portfolio.views import PortfolioView
from exchange.file_names import file_name
from exchange.portfolio import formats
from locales import LANGUAGES
from ui import session
from ui.screens.portfolio.catalogue import catalogue_of
from ui.widgets import choose
from ui.widgets.download import Offer, offer


def files(workspace: Workspace, view: PortfolioView) -> None:
    """Render the choice of a file, and the file."""
    t = session.words()
    st.write(
        t(
            "Every project sees that it was downloaded, when, and as what. What is downloaded cannot be "
            "called back when a project takes its share back."
        )
    )
    titles = {
        "pdf": t("Board paper, PDF"),
        "docx": t("Board paper, Word document"),
        "xlsx": t("Data as a workbook, with codebook"),
        "csv": t("Data as CSV files, with codebook"),
        "parquet": t("Levels and means as Parquet"),
    }
    chosen = choose.select("portfolio_file", t("Which kind of file?"), titles)
    language = session.language()
    if chosen in formats.PAPERS:
        language = choose.select(
            "portfolio_language", t("In which language?"), LANGUAGES, first=language
        )
    catalogue = catalogue_of(workspace, view)

    def make() -> bytes:
        fresh = reading.view_of(workspace, view.portfolio.id)
        made = formats.make(chosen, fresh, catalogue, language, workspace.now())
        for seen in fresh.shares:
            if seen.counts:
                reading.note_read(workspace, seen.share, chosen)
        return made

    form = formats.FORMATS[chosen]
    name = file_name(view.portfolio.name, ending=form.ending)
    offer(Offer("portfolio", name, form.media_type, make))
