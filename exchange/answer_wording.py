"""What forms, workbooks and XLSForms call an answer, in the language of the reader."""

from assessment.answers import Answer, AnswerState
from assessment.catalogue.model import LEVELS, Catalogue, Criterion
from locales import Translator


def options(catalogue: Catalogue, scale: str, t: Translator) -> dict[str, str]:
    """Return the words of every answer on a scale by its code: five levels, then the other states."""
    levels = catalogue.scale(scale).levels
    by_level = {str(n): f"{n} · {levels[n].label.in_language(t.language)}" for n in range(LEVELS)}
    return by_level | {str(state): words for state, words in states(t).items()}


def states(t: Translator) -> dict[AnswerState, str]:
    """Return the words for answers that are no level."""
    return {
        AnswerState.NOT_APPLICABLE: t("Does not apply"),
        AnswerState.UNKNOWN: t("I don't know"),
        AnswerState.DECLINED: t("I'd rather not say"),
    }


def answer_words(catalogue: Catalogue, criterion: Criterion, answer: Answer, t: Translator) -> str:
    """Return what an answer is called; empty while there is none."""
    if answer.state is None:
        return ""
    code = str(answer.level) if answer.state is AnswerState.LEVEL else answer.state
    return options(catalogue, criterion.scale, t)[code]
