"""The pages around the questions: beginning, stopping, looking back, finishing, deleting."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.assessments import Assessment
from assessment.services import projects
from assessment.services.context import Workspace
from assessment.services.invitations import invitations_of, open_invitation
from tests.support.invitations import QUESTIONS
from tests.support.web.phone import Phone
from tests.support.web.respondents import answers_of, session_of
from tests.web.conftest import NewPhone


def test_the_start_says_what_it_is_how_long_and_who_sees_what(phone: Phone, letter: str) -> None:
    text = phone.opens(letter).page.text

    assert phone.page.heading == "Vragen over Maatjes"
    assert f"Er zijn {QUESTIONS} vragen. Dat duurt ongeveer 2 minuten." in text
    assert "Je antwoordt als mentee." in text
    assert "minstens 5 mensen" in text
    assert "Je kunt antwoorden tot" not in text


@pytest.mark.parametrize(
    ("role", "said"),
    [("mentee", "geen contact meer met je mentor"), ("mentor", "geen contact meer met je mentee")],
)
def test_the_start_says_what_to_do_when_there_is_no_contact_any_more(
    phone: Phone, workspace: Workspace, assessment: Assessment, role: str, said: str
) -> None:
    issued = open_invitation(workspace, assessment.id, role, "few", 1, None, personal=1)
    text = phone.opens(f"/a/{issued.links[0].token}").page.text

    assert said in text
    assert "kies dan: Dit geldt niet voor mij." in text


def test_a_role_of_which_nothing_is_to_say_beforehand_reads_nothing_of_it(
    phone: Phone, workspace: Workspace, assessment: Assessment
) -> None:
    issued = open_invitation(workspace, assessment.id, "partner", "full", 1, None, personal=1)

    assert "geen contact meer" not in phone.opens(f"/a/{issued.links[0].token}").page.text


def test_whom_to_turn_to_and_a_line_of_ones_own_stand_at_the_start_and_at_the_end(
    phone: Phone, workspace: Workspace, assessment: Assessment
) -> None:
    project = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(project, contact="de coördinator, 010 <1>"))
    issued = open_invitation(
        workspace, assessment.id, "mentee", "few", 1, None, personal=1, own_line="Tot 12 mei."
    )
    texts = [phone.opens(f"/a/{issued.links[0].token}").page.text]
    phone.sends(f"/a/{issued.links[0].token}/begin")
    own = phone.address
    texts.append(phone.opens(f"{own}/about").page.text)
    texts.append(phone.sends(f"{own}/finish").page.text)

    for text in texts:
        assert "Bij wie kun je terecht?" in text
        assert "de coördinator, 010 <1>" in text
        assert "Tot 12 mei." in text


def test_without_anybody_named_no_place_is_empty(
    phone: Phone, workspace: Workspace, assessment: Assessment, letter: str
) -> None:
    project = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(project, contact=""))

    assert "terecht" not in phone.opens(letter).page.text


def test_the_last_day_is_told(phone: Phone, workspace: Workspace, assessment: Assessment) -> None:
    day = date(2026, 12, 1)
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 1, day, personal=1)

    text = phone.opens(f"/a/{issued.links[0].token}").page.text

    assert "Je kunt antwoorden tot en met 1 december 2026." in text


def test_it_begins_with_the_first_question_in_the_language_of_the_person(
    new_phone: NewPhone, workspace: Workspace, mentee: str
) -> None:
    phone = new_phone("en-GB").sends(f"{mentee}/begin")

    assert f"Question 1 of {QUESTIONS}" in phone.page.text
    assert session_of(workspace, mentee).respondent.started_at is not None
    assert session_of(workspace, mentee).respondent.language == "en"


def test_the_language_goes_along_to_another_device(new_phone: NewPhone, mentee: str) -> None:
    new_phone("nl").sends(f"{mentee}/language", go="language:en", **{"from": "about"})

    assert new_phone("nl").opens(mentee).page.language == "en"


@pytest.mark.parametrize(
    ("wanted", "page"),
    [
        ("review", "/review"),
        ("about", "/about"),
        ("", ""),
        ("q/MC-99", ""),
        ("//evil.example", ""),
        ("../../x", ""),
        ("language", ""),
    ],
)
def test_choosing_a_language_leads_back_and_nowhere_else(
    phone: Phone, mentee: str, wanted: str, page: str
) -> None:
    phone.sends(f"{mentee}/language", go="language:en", **{"from": wanted})

    assert phone.address == f"{mentee}{page}"
    assert phone.page.language == "en"


def test_a_language_leads_back_to_the_question(phone: Phone, mentee: str) -> None:
    question = phone.sends(f"{mentee}/begin").address
    phone.sends(
        f"{mentee}/language", go="language:en", **{"from": question.removeprefix(f"{mentee}/")}
    )

    assert phone.address == question


def test_a_language_that_there_is_not_changes_nothing(phone: Phone, mentee: str) -> None:
    for wish in ("language:xx", "en", "", "language:"):
        phone.sends(f"{mentee}/language", go=wish, **{"from": ""})
        assert phone.page.language == "nl"


def test_half_way_one_goes_on_at_the_first_open_question(phone: Phone, mentee: str) -> None:
    phone.sends(f"{mentee}/begin")
    phone.answers(choice="1")
    phone.answers()  # the second one stays open
    phone.answers(choice="1")

    text = phone.opens(mentee).page.text

    assert "Fijn dat je er weer bent" in text
    assert f"2 van {QUESTIONS} vragen beantwoord" in text
    phone.opens(phone.page.links[0])
    assert f"Vraag 2 van {QUESTIONS}" in phone.page.text
    phone.sends(f"{mentee}/begin")
    assert f"Vraag 2 van {QUESTIONS}" in phone.page.text


def test_stopping_tells_the_address_to_go_on(new_phone: NewPhone, mentee: str) -> None:
    phone = new_phone(public="https://spiegel.example/")
    phone.sends(f"{mentee}/begin")

    phone.answers("pause", choice="1")

    assert f"https://spiegel.example{mentee}" in phone.page.text
    assert "Dit adres is alleen van jou. Bewaar het." in phone.page.text
    assert "Alles wat je hebt geantwoord, is opgeslagen." in phone.page.text


def test_the_look_back_shows_every_answer_with_the_way_to_change_it(
    phone: Phone, mentee: str
) -> None:
    phone.sends(f"{mentee}/begin")
    phone.answers(choice="declined", comment="Liever niet")
    phone.answers(choice="4")

    page = phone.opens(f"{mentee}/review").page

    assert "Dat zeg ik liever niet" in page.text
    assert "je eigen woorden" in page.text
    assert page.text.count("Nog niet beantwoord") == QUESTIONS - 2
    assert len([link for link in page.links if "/q/" in link]) == QUESTIONS
    assert "Je mag vragen open laten." in page.text


def test_finishing_says_thank_you_and_what_happens_next(
    phone: Phone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    phone.sends(f"{mentee}/begin")
    phone.answers(choice="4")
    phone.sends(f"{mentee}/finish")

    assert phone.address == f"{mentee}/thanks"
    assert "Hoe het verdergaat" in phone.page.text
    assert phone.opens(mentee).page.heading == "Dank je wel"
    (line,) = invitations_of(workspace, assessment)
    assert line.participation is not None
    assert line.participation.finished == 1


def test_answers_can_change_after_finishing(
    phone: Phone, workspace: Workspace, mentee: str
) -> None:
    phone.sends(f"{mentee}/begin")
    first = phone.address
    phone.answers(choice="4")
    phone.sends(f"{mentee}/finish").opens(first)
    phone.answers(choice="1")

    (answer,) = answers_of(workspace, mentee).values()
    assert answer.level == 1


def test_deleting_asks_first_and_then_deletes_everything(
    phone: Phone, workspace: Workspace, mentee: str
) -> None:
    phone.sends(f"{mentee}/begin")
    phone.answers(choice="4", comment="Weg ermee")
    phone.opens(f"{mentee}/delete")
    assert answers_of(workspace, mentee) != {}

    phone.sends(f"{mentee}/delete")

    assert "Je antwoorden zijn verwijderd." in phone.page.text
    assert answers_of(workspace, mentee) == {}
    phone.sends(f"{mentee}/begin")
    assert f"Vraag 1 van {QUESTIONS}" in phone.page.text


def test_writing_by_looking_is_not_possible(
    phone: Phone, workspace: Workspace, mentee: str
) -> None:
    phone.sends(f"{mentee}/delete")
    for page in ("begin", "finish", "language", "share", "agreement"):
        assert phone.opens(f"{mentee}/{page}").status == 404
    for page in ("review", "pause", "thanks", "about", ""):
        assert phone.sends(f"{mentee}/{page}").status == 404

    assert session_of(workspace, mentee).respondent.started_at is None
