"""Read a YAML file into plain data with the place of every value.

Only what criteria files need is understood: mappings, lists and scalars. Aliases are never followed
and tags never obeyed. The parser only delivers events; the data is put together here without
recursion, so that no nesting can exhaust a stack. docs/criteria-format.md gives the reasons.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from assessment.catalogue.reading.text_file import STRANGE, read_text, shown, unusable
from assessment.errors import Problem

MAX_DEPTH = 12  # the shipped files need 5
MAX_NODES = 20_000  # the largest shipped file has 2,000
MAX_PROBLEMS = 1_000  # per file

# libyaml is 30 times faster; the pure parser, a little stricter, stands in where it is not built in
PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+\Z")
_SWITCHES = {"yes", "no", "on", "off", "y", "n"}
# What some YAML readers take for a number, a date or a time and others do not.
_DISPUTED = re.compile(
    r"[-+]?("
    r"0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+"
    r"|([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9][0-9_]*)([eE][-+]?[0-9]+)?"
    r"|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
    r"|\.(inf|Inf|INF|nan|NaN|NAN)"
    r")\Z"
    r"|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt ][-+ 0-9:.Zz]*)?\Z"
)
_OPENS = re.compile(r"(^|[\s\[{,:])\Z")  # what stands before a quote that opens a text
_MERGE = "<<"

_HINTS = (  # words of either parser: what helps most often
    ("mapping values are not", "Check the indentation; quote a text that contains a colon."),
    ("found character", "Put quotes around a text that starts with a special character."),
    ("end of stream", "Close the quote that is opened here."),
    ("',' or", "Close every bracket; quote a text with a comma, colon, bracket or `?`."),
    ("unexpected ':'", "Put a space after every colon; quote a text that contains one."),
)
_GENERAL_HINT = "Check indentation, quotes and colons here and in the line above."

Steps = tuple[str | int, ...]  # keys and numbers from the top of a file to a value
Place = tuple[int, int]  # line and column, both from 1


class Disputed:
    """An unquoted word or number that YAML readers disagree about (`no`, `010`, a date)."""


class Alias:
    """What the data holds where an alias was written, which is reported and not followed."""


@dataclass
class Located:
    """Plain data with the place of every value and key; `data` is None if it cannot be used."""

    file: str
    data: Any = None
    values: dict[Steps, Place] = field(default_factory=dict)
    ends: dict[Steps, Place] = field(default_factory=dict)  # right behind a scalar
    keys: dict[Steps, Place] = field(default_factory=dict)
    raw: dict[Steps, str] = field(default_factory=dict)  # unquoted scalars that are no text
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Return whether no more problems are kept for this file."""
        return len(self.problems) >= MAX_PROBLEMS

    def problem(self, steps: Steps, message: str, *, at_key: bool = False) -> None:
        """Note a problem at the place of a value, or of the key in front of it."""
        places = self.keys if at_key else self.values
        self.note(*places.get(steps, (0, 0)), message)

    def note(self, line: int, column: int, message: str) -> None:
        """Note a problem at a line and column; 0 stands for the file as a whole."""
        if not self.is_full:
            self.problems.append(Problem(self.file, line, column, message))
        if self.is_full:
            text = f"{MAX_PROBLEMS:,} problems or more; the rest is not shown. Correct these first."
            self.problems[-1] = Problem(self.file, 0, 0, text)


class _Refused(Exception):
    """Stop reading this file: going on would be unsafe or pointless."""


def read_yaml(folder: Path, name: str, parser: Any = PARSER) -> Located:
    """Read one file of the folder. Everything wrong with it as YAML is in `problems`."""
    located = Located(name)
    text = read_text(folder, name, located.note)
    return located if text is None else compose(located, text, parser)


def parse_yaml(name: str, text: str) -> Located:
    """Read the text of a file as `read_yaml` does."""
    return compose(Located(name), text)


def compose(located: Located, text: str, parser: Any = PARSER) -> Located:
    """Fill in what a text says, and return it. Everything wrong with it as YAML is in `problems`."""
    try:
        located.data = _Composer(located).compose(text, parser)
    except yaml.YAMLError as error:
        _note_syntax(located, text, error)
    except (ValueError, OverflowError):  # the pure parser does not check these numbers itself
        located.note(
            0, 0, "this is no valid YAML: a number after `\\U` or `%` is too large. Remove it."
        )
    except _Refused:
        return located
    if located.data is None and not located.problems:
        located.note(1, 1, "the file is empty. Fill it or restore it.")
    return located


def _note_syntax(located: Located, text: str, error: yaml.YAMLError) -> None:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error)
    start = getattr(error, "context_mark", None)
    if start and "quoted scalar" in str(getattr(error, "context", "")):
        mark = start  # the quote that is never closed, not the end of the file
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    hint = _hint(what)
    if opened := _opening_quote(text, line):
        what = f"a quote opens here and closes only in line {line}"
        hint = "Close it where its text ends."
        line, column = opened
    located.note(line, column, f"this is no valid YAML: {shown(what)}. {hint}")


def _opening_quote(text: str, line: int) -> Place | None:
    """Return where a quote opened in an earlier line that seems to close in this one, if any did.

    That is the last line before it with such a quote, if the quotes there do not pair up.
    """
    lines = text.split("\n")[:line]
    for sign, escaped in (('"', '\\"'), ("'", "''")):
        with_sign = [n for n, part in enumerate(lines) if sign in part.replace(escaped, "  ")]
        if len(with_sign) < 2 or with_sign[-1] != line - 1:
            continue
        opening = lines[with_sign[-2]].replace(escaped, "  ")
        before, _, _ = opening.rpartition(sign)
        if opening.count(sign) % 2 and _OPENS.search(before):
            return with_sign[-2] + 1, len(before) + 1
    return None


def _hint(what: str) -> str:
    return next((hint for part, hint in _HINTS if part in what), _GENERAL_HINT)


@dataclass
class _Container:
    """A mapping or list that is being filled."""

    data: dict[str, Any] | list[Any]
    steps: Steps
    key: str | None = None  # waits for its value


class _Composer:
    """Puts data together from parser events, with a stack of its own."""

    def __init__(self, located: Located) -> None:
        self.located = located
        self.open: list[_Container] = []
        self.result: Any = None
        self.documents = 0

    def compose(self, text: str, parser: Any) -> Any:
        event: Any
        for event in yaml.parse(text, Loader=parser):
            start = event.start_mark
            place = (start.line + 1, start.column + 1)
            if type(event) is yaml.ScalarEvent and not event.anchor and not event.tag:
                self._scalar(event, place)  # nearly all of them
                continue
            self._note_unused(event, place)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event, place)
            elif isinstance(event, yaml.AliasEvent):
                self._add(Alias(), place)
            elif isinstance(event, yaml.MappingStartEvent):
                self._start({}, place)
            elif isinstance(event, yaml.SequenceStartEvent):
                self._start([], place)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self.open.pop()
        return self.result

    def _start(self, container: dict[str, Any] | list[Any], place: Place) -> None:
        self.open.append(_Container(container, self._add(container, place)))

    def _note_unused(self, event: Any, place: Place) -> None:
        """Report what YAML offers and criteria files do not use."""
        if getattr(event, "anchor", None):
            sign = "alias `*" if isinstance(event, yaml.AliasEvent) else "anchor `&"
            text = f"the {sign}{shown(event.anchor)}` is not allowed. Write the text out."
            self.located.note(*place, text)
        if getattr(event, "tag", None):
            self.located.note(*place, f"the tag `{shown(event.tag)}` is not allowed. Remove it.")
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse(place, "a second document (`---`). Keep one per file.")

    def _refuse(self, place: Place, message: str) -> NoReturn:
        self.located.note(*place, message)
        raise _Refused

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        strange = STRANGE.search(event.value)
        if (
            strange
        ):  # from an escape such as "\0": `read_text` looked through the text as it is written
            self.located.note(*place, unusable(strange[0]))
        parent = self.open[-1] if self.open else None
        if parent and isinstance(parent.data, dict) and parent.key is None:
            self._key(parent, event, place)
            return
        value = event.value if event.style else _resolved(event.value)
        steps = self._add(value, place)
        end: Any = event.end_mark
        self.located.ends[steps] = (end.line + 1, end.column + 1)
        if not isinstance(value, str):
            self.located.raw[steps] = event.value

    def _key(self, parent: _Container, event: yaml.ScalarEvent, place: Place) -> None:
        key, steps = event.value, (*parent.steps, event.value)
        if key == _MERGE:
            self.located.note(*place, "the merge key `<<` is not allowed. Write the fields out.")
        if key in parent.data:
            first = self.located.keys[steps][0]
            text = f"the key `{shown(key)}` stands here twice, first in line {first}. Keep one."
            self.located.note(*place, text)
        self.located.keys[steps] = place
        parent.key = key

    def _add(self, value: Any, place: Place) -> Steps:
        """Put a value into its container and return the steps to it."""
        steps = self._attach(value, place) if self.open else ()
        if not steps:
            self.result = value
        self.located.values[steps] = place
        if len(steps) > MAX_DEPTH:
            self._refuse(place, f"nested more than {MAX_DEPTH} deep. Check the indentation.")
        if len(self.located.values) > MAX_NODES:
            self._refuse(place, f"more than {MAX_NODES:,} values. Shorten the file.")
        return steps

    def _attach(self, value: Any, place: Place) -> Steps:
        parent = self.open[-1]
        if isinstance(parent.data, list):
            parent.data.append(value)
            return (*parent.steps, len(parent.data) - 1)
        if parent.key is None:
            self._refuse(place, "a mapping or list as key. Use a plain word as key.")
        key, parent.key = parent.key, None
        if key != _MERGE:
            parent.data[key] = value
        return (*parent.steps, key)


def _resolved(text: str) -> Any:
    """Return what an unquoted scalar means: null, true, false, an integer, a decimal or a text."""
    lowered = text.lower()
    if lowered in ("", "~", "null"):
        return None
    if lowered in ("true", "false"):
        return lowered == "true"
    if _INTEGER.match(text):
        return int(text)
    if _DECIMAL.match(text):
        return float(text)
    if lowered in _SWITCHES or _DISPUTED.match(text):
        return Disputed()
    return text
