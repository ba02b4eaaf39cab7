"""Other voices: invite, hand out links once, replace and revoke them, see who took part."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from assessment.services import assessments, invitations, responding
from assessment.services.context import Workspace
from assessment.services.invitations import InvitationLine
from tests.support.screens import an_invitation, everybody_says, level
from tests.ui.conftest import OpenPage, shown
from ui import session


def opened(open_page: OpenPage, assessment: Assessment, language: str = "en") -> AppTest:
    return open_page("invitations", assessment=assessment.id, language=language)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, app.exception
    return app


def only(workspace: Workspace, assessment: Assessment) -> InvitationLine:
    [line] = invitations.invitations_of(workspace, assessment)
    return line


def keys(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.button}


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Laid beside what mentors"), ("nl", "Leg je die naast")]
)
def test_without_a_round_the_page_explains_and_invites(
    open_page: OpenPage, assessment: Assessment, language: str, said: str
) -> None:
    app = opened(open_page, assessment, language)
    assert any(said in m.value for m in app.markdown)
    assert "open_round" in keys(app)


def test_an_address_of_this_machine_alone_is_said_with_what_to_do(
    open_page: OpenPage, assessment: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "http://localhost:8501. That works on this computer only" in shown(
        opened(open_page, assessment)
    )
    monkeypatch.setenv("MENTORSPIEGEL_PUBLIC_URL", "https://mentoring.example/")
    session.settings.cache_clear()
    app = opened(open_page, assessment)
    assert "this computer only" not in shown(app)
    assert "Links start with https://mentoring.example." in [c.value for c in app.caption]


def test_opening_a_round_gives_links_that_are_shown_once(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    app.selectbox(key="round_role:0:en").set_value("mentee").run()
    app.number_input(key="round_seats").set_value(3).run()
    assert any("fewer than 5 answers" in c.value for c in app.caption)
    press(app, "open_round")

    line = only(workspace, assessment)
    assert (line.invitation.role, line.invitation.max_respondents, len(line.links)) == (
        "mentee",
        3,
        3,
    )
    assert line.invitation.until is not None
    assert [h.value for h in app.header][:2] == ["3 new links, shown once", "Mentees"]
    assert "3 places: 0 began, 0 done" in shown(app)
    assert {b.proto.label for b in app.get("download_button")} == {
        "Download the letters",
        "Download the list (CSV)",
    }
    press(app, "forget_links")
    assert not app.get("download_button")
    assert not opened(open_page, assessment).get("download_button")


def test_the_next_round_is_offered_to_who_has_none_yet(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    first = app.selectbox(key="round_role:0:en").value
    press(app, "open_round")
    assert app.selectbox(key="round_role:1:en").value != first


def test_a_group_gets_one_link_beside_the_personal_ones(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    app.selectbox(key="round_kind:en").set_value("both").run()
    app.number_input(key="round_links").set_value(4).run()
    press(app, "open_round")

    line = only(workspace, assessment)
    assert (line.invitation.max_respondents, len(line.links)) == (10, 4)
    token = app.code[0].value.removeprefix("http://localhost:8501/a/")
    assert isinstance(responding.find(workspace, token), responding.OpenLink)
    assert "with an open link" in shown(app)


def test_more_links_than_people_are_refused(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    app.selectbox(key="round_kind:en").set_value("both").run()
    app.number_input(key="round_links").set_value(40).run()
    press(app, "open_round")
    assert app.error[0].value == "There are more personal links than people. Make fewer."
    assert invitations.invitations_of(workspace, assessment) == []


def test_when_the_assessment_was_closed_elsewhere_nobody_is_invited(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    assessments.close_assessment(workspace, assessment.id)
    press(app, "open_round")
    assert app.error[0].value == "Others cannot answer in this assessment any more."
    assert "open_round" not in keys(app)


def test_what_is_chosen_stays_when_the_language_changes(
    open_page: OpenPage, assessment: Assessment
) -> None:
    app = opened(open_page, assessment)
    app.selectbox(key="round_role:0:en").set_value("partner").run()
    app.segmented_control(key="language").set_value("nl").run()
    assert app.selectbox(key="round_role:0:nl").value == "partner"


def test_revoking_asks_once_more_and_says_that_answers_stay(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    everybody_says(workspace, issued.links[:1], level("MC-41", 2))
    place = f"link:{issued.invitation.id}"
    app = opened(open_page, whole)
    assert "<li>1 · done</li><li>2 · not begun</li>" in shown(app)

    app.selectbox(key=f"{place}:en").set_value(1).run()
    press(app, f"{place}:1:revoke:ask")
    assert "nobody can take them away" in shown(app)
    press(app, f"{place}:1:revoke:no")
    assert responding.find(workspace, issued.links[0].token) is not None

    press(app, f"{place}:1:revoke:ask")
    press(app, f"{place}:1:revoke:yes")
    assert responding.find(workspace, issued.links[0].token) is None
    assert "<li>1 · revoked</li>" in shown(app)
    assert f"{place}:1:revoke:ask" not in keys(app)


def test_more_links_can_be_made_as_far_as_there_are_seats_in_a_round(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    app = opened(open_page, whole)
    app.number_input(key=f"more:{issued.invitation.id}").set_value(2).run()
    press(app, f"add:{issued.invitation.id}")
    assert [link.number for link in only(workspace, whole).links] == [1, 2, 3, 4, 5, 6, 7]

    app.number_input(key=f"more:{issued.invitation.id}").set_value(200).run()
    press(app, f"add:{issued.invitation.id}")
    assert app.error[0].value == "An invitation is for 1 to 200 people."


def test_the_link_for_all_is_made_renewed_and_revoked(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole, personal=0, open_link=True)
    assert issued.open_token is not None
    door = f"door:{issued.invitation.id}"
    app = opened(open_page, whole)
    press(app, f"{door}:renew:ask")
    press(app, f"{door}:renew:yes")
    assert responding.find(workspace, issued.open_token) is None
    assert "/a/" in app.code[0].value

    press(app, f"{door}:revoke:ask")
    press(app, f"{door}:revoke:yes")
    assert only(workspace, whole).invitation.open_hash is None

    press(app, f"{door}:new")
    assert only(workspace, whole).invitation.open_hash is not None


def test_a_round_gets_another_last_day_and_number_of_people(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    place = f"round:{issued.invitation.id}"
    app = opened(open_page, whole)
    assert "open until you close the assessment" in shown(app)
    last = workspace.now().astimezone().date() + timedelta(days=9)
    app.date_input(key=f"{place}:until:0").set_value(last).run()
    app.number_input(key=f"{place}:seats:0").set_value(30).run()
    assert not app.exception
    stored = only(workspace, whole).invitation
    assert (stored.until, stored.max_respondents) == (last, 30)


def test_a_round_closes_and_opens_by_hand(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    app = press(opened(open_page, whole), f"close_{issued.invitation.id}")
    assert only(workspace, whole).invitation.closed_at is not None
    press(app, f"reopen_{issued.invitation.id}")
    assert only(workspace, whole).invitation.closed_at is None


def test_a_round_whose_last_day_has_passed_says_so(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    past = workspace.now().astimezone().date() - timedelta(days=1)
    workspace.store.invitations.save(
        type(issued.invitation)(**{**vars(issued.invitation), "until": past})  # as time goes by
    )
    assert f"ended on {past.day} " in shown(opened(open_page, whole))


def test_a_closed_assessment_shows_who_took_part_and_invites_nobody(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = an_invitation(workspace, whole)
    everybody_says(workspace, issued.links, level("MC-41", 2))
    assessments.close_assessment(workspace, whole.id)
    app = opened(open_page, whole)
    assert "5 places: 5 began, 5 done" in shown(app)
    assert keys(app) <= {"language"}
    assert "1 · done" not in shown(app)
    assert "This assessment is closed." in app.info[0].value

    assessments.reopen_assessment(workspace, whole.id)
    app = opened(open_page, whole)
    assert "has been shown once" in app.info[0].value
    assert "open_round" not in keys(app)


def test_a_closed_assessment_without_rounds_says_that_nobody_was_invited(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    said = [m.value for m in opened(open_page, assessment).markdown]
    assert "Nobody else was invited for this assessment." in said


def test_without_a_question_for_others_nobody_can_be_invited(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    for choice in workspace.store.choices.get(assessment.id).values():
        assessments.change_choice(
            workspace, assessment.id, type(choice)(**{**vars(choice), "in_scope": False})
        )
    app = opened(open_page, assessment)
    said = " ".join(m.value for m in app.markdown)
    assert "is asked of others. Choose more under Settings." in said
    assert "is asked of pairs. Choose more under Settings." in said


def test_another_role_gets_the_numbers_of_its_own_questions(
    open_page: OpenPage, whole: Assessment
) -> None:
    app = opened(open_page, whole)
    shown_to = {}
    for role in ("mentee", "mentor"):
        app.selectbox(key="round_role:0:en").set_value(role).run()
        [field] = [box for box in app.selectbox if str(box.key).startswith("round_profile:")]
        shown_to[role] = (field.key, field.options)
    assert shown_to["mentee"][0] != shown_to["mentor"][0]  # or a browser keeps the old words
    assert shown_to["mentee"][1] != shown_to["mentor"][1]
