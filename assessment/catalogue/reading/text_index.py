"""Every text of a criteria folder with a name that lasts and the place where it stands.

The name (context) of a text is made of ids where there are ids: `MC-05.rubric.2`,
`theses/T-1.statement`, `catalogue/roles.mentor.title`, `profiles/short/title`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessment.catalogue.reading.file_kinds import PERSPECTIVES, kind_of
from assessment.catalogue.reading.folder import criteria_files
from assessment.catalogue.reading.messages import texts
from assessment.catalogue.reading.yaml_document import Located, Steps, read_yaml


@dataclass(frozen=True)
class TextPlace:
    """One text as it is written: by language, with its name and the steps to it in its file."""

    context: str
    located: Located
    steps: Steps
    words: dict[str, str]

    def line(self, language: str) -> int:
        """Return the line where the words of a language begin, from 1."""
        return self.located.values[(*self.steps, language)][0]


def text_places(folder: Path) -> list[TextPlace]:
    """Return every text of a folder that was checked before, in the order of its files."""
    names, _ = criteria_files(folder)
    return [place for name in names for place in _in_file(read_yaml(folder, name))]


def _in_file(located: Located) -> Iterator[TextPlace]:
    is_perspective = located.file.startswith(f"{PERSPECTIVES}/")
    start = "" if is_perspective else f"{located.file.removesuffix('.yaml')}/"
    for steps, words in texts(kind_of(located.file).annotation, located.data, ()):
        yield TextPlace(start + ".".join(_names(located.data, steps)), located, steps, words)


def _names(data: Any, steps: Steps) -> Iterator[str]:
    """Yield the names of the steps to a text; an entry of a list is called by its id, if any."""
    for step in steps:
        data = data[step]
        is_named = isinstance(step, int) and isinstance(data, dict) and "id" in data
        yield str(data["id"] if is_named else step)
