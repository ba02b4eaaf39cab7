"""Write words into a YAML file at the place where they belong; all else stays as it is.

Comments, order and layout are kept: only the words of a text change, or a line is added for a
language that was not there.
"""

import json
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from assessment.catalogue.reading.yaml_document import Located, Place, Steps, parse_yaml

WIDTH = 110  # of a line


@dataclass(frozen=True)
class Edit:
    """New words in one language for the text at `steps`."""

    steps: Steps
    language: str
    words: str


def with_words(text: str, located: Located, edits: Iterable[Edit]) -> str:
    """Return the text of a file with the edits; `located` was read from that text."""
    file = _YamlText(text, located)
    return file.replaced([file.change(edit) for edit in edits])


def with_language(text: str, located: Located, language: str) -> str:
    """Return the text of catalogue.yaml with one language more in its list."""
    file = _YamlText(text, located)
    return file.replaced([file.longer_list(("languages",), language)])


@dataclass(frozen=True)
class _Change:
    """Put `words` where the characters from `start` to `end` stand."""

    start: int
    end: int
    words: str


class _YamlText:
    """A text in which places of the reader can be found."""

    def __init__(self, text: str, located: Located) -> None:
        self.text = text
        self.located = located
        self.lines = [0]
        for line in text.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)

    def replaced(self, changes: Iterable[_Change]) -> str:
        text = self.text
        for change in sorted(changes, key=lambda c: c.start, reverse=True):
            text = text[: change.start] + change.words + text[change.end :]
        return text

    def change(self, edit: Edit) -> _Change:
        way = (*edit.steps, edit.language)
        is_flow = self._opens(edit.steps, "{")
        if way in self.located.values:
            column = self.located.keys[way][1]
            scalar = _flow_scalar(edit.words) if is_flow else _scalar(edit, column)
            start, end = self._extent(way)
            return _Change(start, end, scalar)
        last = self._last_in(edit.steps)
        if is_flow:
            end = self._extent(last)[1]
            return _Change(end, end, f", {edit.language}: {_flow_scalar(edit.words)}")
        column = self.located.keys[last][1]
        end = self._end_of_line(last)
        line = f"\n{' ' * (column - 1)}{edit.language}: {_scalar(edit, column)}"
        return _Change(end, end, line)

    def longer_list(self, steps: Steps, word: str) -> _Change:
        last = self._last_in(steps)
        if self._opens(steps, "["):
            end = self._extent(last)[1]
            return _Change(end, end, f", {_flow_scalar(word)}")
        line, column = self.located.values[last]
        end = self._end_of_line(last)
        start = self.text[self.lines[line - 1] :][: column - 1]
        return _Change(end, end, f"\n{start}{_flow_scalar(word)}")

    def _last_in(self, steps: Steps) -> Steps:
        ends = self.located.ends
        return max((way for way in ends if way[:-1] == steps), key=ends.__getitem__)

    def _opens(self, steps: Steps, bracket: str) -> bool:
        return self.text[self._offset(self.located.values[steps])] == bracket

    def _extent(self, way: Steps) -> tuple[int, int]:
        start = self._offset(self.located.values[way])
        end = self._offset(self.located.ends[way])
        return start, start + len(self.text[start:end].rstrip())

    def _end_of_line(self, way: Steps) -> int:
        """Return the end of the line where a scalar ends, behind a comment if there is one."""
        end = self.text.find("\n", self._extent(way)[1])
        return len(self.text) if end < 0 else end

    def _offset(self, place: Place) -> int:
        return self.lines[place[0] - 1] + place[1] - 1


def _scalar(edit: Edit, column: int) -> str:
    """Return words as they stand behind a key in `column`: on the same line, else folded below."""
    written = edit.words if _means(edit.words, edit.words) else _quoted(edit.words)
    if column + len(f"{edit.language}: {written}") - 1 <= WIDTH:
        return written
    start = " " * (column + 1)
    lines = textwrap.wrap(
        edit.words, WIDTH - len(start), break_long_words=False, break_on_hyphens=False
    )
    folded = "\n".join([">-", *(start + line for line in lines)])
    return folded if _means(folded, edit.words) else _quoted(edit.words)


def _flow_scalar(words: str) -> str:
    """Return words as they may stand between brackets: a single plain word, else in quotes."""
    is_plain = words.replace("-", "").isalnum() and _means(words, words)
    return words if is_plain else _quoted(words)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _means(written: str, words: str) -> bool:
    """Return whether a scalar is read as these words, and without any problem."""
    read = parse_yaml("", f"k: {written}\n")
    return not read.problems and read.data == {"k": words}
