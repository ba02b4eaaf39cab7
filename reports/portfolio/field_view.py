"""The field: median and middle half of projects that are shown to nobody."""

from collections.abc import Mapping

from assessment.catalogue.model import Catalogue
from assessment.portfolio.band import Band
from locales import Translator
from reports.portfolio.overview_view import Exhibit
from reports.portfolio.pictures import WIDTH, Dot, DotRow, dot_rows
from reports.tables import Table
from reports.wording import portfolios


def field(bands: Mapping[str, Band], catalogue: Catalogue | None, t: Translator) -> Exhibit:
    """Return the bands of a pool by criterion, in the order of their ids."""
    rows = [_row(portfolios.criterion(catalogue, name, t), band, t) for name, band in bands.items()]
    return Exhibit(
        t("The field"),
        t(
            "The median of all projects together, with the middle half from eight projects on, rounded to "
            "half a level. It is made on 1 January and 1 July, and only when nobody or at least five "
            "projects joined or left, so that no single project can be found in it."
        ),
        Table(
            t("Median and middle half"),
            (t("Criterion"), t("Median")),
            tuple((row.title, row.text) for row in rows),
        ),
        (lambda palette, width=WIDTH: dot_rows(rows, palette, width=width)) if rows else None,
    )


def _row(title: str, band: Band, t: Translator) -> DotRow:
    words = t("{median} of {n} projects", median=t.number(band.median), n=band.n)
    if band.low is None or band.high is None:
        return DotRow(title, (Dot(band.median),), words)
    dots = (Dot(band.low, is_open=True), Dot(band.median), Dot(band.high, is_open=True))
    half = f"{t.number(band.low)} – {t.number(band.high)}"
    return DotRow(title, dots, f"{words}, {half}", joined=True)
