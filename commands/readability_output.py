"""How easily the criteria read, in lines for a terminal."""

from collections.abc import Iterator
from pathlib import Path

from assessment.catalogue.model import Catalogue
from assessment.catalogue.readability import (
    LONGEST_SENTENCE,
    LOWEST_TEXT,
    MEASURED,
    HardText,
    criterion_ease,
    hard_texts,
    mean_ease,
)
from assessment.catalogue.reading.text_index import text_places


def readability_lines(folder: Path, catalogue: Catalogue) -> Iterator[str]:
    """Name each hard text with its line, then the mean per role and language."""
    places = {place.context: place for place in text_places(folder)}
    for hard in hard_texts(catalogue):
        place = places[hard.plain.context]
        where = f"{place.located.file}:{place.line(hard.language)}"
        yield f"{where}: {hard.plain.context} ({hard.language}): {_why(hard)}"
    for (role, language), mean in mean_ease(catalogue).items():
        eases = criterion_ease(catalogue, role, language)
        lowest = min(eases, key=eases.__getitem__)
        yield (
            f"{role}, {language}: reading ease {mean:.0f} over {len(eases)} criteria, "
            f"lowest {eases[lowest]:.0f} ({lowest})."
        )
    unknown = [language for language in catalogue.languages if language not in MEASURED]
    if unknown:
        yield f"Not measured: {', '.join(unknown)}. Only {' and '.join(MEASURED)} are."


def _why(hard: HardText) -> str:
    parts = []
    if hard.is_low:
        parts.append(
            f"reading ease {int(hard.ease)}, below {LOWEST_TEXT}. Use shorter words or sentences."
        )
    if hard.is_long:
        parts.append(
            f"a sentence of {hard.longest} words, more than {LONGEST_SENTENCE}. Cut it in two."
        )
    return " ".join(parts)
