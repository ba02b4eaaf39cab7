"""Several answers in one post: each with its version, each confirmed by itself, and no way around a rule."""

import pytest

from assessment.answers import AnswerState
from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from tests.support.invitations import own
from tests.support.web.phone import JSON, ScriptPhone, an_answer, told
from tests.support.web.respondents import answers_of, asked_of
from tests.web.conftest import NewPhone
from web.participant.one_page.answers import MOST

pytestmark = pytest.mark.parametrize("way", [ScriptPhone], indirect=True, ids=["one page"])


def test_each_answer_is_confirmed_with_what_the_database_has_of_it(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    first, second, third, last = asked_of(workspace, mentee)[:MOST]
    answers = told(
        phone.saves(
            mentee,
            an_answer(first, "0"),
            an_answer(second, "4", comment=" Gaat\r\ngoed "),
            an_answer(third, "declined"),
            an_answer(last, "", comment="Eerst nadenken"),
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
    first, second = asked_of(workspace, mentee)[:2]
    phone.saves(mentee, an_answer(first, "3"), an_answer(second, "unknown", comment="Weet niet"))
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
    sent = [an_answer(criterion, "2", comment="x") for criterion in asked_of(workspace, mentee)[:3]]

    assert told(phone.saves(mentee, *sent)) == told(phone.saves(mentee, *sent))
    assert {answer.version for answer in answers_of(workspace, mentee).values()} == {1}


def test_a_conflict_stops_no_other_answer_and_brings_what_is_stored(
    phone: ScriptPhone, new_phone: NewPhone, workspace: Workspace, mentee: str
) -> None:
    first, second = asked_of(workspace, mentee)[:2]
    other = new_phone()
    assert isinstance(other, ScriptPhone)
    other.saves(mentee, an_answer(first, "4", comment="Van de ander"))

    conflict, saved = told(phone.saves(mentee, an_answer(first, "1"), an_answer(second, "2")))

    assert (conflict["result"], conflict["choice"], conflict["version"]) == ("conflict", "4", 1)
    assert conflict["comment"] == "Van de ander"
    assert saved["result"] == "saved"
    stored = answers_of(workspace, mentee)
    assert (stored[first].level, stored[second].level) == (4, 2)
    (kept,) = told(phone.saves(mentee, an_answer(first, "1", version="1")))
    assert (kept["result"], kept["version"]) == ("saved", 2)


def test_one_question_twice_in_a_post_overwrites_nothing(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    first = asked_of(workspace, mentee)[0]
    results = told(phone.saves(mentee, an_answer(first, "1"), an_answer(first, "2")))

    assert [result["result"] for result in results] == ["saved", "conflict"]
    assert answers_of(workspace, mentee)[first].level == 1


def test_who_says_nothing_gets_what_another_device_said(
    phone: ScriptPhone, workspace: Workspace, mentee: str
) -> None:
    first = asked_of(workspace, mentee)[0]
    phone.saves(mentee, an_answer(first, "4", comment="x"))
    (answer,) = told(phone.saves(mentee, an_answer(first, "", version="7")))

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
    first, second = asked_of(workspace, mentee)[:2]
    refused, saved = told(
        phone.saves(mentee, an_answer(first, "1") | changes, an_answer(second, "1"))
    )

    assert refused["result"] == "refused"
    assert str(refused["problem"]).startswith("Niet opgeslagen.")
    assert problem in str(refused["problem"])
    assert saved["result"] == "saved"
    assert list(answers_of(workspace, mentee)) == [second]


def test_a_colleague_keeps_what_one_can_point_at_and_a_mentee_does_not(
    phone: ScriptPhone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    issued = open_invitation(workspace, assessment.id, "facilitator", "full", 1, None, personal=1)
    colleague = f"/a/{own(workspace, issued.links[0].token)}"
    for address, kept in ((colleague, "Het verslag"), (mentee, "")):
        first = asked_of(workspace, address)[0]
        (answer,) = told(phone.saves(address, an_answer(first, "1", evidence="Het verslag")))
        assert (answer["result"], answer["evidence"]) == ("saved", kept)


@pytest.mark.parametrize(("choice", "care"), [("0", True), ("1", False), ("unknown", False)])
def test_the_script_is_told_who_may_need_somebody_to_turn_to(
    phone: ScriptPhone, workspace: Workspace, mentee: str, choice: str, care: bool
) -> None:
    marked = asked_of(workspace, mentee)[-1]

    assert told(phone.saves(mentee, an_answer(marked, choice)))[0]["care"] is care
