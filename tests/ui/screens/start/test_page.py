"""Home, a new project, and the next assessment."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.choices import Choice
from assessment.projects import Kind
from assessment.services import agreements, assessments
from assessment.services.context import Workspace
from tests.support.builders import an_agreement
from tests.ui.conftest import OpenPage, shown
from ui import session

HOSTILE = "<script>alert(1)</script> **vet** :rocket:"


def press(app: AppTest) -> AppTest:
    start = next(b for b in app.button if b.key in ("make_project", "start_assessment"))
    return start.click().run()


def test_home_invites_when_there_is_nothing(open_page: OpenPage) -> None:
    app = open_page("home")
    assert "You have no project yet" in shown(app)


def test_home_speaks_dutch_unless_asked_otherwise(open_page: OpenPage) -> None:
    app = open_page("home", language="xx")
    assert app.title[0].value == "Kijk eerlijk naar je mentorproject"


def test_the_example_comes_and_goes(open_page: OpenPage, workspace: Workspace) -> None:
    app = open_page("home")
    app.button(key="add_example").click().run()
    [project] = workspace.store.projects.all()
    assert project.is_example
    assert len(workspace.store.assessments.all(project.id)) == 2

    app.button(key=f"erase_{project.id}").click().run()

    assert workspace.store.projects.all() == []


def test_a_broken_example_is_said(
    open_page: OpenPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "criteria"
    copy(session.settings().criteria, folder)
    (folder / "example" / "answers.csv").write_text("wrong\n")
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(folder))
    session.settings.cache_clear()
    app = open_page("home")
    app.button(key="add_example").click().run()
    assert "answers.csv:1" in app.code[0].value
    assert workspace.store.projects.all() == []


def copy(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes())


def test_a_name_is_enough_for_a_project(open_page: OpenPage, workspace: Workspace) -> None:
    app = open_page("start")
    app.text_input(key="project_name").set_value(HOSTILE)
    press(app)
    [project] = workspace.store.projects.all()
    assert project.name == HOSTILE
    [started] = workspace.store.assessments.all(project.id)
    assert started.profile == "short"
    home = open_page("home")
    assert "<script>alert" not in shown(home)
    assert home.subheader[0].value.replace("\\", "") == HOSTILE


def test_a_project_without_a_name_is_not_made(open_page: OpenPage, workspace: Workspace) -> None:
    app = press(open_page("start"))
    assert "Give the project a name first" in app.error[0].value
    assert workspace.store.projects.all() == []


def test_a_name_that_is_too_long_keeps_what_was_typed(
    open_page: OpenPage, workspace: Workspace
) -> None:
    app = open_page("start")
    app.text_input(key="project_name").set_value("x" * 201)
    press(app)
    assert "too long" in app.error[0].value
    assert app.text_input(key="project_name").value == "x" * 201


def test_the_next_assessment_takes_over_the_choices(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    left_out = Choice("MC-08", in_scope=False, reason="partner")
    assessments.change_choice(workspace, assessment.id, left_out)
    assessments.close_assessment(workspace, assessment.id)

    press(open_page("start", project=assessment.project))

    newest = workspace.store.assessments.all(assessment.project)[0]
    assert newest.previous == assessment.id
    assert workspace.store.choices.get(newest.id)["MC-08"].reason == "partner"


def test_the_next_assessment_can_start_afresh(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("start", project=assessment.project)
    app.checkbox(key="same_choices").set_value(False).run()
    app.radio(key="start_profile:en").set_value("full").run()
    press(app)
    assert workspace.store.assessments.all(assessment.project)[0].profile == "full"


def test_an_unknown_project_shows_the_way_home(open_page: OpenPage) -> None:
    assert "nothing here" in open_page("start", project="gone").title[0].value


def test_the_home_page_shows_progress(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assert "0 of 20 questions answered" in shown(open_page("home"))


def test_what_was_chosen_stays_when_the_language_changes(open_page: OpenPage) -> None:
    app = open_page("start")
    app.text_input(key="project_name").set_value("Maatjes").run()
    app.radio(key="start_profile:en").set_value("full").run()
    app.selectbox(key="project_kind:en").set_value(Kind.WORK).run()
    app.segmented_control(key="language").set_value("nl").run()
    assert app.text_input(key="project_name").value == "Maatjes"
    assert app.radio(key="start_profile:nl").value == "full"
    assert app.selectbox(key="project_kind:nl").value == Kind.WORK


def test_an_assessment_s_name_that_is_too_long_is_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("start", project=assessment.project)
    app.text_input(key="assessment_name").set_value("x" * 201)
    press(app)
    assert "too long" in app.error[0].value
    assert len(workspace.store.assessments.all(assessment.project)) == 1


def changed(catalogue: Catalogue, **fields: Any) -> Catalogue:
    return Catalogue.model_validate({**catalogue.model_dump(mode="json"), **fields})


def newer(workspace: Workspace) -> Catalogue:
    """The catalogue with one criterion gone, one on another scale, one reworded and one new."""
    known = workspace.catalogue
    gone, rescaled, reworded, *others = (c.model_dump(mode="json") for c in known.criteria)
    other_scale = next(s.id for s in known.scales if s.id != rescaled["scale"])
    criteria = (
        {**rescaled, "scale": other_scale},
        {**reworded, "question": reworded["title"]},
        {**gone, "id": "MC-900"},
        *others,
    )
    return changed(known, version="2099.1", criteria=criteria)


def earlier(workspace: Workspace, assessment: Assessment, catalogue: Catalogue) -> Assessment:
    """A closed assessment of the same project, made with another catalogue."""
    then = replace(workspace, current_catalogue=catalogue)
    made = assessments.start_assessment(
        then, assessment.project, name="2025", profile="full", ambition="floor"
    )
    return assessments.close_assessment(then, made.id)


def test_what_a_newer_catalogue_changes_is_said_before_anything_happens(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    earlier(workspace, assessment, newer(workspace))
    number = len(workspace.store.assessments.all(assessment.project))
    page = shown(open_page("start", project=assessment.project))
    assert f"Last time version 2099.1, now {workspace.catalogue.version}." in page
    total = len(workspace.catalogue.criteria)
    for said in (
        f"Kept and comparable ({total - 2})",
        "Of these, in other words (1)",
        "On another scale: asked again, no longer comparable (1)",
        "No longer there (1)",
        "New: count as far as the chosen questions name them (1)",
        "MC-900 · ",
    ):
        assert said in page
    assert len(workspace.store.assessments.all(assessment.project)) == number


def test_another_catalogue_cannot_be_compared_at_all(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    other = changed(workspace.catalogue, id="other")
    earlier(workspace, assessment, other)
    app = open_page("start", project=assessment.project)
    assert any("Nothing can be compared with last time" in m.value for m in app.markdown)


def test_the_next_assessment_tells_which_agreements_go_along_and_what_is_open(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    for text, status in (("Bel elke maand", "open"), ("Klaar", "done")):
        agreements.save_agreement(
            workspace,
            an_agreement(
                "", project=assessment.project, assessment=assessment.id, text=text, status=status
            ),
        )
    app = open_page("start", project=assessment.project)
    page = shown(app)
    assert "One agreement that is not done goes along" in page
    assert "<li>Bel elke maand</li>" in page
    assert "<li>Klaar</li>" not in page
    assert "The last assessment, 2026, is still open." in app.info[0].value
    assert "The criteria have changed since" not in [h.value for h in app.header]


def test_earlier_assessments_stay_within_reach_under_names_of_their_own(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    for _ in range(2):
        press(open_page("start", project=assessment.project))
    names = [a.name for a in workspace.store.assessments.all(assessment.project)]

    home = open_page("home")

    assert len(set(names)) == 3
    assert [e.label for e in home.expander] == ["Earlier assessments"]
    linked = [link.proto.label for link in home.get("page_link")]
    assert [name for name in names if any(label.startswith(name) for label in linked)] == names[1:]
