"""What a project is about: every field is kept when it is left."""

from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.projects import Stage
from assessment.services.context import Workspace
from tests.support.ui.screens import fill, key


def test_each_fact_of_a_project_is_kept_when_its_field_is_left(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    fill(app, "selectbox", ":stage:", Stage.RUNNING)
    fill(app, "number_input", ":start_year:", 2020)
    fill(app, "number_input", ":size:", 40)
    fill(app, "text_input", ":target_group:", "mbo")

    kept = workspace.store.projects.get(assessment.project)
    assert (kept.stage, kept.start_year) == (Stage.RUNNING, 2020)
    assert (kept.size, kept.target_group) == (40, "mbo")


def test_a_project_may_start_some_years_from_now_and_no_later(
    app: AppTest, workspace: Workspace
) -> None:
    field = app.number_input(key=key(app, "number_input", ":start_year:"))

    assert (field.min, field.max) == (1900, workspace.now().year + 5)


def test_whom_people_can_turn_to_is_kept(
    app: AppTest, workspace: Workspace, assessment: Assessment
) -> None:
    fill(app, "text_input", ":contact:", "de vertrouwenspersoon, 010 765 43 21")

    kept = workspace.store.projects.get(assessment.project).contact
    assert kept == "de vertrouwenspersoon, 010 765 43 21"
