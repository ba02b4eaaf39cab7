"""The formats in which a portfolio can be taken along."""

from datetime import datetime

from assessment.catalogue.model import Catalogue
from assessment.services.portfolio.views import PortfolioView
from exchange import formats
from exchange.formats import Format
from exchange.portfolio import tables
from reports.portfolio.board_paper import board_paper
from reports.writers import docx, pdf

PAPERS = frozenset({"pdf", "docx"})
FORMATS: dict[str, Format] = {
    name: formats.FORMATS[name] for name in ("pdf", "docx", "xlsx", "csv", "parquet")
}


def make(
    name: str,
    view: PortfolioView,
    catalogue: Catalogue | None,
    language: str,
    made_at: datetime,
) -> bytes:
    """Return a portfolio in one of FORMATS. Raises KeyError for another name."""
    if name in PAPERS:
        paper = board_paper(view, catalogue, language, made_at)
        return pdf.write(paper) if name == "pdf" else bytes(docx.write(paper))
    if name == "parquet":
        return tables.parquet(view)
    return {"xlsx": tables.xlsx, "csv": tables.csv_files}[name](view, made_at)
