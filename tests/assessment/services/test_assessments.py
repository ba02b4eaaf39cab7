"""Assessments: start, continue, choose, close and reopen."""

from dataclasses import replace
from typing import Any

import pytest

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.choices import Choice
from assessment.errors import AssessmentClosed, InvalidInput, NotFound, StaleWrite
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.builders import Clock


def changed(catalogue: Catalogue, version: str, **fields: object) -> Catalogue:
    parts = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    return Catalogue(**{**parts, "version": version, **fields})


def on(workspace: Workspace, catalogue: Catalogue) -> Workspace:
    return replace(workspace, current_catalogue=catalogue)


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
    own = Choice("MC-03", in_scope=False, reason="een partner doet dit")
    assessments.change_choice(workspace, assessment.id, own)
    following = assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="short", ambition="floor"
    )
    assert assessments.continue_choices(workspace, following) == 75
    assert workspace.store.choices.get(following.id)["MC-03"] == own


def test_a_criterion_on_another_scale_does_not_go_on(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue
) -> None:
    first = catalogue.criteria[0]
    other = "experience" if first.scale == "assurance" else "assurance"
    rescaled = (first.model_copy(update={"scale": other}), *catalogue.criteria[1:])
    newer = on(workspace, changed(catalogue, "2027", criteria=rescaled))
    following = assessments.start_assessment(
        newer, assessment.project, name="2027", profile="short", ambition="floor"
    )
    assert assessments.continue_choices(newer, following) == 74


def test_a_next_assessment_is_proposed_like_the_last_one(
    workspace: Workspace, assessment: Assessment
) -> None:
    catalogue = workspace.catalogue
    gone = replace(assessment, profile="gone", ambition="gone")
    other = replace(assessment, profile="full", ambition="growth")

    proposed = [
        tuple(part.id for part in assessments.proposed_preset(catalogue, earlier))
        for earlier in (None, gone, other)
    ]

    assert proposed == [("short", "floor"), ("short", "floor"), ("full", "growth")]


def test_the_first_assessment_has_nothing_to_go_on_from(
    workspace: Workspace, assessment: Assessment
) -> None:
    assert assessments.continue_choices(workspace, assessment) == 0


def test_a_target_off_the_scale_is_refused(workspace: Workspace, assessment: Assessment) -> None:
    with pytest.raises(InvalidInput):
        assessments.change_choice(workspace, assessment.id, Choice("MC-03", target=5))


def test_a_preset_sets_targets_anew_but_keeps_reasons(
    workspace: Workspace, assessment: Assessment
) -> None:
    assessments.change_choice(
        workspace, assessment.id, Choice("MC-03", target=1, reason="eerst dit")
    )
    saved = assessments.apply_preset(workspace, assessment, "full", "exemplary")
    choices = workspace.store.choices.get(assessment.id)
    assert (saved.profile, saved.ambition) == ("full", "exemplary")
    assert all(choice.in_scope for choice in choices.values())
    assert (choices["MC-03"].target, choices["MC-03"].reason) == (4, "eerst dit")


def with_a_core(catalogue: Catalogue) -> Catalogue:
    """Return a newer catalogue in which MC-03 is core."""
    made = [
        c.model_copy(update={"core": True}) if c.id == "MC-03" else c for c in catalogue.criteria
    ]
    return changed(catalogue, "2027", criteria=tuple(made))


def test_no_profile_leaves_out_the_core(workspace: Workspace, assessment: Assessment) -> None:
    newer = on(workspace, with_a_core(workspace.catalogue))

    made = assessments.start_assessment(
        newer, assessment.project, name="2027", profile="interim", ambition="exemplary"
    )

    chosen = newer.store.choices.get(made.id)["MC-03"]
    assert (chosen.in_scope, chosen.requirement, chosen.target) == (True, "minimal", 4)
    saved = assessments.apply_preset(newer, made, "pair", "floor")
    chosen = newer.store.choices.get(saved.id)["MC-03"]
    assert (chosen.in_scope, chosen.requirement, chosen.target) == (True, "minimal", 3)


@pytest.mark.parametrize(
    "edit",
    [{"in_scope": False}, {"requirement": "growth"}, {"target": 2}, {"target": None}],
)
def test_an_edit_of_the_core_is_refused(
    workspace: Workspace, assessment: Assessment, edit: dict[str, Any]
) -> None:
    newer = on(workspace, with_a_core(workspace.catalogue))
    made = assessments.start_assessment(
        newer, assessment.project, name="2027", profile="short", ambition="floor"
    )
    present = newer.store.choices.get(made.id)["MC-03"]

    with pytest.raises(InvalidInput, match="MC-03 is part of the core"):
        assessments.change_choice(newer, made.id, replace(present, **edit))
    no_number: Any = "as no page of ours sends it"
    with pytest.raises(InvalidInput, match="is not on the scale"):
        assessments.change_choice(newer, made.id, replace(present, target=no_number))
    assessments.change_choice(newer, made.id, replace(present, target=4, reason="hoger"))
    assert newer.store.choices.get(made.id)["MC-03"].target == 4


def test_what_became_core_since_comes_back_when_an_assessment_goes_on(
    workspace: Workspace, assessment: Assessment
) -> None:
    own = Choice("MC-03", in_scope=False, reason="een partner doet dit")
    assessments.change_choice(workspace, assessment.id, own)
    newer = on(workspace, with_a_core(workspace.catalogue))
    following = assessments.start_assessment(
        newer, assessment.project, name="2027", profile="short", ambition="floor"
    )

    assessments.continue_choices(newer, following)

    kept = newer.store.choices.get(following.id)["MC-03"]
    assert kept == Choice("MC-03", requirement="minimal", target=3, reason="een partner doet dit")


def test_another_requirement_brings_its_target(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue
) -> None:
    choice = workspace.store.choices.get(assessment.id)["MC-03"]
    growth = assessments.with_requirement(catalogue, assessment, choice, "growth")
    assert (growth.requirement, growth.target) == ("growth", None)
    back = assessments.with_requirement(catalogue, assessment, growth, "minimal")
    assert (back.requirement, back.target) == ("minimal", 3)


def test_another_requirement_keeps_the_target_when_the_ambition_is_gone(
    assessment: Assessment, catalogue: Catalogue
) -> None:
    lost = replace(assessment, ambition="gone")
    kept = assessments.with_requirement(catalogue, lost, Choice("MC-03", target=2), "minimal")
    assert kept.target == 2


def test_closing_and_reopening(workspace: Workspace, assessment: Assessment) -> None:
    closed = assessments.close_assessment(workspace, assessment.id)
    assert closed.is_closed
    assert assessments.close_assessment(workspace, assessment.id) == closed
    assert not assessments.reopen_assessment(workspace, assessment.id).is_closed


def test_a_preset_is_not_applied_to_a_closed_assessment(
    workspace: Workspace, assessment: Assessment
) -> None:
    before = workspace.store.choices.get(assessment.id)
    closed = assessments.close_assessment(workspace, assessment.id)
    with pytest.raises(AssessmentClosed):
        assessments.apply_preset(workspace, closed, "full", "exemplary")
    assert workspace.store.choices.get(assessment.id) == before
    assert workspace.store.assessments.get(assessment.id) == closed


def test_only_the_choices_that_a_preset_changes_are_shown_beforehand(
    workspace: Workspace, assessment: Assessment
) -> None:
    preset = workspace.store.choices.get(assessment.id)["MC-03"]
    own = replace(preset, target=1, reason="eerst dit")
    assessments.change_choice(workspace, assessment.id, own)
    changes = assessments.preset_changes(workspace, assessment, "short", "floor")
    assert changes == [(own, replace(preset, reason="eerst dit"))]
    assert workspace.store.choices.get(assessment.id)["MC-03"] == own


def test_an_assessment_gets_another_name_and_keeps_its_own_when_none_is_typed(
    workspace: Workspace, assessment: Assessment
) -> None:
    renamed = assessments.rename_assessment(workspace, assessment, "  Najaar ")
    assert renamed.name == "Najaar"
    assert workspace.store.assessments.get(assessment.id) == renamed
    assert assessments.rename_assessment(workspace, renamed, "  ") == renamed
    assert workspace.store.assessments.get(assessment.id) == renamed
    with pytest.raises(InvalidInput):
        assessments.rename_assessment(workspace, renamed, "x" * 201)
    with pytest.raises(StaleWrite):
        assessments.rename_assessment(workspace, assessment, "Voorjaar")


def test_an_assessment_asks_whoever_is_asked_everything(
    workspace: Workspace, assessment: Assessment
) -> None:
    asked = [role.id for role in workspace.catalogue.roles if role.asked_everything]
    respondents = workspace.store.respondents.all(assessment.id)
    assert asked
    assert [(r.role, r.invitation, r.token_hash) for r in respondents] == [
        (role, None, None) for role in asked
    ]


def test_the_next_assessment_is_the_newest_also_when_the_clock_was_set_back(
    workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    clock.forward(days=-30)

    following = assessments.start_assessment(
        workspace, assessment.project, name="2027", profile="short", ambition="floor"
    )

    assert workspace.store.assessments.all(assessment.project)[0] == following
    assert following.previous == assessment.id
