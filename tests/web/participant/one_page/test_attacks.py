"""Several answers in one post are no way around any rule, whoever sends them and whenever."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assessment.assessments import Assessment
from assessment.services import assessments, responding
from assessment.services.context import Workspace
from assessment.services.pairs import PairLinks
from tests.support.invitations import own
from tests.support.web.phone import FORM, JSON, ScriptPhone, an_answer, told
from tests.support.web.respondents import answers_of, asked_of, session_of
from tests.web.conftest import NewPhone

pytestmark = pytest.mark.parametrize("way", [ScriptPhone], indirect=True, ids=["one page"])


def test_a_question_of_others_is_not_saved(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    inside = asked_of(workspace, mentee)
    outside = [c.id for c in workspace.catalogue.criteria if c.id not in inside]
    foreign = (outside[0], "MC-99", "", "../../x")

    results = told(phone.saves(mentee, *(an_answer(criterion, "1") for criterion in foreign)))

    assert [result["result"] for result in results] == ["not asked"] * 4
    assert answers_of(workspace, mentee) == {}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"choice": "1"},
        {"0-choice": "1"},
        {"5-choice": "1"},
        {"1-choice": "1", "x-choice": "1"},
        {f"{n}-choice": "1" for n in range(1, 6)},
    ],
    ids=lambda fields: " ".join(fields) or "nothing",
)
def test_a_post_that_the_script_never_makes_is_refused(
    phone: ScriptPhone, workspace: Workspace, mentee: str, fields: dict[str, str]
) -> None:
    response = phone.client.request(
        "POST", f"{mentee}/answers", data=fields, headers={**FORM, **JSON}
    )

    assert (response.status_code, response.json()) == (422, {"saved": False})
    assert answers_of(workspace, mentee) == {}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Content-Type": "application/json"}, 415),
        ({"Content-Length": "99999999"}, 413),
    ],
    ids=["from elsewhere", "from beside", "no form", "huge"],
)
def test_what_no_page_of_ours_sends_writes_nothing(
    phone: ScriptPhone, workspace: Workspace, mentee: str, headers: dict[str, str], status: int
) -> None:
    first = asked_of(workspace, mentee)[0]
    data = {f"1-{name}": value for name, value in an_answer(first, "1").items()}
    response = phone.client.request(
        "POST", f"{mentee}/answers", data=data, headers={**FORM, **JSON, **headers}
    )

    assert (response.status_code, response.json()) == (status, {"saved": False})
    assert answers_of(workspace, mentee) == {}


def test_more_than_fits_in_a_post_is_refused_whole(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    sent = [an_answer(c, "1", comment="é" * 2000) for c in asked_of(workspace, mentee)[:4]]

    assert phone.saves(mentee, *sent).status_code == 413
    assert answers_of(workspace, mentee) == {}


def test_closing_and_erasing_end_it_and_keep_what_was_confirmed(
    phone: ScriptPhone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    first, second = asked_of(workspace, mentee)[:2]
    phone.saves(mentee, an_answer(first, "1"))
    assessments.close_assessment(workspace, assessment.id)

    for method, page in (("GET", "questions"), ("GET", "answers"), ("POST", "answers")):
        data = {"1-criterion": second, "1-choice": "1"} if method == "POST" else None
        response = phone.client.request(
            method, f"{mentee}/{page}", data=data, headers={**FORM, **JSON}
        )
        assert (response.status_code, response.json()) == (410, {"saved": False})
    assert list(answers_of(workspace, mentee)) == [first]


def test_a_revoked_address_takes_and_shows_nothing(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    first, person = asked_of(workspace, mentee)[0], session_of(workspace, mentee)
    phone.saves(mentee, an_answer(first, "1", comment="Geheim"))
    workspace.store.respondents.change(person.respondent.id, {"revoked_at": workspace.now()})

    for page in ("questions", "answers"):
        response = phone.client.request("GET", f"{mentee}/{page}", headers=JSON)
        assert (response.status_code, response.json()) == (404, {"saved": False})
    assert phone.saves(mentee, an_answer(first, "2")).status_code == 404
    assert [a.level for a in responding.answers(workspace, person).values()] == [1]


def test_a_letter_and_an_open_link_have_no_answers_and_take_none(
    phone: ScriptPhone, workspace: Workspace, letter: str, open_link: str
) -> None:
    for address in (letter, open_link):
        for page in ("questions", "answers"):
            assert phone.client.request("GET", f"{address}/{page}").status_code == 404
        assert phone.saves(address, an_answer("MC-37", "1")).status_code == 404
    own(workspace, letter.removeprefix("/a/"))
    assert phone.client.request("GET", f"{letter}/answers").status_code == 409
    assert phone.saves(letter, an_answer("MC-37", "1")).status_code == 409


def test_one_of_a_pair_reads_nothing_of_the_other(
    phone: ScriptPhone, new_phone: NewPhone, workspace: Workspace, pair: PairLinks
) -> None:
    mine, theirs = (f"/a/{own(workspace, link.token)}" for link in (pair.first, pair.second))
    first = asked_of(workspace, mine)[0]
    phone.saves(mine, an_answer(first, "2", comment="Van de een"))
    other = new_phone()
    assert other.client.request("GET", f"{theirs}/answers", headers=JSON).json() == {"answers": []}
    assert "Van de een" not in other.client.request("GET", f"{theirs}/questions").text


def test_too_many_in_a_minute_have_to_wait_and_none_of_that_post_is_saved(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    first, second = asked_of(workspace, mentee)[:2]
    for number in range(119):
        phone.saves(mentee, an_answer(first, str(number % 5), version=str(number)))

    both = an_answer(first, "0", version="119"), an_answer(second, "1")
    refused = phone.saves(mentee, *both)

    assert (refused.status_code, refused.json()) == (429, {"saved": False})
    assert answers_of(workspace, mentee)[first].version == 119
    assert told(phone.saves(mentee, both[1]))[0]["result"] == "saved"


@pytest.fixture
def patience() -> float:
    return 0.2


def test_while_the_database_is_held_up_nothing_is_confirmed(
    phone: ScriptPhone, workspace: Workspace, mentee: str, sqlite_file: Path
) -> None:
    first = asked_of(workspace, mentee)[0]
    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = phone.saves(mentee, an_answer(first, "1"))
        other.execute("ROLLBACK")

    assert (refused.status_code, refused.json()) == (503, {"saved": False})
    assert told(phone.saves(mentee, an_answer(first, "1")))[0]["result"] == "saved"
