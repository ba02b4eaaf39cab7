"""One question on a screen: choosing, going on and back, saving, two devices."""

import pytest

from assessment.answers import AnswerState
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from tests.support.invitations import QUESTIONS, own
from tests.support.web.phone import Phone
from tests.support.web.respondents import answers_of, only_answer
from tests.web.conftest import NewPhone
from web.participant.question_text import question_text


def test_a_question_speaks_to_the_role_and_shows_every_option_with_its_meaning(
    begun: Phone, catalogue: Catalogue
) -> None:
    profile = catalogue.profile("few")
    assert profile is not None
    criterion = catalogue.by_id[profile.criteria[0]]

    assert begun.page.heading == criterion.question_for("mentee").in_language("nl")
    for level in question_text(catalogue, criterion.id, "mentee", "nl").levels:
        assert level.label in begun.page.text
        assert level.meaning in begun.page.text
    assert begun.page.options == ["0", "1", "2", "3", "4", "not_applicable", "unknown", "declined"]
    assert f"Vraag 1 van {QUESTIONS}" in begun.page.text
    assert begun.page.language == "nl"


@pytest.mark.parametrize(
    ("choice", "state", "level"),
    [
        ("0", AnswerState.LEVEL, 0),
        ("4", AnswerState.LEVEL, 4),
        ("not_applicable", AnswerState.NOT_APPLICABLE, None),
        ("unknown", AnswerState.UNKNOWN, None),
        ("declined", AnswerState.DECLINED, None),
    ],
)
def test_next_saves_and_goes_on_and_says_so(
    begun: Phone,
    workspace: Workspace,
    mentee: str,
    choice: str,
    state: AnswerState,
    level: int | None,
) -> None:
    begun.answers(choice=choice, comment="Gaat\r\ngoed")

    answer = only_answer(workspace, mentee)
    assert (answer.state, answer.level, answer.comment) == (state, level, "Gaat\ngoed")
    assert "Vraag 1: opgeslagen" in begun.page.text
    assert f"Vraag 2 van {QUESTIONS}" in begun.page.text


def test_back_saves_too_and_the_answer_stands_there_again(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    begun.answers(choice="1")
    begun.answers("back", choice="2")

    assert {a.level for a in answers_of(workspace, mentee).values()} == {1, 2}
    assert begun.page.fields["choice"] == "1"
    assert "Opgeslagen" in begun.page.text


def test_back_from_the_first_question_leads_to_the_explanation(begun: Phone, mentee: str) -> None:
    begun.answers("back", choice="1")

    assert begun.address == f"{mentee}/about"


def test_the_last_question_leads_to_the_look_back(begun: Phone, mentee: str) -> None:
    for _ in range(QUESTIONS):
        begun.answers(choice="3")

    assert begun.address == f"{mentee}/review"
    assert f"Vraag {QUESTIONS}: opgeslagen" in begun.page.text
    assert f"{QUESTIONS} van {QUESTIONS} vragen beantwoord" in begun.page.text


@pytest.mark.parametrize(("go", "page"), [("review", "review"), ("pause", "pause")])
def test_going_elsewhere_saves_first(
    begun: Phone, workspace: Workspace, mentee: str, go: str, page: str
) -> None:
    begun.answers(go, choice="3")

    assert begun.address == f"{mentee}/{page}"
    assert only_answer(workspace, mentee).level == 3


def test_an_unknown_button_saves_and_stays(begun: Phone, workspace: Workspace, mentee: str) -> None:
    question = begun.address
    begun.answers("//evil.example", choice="3")

    assert begun.address == question
    assert only_answer(workspace, mentee).level == 3


def test_nothing_chosen_is_nothing_saved_and_no_claim(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    begun.answers()

    assert answers_of(workspace, mentee) == {}
    assert "opgeslagen" not in begun.page.text.lower()


def test_words_without_a_choice_are_kept(begun: Phone, workspace: Workspace, mentee: str) -> None:
    begun.answers("review", comment="Eerst nadenken")

    answer = only_answer(workspace, mentee)
    assert (answer.state, answer.comment) == (None, "Eerst nadenken")
    assert f"0 van {QUESTIONS} vragen beantwoord" in begun.page.text


def test_changing_the_language_saves_the_answer_and_stays_on_the_question(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    question = begun.address
    begun.answers("language:en", choice="2", comment="Goed")

    assert (begun.address, begun.page.language) == (question, "en")
    assert begun.page.fields["choice"] == "2"
    assert begun.page.fields["comment"] == "Goed"
    assert only_answer(workspace, mentee).level == 2


def test_a_double_tap_saves_once(begun: Phone, workspace: Workspace, mentee: str) -> None:
    page = begun.page
    for _ in range(2):
        begun.sends(page.actions[0], **page.fields, choice="3", go="next")
        assert begun.status == 200

    assert only_answer(workspace, mentee).version == 1


def test_going_back_in_the_browser_and_choosing_again_changes_the_answer(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    first = begun.address
    begun.answers(choice="3")
    begun.opens(first)
    begun.answers(choice="1")

    assert only_answer(workspace, mentee).level == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"choice": "5"},
        {"choice": "level"},
        {"choice": "-1"},
        {"choice": "²"},
        {"choice": "2", "version": "-1"},
        {"choice": "2", "version": "x"},
        {"choice": "2", "version": "٣"},
        {"choice": "2", "version": "9" * 30},
    ],
    ids=str,
)
def test_what_our_form_never_sends_is_refused(
    begun: Phone, workspace: Workspace, mentee: str, fields: dict[str, str]
) -> None:
    begun.sends(begun.page.actions[0], **fields)

    assert begun.status == 422
    assert "Niet opgeslagen" in begun.page.text
    assert answers_of(workspace, mentee) == {}


def test_too_many_words_stay_on_the_screen_and_are_not_called_saved(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    long = "é" * 2001
    begun.answers(choice="2", comment=long)

    assert begun.status == 422
    assert begun.page.fields["comment"] == long
    assert "hoogstens 2000 tekens" in begun.page.text
    assert answers_of(workspace, mentee) == {}


def test_a_character_that_cannot_be_kept_is_told(begun: Phone) -> None:
    begun.answers(choice="2", comment="a\0b")

    assert begun.status == 422
    assert begun.page.fields["comment"] == "ab"


def test_markup_stays_text(begun: Phone, mentee: str) -> None:
    begun.answers("//", choice="2", comment="</textarea><script>alert(1)</script>")

    assert begun.page.fields["comment"] == "</textarea><script>alert(1)</script>"
    assert "<script>alert" not in begun.response.text


def test_a_page_that_is_kept_in_memory_holds_nothing_of_who_saw_it_before(
    new_phone: NewPhone, workspace: Workspace, assessment: Assessment
) -> None:
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 2, None, personal=2)
    pages = []
    one, two = (own(workspace, link.token) for link in issued.links)
    for token in (one, two):
        phone = new_phone().sends(f"/a/{token}/begin")
        phone.answers(choice="3")
        phone.answers("back")
        pages.append(phone.response.text)

    assert one not in pages[1]
    assert pages[0].replace(one, two) == pages[1]


def test_a_page_that_is_not_of_this_person_is_told(phone: Phone, mentee: str) -> None:
    for page in ("q/MC-99", "q/", "q/x/y", "nowhere", "pair", "q"):
        assert phone.opens(f"{mentee}/{page}").status == 404
        assert mentee in phone.page.links


def test_a_question_weighs_little(begun: Phone) -> None:
    from web.server.assets import SCRIPT, STYLE

    begun.answers(choice="2", comment="x" * 1000)
    begun.answers("back")
    whole = len(begun.response.content) + len(STYLE.compressed) + len(SCRIPT.compressed)

    assert whole < 30_000
    assert begun.response.text.count(" src=") + begun.response.text.count('rel="stylesheet"') == 2


def test_only_the_question_can_be_asked_that_is_in_scope(
    begun: Phone, mentee: str, catalogue: Catalogue, assessment: Assessment
) -> None:
    profile = catalogue.profile("few")
    assert profile is not None
    outside = next(c.id for c in catalogue.criteria if c.id not in profile.criteria)

    begun.sends(f"{mentee}/q/{outside}", choice="2", version="0", go="next")

    assert begun.status == 404
