"""How long answering takes, from the texts that are read."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from assessment.catalogue.model import Catalogue, Criterion, Edition, Profile

WORDS_PER_MINUTE = 160  # calmly, on a screen
SECONDS_TO_CHOOSE = 10  # one of five levels, beside reading them
SECONDS_TO_JUDGE = 20  # one card: reading it, whether it applies, whether it is a minimum
SECONDS_TO_WEIGH = 120  # for the organisation's own voice: looking it up, and noting what shows it


@dataclass(frozen=True)
class Effort:
    """How much is asked: questions, and about how many minutes they take."""

    questions: int
    minutes: int


def profile_effort(
    catalogue: Catalogue,
    profile: Profile,
    role: str,
    language: str,
    scope: Collection[str] | None = None,
) -> Effort:
    """Return how much a profile asks of a role in an assessment with this `scope`."""
    asked = profile.asked_of(catalogue.asked[role], scope)
    return effort(catalogue, (c for c in catalogue.criteria if c.id in asked), role, language)


def effort(catalogue: Catalogue, criteria: Iterable[Criterion], role: str, language: str) -> Effort:
    """Return how much these criteria ask of a role that reads them in a language."""
    words = _words(catalogue.edition, role, language)
    read = [words[criterion.id] for criterion in criteria]
    is_own = role == catalogue.own_role.id
    answering = len(read) * (SECONDS_TO_WEIGH if is_own else SECONDS_TO_CHOOSE) / 60
    return Effort(len(read), ceil(sum(read) / WORDS_PER_MINUTE + answering))


def judging_effort(cards: int) -> Effort:
    """Return how much it takes to judge so many criteria."""
    return Effort(cards, max(1, round(cards * SECONDS_TO_JUDGE / 60)))


@lru_cache(maxsize=64)
def _words(edition: Edition, role: str, language: str) -> Mapping[str, int]:
    """Return how many words a role reads of each criterion: the question and the five levels."""
    catalogue = edition.catalogue
    return {c.id: _words_of(c, catalogue, role, language) for c in catalogue.criteria}


def _words_of(criterion: Criterion, catalogue: Catalogue, role: str, language: str) -> int:
    is_own = catalogue.has_own_words(criterion, role)  # then no names of levels stand above them
    scale = catalogue.scale(criterion.scale)
    labels = [] if is_own else [level.label for level in scale.levels]
    texts = [text.in_language(language) for text in (criterion.question_for(role), *labels)]
    texts += catalogue.levels_to_choose(criterion, role, language)
    return sum(len(text.split()) for text in texts)
