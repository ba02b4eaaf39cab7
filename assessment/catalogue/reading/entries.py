"""The parts of a catalogue as they are written, right or wrong, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from assessment.catalogue.reading.yaml_document import Located, Steps

_IDENTIFIER = re.compile(r"[A-Za-z0-9]+([_-][A-Za-z0-9]+)*\Z")
LONGEST_ID = 40

NEEDED = ("roles", "perspectives", "phases", "ambitions")
OPTIONAL = ("sources", "standards", "studies")
_HEADER_KINDS = (*NEEDED, *OPTIONAL)


def is_identifier(name: str | None) -> bool:
    """Return whether a name can be an id, and so the name of a file."""
    return name is not None and len(name) <= LONGEST_ID and bool(_IDENTIFIER.match(name))


@dataclass(frozen=True)
class Entry:
    """One part of the catalogue as it is written, and where it begins."""

    located: Located
    steps: Steps
    data: dict[str, Any]

    @property
    def id(self) -> str | None:
        """The id, None when there is no usable one."""
        name = self.data.get("id")
        return name if isinstance(name, str) else None

    def problem(self, steps: Steps, message: str, *, at_key: bool = False) -> None:
        """Note a problem at a value in this part, or at the key in front of it."""
        self.located.problem((*self.steps, *steps), message, at_key=at_key)


@dataclass
class Entries:
    """Every part of the catalogue by kind, also the parts that are not right."""

    by_kind: dict[str, list[Entry]] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)  # kinds of which some ids cannot be known

    def add(self, kind: str, located: Located, steps: Steps, value: Any) -> None:
        """Add one part; a part without a usable id makes its kind incomplete."""
        if not isinstance(value, dict):
            self.incomplete.add(kind)
            return
        entry = Entry(located, steps, value)
        self.by_kind.setdefault(kind, []).append(entry)
        if not is_identifier(entry.id):
            self.incomplete.add(kind)

    def add_header(self, header: Located) -> None:
        """Add the parts that stand in the header."""
        data = header.data if isinstance(header.data, dict) else None
        for kind in _HEADER_KINDS:
            parts = None if data is None else data.get(kind, [] if kind in OPTIONAL else None)
            if not isinstance(parts, list):
                self.incomplete.add(kind)
                continue
            for number, part in enumerate(parts):
                self.add(kind, header, (kind, number), part)

    def of(self, kind: str) -> list[Entry]:
        """Return the parts of one kind, in the order of the files."""
        return self.by_kind.get(kind, [])

    def ids(self, kind: str) -> dict[str, None]:
        """Return the ids of one kind, in order; a dictionary, so that looking one up is quick."""
        return {entry.id: None for entry in self.of(kind) if entry.id is not None}


def words(value: Any) -> Iterator[tuple[Steps, str]]:
    """Yield one word, the words of a list or the keys of a mapping, each with the steps to it."""
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, dict):
        yield from (((key,), key) for key in value)
    elif isinstance(value, list):
        yield from (((number,), word) for number, word in enumerate(value) if isinstance(word, str))


def mapping_of(entry: Entry, name: str) -> dict[str, Any]:
    """Return a field that holds keys with values; nothing while it holds anything else."""
    value = entry.data.get(name)
    return value if isinstance(value, dict) else {}
