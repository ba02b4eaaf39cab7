"""Small pieces of Markdown: texts stay texts."""

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def safe(text: str) -> str:
    """Return a text on one line in which nothing is taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def bullets(items: Iterable[str]) -> str:
    """Return a list of texts."""
    return "\n".join(f"- {safe(item)}" for item in items)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of texts."""
    lines = [header, ["---"] * len(header), *rows]
    written = [[cell if cell == "---" else safe(cell) for cell in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in written)
