"""How long a questionnaire is, in words."""

from assessment.catalogue.lengths import Length
from locales import Translator

_HOUR = 60  # minutes
_NEARLY_AN_HOUR = 50


def questions_and_time(length: Length, t: Translator) -> str:
    """Return how many questions there are and how long they take, such as "20 questions, an hour"."""
    questions = t.plural("one question", "{n} questions", length.questions)
    return t("{questions}, {time}", questions=questions, time=time(length.minutes, t))


def time(minutes: int, t: Translator) -> str:
    """Return about how long something takes: in steps of five minutes, or of half an hour."""
    if minutes < _NEARLY_AN_HOUR:
        return t("about {n} minutes", n=max(5, 5 * round(minutes / 5)))
    halves = round(2 * minutes / _HOUR)
    if halves <= 2:
        return t("about an hour")
    return t("about {n} hours", n=t.number(halves / 2, halves % 2))
