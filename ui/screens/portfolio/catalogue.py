"""The catalogue in whose words a portfolio is shown."""

from assessment.catalogue.model import Catalogue
from assessment.services.context import Workspace
from assessment.services.portfolio.views import PortfolioView


def catalogue_of(workspace: Workspace, view: PortfolioView) -> Catalogue | None:
    """Return the catalogue that most shares are on, None for one that is not here."""
    if view.reference is None:
        return workspace.catalogue if view.portfolio.is_pool else None
    wanted = view.reference.catalogue
    return next((c for c in workspace.catalogues if c.id == wanted), None)
