"""How long a questionnaire is, in words."""

import pytest

from assessment.catalogue.lengths import Length
from locales import translator
from reports.wording.lengths import questions_and_time, time


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (3, "ongeveer 5 minuten"),
        (42, "ongeveer 40 minuten"),
        (51, "ongeveer een uur"),
        (75, "ongeveer een uur"),
        (90, "ongeveer 1,5 uur"),
        (210, "ongeveer 3,5 uur"),
        (240, "ongeveer 4 uur"),
    ],
)
def test_time_is_said_in_steps_that_people_use(minutes: int, words: str) -> None:
    assert time(minutes, translator("nl")) == words


def test_questions_come_with_their_time() -> None:
    assert questions_and_time(Length(20), translator("nl")) == "20 vragen, ongeveer een uur"
    assert questions_and_time(Length(1), translator("en")) == "one question, about 5 minutes"
