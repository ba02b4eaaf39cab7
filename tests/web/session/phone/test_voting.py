"""What a phone sends: saved only when it is, never into another step."""

import pytest

from assessment.respondents import token_hash
from assessment.services.session import limits, voting
from tests.support.session.going import Going
from tests.support.session.pages import Visitor

SCRIPT = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def open_vote(session: Going) -> Going:
    return session.press("Begin the session", "Start the vote")


def choices(session: Going) -> list[str]:
    store = session.room.workspace.store
    people = store.session_people
    found = [people.find(_hash(phone)) for phone in session.phones]
    return [v.choice for p in found if p for v in voting.votes_of(session.room.workspace, p.person)]


def _hash(phone: Visitor) -> str:
    return token_hash(phone.client.cookies["ms_session"])


def test_the_script_hears_saved_with_the_version_for_the_next_choice(open_vote: Going) -> None:
    phone = open_vote.phones[0]
    form = phone.form_of("Save my answer")
    sent = {**form.fields, "choice": "yes"}
    for number, choice in enumerate(("yes", "no"), 1):
        sent |= {"choice": choice}
        answer = phone.client.request("POST", form.action, data=sent, headers=SCRIPT)
        assert answer.json() == {"saved": True, "version": str(number)}
        sent["version"] = answer.json()["version"]

    assert choices(open_vote) == ["no"]


def test_a_double_tap_counts_once(open_vote: Going) -> None:
    phone = open_vote.phones[0]
    form = phone.form_of("Save my answer")
    for _ in range(2):
        phone.sends(form.action, **{**form.fields, "choice": "yes"})

    assert phone.status == 200
    assert choices(open_vote) == ["yes"]


def test_another_device_is_told_what_is_saved(open_vote: Going) -> None:
    phone = open_vote.phones[0]
    form = phone.form_of("Save my answer")
    phone.sends(form.action, **{**form.fields, "choice": "yes"})
    phone.sends(form.action, **{**form.fields, "choice": "no"})

    assert phone.status == 409
    assert phone.shows("This was answered on another device too.")
    assert phone.form_of("Save my answer").fields["choice"] == "yes"


def test_an_outrun_page_says_so_and_sends_into_no_other_step(open_vote: Going) -> None:
    phone = open_vote.phones[0]
    form = phone.form_of("Save my answer")
    open_vote.press("Close the vote", "Show the result", "Next", "Next", "Start the vote")

    phone.sends(form.action, **{**form.fields, "choice": "yes"})

    assert phone.status == 409
    assert phone.shows("The group has moved on.")
    assert phone.shows("It depends on one word")
    assert choices(open_vote) == []


def test_the_script_is_told_that_a_closed_vote_takes_nothing(open_vote: Going) -> None:
    phone = open_vote.phones[0]
    form = phone.form_of("Save my answer")
    open_vote.press("Close the vote")

    answer = phone.client.request(
        "POST", form.action, data={**form.fields, "choice": "yes"}, headers=SCRIPT
    )

    assert (answer.status_code, answer.json()) == (409, {"saved": False})


@pytest.mark.parametrize(
    "wrong", [{"choice": "9"}, {"turn": "third"}, {"version": "x"}, {"version": "9" * 40}]
)
def test_what_no_page_of_ours_sends_is_refused(open_vote: Going, wrong: dict[str, str]) -> None:
    phone = open_vote.phones[0]

    assert phone.presses("Save my answer", **{"choice": "yes", **wrong}).status == 422


def test_one_person_cannot_send_without_end(open_vote: Going) -> None:
    phone = open_vote.phones[0]
    form = phone.form_of("Save my answer")
    sent = {**form.fields, "choice": "9"}
    for _ in range(limits.MOST_CHANGES):
        phone.sends(form.action, **sent)

    assert phone.sends(form.action, **sent).status == 429
    assert open_vote.phones[1].presses("Save my answer", choice="yes").status == 200


def test_a_note_stays_in_its_field_when_it_cannot_be_sent(open_vote: Going) -> None:
    phone = open_vote.phones[0]
    form = phone.form_of("Send")
    assert phone.presses("Send", text="x" * 2_001).status == 422
    assert phone.form_of("Send").fields["text"].strip() == "x" * 2_001
    assert phone.presses("Send", text=" ").shows("Nothing was sent: the field was empty.")
    open_vote.press("Close the vote", "Show the result", "Next")
    phone.sends(form.action, **{**form.fields, "text": "Wait"})
    assert phone.status == 409
    assert phone.form_of("Send").fields["text"].strip() == "Wait"
    open_vote.room.run("end")
    assert phone.sends(form.action, **{**form.fields, "text": "Wait"}).status == 409


def test_an_item_that_is_not_open_leads_to_the_present_step(session: Going) -> None:
    session.press("Begin the session", "Next", "Next", "Next", "Start the vote")
    phone = session.phones[0]

    assert phone.opens(f"{session.phone_address}/i/MC-07").shows("3 of 3")
    assert phone.presses("Back", choice="1").shows("2 of 3")
    assert phone.opens(f"{session.phone_address}/i/MC-99").shows("1 of 3")


def test_a_table_has_a_number(session: Going) -> None:
    phone = session.to("tables").press("Start the vote").phones[0]

    assert phone.presses("This phone answers for our table", table="x").status == 422
    assert phone.presses("This phone answers for our table", table="201").status == 422
    phone.presses("This phone answers for our table", table="7")
    assert phone.presses("Another phone answers for our table").shows("Number of your table")


def test_one_chooses_as_many_as_one_may_and_may_take_one_back(session: Going) -> None:
    session.to("missing").press("Start: everybody writes")
    for text in ("One", "Two"):
        session.phones[0].presses("Send", text=text)
    session.press("Close the vote", "Show the result", "Show to everybody", "Show to everybody")
    session.press("Let everybody choose")
    phone = session.phones[0]

    phone.presses("Choose this")
    assert phone.presses("Choose this").status == 409
    assert phone.shows("You have chosen as many as you may.")
    phone.presses("Take back my choice")
    assert phone.presses("Choose this").status == 200
