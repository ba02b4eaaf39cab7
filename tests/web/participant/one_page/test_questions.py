"""The questions of a role in one response: the same for everybody, light, and made once."""

import gzip
import json
from pathlib import Path

import pytest

from assessment.assessments import Assessment
from assessment.catalogue.reading.loader import load_catalogue
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from tests.support.invitations import CRITERIA, QUESTIONS, own
from tests.support.web.phone import JSON, Phone
from tests.web.conftest import NewPhone
from web.participant.one_page.questions import body_of

WIRE = 30_000  # bytes


def test_it_holds_what_the_pages_of_the_questions_say(begun: Phone, mentee: str) -> None:
    body = begun.client.request("GET", f"{mentee}/questions", headers=JSON).json()

    assert body["language"] == begun.page.language
    assert len(body["questions"]) == QUESTIONS
    for number, asked in enumerate(body["questions"], 1):
        page = begun.opens(f"{mentee}/q/{asked['id']}").page
        assert page.heading == asked["question"]
        assert asked["title"] == f"Vraag {number} van {QUESTIONS}"
        assert asked["saved"] == f"Vraag {number}: opgeslagen"
        for label, meaning, _ in asked["levels"]:
            assert label + meaning in page.text
    assert [care for *_, care in body["questions"][-1]["levels"]] == [True] + [False] * 4


def test_it_holds_nothing_of_who_asks(
    new_phone: NewPhone, workspace: Workspace, assessment: Assessment
) -> None:
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 2, None, personal=2)
    owns = [f"/a/{own(workspace, link.token)}" for link in issued.links]
    bodies = []
    for address in owns:
        phone = new_phone().sends(f"{address}/begin")
        phone.answers(choice="3", comment="Alleen van mij")
        bodies.append(phone.client.request("GET", f"{address}/questions").content)

    assert bodies[0] == bodies[1]
    assert b"Alleen van mij" not in bodies[0]
    assert not any(address.split("/")[2].encode() in bodies[0] for address in owns)


def test_it_is_sent_compressed_to_who_takes_that(phone: Phone, mentee: str) -> None:
    asked = {
        kind: phone.client.request(
            "GET", f"{mentee}/questions", headers={**JSON, "Accept-Encoding": kind}
        )
        for kind in ("gzip", "identity")
    }

    assert asked["gzip"].headers["content-encoding"] == "gzip"
    assert "content-encoding" not in asked["identity"].headers
    assert asked["gzip"].json() == asked["identity"].json()
    assert int(asked["gzip"].headers["content-length"]) < len(asked["identity"].content) / 2
    for response in asked.values():
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["vary"] == "accept-encoding"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_longest_of_a_phone_is_light_and_made_once(language: str) -> None:
    catalogue = load_catalogue(Path(CRITERIA))
    edition = catalogue.edition
    asked = tuple(c.id for c in catalogue.criteria if catalogue.is_asked(c, "mentor"))

    body = body_of(edition, asked, "mentor", language)

    assert len(asked) >= 30
    assert len(body.compressed) < WIRE
    assert gzip.decompress(body.compressed) == body.plain
    assert [one["id"] for one in json.loads(body.plain)["questions"]] == list(asked)
    again = load_catalogue(Path(CRITERIA)).edition
    assert body_of(again, asked, "mentor", language) is body


def test_in_another_language_it_is_another_one(phone: Phone, mentee: str) -> None:
    phone.sends(f"{mentee}/language", go="language:en")
    body = phone.client.request("GET", f"{mentee}/questions", headers=JSON).json()

    assert body["language"] == "en"
    assert body["questions"][0]["title"] == f"Question 1 of {QUESTIONS}"
