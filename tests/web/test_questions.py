"""One question on a screen: choosing, going on and back, saving, two devices."""

import pytest

from assessment.answers import Answer, AnswerState
from assessment.catalogue import Catalogue
from assessment.services import participant
from assessment.services.participant import Seat
from assessment.services.workspace import Workspace
from tests.rounds import QUESTIONS
from tests.web.conftest import NewPhone
from tests.web.phone import Phone


def stored(workspace: Workspace, address: str) -> dict[str, Answer]:
    seat = participant.find(workspace, address.split("/")[2])
    assert isinstance(seat, Seat)
    return participant.answers(workspace, seat)


def only(workspace: Workspace, address: str) -> Answer:
    (answer,) = stored(workspace, address).values()
    return answer


def test_a_question_speaks_to_the_role_and_shows_every_option_with_its_meaning(
    begun: Phone, catalogue: Catalogue
) -> None:
    profile = catalogue.profile("few")
    assert profile is not None
    criterion = catalogue.by_id[profile.criteria[0]]

    assert begun.page.heading == criterion.question_for("mentee").in_language("nl")
    for level, meaning in zip(
        catalogue.scale(criterion.scale).levels, catalogue.rubric(criterion), strict=True
    ):
        assert level.label.in_language("nl") in begun.page.text
        assert meaning.in_language("nl") in begun.page.text
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

    kept = only(workspace, mentee)
    assert (kept.state, kept.level, kept.comment) == (state, level, "Gaat\ngoed")
    assert "Vraag 1: opgeslagen" in begun.page.text
    assert f"Vraag 2 van {QUESTIONS}" in begun.page.text


def test_back_saves_too_and_the_answer_stands_there_again(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    begun.answers(choice="1")
    begun.answers("back", choice="2")

    assert {a.level for a in stored(workspace, mentee).values()} == {1, 2}
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
    assert only(workspace, mentee).level == 3


def test_an_unknown_button_saves_and_stays(begun: Phone, workspace: Workspace, mentee: str) -> None:
    here = begun.address
    begun.answers("//evil.example", choice="3")

    assert begun.address == here
    assert only(workspace, mentee).level == 3


def test_nothing_chosen_is_nothing_saved_and_no_claim(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    begun.answers()

    assert stored(workspace, mentee) == {}
    assert "opgeslagen" not in begun.page.text


def test_words_without_a_choice_are_kept(begun: Phone, workspace: Workspace, mentee: str) -> None:
    begun.answers("review", comment="Eerst nadenken")

    kept = only(workspace, mentee)
    assert (kept.state, kept.comment) == (None, "Eerst nadenken")
    assert f"0 van {QUESTIONS} vragen beantwoord" in begun.page.text


def test_changing_the_language_saves_the_answer_and_keeps_the_place(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    here = begun.address
    begun.answers("language:en", choice="2", comment="Goed")

    assert (begun.address, begun.page.language) == (here, "en")
    assert begun.page.fields["choice"] == "2"
    assert begun.page.fields["comment"] == "Goed"
    assert only(workspace, mentee).level == 2


def test_a_double_tap_saves_once(begun: Phone, workspace: Workspace, mentee: str) -> None:
    page = begun.page
    for _ in range(2):
        begun.sends(page.actions[0], **page.fields, choice="3", go="next")
        assert begun.status == 200

    assert only(workspace, mentee).version == 1


def test_going_back_in_the_browser_and_choosing_again_changes_the_answer(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    first = begun.address
    begun.answers(choice="3")
    begun.opens(first)
    begun.answers(choice="1")

    assert only(workspace, mentee).level == 1


def test_another_device_is_never_overwritten_and_one_is_asked_which_to_keep(
    new_phone: NewPhone, begun: Phone, workspace: Workspace, mentee: str
) -> None:
    other = new_phone().opens(begun.address)
    other.answers(choice="4", comment="Van de ander")
    begun.answers(choice="1", comment="Van hier")

    assert begun.status == 409
    assert only(workspace, mentee).level == 4
    assert "Van de ander" in begun.page.text
    assert "Van hier" in begun.page.text

    begun.answers(**begun.page.fields)
    assert begun.status == 200
    assert (only(workspace, mentee).level, only(workspace, mentee).comment) == (1, "Van hier")


def test_what_is_saved_can_be_kept(
    new_phone: NewPhone, begun: Phone, workspace: Workspace, mentee: str
) -> None:
    here = begun.address
    new_phone().opens(here).answers(choice="4")
    begun.answers(choice="unknown")

    assert here in begun.page.links
    assert begun.opens(here).page.fields["choice"] == "4"


def test_a_tab_without_anything_chosen_asks_nothing(
    new_phone: NewPhone, begun: Phone, workspace: Workspace, mentee: str
) -> None:
    seen = begun.page
    new_phone().opens(begun.address).answers(choice="4", comment="x")
    begun.opens(begun.address)
    begun.sends(seen.actions[0], version="7", comment="x", go="next")

    assert begun.status == 200
    assert only(workspace, mentee).level == 4


def test_the_script_is_told_that_it_is_saved(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    def save(**fields: str) -> tuple[int, object]:
        response = begun.client.request(
            "POST", begun.address, data=fields, headers={"Accept": "application/json"}
        )
        return response.status_code, response.json()

    assert save(choice="2", version="0") == (200, {"saved": True, "version": "1"})
    assert save(choice="2", version="0") == (200, {"saved": True, "version": "1"})
    assert save(choice="3", version="0") == (409, {"saved": False})
    assert save(choice="9", version="1") == (422, {"saved": False})
    assert save(version="0") == (200, {"saved": True, "version": "0"})
    assert only(workspace, mentee).level == 2
