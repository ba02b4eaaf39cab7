"""The words of one question, and its place among the others: made once, drawn many times."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assessment.answers import AnswerState
from assessment.catalogue.model import Catalogue, Criterion
from locales import Translator, translator
from web.participant.render import fragment

KEPT = 2000  # questions in memory; one takes about 3 KB


@dataclass(frozen=True)
class LevelWords:
    """One option."""

    label: str
    meaning: str


@dataclass(frozen=True)
class QuestionWords:
    """One question in the words of one role, in one language."""

    question: str
    levels: tuple[LevelWords, ...]
    states: tuple[tuple[str, str], ...]
    part: str
    prompts: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the levels."""
        return tuple(level.label for level in self.levels)


class Wording:
    """The words of a catalogue. Catalogues are told apart by their hash: two with one are the same."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return hash(self.catalogue.content_hash)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Wording)
            and other.catalogue.content_hash == self.catalogue.content_hash
        )

    @lru_cache(maxsize=KEPT)  # noqa: B019  (bounded, and meant to outlive the object)
    def question(self, criterion_id: str, role: str, language: str) -> QuestionWords:
        """Return the words of one question."""
        catalogue = self.catalogue
        criterion = catalogue.by_id[criterion_id]
        rubric = catalogue.rubric(criterion)
        levels = catalogue.scale(criterion.scale).levels
        return QuestionWords(
            question=criterion.question_for(role).in_language(language),
            levels=tuple(
                LevelWords(level.label.in_language(language), meaning.in_language(language))
                for level, meaning in zip(levels, rubric, strict=True)
            ),
            states=tuple(state_names(translator(language)).items()),
            part=part_of(catalogue, criterion, language),
            prompts=tuple(prompt.in_language(language) for prompt in criterion.prompts),
        )

    @lru_cache(maxsize=KEPT)  # noqa: B019
    def options(self, criterion_id: str, role: str, language: str, choice: str) -> str:
        """Return the question with its options as HTML, one of them chosen."""
        return fragment("options", "options", self.question(criterion_id, role, language), choice)


def state_names(t: Translator) -> Mapping[str, str]:
    """Return what else than a level may be said."""
    return {
        AnswerState.NOT_APPLICABLE.value: t("This does not apply to me"),
        AnswerState.UNKNOWN.value: t("I don't know"),
        AnswerState.DECLINED.value: t("I'd rather not say"),
    }


def part_of(catalogue: Catalogue, criterion: Criterion, language: str) -> str:
    """Return the name of the part that a question belongs to."""
    found = next(p for p in catalogue.perspectives if p.id == criterion.perspective)
    return found.title.in_language(language)


@dataclass(frozen=True)
class Spot:
    """Where a question stands: its number, that in its part, and the pages around it."""

    criterion: str
    number: int
    total: int
    part_number: int
    part_total: int
    before: str
    after: str

    @property
    def page(self) -> str:
        """The page of this question."""
        return question_page(self.criterion)


def question_page(criterion: str) -> str:
    """Return the page of a question."""
    return f"q/{criterion}"


@lru_cache(maxsize=200)
def spots(criteria: tuple[tuple[str, str], ...]) -> dict[str, Spot]:
    """Return where each question stands. `criteria`: id and perspective, in order."""
    names = [name for name, _ in criteria]
    parts = [part for _, part in criteria]
    seen: dict[str, int] = {}
    found = {}
    for number, (name, part) in enumerate(criteria, 1):
        seen[part] = seen.get(part, 0) + 1
        found[name] = Spot(
            criterion=name,
            number=number,
            total=len(names),
            part_number=seen[part],
            part_total=parts.count(part),
            before=question_page(names[number - 2]) if number > 1 else "about",
            after=question_page(names[number]) if number < len(names) else "review",
        )
    return found
