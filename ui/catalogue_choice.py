"""Which catalogue a page shows: that of the project in the address, else the one that is chosen."""

from assessment.catalogue.model import Catalogue
from assessment.errors import NotFound
from assessment.services.context import Workspace
from ui import session
from ui.widgets import choose


def shown_catalogue(workspace: Workspace) -> Catalogue:
    """Return the catalogue to show; outside a project it can be chosen when there are several."""
    project = session.parameter(session.PROJECT)
    if project is not None:
        try:
            workspace.store.projects.get(project)
        except NotFound:
            return workspace.catalogue
        return workspace.catalogue_for(project)
    return chosen_catalogue(workspace, "shown_catalogue")


def chosen_catalogue(workspace: Workspace, name: str) -> Catalogue:
    """Render the choice of a catalogue, when there are several, and return what is chosen."""
    catalogues, language = workspace.catalogues, session.language()
    if len(catalogues) == 1:
        return workspace.catalogue
    chosen = choose.radio(
        name,
        session.words()("Which criteria?"),
        {c.id: c.title.in_language(language) for c in catalogues},
        captions=[c.description.in_language(language) for c in catalogues],
    )
    return workspace.catalogue_named(chosen)
