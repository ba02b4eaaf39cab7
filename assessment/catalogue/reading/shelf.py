"""The catalogues to choose from: the default one, and those in the subfolders of another folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.file_kinds import HEADER, HELP
from assessment.catalogue.reading.text_file import printable
from assessment.catalogue.reading.watcher import CatalogueWatch
from assessment.catalogue.reading.yaml_document import read_yaml
from assessment.errors import CatalogueError, Problem

_NUMBERS = TypeAdapter(tuple[HelpNumber, ...])


@dataclass
class CatalogueShelf:
    """Follows the folders of all catalogues. One that is broken never takes another one down."""

    default: Path
    more: Path | None = None
    _watches: dict[Path, CatalogueWatch] = field(default_factory=dict)

    def current(self) -> tuple[Catalogue, ...]:
        """Return the newest good catalogues, the default one first.

        Raises CatalogueError when the default one never was good. Of two with one id the first
        counts.
        """
        found = {(first := self._watch(self.default).current()).id: first}
        for folder in self._folders():
            try:
                catalogue = self._watch(folder).current()
            except CatalogueError:
                continue
            found.setdefault(catalogue.id, catalogue)
        return tuple(found.values())

    def problems(self) -> Mapping[str, tuple[Problem, ...]]:
        """Return what is wrong by folder, of the catalogues as `current` last saw them."""
        found: dict[str, tuple[Problem, ...]] = {}
        first: dict[str, Path] = {}
        for folder in (self.default, *self._folders()):
            watch = self._watch(folder)
            problems = watch.problems
            if watch.latest is not None:
                other = first.setdefault(watch.latest.id, folder)
                problems += () if other == folder else (_twice(watch.latest.id, other),)
            if problems:
                found[printable(str(folder))] = problems
        return found

    def numbers(self) -> dict[str, tuple[HelpNumber, ...]]:
        """Return the numbers to call by the id of their catalogue, those of the default one first.

        Nothing else is read, so that this is quick, and a file that is broken holds nobody up: its
        numbers are left out, and `check-criteria` says why.
        """
        found: dict[str, tuple[HelpNumber, ...]] = {}
        for folder in (self.default, *self._folders()):
            header = read_yaml(folder, HEADER).data
            name = header.get("id") if isinstance(header, dict) else None
            if isinstance(name, str):
                found.setdefault(name, _numbers_in(folder))
        return found

    def _watch(self, folder: Path) -> CatalogueWatch:
        return self._watches.setdefault(folder, CatalogueWatch(folder))

    def _folders(self) -> list[Path]:
        """Return the subfolders that hold a catalogue, by name."""
        if self.more is None:
            return []
        try:
            folders = sorted(self.more.iterdir())
        except OSError:
            return []
        return [
            f for f in folders if (f / HEADER).is_file() and f.resolve() != self.default.resolve()
        ]


def _numbers_in(folder: Path) -> tuple[HelpNumber, ...]:
    try:
        return _NUMBERS.validate_python(read_yaml(folder, HELP).data)
    except ValidationError:
        return ()


def _twice(name: str, other: Path) -> Problem:
    text = f"the id `{name}` is that of {printable(str(other))} too. Give one of them another id."
    return Problem(HEADER, 0, 0, text)
