"""The guide as it stands in docs/, cut into the parts that a screen shows."""

import re
from dataclasses import dataclass
from functools import cache

from ui.widgets.html import asset

_FILES = {"nl": "handleiding.md", "en": "guide.md"}
_OTHER_LANGUAGE = re.compile(r"^\[\w+\]\(\w+\.md\)\n+", re.MULTILINE)  # a screen has its own switch


@dataclass(frozen=True)
class GuidePart:
    """One heading of the guide with the text below it."""

    title: str
    text: str


@dataclass(frozen=True)
class Guide:
    """The whole guide in one language."""

    title: str
    introduction: str
    sections: tuple[GuidePart, ...]


@cache
def guide(language: str) -> Guide:
    """Return the guide in a language."""
    written = asset(f"../docs/{_FILES[language]}")
    top, *parts = _OTHER_LANGUAGE.sub("", written).split("\n## ")
    title, introduction = top.removeprefix("# ").split("\n", 1)
    return Guide(
        title, introduction.strip(), tuple(GuidePart(*part.split("\n", 1)) for part in parts)
    )
