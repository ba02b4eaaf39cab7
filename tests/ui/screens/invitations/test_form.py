"""The form that opens an invitation: who, how many, which questions, until when."""

import re
from dataclasses import replace
from pathlib import Path

from assessment.assessments import Assessment
from assessment.services import assessments, invitations, projects, responding
from assessment.services.context import Workspace
from tests.support.builders import a_project
from tests.support.ui.screens import OpenPage, fill, keys, line, links, press, shown
from ui.store import workspace as open_workspace
from ui.widgets.html import plain


def test_opening_an_invitation_gives_links_that_are_shown_once(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    app.selectbox(key="invitation_role:0:en").set_value("mentee").run()
    app.number_input(key=f"invitation_respondents:{assessment.id}:0").set_value(3).run()
    assert any("fewer than 5 answers" in c.value for c in app.caption)
    press(app, "open_invitation")

    invited = line(workspace, assessment)
    assert (invited.invitation.role, invited.invitation.max_respondents, len(invited.links)) == (
        "mentee",
        3,
        3,
    )
    assert invited.invitation.until is not None
    assert [h.value for h in app.header][:2] == ["3 new links, shown once", "Mentees"]
    assert "3 places: 0 began, 0 done" in shown(app)
    assert {b.proto.label for b in app.get("download_button")} == {
        "Download the letters",
        "Download the list (CSV)",
    }
    press(app, "forget_links")
    assert not app.get("download_button")
    assert not open_page("invitations", assessment=assessment.id).get("download_button")


def test_the_next_invitation_is_offered_to_who_has_none_yet(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    first = app.selectbox(key="invitation_role:0:en").value
    press(app, "open_invitation")
    assert app.selectbox(key="invitation_role:1:en").value != first


def test_a_group_gets_one_link_beside_the_personal_ones(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    app.selectbox(key="invitation_kind:en").set_value("both").run()
    app.number_input(key=f"invitation_links:{assessment.id}:0").set_value(4).run()
    press(app, "open_invitation")

    invited = line(workspace, assessment)
    assert (invited.invitation.max_respondents, len(invited.links)) == (10, 4)
    token = app.code[0].value.removeprefix("http://localhost:8601/a/")
    assert isinstance(responding.find(workspace, token), responding.OpenLink)
    assert "with an open link" in shown(app)


def test_more_links_than_people_are_refused(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    app.selectbox(key="invitation_kind:en").set_value("both").run()
    app.number_input(key=f"invitation_links:{assessment.id}:0").set_value(40).run()
    press(app, "open_invitation")
    assert app.error[0].value == "There are more personal links than people. Make fewer."
    assert invitations.invitations_of(workspace, assessment) == []


def test_when_the_assessment_was_closed_elsewhere_nobody_is_invited(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    assessments.close_assessment(workspace, assessment.id)
    press(app, "open_invitation")
    assert app.error[0].value == "Others cannot answer in this assessment any more."
    assert "open_invitation" not in keys(app)


def test_what_is_chosen_stays_when_the_language_changes(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    app.selectbox(key="invitation_role:0:en").set_value("partner").run()
    app.segmented_control(key="language").set_value("nl").run()
    assert app.selectbox(key="invitation_role:0:nl").value == "partner"


def test_without_a_question_for_others_nobody_can_be_invited(
    open_page: OpenPage, without_core: Path
) -> None:
    for name in ("interim", "final"):  # those of a relationship are always asked
        (without_core / "profiles" / f"{name}.yaml").unlink()
    pair = without_core / "profiles" / "pair.yaml"
    text = pair.read_text(encoding="utf-8").replace("about: relationship\n", "")
    pair.write_text(re.sub(r"criteria:\s+\[[^]]*\]", "criteria: all", text), encoding="utf-8")
    workspace = open_workspace()
    project = projects.create_project(workspace, a_project(contact="de coördinator"))
    assessment = assessments.start_assessment(
        workspace, project.id, name="2026", profile="short", ambition="floor"
    )
    for choice in workspace.store.choices.get(assessment.id).values():
        assessments.change_choice(workspace, assessment.id, replace(choice, in_scope=False))
    app = open_page("invitations", assessment=assessment.id)
    sentences = " ".join(m.value for m in app.markdown)
    assert "is asked of this group. Choose more under Settings." in sentences
    assert "is asked of pairs. Choose more under Settings." in sentences


def test_another_role_gets_the_numbers_of_its_own_questions(
    open_page: OpenPage, whole: Assessment
) -> None:
    app = open_page("invitations", assessment=whole.id)
    shown_to = {}
    for role in ("mentee", "mentor"):
        app.selectbox(key="invitation_role:0:en").set_value(role).run()
        [field] = [box for box in app.selectbox if str(box.key).startswith("invitation_profile:")]
        shown_to[role] = (field.key, field.options)
    assert shown_to["mentee"][0] != shown_to["mentor"][0]  # or a browser keeps the old words
    assert shown_to["mentee"][1] != shown_to["mentor"][1]


def test_a_line_of_ones_own_goes_along_and_can_change(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    app.text_input(key=f"invitation_own_line:{assessment.id}:0").set_value("Tot 12 mei.").run()
    press(app, "open_invitation")
    assert line(workspace, assessment).invitation.own_line == "Tot 12 mei."

    fill(app, "text_input", ":own_line:", "Tot 13 mei.")
    assert line(workspace, assessment).invitation.own_line == "Tot 13 mei."


def test_what_a_role_would_see_is_one_click_away(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    app.selectbox(key="invitation_role:0:en").set_value("mentee").run()
    profile = app.selectbox(key="invitation_profile:mentee:en").value

    ways = [(part.proto.label, part.proto.url) for part in app.get("link_button")]

    wanted = f"/preview/{assessment.id}/mentee/{profile}?lang=en"
    assert ("See it as a mentee", wanted) in ways


def test_the_facilitator_is_asked_last_and_not_anonymously(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    offered = app.selectbox(key="invitation_role:0:en").options
    assert offered[-1] == "process facilitators"
    assert "coordinators" not in offered

    app.selectbox(key="invitation_role:0:en").set_value("facilitator").run()
    assert any("not anonymous" in c.value for c in app.caption)
    assert not any("fewer than" in c.value for c in app.caption)
    press(app, "open_invitation")
    assert line(workspace, assessment).invitation.role == "facilitator"


def test_a_relationship_can_be_looked_at_midway_and_at_the_end(
    open_page: OpenPage, whole: Assessment
) -> None:
    app = open_page("invitations", assessment=whole.id)
    app.selectbox(key="invitation_role:0:en").set_value("mentee").run()

    offered = app.selectbox(key="invitation_profile:mentee:en").options

    assert "Looking at the relationship midway: 8 questions, about 4 minutes" in offered
    assert not any(option.startswith("Conversation of a pair") for option in offered)
    assert list(app.selectbox(key="pair_profile:en").options) == [
        "Conversation of a pair",
        "Looking back on the relationship",
        "Looking at the relationship midway",
    ]


def test_an_evaluation_of_a_relationship_says_when_it_is_due_and_is_asked_in_full(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    app.selectbox(key="invitation_role:0:en").set_value("mentor").run()
    app.selectbox(key="invitation_profile:mentor:en").set_value("interim").run()

    profile = workspace.catalogue.profile("interim")
    assert profile is not None
    number = len([n for n in profile.criteria if n in workspace.catalogue.asked["mentor"]])
    [shown_as] = [
        words
        for words in app.selectbox(key="invitation_profile:mentor:en").options
        if words.startswith(profile.title.in_language("en"))
    ]
    assert f": {number} questions" in shown_as
    due = plain(profile.description.in_language("en"))
    captions = [caption.value for caption in app.caption]
    assert "only those count that this assessment" in captions[captions.index(due) + 1]

    app.selectbox(key="invitation_profile:mentor:en").set_value("short").run()
    assert due not in [caption.value for caption in app.caption]


def test_a_group_can_be_asked_to_judge(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = open_page("invitations", assessment=assessment.id)
    app.selectbox(key="invitation_role:0:en").set_value("facilitator").run()
    app.selectbox(key="invitation_asks:en").set_value("judge").run()
    offered = app.selectbox(key="invitation_cards:en").options
    press(app, "open_invitation")
    invited = line(workspace, assessment)

    assert offered[0].endswith("20 cards, about 7 minutes")
    assert any("is in no score" in caption.value for caption in app.caption)
    assert not any("not anonymous" in caption.value for caption in app.caption)
    assert (invited.invitation.to_judge, invited.invitation.role) == (True, "facilitator")
    assert "they judge what counts" in shown(app)
    assert "To what was judged" in links(app)
