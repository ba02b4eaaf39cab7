"""What goes wrong: a clear page in the person's language, nothing lost, nothing shown."""

import logging
from pathlib import Path

import pytest

from assessment.assessments import Assessment
from assessment.services import assessments, responding
from assessment.services.context import Workspace
from assessment.services.invitations import close_invitation, invitations_of, open_invitation
from assessment.services.responding import RespondentSession
from storage import SqlStore
from tests.support.builders import Clock
from tests.support.web.phone import JSON, Phone
from tests.support.web.respondents import session_of
from tests.web.conftest import BOTH_WAYS, NewPhone

pytestmark = BOTH_WAYS


def levels(workspace: Workspace, of: RespondentSession) -> list[int | None]:
    return [answer.level for answer in responding.answers(workspace, of).values()]


def test_a_revoked_address_keeps_the_answers(
    phone: Phone, workspace: Workspace, mentee: str
) -> None:
    phone.sends(f"{mentee}/begin")
    phone.answers(choice="3")
    person = session_of(workspace, mentee)
    workspace.store.respondents.change(person.respondent.id, {"revoked_at": workspace.now()})

    assert phone.answers(choice="1").status == 404
    assert levels(workspace, person) == [3]


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
    assert levels(workspace, session_of(workspace, mentee)) == [119 % 5]


def test_an_invitation_that_was_closed_says_so_and_keeps_what_there_is(
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
    assert levels(workspace, session_of(workspace, mentee)) == [3]


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


@pytest.mark.parametrize(
    ("headers", "status", "heading"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403, "Dit komt niet van onze eigen pagina"),
        ({"Content-Type": "application/json"}, 415, "Dat was niet te lezen"),
        ({"Content-Length": "99999999"}, 413, "Dat is te veel in één keer"),
    ],
    ids=["from elsewhere", "no form", "huge"],
)
def test_what_no_page_of_ours_sends_writes_nothing(
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
    assert responding.answers(workspace, session_of(workspace, mentee)) == {}


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
        "POST", f"{mentee}/answers", data={"1-choice": "1"}, headers=JSON
    )
    assert (response.status_code, response.json()) == (503, {"saved": False})


def test_the_server_may_start_anew_between_question_and_answer(
    new_phone: NewPhone, workspace: Workspace, mentee: str
) -> None:
    page = new_phone().sends(f"{mentee}/begin").page
    later = new_phone()  # another app with nothing in memory

    later.sends(page.actions[0], **page.fields, choice="2", go="next")

    assert later.status == 200
    assert levels(workspace, session_of(workspace, mentee)) == [2]


def test_no_log_names_an_address(
    phone: Phone, mentee: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.ERROR, "httpx")  # the phone's own log, not ours
    phone.sends(f"{mentee}/begin")
    phone.answers(choice="2", comment="geheim verhaal")

    assert mentee.split("/")[2] not in caplog.text
    assert "geheim verhaal" not in caplog.text
