"""Small pieces of Markdown: texts stay texts."""

import re
from collections.abc import Iterable, Sequence

from assessment.catalogue.model import Text

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def safe(text: str) -> str:
    """Return a text on one line in which nothing is taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def bullets(items: Iterable[str]) -> str:
    """Return a list of texts."""
    return "\n".join(f"- {safe(item)}" for item in items)


def words_of(texts: Sequence[Text], language: str) -> str:
    """Return one text as a paragraph, several as a list."""
    words = [text.in_language(language) for text in texts]
    return safe(words[0]) if len(words) == 1 else bullets(words)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of texts."""
    lines = [header, ["---"] * len(header), *rows]
    written = [[cell if cell == "---" else safe(cell) for cell in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in written)
