"""What is said at the beginning of an assessment."""

from locales import translator
from reports.wording import next_assessment
from tests.support.builders import NOW

DUTCH, ENGLISH = translator("nl"), translator("en")


def test_a_new_assessment_is_named_after_the_year_by_a_name_that_is_free() -> None:
    assert next_assessment.new_name(NOW, (), DUTCH) == "Meting 2026"
    assert next_assessment.new_name(NOW, ["Assessment 2026"], ENGLISH) == "Assessment 2026 (2)"


def test_what_to_know_of_the_last_one_is_said_in_the_language_asked_for() -> None:
    assert "Najaar" in next_assessment.still_open("Najaar", DUTCH)
    assert next_assessment.still_open("Najaar", DUTCH) != next_assessment.still_open(
        "Najaar", ENGLISH
    )
    assert next_assessment.newcomer(ENGLISH).startswith("What groups said was shown not long ago.")
    assert next_assessment.newcomer(DUTCH) != next_assessment.newcomer(ENGLISH)
