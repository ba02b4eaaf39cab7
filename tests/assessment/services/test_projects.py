"""Projects and assessments: make, continue, change, close, erase."""

from dataclasses import replace

import pytest

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.choices import Choice
from assessment.errors import InvalidInput, NotFound
from assessment.services import assessments, projects
from assessment.services.context import Workspace
from assessment.services.self_audit import open_audit, write_answer
from tests.support.builders import Clock, a_project


def changed(catalogue: Catalogue, version: str, **fields: object) -> Catalogue:
    parts = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    return Catalogue(**{**parts, "version": version, **fields})


def on(workspace: Workspace, catalogue: Catalogue) -> Workspace:
    return replace(workspace, current_catalogue=catalogue)


def test_a_project_gets_an_id_and_trimmed_texts(workspace: Workspace) -> None:
    made = projects.create_project(workspace, a_project(id="", name="  Maatjes  ", region=" Gent "))
    assert made.id
    assert (made.name, made.region) == ("Maatjes", "Gent")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"region": "x" * 201}, "region"),
        ({"size": -1}, "size"),
        ({"start_year": 1492}, "start_year"),
        ({"start_year": 2040}, "start_year"),
    ],
)
def test_what_cannot_be_is_refused(
    workspace: Workspace, fields: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        projects.create_project(workspace, a_project(id="", **fields))
    assert caught.value.field == field
    assert workspace.store.projects.all() == []


def test_an_assessment_starts_with_the_choices_of_profile_and_ambition(
    workspace: Workspace, assessment: Assessment
) -> None:
    choices = workspace.store.choices.get(assessment.id)
    assert sum(choice.in_scope for choice in choices.values()) == 20
    assert {c.target for c in choices.values() if c.requirement == "minimal"} == {3}
    assert {c.target for c in choices.values() if c.requirement == "growth"} == {None}


@pytest.mark.parametrize(("profile", "ambition"), [("nope", "floor"), ("short", "nope")])
def test_an_unknown_profile_or_ambition_is_refused(
    workspace: Workspace, assessment: Assessment, profile: str, ambition: str
) -> None:
    with pytest.raises(NotFound):
        assessments.start_assessment(
            workspace, assessment.project, name="x", profile=profile, ambition=ambition
        )


def test_an_assessment_without_a_name_is_named_after_the_year(
    workspace: Workspace, assessment: Assessment
) -> None:
    made = assessments.start_assessment(
        workspace, assessment.project, name=" ", profile="full", ambition="growth"
    )
    assert made.name == "2026"
    assert made.previous == assessment.id


def test_choices_go_on_from_the_previous_assessment(
    workspace: Workspace, assessment: Assessment
) -> None:
    own = Choice("MC-08", in_scope=False, reason="een partner doet dit")
    assessments.change_choice(workspace, assessment.id, own)
    following = assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="short", ambition="floor"
    )
    assert assessments.continue_choices(workspace, following) == 70
    assert workspace.store.choices.get(following.id)["MC-08"] == own


def test_a_criterion_on_another_scale_does_not_go_on(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue
) -> None:
    first = catalogue.criteria[0]
    other = "experience" if first.scale == "practice" else "practice"
    rescaled = (first.model_copy(update={"scale": other}), *catalogue.criteria[1:])
    newer = on(workspace, changed(catalogue, "2027", criteria=rescaled))
    following = assessments.start_assessment(
        newer, assessment.project, name="2027", profile="short", ambition="floor"
    )
    assert assessments.continue_choices(newer, following) == 69


def test_the_first_assessment_has_nothing_to_go_on_from(
    workspace: Workspace, assessment: Assessment
) -> None:
    assert assessments.continue_choices(workspace, assessment) == 0


def test_a_target_off_the_scale_is_refused(workspace: Workspace, assessment: Assessment) -> None:
    with pytest.raises(InvalidInput):
        assessments.change_choice(workspace, assessment.id, Choice("MC-01", target=5))


def test_a_preset_sets_targets_anew_but_keeps_reasons(
    workspace: Workspace, assessment: Assessment
) -> None:
    assessments.change_choice(
        workspace, assessment.id, Choice("MC-01", target=1, reason="eerst dit")
    )
    saved = assessments.apply_preset(workspace, assessment, "full", "exemplary")
    choices = workspace.store.choices.get(assessment.id)
    assert (saved.profile, saved.ambition) == ("full", "exemplary")
    assert all(choice.in_scope for choice in choices.values())
    assert (choices["MC-01"].target, choices["MC-01"].reason) == (4, "eerst dit")


def test_another_requirement_brings_its_target(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue
) -> None:
    choice = workspace.store.choices.get(assessment.id)["MC-01"]
    growth = assessments.with_requirement(catalogue, assessment, choice, "growth")
    assert (growth.requirement, growth.target) == ("growth", None)
    back = assessments.with_requirement(catalogue, assessment, growth, "minimal")
    assert (back.requirement, back.target) == ("minimal", 3)


def test_another_requirement_keeps_the_target_when_the_ambition_is_gone(
    assessment: Assessment, catalogue: Catalogue
) -> None:
    lost = replace(assessment, ambition="gone")
    kept = assessments.with_requirement(catalogue, lost, Choice("MC-01", target=2), "minimal")
    assert kept.target == 2


def test_closing_and_reopening(workspace: Workspace, assessment: Assessment) -> None:
    closed = assessments.close_assessment(workspace, assessment.id)
    assert closed.is_closed
    assert assessments.close_assessment(workspace, assessment.id) == closed
    assert not assessments.reopen_assessment(workspace, assessment.id).is_closed


def test_the_list_shows_progress_and_what_moved_last_comes_first(
    workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    clock.forward(days=1)
    other = projects.create_project(workspace, a_project(id="", name="Ander"))
    clock.forward(days=1)
    audit = open_audit(workspace, assessment.id)
    write_answer(workspace, audit, Answer("MC-01", AnswerState.LEVEL, 3))
    write_answer(
        workspace, audit, Answer("MC-02", AnswerState.LEVEL, 3)
    )  # not in the short profile

    lines = projects.project_lines(workspace)

    assert [line.project.id for line in lines] == [assessment.project, other.id]
    assert [(line.answered, line.asked) for line in lines] == [(1, 20), (0, 0)]
    assert lines[1].newest is None


def test_a_changed_project_is_checked_too(workspace: Workspace, assessment: Assessment) -> None:
    present = workspace.store.projects.get(assessment.project)
    saved = projects.change_project(workspace, replace(present, region="Brugge"))
    assert workspace.store.projects.get(present.id) == saved
    with pytest.raises(InvalidInput):
        projects.change_project(workspace, replace(saved, name=""))


def test_erasing_takes_everything(workspace: Workspace, assessment: Assessment) -> None:
    projects.erase_project(workspace, assessment.project)
    assert workspace.store.projects.all() == []
    with pytest.raises(NotFound):
        workspace.store.assessments.get(assessment.id)
