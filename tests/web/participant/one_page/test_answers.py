"""Several answers in one post: each with its version, each confirmed by itself, and no way around a rule."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from assessment.answers import AnswerState
from assessment.assessments import Assessment
from assessment.services import assessments, responding
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from assessment.services.pairs import PairLinks
from tests.support.invitations import own
from tests.support.web.phone import FORM, JSON, ScriptPhone
from tests.support.web.respondents import answers_of, session_of
from tests.web.conftest import NewPhone
from web.participant.one_page.answers import MOST

pytestmark = pytest.mark.parametrize("way", [ScriptPhone], indirect=True, ids=["one page"])


def asked(workspace: Workspace, address: str) -> list[str]:
    return [criterion.id for criterion in session_of(workspace, address).criteria]


def one(criterion: str, choice: str, **more: str) -> dict[str, str]:
    return {"criterion": criterion, "choice": choice, "version": "0", **more}


def told(response: httpx.Response) -> list[Mapping[str, object]]:
    assert response.status_code == 200, response.text
    answers: list[Mapping[str, object]] = response.json()["answers"]
    return answers


def test_each_answer_is_confirmed_with_what_the_database_has_of_it(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    first, second, third, last = asked(workspace, mentee)[:MOST]
    answers = told(
        phone.saves(
            mentee,
            one(first, "0"),
            one(second, "4", comment=" Gaat\r\ngoed "),
            one(third, "declined"),
            one(last, "", comment="Eerst nadenken"),
        )
    )

    assert [(a["criterion"], a["result"], a["version"]) for a in answers] == [
        (criterion, "saved", 1) for criterion in (first, second, third, last)
    ]
    assert [(a["choice"], a["comment"]) for a in answers] == [
        ("0", ""),
        ("4", "Gaat\ngoed"),
        ("declined", ""),
        ("", "Eerst nadenken"),
    ]
    stored = answers_of(workspace, mentee)
    assert (stored[first].level, stored[second].comment) == (0, "Gaat\ngoed")
    assert (stored[third].state, stored[last].state) == (AnswerState.DECLINED, None)


def test_the_answers_are_read_together_and_kept_nowhere(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    first, second = asked(workspace, mentee)[:2]
    phone.saves(mentee, one(first, "3"), one(second, "unknown", comment="Weet niet"))
    response = phone.client.request("GET", f"{mentee}/answers", headers=JSON)

    assert response.headers["cache-control"] == "no-store"
    assert response.json()["answers"] == [
        {"criterion": first, "choice": "3", "comment": "", "evidence": "", "version": 1},
        {
            "criterion": second,
            "choice": "unknown",
            "comment": "Weet niet",
            "evidence": "",
            "version": 1,
        },
    ]


def test_the_same_post_again_changes_nothing_and_confirms_the_same(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    sent = [one(criterion, "2", comment="x") for criterion in asked(workspace, mentee)[:3]]

    assert told(phone.saves(mentee, *sent)) == told(phone.saves(mentee, *sent))
    assert {answer.version for answer in answers_of(workspace, mentee).values()} == {1}


def test_a_conflict_stops_no_other_answer_and_brings_what_is_stored(
    phone: ScriptPhone, new_phone: NewPhone, workspace: Workspace, mentee: str
) -> None:
    first, second = asked(workspace, mentee)[:2]
    other = new_phone()
    assert isinstance(other, ScriptPhone)
    other.saves(mentee, one(first, "4", comment="Van de ander"))

    conflict, saved = told(phone.saves(mentee, one(first, "1"), one(second, "2")))

    assert (conflict["result"], conflict["choice"], conflict["version"]) == ("conflict", "4", 1)
    assert conflict["comment"] == "Van de ander"
    assert saved["result"] == "saved"
    stored = answers_of(workspace, mentee)
    assert (stored[first].level, stored[second].level) == (4, 2)
    (kept,) = told(phone.saves(mentee, one(first, "1", version="1")))
    assert (kept["result"], kept["version"]) == ("saved", 2)


def test_one_question_twice_in_a_post_overwrites_nothing(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    first = asked(workspace, mentee)[0]
    results = told(phone.saves(mentee, one(first, "1"), one(first, "2")))

    assert [result["result"] for result in results] == ["saved", "conflict"]
    assert answers_of(workspace, mentee)[first].level == 1


def test_who_says_nothing_gets_what_another_device_said(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    first = asked(workspace, mentee)[0]
    phone.saves(mentee, one(first, "4", comment="x"))
    (answer,) = told(phone.saves(mentee, one(first, "", version="7")))

    assert (answer["result"], answer["choice"], answer["comment"]) == ("saved", "4", "x")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"choice": "9"}, "Kies opnieuw"),
        ({"choice": "level"}, "Kies opnieuw"),
        ({"version": "-1"}, "Kies opnieuw"),
        ({"version": "9" * 30}, "Kies opnieuw"),
        ({"comment": "é" * 2001}, "hoogstens 2000 tekens"),
        ({"comment": "a\0b"}, "Typ de tekst opnieuw"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_saved_is_told_of_that_answer_alone(
    phone: ScriptPhone, workspace: Workspace, mentee: str, changes: dict[str, str], problem: str
) -> None:
    first, second = asked(workspace, mentee)[:2]
    refused, saved = told(phone.saves(mentee, one(first, "1") | changes, one(second, "1")))

    assert refused["result"] == "refused"
    assert str(refused["problem"]).startswith("Niet opgeslagen.")
    assert problem in str(refused["problem"])
    assert saved["result"] == "saved"
    assert list(answers_of(workspace, mentee)) == [second]


def test_a_question_of_others_is_not_saved(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    inside = asked(workspace, mentee)
    outside = [c.id for c in workspace.catalogue.criteria if c.id not in inside]
    foreign = (outside[0], "MC-99", "", "../../x")

    results = told(phone.saves(mentee, *(one(criterion, "1") for criterion in foreign)))

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
    first = asked(workspace, mentee)[0]
    data = {f"1-{name}": value for name, value in one(first, "1").items()}
    response = phone.client.request(
        "POST", f"{mentee}/answers", data=data, headers={**FORM, **JSON, **headers}
    )

    assert (response.status_code, response.json()) == (status, {"saved": False})
    assert answers_of(workspace, mentee) == {}


def test_more_than_fits_in_a_post_is_refused_whole(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    sent = [one(c, "1", comment="é" * 2000) for c in asked(workspace, mentee)[:4]]

    assert phone.saves(mentee, *sent).status_code == 413
    assert answers_of(workspace, mentee) == {}


def test_closing_and_erasing_end_it_and_keep_what_was_confirmed(
    phone: ScriptPhone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    first, second = asked(workspace, mentee)[:2]
    phone.saves(mentee, one(first, "1"))
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
    first, person = asked(workspace, mentee)[0], session_of(workspace, mentee)
    phone.saves(mentee, one(first, "1", comment="Geheim"))
    workspace.store.respondents.change(person.respondent.id, {"revoked_at": workspace.now()})

    for page in ("questions", "answers"):
        response = phone.client.request("GET", f"{mentee}/{page}", headers=JSON)
        assert (response.status_code, response.json()) == (404, {"saved": False})
    assert phone.saves(mentee, one(first, "2")).status_code == 404
    assert [a.level for a in responding.answers(workspace, person).values()] == [1]


def test_a_letter_and_an_open_link_have_no_answers_and_take_none(
    phone: ScriptPhone, workspace: Workspace, letter: str, open_link: str
) -> None:
    for address in (letter, open_link):
        for page in ("questions", "answers"):
            assert phone.client.request("GET", f"{address}/{page}").status_code == 404
        assert phone.saves(address, one("MC-37", "1")).status_code == 404
    own(workspace, letter.removeprefix("/a/"))
    assert phone.client.request("GET", f"{letter}/answers").status_code == 409
    assert phone.saves(letter, one("MC-37", "1")).status_code == 409


def test_one_of_a_pair_reads_nothing_of_the_other(
    phone: ScriptPhone, new_phone: NewPhone, workspace: Workspace, pair: PairLinks
) -> None:
    mine, theirs = (f"/a/{own(workspace, link.token)}" for link in (pair.first, pair.second))
    first = asked(workspace, mine)[0]
    phone.saves(mine, one(first, "2", comment="Van de een"))
    other = new_phone()
    assert other.client.request("GET", f"{theirs}/answers", headers=JSON).json() == {"answers": []}
    assert "Van de een" not in other.client.request("GET", f"{theirs}/questions").text


def test_a_colleague_keeps_what_one_can_point_at_and_a_mentee_does_not(
    phone: ScriptPhone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    issued = open_invitation(workspace, assessment.id, "facilitator", "full", 1, None, personal=1)
    colleague = f"/a/{own(workspace, issued.links[0].token)}"
    for address, kept in ((colleague, "Het verslag"), (mentee, "")):
        first = asked(workspace, address)[0]
        (answer,) = told(phone.saves(address, one(first, "1", evidence="Het verslag")))
        assert (answer["result"], answer["evidence"]) == ("saved", kept)


def test_too_many_in_a_minute_confirm_what_was_saved_and_no_more(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    first, second = asked(workspace, mentee)[:2]
    for number in range(119):
        phone.saves(mentee, one(first, str(number % 5), version=str(number)))

    results = told(phone.saves(mentee, one(first, "0", version="119"), one(second, "1")))

    assert [(r["criterion"], r["result"]) for r in results] == [(first, "saved")]
    assert list(answers_of(workspace, mentee)) == [first]
    refused = phone.saves(mentee, one(second, "1"))
    assert (refused.status_code, refused.json()) == (429, {"saved": False})


@pytest.fixture
def patience() -> float:
    return 0.2


def test_while_the_database_is_held_up_nothing_is_confirmed(
    phone: ScriptPhone, workspace: Workspace, mentee: str, sqlite_file: Path
) -> None:
    first = asked(workspace, mentee)[0]
    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = phone.saves(mentee, one(first, "1"))
        other.execute("ROLLBACK")

    assert (refused.status_code, refused.json()) == (503, {"saved": False})
    assert told(phone.saves(mentee, one(first, "1")))[0]["result"] == "saved"


@pytest.mark.parametrize(("choice", "care"), [("0", True), ("1", False), ("unknown", False)])
def test_the_script_is_told_who_may_need_somebody_to_turn_to(
    phone: ScriptPhone, workspace: Workspace, mentee: str, choice: str, care: bool
) -> None:
    marked = asked(workspace, mentee)[-1]

    assert told(phone.saves(mentee, one(marked, choice)))[0]["care"] is care
