"""How easily texts read, calculated by hand, and which texts are measured for whom."""

import pytest

from assessment.catalogue.model import Catalogue, Criterion, Text
from assessment.catalogue.readability import (
    HardText,
    criterion_ease,
    hard_texts,
    longest_sentence,
    mean_ease,
    plain_texts,
    reading_ease,
)
from tests.support.catalogues import a_catalogue, a_criterion

EASY = "Een kat zit op de mat."
HARD = "Organisatieverantwoordelijkheden veronderstellen gemeenschappelijkheid."
LONG = " ".join(["kat"] * 21) + "."


def dutch(words: str) -> Text:
    return Text({"nl": words})


def a_dutch_catalogue(*criteria: Criterion, languages: tuple[str, ...] = ("nl",)) -> Catalogue:
    return a_catalogue(*criteria, languages=languages)


def test_dutch_is_weighed_by_flesch_douma() -> None:
    # one sentence, 6 words of one syllable
    assert reading_ease(EASY, "nl") == pytest.approx(206.84 - 0.93 * 6 - 77)


def test_english_is_weighed_by_flesch() -> None:
    # two sentences, 6 words, 7 syllables: "number" has two
    words = "The cat sat. A number came."

    assert reading_ease(words, "en") == pytest.approx(206.835 - 1.015 * 3 - 84.6 * 7 / 6)


def test_a_text_without_words_has_no_reading_ease() -> None:
    with pytest.raises(ValueError, match="without words"):
        reading_ease("112 ...", "nl")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Een, twee, drie. Vier!", 3),
        ("Kies uit: een of twee", 3),
        ("Dat is 'n goed foto's-idee van Zoë?", 7),
        ("1, 2, 3.", 0),
    ],
)
def test_the_longest_sentence_is_counted_in_words(words: str, expected: int) -> None:
    assert longest_sentence(words) == expected


def test_others_than_the_organisation_read_their_question_and_the_levels() -> None:
    levels = tuple(dutch(f"Trap {name}.") for name in ("a", "b", "c", "d", "e"))
    criterion = a_criterion(
        role="mentor", also_asked=("facilitator", "mentee", "partner"), rubric=levels
    ).model_copy(update={"ask": {"mentee": dutch("Jij?"), "coordinator": dutch("Jullie?")}})

    found = {p.context: p.roles for p in plain_texts(a_dutch_catalogue(criterion))}

    assert found == {
        "C-1.question": ("mentor", "partner"),
        "C-1.ask.mentee": ("mentee",),
        **{f"C-1.rubric.{level}": ("mentor", "mentee", "partner") for level in range(5)},
    }


def test_levels_in_the_words_of_a_role_are_measured_for_that_role_alone() -> None:
    levels = tuple(dutch(f"Trap {name}.") for name in ("a", "b", "c", "d", "e"))
    own = tuple(dutch(f"Ik {name}.") for name in ("a", "b", "c", "d", "e"))
    criterion = a_criterion(
        role="mentor",
        also_asked=("mentee",),
        rubric=levels,
        rubric_for={"mentee": own, "coordinator": own},
    )
    alone = a_criterion("C-2", role="coordinator", also_asked=("mentee",), rubric=levels)
    alone = alone.model_copy(update={"rubric_for": {"mentee": own}})

    found = {p.context: p.roles for p in plain_texts(a_dutch_catalogue(criterion, alone))}

    assert found["C-1.rubric.0"] == ("mentor",)
    assert found["C-1.rubric_for.mentee.4"] == ("mentee",)
    assert "C-1.rubric_for.coordinator.0" not in found
    assert "C-2.rubric.0" not in found


def test_what_only_the_organisation_reads_is_not_measured() -> None:
    assert plain_texts(a_dutch_catalogue(a_criterion(question=dutch(HARD)))) == ()


def hard(**fields: Text) -> list[HardText]:
    return hard_texts(a_dutch_catalogue(a_criterion(role="mentee", **fields)))


def test_an_easy_text_is_not_named() -> None:
    assert hard(question=dutch(EASY)) == []


def test_a_text_of_long_words_is_named() -> None:
    (found,) = hard(question=dutch(HARD))

    assert (found.plain.context, found.language) == ("C-1.question", "nl")
    assert (found.is_low, found.is_long) == (True, False)


def test_a_long_sentence_is_named() -> None:
    (found,) = hard(question=dutch(LONG))

    assert (found.longest, found.is_low, found.is_long) == (21, False, True)


def test_a_language_without_a_formula_is_left_out() -> None:
    criterion = a_criterion(role="mentee", question=Text({"de": HARD, "nl": EASY}))
    catalogue = a_dutch_catalogue(criterion, languages=("de", "nl"))

    assert hard_texts(catalogue) == []
    assert set(mean_ease(catalogue)) == {("mentee", "nl")}


def test_what_a_role_reads_of_a_criterion_is_taken_together() -> None:
    criterion = a_criterion(role="mentee", question=dutch(HARD), rubric=(dutch(EASY),) * 5)
    catalogue = a_dutch_catalogue(criterion)

    together = reading_ease(" ".join([HARD, *[EASY] * 5]), "nl")

    assert criterion_ease(catalogue, "mentee", "nl") == {"C-1": together}
    assert criterion_ease(catalogue, "mentor", "nl") == {}


def test_the_mean_of_a_role_is_over_its_criteria() -> None:
    catalogue = a_dutch_catalogue(
        a_criterion("C-1", role="mentee", question=dutch(EASY)),
        a_criterion("C-2", role="mentee", question=dutch("Kat. Kat.")),
    )
    eases = criterion_ease(catalogue, "mentee", "nl")

    assert mean_ease(catalogue) == {("mentee", "nl"): (eases["C-1"] + eases["C-2"]) / 2}
