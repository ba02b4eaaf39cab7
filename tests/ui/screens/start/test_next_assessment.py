"""The next assessment: what goes along, and what has changed since."""

from dataclasses import replace
from typing import Any

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.choices import Choice
from assessment.project_profiles import ProfileEntry, ProjectProfile
from assessment.services import agreements, assessments
from assessment.services.context import Workspace
from assessment.services.project_profiles import save_project_profile
from tests.support.builders import an_agreement
from tests.support.ui.screens import OpenPage, choose, hear, press, shown


def test_the_next_assessment_takes_over_the_choices(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    left_out = Choice("MC-03", in_scope=False, reason="partner")
    assessments.change_choice(workspace, assessment.id, left_out)
    assessments.close_assessment(workspace, assessment.id)

    press(open_page("start", project=assessment.project), "start_assessment")

    newest = workspace.store.assessments.all(assessment.project)[0]
    assert newest.previous == assessment.id
    assert workspace.store.choices.get(newest.id)["MC-03"].reason == "partner"


def test_the_next_assessment_can_start_afresh(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("start", project=assessment.project)
    app.checkbox(key="same_choices").set_value(False).run()
    app.radio(key="start_profile:en").set_value("full").run()
    press(app, "start_assessment")
    assert workspace.store.assessments.all(assessment.project)[0].profile == "full"


def test_the_next_assessment_can_start_with_a_questionnaire_of_the_project_s_own(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    entry = ProfileEntry("MC-66", requirement="minimal", reason="agreed together")
    made = ProjectProfile("", assessment.project, "Ons minimum", "mentoring", "short", (entry,))
    saved = save_project_profile(workspace, made)
    app = open_page("start", project=assessment.project)
    app.checkbox(key="same_choices").set_value(False).run()
    choose(app, "own_profile", saved.id)
    press(app, "start_assessment")

    newest = workspace.store.assessments.all(assessment.project)[0]
    choice = workspace.store.choices.get(newest.id)["MC-66"]
    assert (choice.in_scope, choice.requirement, choice.reason) == (
        True,
        "minimal",
        "agreed together",
    )


def test_an_assessment_s_name_that_is_too_long_is_said(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("start", project=assessment.project)
    app.text_input(key="assessment_name").set_value("x" * 201)
    press(app, "start_assessment")
    assert 'data-error-of="assessment_name">⚠ One of the texts is too long' in shown(app)
    assert len(workspace.store.assessments.all(assessment.project)) == 1


def changed(catalogue: Catalogue, **fields: Any) -> Catalogue:
    return Catalogue.model_validate({**catalogue.model_dump(mode="json"), **fields})


def newer(workspace: Workspace) -> Catalogue:
    """The catalogue with one criterion gone, one on another scale, one reworded and one new."""
    present = workspace.catalogue
    gone, rescaled, reworded, *others = (c.model_dump(mode="json") for c in present.criteria)
    other_scale = next(s.id for s in present.scales if s.id != rescaled["scale"])
    criteria = (
        {**rescaled, "scale": other_scale},
        {**reworded, "question": reworded["title"]},
        {**gone, "id": "MC-900"},
        *others,
    )
    return changed(present, version="2099.1", criteria=criteria)


def earlier(workspace: Workspace, assessment: Assessment, catalogue: Catalogue) -> Assessment:
    """A closed assessment of the same project, made with another catalogue."""
    then = replace(workspace, current_catalogue=catalogue)
    started = assessments.start_assessment(
        then, assessment.project, name="2025", profile="full", ambition="floor"
    )
    return assessments.close_assessment(then, started.id)


def test_what_a_newer_catalogue_changes_is_said_before_anything_happens(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    earlier(workspace, assessment, newer(workspace))
    number = len(workspace.store.assessments.all(assessment.project))
    app = open_page("start", project=assessment.project)
    page = shown(app)
    assert (
        f"Of what was asked last time {len(workspace.catalogue.criteria) - 3} stays as it was, 1 has "
        "other words, and 2 cannot be compared with last time."
    ) in " ".join(block.value for block in app.markdown)
    assert f"Last time version 2099.1, now {workspace.catalogue.version}." in page
    total = len(workspace.catalogue.criteria)
    for sentence in (
        f"Kept and comparable ({total - 2})",
        "Of these, in other words (1)",
        "On another scale: asked again, no longer comparable (1)",
        "No longer there (1)",
        "New: count as far as the chosen questions name them (1)",
        "MC-900 · ",
    ):
        assert sentence in page
    assert len(workspace.store.assessments.all(assessment.project)) == number


def test_what_is_core_now_and_was_not_asked_is_named(
    core_assessment: Assessment, workspace: Workspace, open_page: OpenPage
) -> None:
    plain = [c.model_copy(update={"core": False}) for c in workspace.catalogue.criteria]
    then = changed(workspace.catalogue, version="2026", criteria=plain)
    made = assessments.start_assessment(
        replace(workspace, current_catalogue=then),
        core_assessment.project,
        name="before",
        profile="short",
        ambition="floor",
    )
    assessments.change_choice(workspace, made.id, Choice("MC-08", in_scope=False))

    page = shown(open_page("start", project=core_assessment.project))

    assert "Core now: asked of every project, and of you too (1)" in page


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


def test_a_newcomer_who_could_be_told_apart_is_warned_of(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    hear(workspace, assessment, 2)

    app = open_page("start", project=assessment.project)

    assert any("the difference between the two" in part.value for part in app.warning)


def test_where_nothing_of_others_was_shown_there_is_nobody_to_tell_apart(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)

    assert list(open_page("start", project=assessment.project).warning) == []
