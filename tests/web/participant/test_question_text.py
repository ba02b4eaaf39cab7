"""The text of a question in the words of one role."""

from assessment.answers import Answer, AnswerState
from assessment.catalogue.model import Catalogue, Text
from locales import translator
from tests.support.catalogues import a_catalogue, a_criterion, levels
from web.participant.question_text import LevelText, question_text, state_names


def test_it_speaks_to_the_role_in_one_language(catalogue: Catalogue) -> None:
    for criterion in catalogue.criteria:
        for role in ("mentor", "mentee"):
            if not catalogue.is_asked(criterion, role):
                continue
            text = question_text(catalogue, criterion.id, role, "nl")
            names = catalogue.scale(criterion.scale).levels

            assert text.question == criterion.question_for(role).in_language("nl")
            said = [words.in_language("nl") for words in catalogue.rubric(criterion, role)]
            if not catalogue.has_own_words(criterion, role):
                assert text.labels == tuple(level.label.in_language("nl") for level in names)
            assert [level.meaning or level.label for level in text.levels] == said
            assert text.prompts == tuple(p.in_language("nl") for p in criterion.prompts)
            assert text.states == tuple(state_names(translator("nl")).items())


def test_levels_in_the_own_words_of_a_role_stand_without_the_names_of_the_scale() -> None:
    own = a_criterion("C-1", also_asked=("mentee", "mentor"), rubric_for={"mentee": levels("I")})
    catalogue = a_catalogue(own)

    mentee, mentor = (question_text(catalogue, "C-1", role, "en") for role in ("mentee", "mentor"))

    assert mentee.levels[0] == LevelText("I 0", "")
    assert mentee.label_of(Answer("C-1", AnswerState.LEVEL, 4), translator("en")) == "I 4"
    assert all(level.meaning == "words" for level in mentor.levels)


def test_an_answer_has_a_label(catalogue: Catalogue) -> None:
    t = translator("en")
    text = question_text(catalogue, catalogue.criteria[0].id, "mentee", "en")

    assert text.label_of(Answer("x"), t) == "Not answered yet"
    assert text.label_of(Answer("x", AnswerState.LEVEL, 3), t) == text.labels[3]
    assert text.label_of(Answer("x", AnswerState.LEVEL, 0), t) == text.labels[0]
    assert text.label_of(Answer("x", AnswerState.UNKNOWN), t) == "I don't know"


def test_every_state_but_a_level_can_be_said() -> None:
    assert set(state_names(translator("nl"))) == set(AnswerState) - {AnswerState.LEVEL}


def test_another_catalogue_with_the_same_ids_keeps_its_own_words(catalogue: Catalogue) -> None:
    first = catalogue.criteria[0]
    words = Text({"nl": "Anders?", "en": "Different?"})
    changed = first.model_copy(update={"question": words, "ask": {}})
    criteria = (changed, *catalogue.criteria[1:])
    other = Catalogue.from_snapshot(
        Catalogue.model_construct(**{**dict(catalogue), "criteria": criteria}).snapshot
    )
    before = question_text(catalogue, first.id, "coordinator", "nl")

    assert question_text(other, first.id, "coordinator", "nl").question == "Anders?"
    assert question_text(catalogue, first.id, "coordinator", "nl") == before
