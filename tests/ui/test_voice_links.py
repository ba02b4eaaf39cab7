"""Links that were handed out: replaced, revoked, more of them; rounds and pairs that go on or end."""

from datetime import timedelta

from assessment.projects import Assessment
from assessment.services import participant, rounds
from assessment.services.workspace import Workspace
from tests.ui.conftest import OpenPage, shown
from tests.ui.invited import (
    a_round,
    both_are_done,
    everybody_says,
    keys,
    level,
    only,
    press,
    voices_page,
)


def test_revoking_asks_once_more_and_says_that_answers_stay(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = a_round(workspace, whole)
    everybody_says(workspace, issued.links[:1], level("MC-41", 2))
    place = f"link:{issued.round.id}"
    app = voices_page(open_page, whole)
    assert "<li>1 · done</li><li>2 · not begun</li>" in shown(app)

    app.selectbox(key=f"{place}:en").set_value(1).run()
    press(app, f"{place}:1:revoke:ask")
    assert "nobody can take a voice away" in shown(app)
    press(app, f"{place}:1:revoke:no")
    assert participant.find(workspace, issued.links[0].token) is not None

    press(app, f"{place}:1:revoke:ask")
    press(app, f"{place}:1:revoke:yes")
    assert participant.find(workspace, issued.links[0].token) is None
    assert "<li>1 · revoked</li>" in shown(app)
    assert f"{place}:1:revoke:ask" not in keys(app)


def test_a_lost_letter_gets_a_new_link_that_leads_to_the_same_answers(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = a_round(workspace, whole)
    place = f"link:{issued.round.id}"
    app = voices_page(open_page, whole)
    app.selectbox(key=f"{place}:en").set_value(2).run()
    press(app, f"{place}:2:reissue:ask")
    press(app, f"{place}:2:reissue:yes")
    assert participant.find(workspace, issued.links[1].token) is None
    assert participant.find(workspace, issued.links[0].token) is not None
    assert app.header[0].value == "One new link, shown once"


def test_all_who_have_not_begun_get_new_links_at_once(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = a_round(workspace, whole)
    everybody_says(workspace, issued.links[:1], level("MC-41", 2))
    app = voices_page(open_page, whole)
    press(app, f"link:{issued.round.id}:unused:ask")
    press(app, f"link:{issued.round.id}:unused:yes")
    assert app.header[0].value == "4 new links, shown once"
    found = [participant.find(workspace, link.token) is None for link in issued.links]
    assert found == [False, True, True, True, True]


def test_more_links_can_be_made_as_far_as_there_are_seats_in_a_round(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = a_round(workspace, whole)
    app = voices_page(open_page, whole)
    app.number_input(key=f"more:{issued.round.id}").set_value(2).run()
    press(app, f"add:{issued.round.id}")
    assert [link.number for link in only(workspace, whole).links] == [1, 2, 3, 4, 5, 6, 7]

    app.number_input(key=f"more:{issued.round.id}").set_value(200).run()
    press(app, f"add:{issued.round.id}")
    assert app.error[0].value == "A round has between 1 and 200 seats."


def test_the_link_for_all_is_made_renewed_and_revoked(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = a_round(workspace, whole, personal=0, open_link=True)
    assert issued.open_token is not None
    door = f"door:{issued.round.id}"
    app = voices_page(open_page, whole)
    press(app, f"{door}:renew:ask")
    press(app, f"{door}:renew:yes")
    assert participant.find(workspace, issued.open_token) is None
    assert "/a/" in app.code[0].value

    press(app, f"{door}:revoke:ask")
    press(app, f"{door}:revoke:yes")
    assert only(workspace, whole).round.open_hash is None

    press(app, f"{door}:new")
    assert only(workspace, whole).round.open_hash is not None


def test_a_round_gets_another_last_day_and_number_of_people(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = a_round(workspace, whole)
    place = f"round:{issued.round.id}"
    app = voices_page(open_page, whole)
    assert "open until you close the assessment" in shown(app)
    last = workspace.now().astimezone().date() + timedelta(days=9)
    app.date_input(key=f"{place}:until:0").set_value(last).run()
    app.number_input(key=f"{place}:seats:0").set_value(30).run()
    assert not app.exception
    stored = only(workspace, whole).round
    assert (stored.until, stored.seats) == (last, 30)


def test_a_round_closes_and_opens_by_hand(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = a_round(workspace, whole)
    app = press(voices_page(open_page, whole), f"close_{issued.round.id}")
    assert only(workspace, whole).round.closed_at is not None
    press(app, f"reopen_{issued.round.id}")
    assert only(workspace, whole).round.closed_at is None


def test_a_round_whose_last_day_has_passed_says_so(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    issued = a_round(workspace, whole)
    past = workspace.now().astimezone().date() - timedelta(days=1)
    workspace.store.save_round(
        type(issued.round)(**{**vars(issued.round), "until": past})  # as time goes by
    )
    assert f"ended on {past.day} " in shown(voices_page(open_page, whole))


def test_pairs_are_made_and_only_counted(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    app = voices_page(open_page, whole)
    app.number_input(key="pair_number_new").set_value(3).run()
    press(app, "make_pairs")
    assert app.header[0].value == "6 new links, shown once"
    assert "3 pairs: in 0 of them both are done" in shown(app)

    [pair] = rounds.make_pairs(workspace, whole.id, 1, None)
    both_are_done(workspace, pair)
    page = shown(voices_page(open_page, whole))
    assert "4 pairs: in 1 of them both are done" in page
    assert " began, " not in page


def test_a_lost_letter_of_a_pair_is_replaced_or_revoked(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    [pair] = rounds.make_pairs(workspace, whole.id, 1, None)
    app = voices_page(open_page, whole)
    app.selectbox(key="pair_number:en").set_value(1).run()
    press(app, "pair:1:mentee:reissue:ask")
    press(app, "pair:1:mentee:reissue:yes")
    assert participant.find(workspace, pair.mentee.token) is None
    assert app.header[0].value == "One new link, shown once"

    press(app, "pair:1:mentor:revoke:ask")
    press(app, "pair:1:mentor:revoke:yes")
    assert participant.find(workspace, pair.mentor.token) is None


def test_the_rounds_of_pairs_close_together(
    open_page: OpenPage, workspace: Workspace, whole: Assessment
) -> None:
    rounds.make_pairs(workspace, whole.id, 1, None)
    app = voices_page(open_page, whole)
    [button] = [key for key in keys(app) if key.startswith("close_")]
    press(app, button)
    found = rounds.rounds_of(workspace, whole)
    assert [line.round.closed_at is not None for line in found] == [True, True]
    press(app, "make_pairs")
    assert app.error[0].value == "Others cannot answer in this assessment any more."
