"""Which catalogue a page shows, when there are several."""

import shutil
from pathlib import Path

import pytest

from assessment.services import assessments, projects
from assessment.services.context import Workspace
from commands.criteria import STARTER
from tests.support.builders import a_project
from tests.support.ui.screens import OpenPage, press, shown
from ui import session
from ui.store import workspace as open_workspace


@pytest.fixture
def more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one more catalogue, in use from now on."""
    shutil.copytree(STARTER, tmp_path / "more" / "starter")
    monkeypatch.setenv("MENTORSPIEGEL_CATALOGUES", str(tmp_path / "more"))
    session.settings.cache_clear()
    return tmp_path / "more"


@pytest.fixture
def workspace(more: Path) -> Workspace:
    return open_workspace()


def test_a_project_chooses_its_catalogue_and_goes_on_with_it(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = open_page("start")
    app.text_input(key="project_name").set_value("Samen").run()
    app.radio(key="start_catalogue:en").set_value("starter").run()
    assert app.radio(key="start_profile:starter:en").options == ["All questions"]
    press(app, "make_project")
    [project] = workspace.store.projects.all()
    [first] = workspace.store.assessments.all(project.id)
    assert (first.catalogue, first.profile) == ("starter", "full")

    press(open_page("start", project=project.id), "start_assessment")

    assert [a.catalogue for a in workspace.store.assessments.all(project.id)] == ["starter"] * 2


@pytest.mark.parametrize("page", ["criteria", "conversation", "method"])
def test_general_pages_follow_the_project_or_let_one_choose(
    open_page: OpenPage, workspace: Workspace, page: str
) -> None:
    project = projects.create_project(workspace, a_project(id=""))
    assessments.start_assessment(
        workspace,
        project.id,
        name="2026",
        profile="full",
        ambition="floor",
        catalogue_id="starter",
    )

    assert list(open_page(page, project=project.id).radio) == []
    app = open_page(page)
    assert app.radio(key="shown_catalogue:en").value == "mentoring"
    app.radio(key="shown_catalogue:en").set_value("starter").run()

    assert not app.exception
    assert app.radio(key="shown_catalogue:en").value == "starter"


def test_an_unknown_project_shows_the_default_catalogue(
    open_page: OpenPage, workspace: Workspace
) -> None:
    assert "75 criteria shown" in shown(open_page("criteria", project="gone"))


def test_a_broken_second_catalogue_is_named_and_the_first_goes_on(
    open_page: OpenPage, more: Path
) -> None:
    (more / "starter" / "scales.yaml").unlink()

    app = open_page("criteria")

    assert f"{more}/starter" in app.warning[0].value.replace("\\", "")
    assert "scales.yaml" in app.code[0].value
    assert "75 criteria shown" in shown(app)
