"""The context of a project: every field is kept when it is left."""

from dataclasses import replace
from typing import Any

from assessment.projects import Project
from assessment.services import projects
from assessment.services.context import Workspace
from locales import LANGUAGES
from reports.wording import choices
from ui import session
from ui.widgets.fields import Fields, seen_row

_EARLIEST = 1900
_MOST_PAIRS = 1_000_000


def context(workspace: Workspace, project: Project) -> None:
    """Render the fields of a project."""
    t = session.words()
    fields = _fields(workspace, project)
    fields.text("name", t("Name of the project"))
    fields.text("target_group", t("For whom"))
    fields.one("kind", t("Kind of mentoring"), choices.kinds(t))
    fields.one("minors", t("Are mentees under eighteen?"), choices.minors(t))
    fields.one("stage", t("How far is the programme?"), choices.stages(t))
    fields.number("size", t("Pairs in a year"), 0, _MOST_PAIRS)
    fields.text("region", t("Place or region"))
    fields.number("start_year", t("Running since"), _EARLIEST, workspace.now().year + 5)
    fields.several("languages", t("Languages for mentors and mentees"), LANGUAGES)


def _fields(workspace: Workspace, project: Project) -> Fields[Project]:
    def change(present: Project, name: str, value: Any) -> Project:
        return replace(present, **{name: value})

    place = f"context:{project.id}"
    return Fields(
        place,
        seen_row(place, project),
        read=lambda: workspace.store.projects.get(project.id),
        change=change,
        save=lambda changed: projects.change_project(workspace, changed),
    )
