"""What an item asks, in the words of a role."""

from assessment.catalogue.model import Catalogue, Text
from assessment.session.script import StepKind
from assessment.session.states import Turn
from locales import translator
from tests.support.session.room import a_step
from web.session import questions

EN = translator("en")


def test_a_role_reads_its_own_question_and_levels(catalogue: Catalogue) -> None:
    step = a_step(StepKind.RATE, items=("MC-41",))

    (mentee,) = questions.fields(catalogue, step, "MC-41", Turn.FIRST, "mentee", EN)
    (mentor,) = questions.fields(catalogue, step, "MC-41", Turn.FIRST, "mentor", EN)

    rubric = catalogue.rubric(catalogue.by_id["MC-41"], "mentee")
    assert [option.label for option in mentee.options] == [
        text.in_language("en") for text in rubric
    ]
    assert mentee.legend != mentor.legend
    assert [option.value for option in mentee.others] == ["not_applicable", "unknown", "declined"]


def test_an_item_of_the_sessions_own_has_bare_levels(catalogue: Catalogue) -> None:
    step = a_step(StepKind.RATE, items=("x",), texts={"x": Text({"en": "Own", "nl": "Eigen"})})
    (field,) = questions.fields(catalogue, step, "x", Turn.FIRST, "mentee", EN)

    assert (field.legend, [o.label for o in field.options]) == ("Own", list("01234"))
    assert questions.name(catalogue, step, "x", EN) == "Own"
    assert questions.prompts(catalogue, "x") == ()


def test_a_thesis_brings_its_word_and_talking_points(catalogue: Catalogue) -> None:
    assert questions.carried_by(catalogue, "T-1", EN) == "best"
    assert questions.prompts(catalogue, "T-1") == catalogue.theses[0].talking_points
    assert questions.prompts(catalogue, "MC-41") == catalogue.by_id["MC-41"].prompts


def test_a_step_has_a_name_of_its_own_or_that_of_its_kind() -> None:
    own = a_step(StepKind.RATE, title=Text({"en": "Look", "nl": "Kijk"}))

    assert questions.title(own, EN) == "Look"
    assert {questions.title(a_step(kind), EN) for kind in StepKind} >= {"Welcome", "A thesis"}
