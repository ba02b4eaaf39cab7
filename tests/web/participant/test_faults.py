"""What goes wrong: a clear page in the person's language, nothing lost, nothing shown."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.assessments import Assessment
from assessment.services import assessments, projects, responding
from assessment.services.context import Workspace
from assessment.services.invitations import (
    close_invitation,
    invitations_of,
    open_invitation,
    reissue,
    revoke,
)
from assessment.services.responding import PersonalLink, RespondentSession
from storage import SqlStore
from tests.support.builders import Clock
from tests.support.invitations import own
from tests.support.phone import Phone
from tests.web.conftest import NewPhone

NOWHERE = "Dit adres leidt nergens naartoe"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.server.forms.SLOW", 0)


def session(workspace: Workspace, address: str) -> RespondentSession:
    found = responding.find(workspace, address.split("/")[2])
    assert isinstance(found, RespondentSession)
    return found


def levels(workspace: Workspace, of: RespondentSession) -> list[int | None]:
    return [answer.level for answer in responding.answers(workspace, of).values()]


@pytest.mark.parametrize(
    "address",
    [
        "/a/",
        "/a/x",
        f"/a/{'x' * 32}",
        f"/a/{'x' * 32}/q/MC-01",
        f"/a/{'x' * 5000}",
        "/a/%00",
        "/a/%ff",
        "/a/é" + "x" * 31,
        "/a/..%2f..%2fetc",
        "/a//" + "x" * 32,
        "/a/" + "x" * 31 + "%0a",
    ],
)
def test_an_address_that_never_was_leads_nowhere(phone: Phone, address: str) -> None:
    phone.opens(address)

    assert (phone.status, phone.page.heading) == (404, NOWHERE)


def test_a_replaced_or_revoked_address_is_like_one_that_never_was(
    phone: Phone, workspace: Workspace, letter: str
) -> None:
    never = phone.opens(f"/a/{'x' * 32}").response
    found = responding.find(workspace, letter.split("/")[2])
    assert isinstance(found, PersonalLink)
    link = reissue(workspace, found.respondent)
    replaced = phone.opens(letter).response
    own_one = f"/a/{own(workspace, link.token)}"
    revoke(workspace, found.respondent)
    revoked = phone.opens(f"/a/{link.token}").response
    revoked_own = phone.opens(own_one).response

    for response in (replaced, revoked, revoked_own):
        assert response.status_code == 404
        assert response.content == never.content
        assert response.headers == never.headers


def test_it_is_told_in_the_language_of_the_browser(new_phone: NewPhone) -> None:
    assert new_phone("en-GB,nl;q=0.5").opens("/a/x").page.heading == "This address leads nowhere"


def test_a_revoked_address_keeps_the_answers(
    phone: Phone, workspace: Workspace, mentee: str
) -> None:
    phone.sends(f"{mentee}/begin")
    phone.answers(choice="3")
    person = session(workspace, mentee)
    revoke(workspace, person.respondent.id)

    assert phone.answers(choice="1").status == 404
    assert levels(workspace, person) == [3]


def test_guessing_is_slow_and_soon_too_much_but_right_addresses_go_on(
    phone: Phone, new_phone: NewPhone, mentee: str
) -> None:
    statuses = [phone.opens(f"/a/{'x' * 28}{number:04}").status for number in range(121)]

    assert statuses == [404] * 120 + [429]
    assert phone.page.heading == "Het is hier te druk"
    assert new_phone().opens(mentee).status == 200


def test_a_wrong_address_has_to_wait(
    phone: Phone, mentee: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("web.server.forms.SLOW", 7)
    monkeypatch.setattr("web.server.forms.asyncio.sleep", sleep)
    phone.opens(mentee)
    assert waited == []
    phone.opens("/a/x")

    assert waited == [7]


def test_more_changes_than_a_person_makes_have_to_wait(
    phone: Phone, workspace: Workspace, mentee: str
) -> None:
    phone.sends(f"{mentee}/begin")
    page = phone.address
    statuses = []
    for number in range(121):
        sent = {"choice": str(number % 5), "version": str(number)}
        statuses.append(phone.sends(page, **sent).status)

    assert statuses == [200] * 120 + [429]
    assert levels(workspace, session(workspace, mentee)) == [119 % 5]


def test_a_round_that_was_closed_says_so_and_keeps_what_there_is(
    phone: Phone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    phone.sends(f"{mentee}/begin")
    phone.answers(choice="3")
    page = phone.page
    (line,) = invitations_of(workspace, assessment)
    close_invitation(workspace, line.invitation.id)

    phone.sends(page.actions[0], **page.fields, choice="1", go="next")
    assert (phone.status, phone.page.heading) == (410, "Deze uitnodiging is gesloten")
    for name in ("", "/review", "/thanks", "/delete", "/about", "/pause"):
        assert phone.opens(f"{mentee}{name}").status == 410
    for name in ("begin", "finish", "delete"):
        assert phone.sends(f"{mentee}/{name}").status == 410
    assert levels(workspace, session(workspace, mentee)) == [3]


def test_an_assessment_that_was_closed_says_so(
    phone: Phone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    assessments.close_assessment(workspace, assessment.id)

    assert phone.opens(mentee).page.heading == "Deze uitnodiging is gesloten"


def test_after_the_last_day_it_says_so(
    phone: Phone, workspace: Workspace, assessment: Assessment, clock: Clock
) -> None:
    day = clock.now.date()
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 1, day, personal=1)
    address = f"/a/{issued.links[0].token}"
    assert phone.opens(address).status == 200
    clock.forward(days=1)
    clock.forward(hours=15)

    assert phone.opens(address).status == 410
    assert phone.page.heading == "De laatste dag om te antwoorden is voorbij"


def test_the_script_is_told_what_is_wrong(
    phone: Phone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    page = phone.sends(f"{mentee}/begin").address
    assessments.close_assessment(workspace, assessment.id)
    for address, status in ((page, 410), (f"/a/{'x' * 32}/q/MC-01", 404)):
        response = phone.client.request(
            "POST", address, data={"choice": "1"}, headers={"Accept": "application/json"}
        )
        assert (response.status_code, response.json()) == (status, {"saved": False})


@pytest.mark.parametrize(
    ("headers", "status", "heading"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403, "Dit komt niet van onze eigen pagina"),
        ({"Content-Type": "application/json"}, 415, "Dat was niet te lezen"),
        ({"Content-Length": "99999999"}, 413, "Dat is te veel in één keer"),
    ],
    ids=["from elsewhere", "no form", "huge"],
)
def test_what_does_not_pass_the_door_writes_nothing(
    phone: Phone,
    workspace: Workspace,
    mentee: str,
    headers: dict[str, str],
    status: int,
    heading: str,
) -> None:
    page = phone.sends(f"{mentee}/begin").address
    response = phone.client.request(
        "POST",
        page,
        data={"choice": "1", "version": "0"},
        headers={"Content-Type": "application/x-www-form-urlencoded", **headers},
    )
    phone.response = response

    assert (phone.status, phone.page.heading) == (status, heading)
    assert responding.answers(workspace, session(workspace, mentee)) == {}


def test_another_method_is_told_so(phone: Phone, mentee: str) -> None:
    phone.response = phone.client.request("DELETE", mentee)

    assert (phone.status, phone.page.heading) == (405, "Dat kan hier niet")


def test_a_database_that_fails_is_told_and_nothing_is_called_saved(
    phone: Phone, mentee: str, web_store: SqlStore, sqlite_file: Path
) -> None:
    phone.sends(f"{mentee}/begin")
    web_store.close()
    for path in sqlite_file.parent.iterdir():
        path.unlink()
    sqlite_file.write_text("no database")

    phone.answers(choice="1")
    assert (phone.status, phone.page.heading) == (503, "Opslaan lukt nu niet")
    response = phone.client.request(
        "POST", f"{mentee}/q/x", data={"a": "b"}, headers={"Accept": "application/json"}
    )
    assert (response.status_code, response.json()) == (503, {"saved": False})


def test_a_project_that_is_erased_meanwhile_leads_nowhere(
    phone: Phone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    phone.sends(f"{mentee}/begin")
    projects.erase_project(workspace, assessment.project)

    phone.answers(choice="1")

    assert (phone.status, phone.page.heading) == (404, NOWHERE)


def test_a_project_that_is_erased_between_looking_and_writing_leads_nowhere(
    phone: Phone, workspace: Workspace, mentee: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = phone.sends(f"{mentee}/begin").address
    person = session(workspace, mentee)
    gone = replace(person, respondent=replace(person.respondent, id="gone"))
    monkeypatch.setattr(responding, "find", lambda *_: gone)

    phone.sends(page, choice="1", version="0")

    assert (phone.status, phone.page.heading) == (404, NOWHERE)


def test_the_server_may_start_anew_between_question_and_answer(
    new_phone: NewPhone, workspace: Workspace, mentee: str
) -> None:
    page = new_phone().sends(f"{mentee}/begin").page
    later = new_phone()  # another app with nothing in memory

    later.sends(page.actions[0], **page.fields, choice="2", go="next")

    assert later.status == 200
    assert levels(workspace, session(workspace, mentee)) == [2]


def test_no_log_names_an_address(
    phone: Phone, mentee: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.ERROR, "httpx")  # the phone's own log, not ours
    phone.sends(f"{mentee}/begin")
    phone.answers(choice="2", comment="geheim verhaal")

    assert mentee.split("/")[2] not in caplog.text
    assert "geheim verhaal" not in caplog.text
