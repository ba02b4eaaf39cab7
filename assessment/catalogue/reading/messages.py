"""What the models of the catalogue expect where, in words that authors of criteria understand."""

import difflib
import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from itertools import islice
from types import NoneType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from assessment.catalogue.base import CARE, RubricText, Text
from assessment.catalogue.header import FIRST_YEAR, LAST_YEAR
from assessment.catalogue.reading.text_file import shown
from assessment.catalogue.reading.yaml_document import Alias, Located, Steps
from assessment.catalogue.scripts import LONGEST, MOST_ITEMS, MOST_PEOPLE

NAMES_SHOWN = 25  # known names that are listed in full
NAMES_COMPARED = 200  # comparing is slow: a large hostile file must not take minutes
WORDS_COMPARED = 50  # per file
NOT_WRITTEN = {"perspective", "mentor"}  # the loader fills it in; a word of older catalogues
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")

_EXPECTED: dict[Any, str] = {
    Text: "a text in every language is expected. Write each after its code: `nl: ...`.",
    tuple: "a list is expected. Start every entry on a line of its own with `- `.",
    dict: "keys with values are expected. Write `key: value` on lines of their own.",
    BaseModel: "keys with values are expected. Write `key: value` on lines of their own.",
    Union: "`all` or a list is expected. Write `all`, or every entry on a line with `- `.",
}
_NOT_A_VALUE: dict[Any, str] = {
    bool: "is no switch. Write true or false, without quotes.",
    int: "is no target. Write a whole number from 0 to 4 without quotes, or null for none.",
    date: 'is no day. Write one such as "2026-11-20", in quotes, or null for not yet.',
    float: "is no weight. Write a number above 0 and at most 1000, without quotes.",
}
_NOT_A_FIELD: dict[str | int, str] = {
    "year": f"is no year. Write one from {FIRST_YEAR} to {LAST_YEAR}, without quotes.",
    "minutes": f"is no time. Write whole minutes from 1 to {LONGEST}, without quotes.",
    "seconds": f"is no time. Write whole seconds from 5 to {LONGEST * 60}, without quotes.",
    **dict.fromkeys(("items", "talk_about"), f"is no number. Write one from 0 to {MOST_ITEMS}."),
    **dict.fromkeys(("least", "most"), f"is no number. Write one from 1 to {MOST_PEOPLE}."),
}


def remedy(located: Located, word: str, known: Collection[str]) -> str:
    """Return the remedy for an unknown word in a file: the near match, or what is known."""
    is_compared = len(located.problems) < WORDS_COMPARED
    return near(word, known) if is_compared else _one_of(known)


def near(word: str, known: Collection[str]) -> str:
    """Return the remedy for an unknown word: the near match, or what is known."""
    names = {name.casefold(): name for name in islice(known, NAMES_COMPARED)}
    unpadded = {_unpadded(name): name for name in reversed(names)}
    if same := unpadded.get(_unpadded(word.casefold()[:100])):
        return f"Did you mean `{shown(names[same])}`?"
    match = difflib.get_close_matches(word.casefold()[:100], names, n=1)
    return f"Did you mean `{shown(names[match[0]])}`?" if match else _one_of(known)


def _unpadded(word: str) -> str:
    """Return a word with its numbers as they count: `mc-05` and `mc-5` are one."""
    return _LEADING_ZEROS.sub("", word)


def _one_of(known: Collection[str]) -> str:
    if len(known) > NAMES_SHOWN:
        return f"Use one of the {len(known)} there are, such as `{shown(next(iter(known)))}`."
    return f"Use one of: {', '.join(map(shown, known))}." if known else "Remove it."


def texts(annotation: Any, data: Any, steps: Steps) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """Yield every text in several languages in `data` that fits `annotation`, after its steps."""
    if isinstance(data, dict) and _kind(annotation) is Text:
        is_level = _bare(annotation) is RubricText
        yield steps, {key: part for key, part in data.items() if not (is_level and key == CARE)}
        return
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in entries:
        if isinstance(value, (dict, list)):
            yield from texts(_inside(annotation, step), value, (*steps, step))


def explain(located: Located, start: Steps, model: type[BaseModel], detail: ErrorDetails) -> None:
    """Report one thing that pydantic found in the part of a file that begins at `start`."""
    value, steps = _value_at(located.data, (*start, *detail["loc"]))
    expected = _expected_at(model, steps[len(start) :])
    around = _expected_at(model, steps[len(start) : -1])
    if detail["type"] == "missing":
        located.problem(steps, f"the key `{detail['loc'][-1]}` is missing. Add it.")
    elif detail["type"] == "extra_forbidden":
        unknown_key(located, steps, around)
    elif isinstance(value, Alias) or (value is None and _kind(around) is Text and expected is str):
        return  # the reader reports aliases, `check_texts` empty texts
    elif not _is_reported_elsewhere(expected, value, detail):
        located.problem(
            steps, _mismatch(steps[-1] if steps else "", expected, value, located.raw.get(steps))
        )


def unknown_key(located: Located, steps: Steps, model: type[BaseModel]) -> None:
    """Report the key at `steps`, which `model` does not know."""
    key = str(steps[-1])
    known = [name for name in model.model_fields if name not in NOT_WRITTEN]
    located.problem(
        steps, f"unknown key `{shown(key)}`. {remedy(located, key, known)}", at_key=True
    )


def _value_at(data: Any, location: Steps) -> tuple[Any, Steps]:
    """Return the value at a location and the steps to it, without pydantic's names of choices."""
    steps: Steps = ()
    for step in location:
        if not _has(data, step):
            continue
        data, steps = data[step], (*steps, step)
    return data, steps


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _is_reported_elsewhere(expected: Any, value: Any, detail: ErrorDetails) -> bool:
    """Return whether another error of the same choice (`all` or a list) tells more."""
    return _kind(expected) is Union and (detail["type"] == "tuple_type" or isinstance(value, list))


def _mismatch(name: str | int, expected: Any, value: Any, raw: str | None) -> str:
    kind = _kind(expected)
    if kind in _EXPECTED:
        return _EXPECTED[kind]
    written = _written(value, raw)
    if kind in _NOT_A_VALUE:
        return f"{written} {_NOT_A_FIELD.get(name, _NOT_A_VALUE[kind])}"
    if kind is Literal:
        return f"{written} is not allowed. {near(raw or str(value), get_args(_bare(expected)))}"
    if value is None:
        return "the text is empty. Fill it in."
    if raw is None:
        return f"one text is expected, not {written}. Write it on one line, or below `>-`."
    return f'{written} without quotes is not read as text. Write "{shown(raw)}".'


def _written(value: Any, raw: str | None) -> str:
    """Return a value as its author knows it."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "keys with values"
    return f"`{shown(value if raw is None else raw)}`"


def _expected_at(annotation: Any, steps: Steps) -> Any:
    for step in steps:
        annotation = _inside(annotation, step)
    return annotation


def _inside(annotation: Any, step: str | int) -> Any:
    """Return what is expected one step further, None where nothing is."""
    kind = _kind(annotation)
    if kind is Text:
        return bool if step == CARE and _bare(annotation) is RubricText else str
    if kind is BaseModel:
        field = _bare(annotation).model_fields.get(step)
        return field.annotation if field else None
    if kind is Union:
        return _inside(get_args(annotation)[-1], step)
    arguments = get_args(_bare(annotation))
    return {tuple: arguments[:1], dict: arguments[1:]}.get(kind, (None,))[0]


@cache
def _kind(annotation: Any) -> Any:
    """Return what sort of value is asked for: a key of `_EXPECTED` or `_NOT_A_VALUE`, or str."""
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return Text if issubclass(bare, Text) else BaseModel
    return get_origin(bare) or bare


@cache
def _bare(annotation: Any) -> Any:
    """Return an annotation without what makes it optional or strict."""
    arguments = get_args(annotation)
    if NoneType in arguments or get_origin(annotation) is Annotated:
        return _bare(arguments[0])
    return annotation
