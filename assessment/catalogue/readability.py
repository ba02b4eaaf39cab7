"""How easily people read what they are asked: Flesch for English, Flesch-Douma for Dutch.

Both weigh words per sentence and syllables per word; 60 and more is plain language.
docs/criteria-format.md explains the bars.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean

from pyphen import Pyphen

from assessment.catalogue.model import Catalogue, Criterion, Text

LOWEST_TEXT = 50  # a single text below this is worth a second look
LOWEST_CRITERION = 60  # all that one role reads of one criterion
LONGEST_SENTENCE = 20  # words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")


@dataclass(frozen=True)
class _Formula:
    """Reading ease is `start - per_sentence * words/sentence - per_word * syllables/word`."""

    hyphens: str
    start: float
    per_sentence: float
    per_word: float


_FORMULAS: Mapping[str, _Formula] = {
    "nl": _Formula("nl_NL", 206.84, 0.93, 77),
    "en": _Formula("en_GB", 206.835, 1.015, 84.6),
}
MEASURED = tuple(_FORMULAS)


@dataclass(frozen=True)
class AskedText:
    """A text of a criterion that others than the organisation read, by its lasting name."""

    context: str
    criterion: str
    roles: tuple[str, ...]
    text: Text


@dataclass(frozen=True)
class HardText:
    """A text that may be hard to read in one language, with what was measured."""

    plain: AskedText
    language: str
    ease: float
    longest: int

    @property
    def is_low(self) -> bool:
        """Return whether the reading ease is below the bar for a single text."""
        return self.ease < LOWEST_TEXT

    @property
    def is_long(self) -> bool:
        """Return whether there is a sentence above the bar."""
        return self.longest > LONGEST_SENTENCE


def reading_ease(words: str, language: str) -> float:
    """Return the reading ease of a text, mostly between 0 (hard) and 100 (easy).

    Raises KeyError for a language that is not in MEASURED, ValueError for a text without words.
    """
    formula, each = _FORMULAS[language], _WORD.findall(words)
    if not each:
        raise ValueError("a text without words has no reading ease")
    syllables = sum(_syllables(word, formula.hyphens) for word in each)
    per_sentence = len(each) / len(_sentences(words))
    return (
        formula.start
        - formula.per_sentence * per_sentence
        - formula.per_word * syllables / len(each)
    )


def longest_sentence(words: str) -> int:
    """Return the number of words of the longest sentence; a colon ends a sentence too."""
    return max((len(_WORD.findall(part)) for part in _sentences(words)), default=0)


def plain_texts(catalogue: Catalogue) -> tuple[AskedText, ...]:
    """Return every question and level that a role outside the organisation reads."""
    return tuple(
        text for criterion in catalogue.criteria for text in _plain_texts_of(criterion, catalogue)
    )


def hard_texts(catalogue: Catalogue) -> list[HardText]:
    """Return the single texts that may be hard to read, in the order of the catalogue."""
    measured = [
        HardText(plain, language, reading_ease(words, language), longest_sentence(words))
        for plain in plain_texts(catalogue)
        for language, words in _measured(plain.text)
    ]
    return [text for text in measured if text.is_low or text.is_long]


def criterion_ease(catalogue: Catalogue, role: str, language: str) -> dict[str, float]:
    """Return per criterion the reading ease of all that `role` reads of it, taken together."""
    read: dict[str, list[str]] = {}
    for plain in plain_texts(catalogue):
        words = dict(_measured(plain.text)).get(language)
        if role in plain.roles and words:
            read.setdefault(plain.criterion, []).append(words)
    return {name: reading_ease(" ".join(parts), language) for name, parts in read.items()}


def mean_ease(catalogue: Catalogue) -> dict[tuple[str, str], float]:
    """Return the mean over the criteria by role and language, where there is something to read."""
    eases = {
        (role, language): criterion_ease(catalogue, role, language)
        for role in catalogue.role_ids
        for language in catalogue.languages
        if language in _FORMULAS
    }
    return {key: fmean(by_name.values()) for key, by_name in eases.items() if by_name}


def _plain_texts_of(criterion: Criterion, catalogue: Catalogue) -> Iterator[AskedText]:
    others = [r for r in catalogue.role_ids if r not in catalogue.organisation_roles]
    asked = tuple(role for role in others if catalogue.is_asked(criterion, role))
    by_question = tuple(role for role in asked if role not in criterion.ask)
    if by_question:
        yield AskedText(f"{criterion.id}.question", criterion.id, by_question, criterion.question)
    for role in asked:
        if role in criterion.ask:
            context = f"{criterion.id}.ask.{role}"
            yield AskedText(context, criterion.id, (role,), criterion.ask[role])
    by_rubric = tuple(role for role in asked if role not in criterion.rubric_for)
    for level, text in enumerate(criterion.rubric if by_rubric else ()):
        yield AskedText(f"{criterion.id}.rubric.{level}", criterion.id, by_rubric, text)
    for role in asked:
        for level, text in enumerate(criterion.rubric_for.get(role, ())):
            context = f"{criterion.id}.rubric_for.{role}.{level}"
            yield AskedText(context, criterion.id, (role,), text)


def _measured(text: Text) -> Iterator[tuple[str, str]]:
    """Yield the languages of a text that can be measured, with its words."""
    for language, words in text.root.items():
        if language in _FORMULAS and _WORD.search(words):
            yield language, words


def _sentences(words: str) -> Sequence[str]:
    return [part for part in _SENTENCE_END.split(words) if _WORD.search(part)]


@lru_cache(maxsize=20_000)
def _syllables(word: str, hyphens: str) -> int:
    return len(_hyphenation(hyphens).positions(word)) + 1


@lru_cache
def _hyphenation(hyphens: str) -> Pyphen:
    return Pyphen(lang=hyphens, left=1, right=1)
