"""The page of a share: one function for the project's preview, the funder's screen and a file."""

from assessment.catalogue.model import Catalogue
from assessment.portfolio.shares import ShareRow
from assessment.portfolio.snapshot import Snapshot
from locales import Translator
from reports import templates
from reports.portfolio.share_view import view_share
from reports.wording import portfolios


def share_page(
    share: ShareRow, snapshot: Snapshot, catalogue: Catalogue | None, t: Translator
) -> str:
    """Return a share as the funder sees it, as HTML: the same bytes wherever it is asked for."""
    return templates.render(
        "portfolio/templates/share.html",
        view=view_share(share, snapshot, catalogue, t),
        t=t,
        promise=portfolios.promise(t),
    )
