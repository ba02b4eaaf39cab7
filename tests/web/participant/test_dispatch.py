"""Whose address it is, and what is answered when it opens nothing."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from starlette.applications import Starlette

from assessment.assessments import Assessment
from assessment.codes import code_of
from assessment.services import assessments, projects, responding
from assessment.services.context import Workspace
from assessment.services.invitations import reissue, revoke
from assessment.services.responding import PersonalLink
from settings import Settings
from storage import open_store
from tests.support.empty_database import NewDatabase, locked_for_all
from tests.support.web.phone import Browser, Phone
from tests.support.web.respondents import session_of
from tests.web.conftest import OURS, NewPhone
from web.participant.dispatch import SLOW
from web.participant.routes import participants_route
from web.server.workers import READERS, run_reading


@pytest.fixture
def stuck() -> Iterator[Callable[[], object]]:
    """A function that does not end before the test does."""
    free = threading.Event()
    yield partial(free.wait, 10)
    free.set()


NOWHERE = "Dit adres leidt nergens naartoe"


def test_pages_are_read_while_every_thread_waits_for_something(
    phone: Phone, mentee: str, stuck: Callable[[], object]
) -> None:
    question = phone.sends(f"{mentee}/begin").address

    async def meanwhile() -> list[int]:
        waiting = [asyncio.ensure_future(run_reading(stuck)) for _ in range(READERS)]
        pages = [phone.client.later("GET", page) for page in (mentee, question)]
        read = await asyncio.wait_for(asyncio.gather(*pages), 5)
        assert not any(task.done() for task in waiting)
        for task in waiting:
            task.cancel()
        return [page.status_code for page in read]

    assert phone.client.runs(meanwhile()) == [200, 200]


@pytest.mark.parametrize("quick_is", ["kept away", "none"])
def test_pages_that_cannot_be_read_at_once_are_read_with_patience(
    workspace: Workspace, mentee: str, tmp_path: Path, new_database: NewDatabase, quick_is: str
) -> None:
    new_database(tmp_path / "other")
    other = open_store(f"sqlite:///{tmp_path / 'other'}", clock=workspace.now)
    kept_away = replace(workspace, store=other.at_once()) if quick_is == "kept away" else None
    route = participants_route(lambda: workspace, Settings, lambda: kept_away)
    headers = {"Sec-Fetch-Site": "same-origin", "Accept-Language": "nl"}
    with locked_for_all(tmp_path / "other"):
        phone = Phone(Browser(Starlette(routes=[route]), OURS, headers))
        begun = phone.sends(f"{mentee}/begin")
        assert (begun.status, "/q/" in begun.address) == (200, True)
        assert phone.opens(mentee).status == 200

    phone.client.close()
    other.close()


@pytest.mark.parametrize(
    "address",
    [
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
    opened = responding.find(workspace, letter.split("/")[2])
    assert isinstance(opened, PersonalLink)
    link = reissue(workspace, opened.respondent)
    replaced = phone.opens(letter).response
    revoke(workspace, opened.respondent)
    revoked = phone.opens(f"/a/{link.token}").response

    for response in (replaced, revoked):
        assert response.status_code == 404
        assert response.content == never.content
        assert response.headers == never.headers


def test_it_is_told_in_the_language_of_the_browser(new_phone: NewPhone) -> None:
    assert new_phone("en-GB,nl;q=0.5").opens("/a/x").page.heading == "This address leads nowhere"


def test_guessing_is_soon_too_much_but_right_addresses_go_on(
    phone: Phone, new_phone: NewPhone, mentee: str
) -> None:
    statuses = [phone.opens(f"/a/{'x' * 28}{number:04}").status for number in range(121)]

    assert statuses == [404] * 120 + [429]
    assert phone.page.heading == "Het is hier te druk"
    assert new_phone().opens(mentee).status == 200


def test_a_wrong_address_and_every_code_take_half_a_second(
    phone: Phone, mentee: str, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = code_of(letter.removeprefix("/a/"))

    def seconds(address: str) -> float:
        begun = time.monotonic()
        phone.opens(address)
        return time.monotonic() - begun

    monkeypatch.setattr("web.participant.dispatch.SLOW", 30)
    assert seconds(mentee) < 30
    monkeypatch.setattr("web.participant.dispatch.SLOW", SLOW)
    assert all(seconds(f"/a/{token}") >= 0.5 for token in ("x", code, "222-222-222"))


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


def test_another_method_is_told_so(phone: Phone, mentee: str) -> None:
    phone.response = phone.client.request("DELETE", mentee)

    assert (phone.status, phone.page.heading) == (405, "Dat kan hier niet")


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
    person = session_of(workspace, mentee)
    gone = replace(person, respondent=replace(person.respondent, id="gone"))
    monkeypatch.setattr(responding, "find", lambda *_: gone)

    phone.sends(page, choice="1", version="0")

    assert (phone.status, phone.page.heading) == (404, NOWHERE)


def test_what_fails_here_is_a_page_of_ours_that_tells_nothing(
    phone: Phone, mentee: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a secret of the program")

    monkeypatch.setattr(responding, "find", fail)
    phone.opens(mentee)

    assert (phone.status, phone.page.heading) == (500, "Er is hier iets misgegaan")
    assert phone.response.headers["cache-control"] == "no-store"
    assert "secret" not in phone.response.text
    assert "a secret of the program" in caplog.text


def test_nobody_is_answered_who_has_left(
    phone: Phone, mentee: str, caplog: pytest.LogCaptureFixture
) -> None:
    sent: list[object] = []

    async def receive() -> dict[str, str]:
        return {"type": "http.disconnect"}

    async def send(message: object) -> None:
        sent.append(message)

    headers = [(b"content-type", b"application/x-www-form-urlencoded")]
    scope = {"type": "http", "method": "POST", "path": f"{mentee}/finish", "headers": headers}
    asyncio.run(phone.client.app(scope, receive, send))  # type: ignore[arg-type]

    assert sent == []
    assert caplog.text == ""


def test_an_address_that_leads_nowhere_is_looked_up_before_the_page(phone: Phone) -> None:
    for page in ("", "/", "/nowhere", "/q/MC-01", "/begin"):
        assert phone.opens(f"/a/{'x' * 32}{page}").page.heading == NOWHERE
        assert phone.sends(f"/a/{'x' * 32}{page}").page.heading == NOWHERE
