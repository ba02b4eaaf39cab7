"""The text of one question, in the words of one role and in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assessment.answers import Answer, AnswerState
from assessment.catalogue.model import Catalogue, Criterion, Edition
from locales import Translator, translator

KEPT = 2000  # questions in memory; one takes about 3 KB


@dataclass(frozen=True)
class LevelText:
    """One option: its name, and what it looks like where the name does not say it."""

    label: str
    meaning: str
    care: bool = False  # whether who chooses it may need somebody to turn to


@dataclass(frozen=True)
class QuestionText:
    """One question in the words of one role, in one language."""

    question: str
    levels: tuple[LevelText, ...]
    states: tuple[tuple[str, str], ...]  # what else may be said: value and label
    prompts: tuple[str, ...]

    @property
    def can_need_care(self) -> bool:
        """Return whether who answers may need somebody to turn to."""
        return any(level.care for level in self.levels)

    def needs_care(self, answer: Answer) -> bool:
        """Return whether who gave this answer may need somebody to turn to."""
        return answer.level is not None and self.levels[answer.level].care

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the levels."""
        return tuple(level.label for level in self.levels)

    def label_of(self, answer: Answer, t: Translator) -> str:
        """Return an answer in words."""
        if answer.state is None:
            return t("Not answered yet")
        if answer.state is AnswerState.LEVEL:
            return self.labels[answer.level or 0]
        return state_names(t)[answer.state.value]


def question_text(catalogue: Catalogue, criterion: str, role: str, language: str) -> QuestionText:
    """Return the text of one question."""
    return _question_text(catalogue.edition, criterion, role, language)


# measured: without this the look back at 22 questions takes 1.5 times as much processor time
@lru_cache(maxsize=KEPT)
def _question_text(edition: Edition, name: str, role: str, language: str) -> QuestionText:
    catalogue = edition.catalogue
    criterion = catalogue.by_id[name]
    return QuestionText(
        question=criterion.question_for(role).in_language(language),
        levels=_levels(catalogue, criterion, role, language),
        states=tuple(state_names(translator(language)).items()),
        prompts=tuple(prompt.in_language(language) for prompt in criterion.prompts),
    )


def _levels(
    catalogue: Catalogue, criterion: Criterion, role: str, language: str
) -> tuple[LevelText, ...]:
    """Return the options: the levels in the role's own words stand alone, others below their name."""
    texts = [text.in_language(language) for text in catalogue.rubric(criterion, role)]
    cares = [catalogue.needs_care(criterion, role, number) for number in range(len(texts))]
    if catalogue.has_own_words(criterion, role):
        return tuple(LevelText(text, "", care) for text, care in zip(texts, cares, strict=True))
    names = [level.label.in_language(language) for level in catalogue.scale(criterion.scale).levels]
    return tuple(map(LevelText, names, texts, cares))


def state_names(t: Translator) -> Mapping[str, str]:
    """Return what else than a level may be said."""
    return {
        AnswerState.NOT_APPLICABLE.value: t("This does not apply to me"),
        AnswerState.UNKNOWN.value: t("I don't know"),
        AnswerState.DECLINED.value: t("I'd rather not say"),
    }
