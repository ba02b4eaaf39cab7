"""The context of a project: every field is saved while somebody types."""

from assessment.projects import Project
from assessment.services import projects
from assessment.services.context import Workspace
from locales import LANGUAGES
from reports.wording import choices
from ui import session
from ui.widgets.autosave import Autosave
from ui.widgets.fields import fields_of

_EARLIEST = 1900
_LARGEST = 1_000_000


def saving_project(workspace: Workspace, project: Project) -> Autosave[Project]:
    """Return how the fields of a project are saved, on whatever screen they stand."""
    return Autosave(
        f"context:{project.id}",
        project,
        read=lambda: workspace.store.projects.get(project.id),
        save=lambda changed: projects.change_project(workspace, changed),
    )


def context(workspace: Workspace, project: Project) -> None:
    """Render the fields of a project."""
    t = session.words()
    catalogue = workspace.catalogue_for(project.id)
    with fields_of(saving_project(workspace, project)) as fields:
        fields.text("name", t("Name of the project"))
        fields.text("target_group", t("For whom"))
        fields.one("kind", t("Kind of project"), choices.kinds(t))
        fields.one("minors", t("Is it for people under eighteen?"), choices.minors(t))
        fields.one("stage", t("How far is the programme?"), choices.stages(t))
        fields.number("size", choices.size_label(catalogue, t), 0, _LARGEST)
        fields.text("region", t("Place or region"))
        fields.number("start_year", t("Running since"), _EARLIEST, workspace.now().year + 5)
        fields.several("languages", t("Languages of those you invite"), LANGUAGES)
        fields.text(
            "contact", t("Whom can people turn to? A function and how to reach it, no name")
        )
