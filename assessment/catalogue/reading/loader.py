"""Read a criteria folder. Every problem in it is reported at once, with its place and the remedy."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from assessment.catalogue.conversation import Boundaries, Relationship, Tension, Thesis
from assessment.catalogue.model import Catalogue, Criterion, Header, Profile, Scale
from assessment.catalogue.reading.checks import (
    check_entries,
    check_header,
    check_texts,
    languages_of,
)
from assessment.catalogue.reading.entries import Entries
from assessment.catalogue.reading.folder import (
    BOUNDARIES,
    HEADER,
    PERSPECTIVES,
    PROFILES,
    RELATIONSHIP,
    SCALES,
    TENSIONS,
    THESES,
    check_names,
    criteria_files,
    perspective_file,
)
from assessment.catalogue.reading.ids_lock import check_ids_lock, write_ids_lock
from assessment.catalogue.reading.messages import NOT_WRITTEN, explain, texts, unknown_key
from assessment.catalogue.reading.yaml_document import Located, Steps, read_yaml
from assessment.errors import CatalogueError, Problem

__all__ = ["check_folder", "load_catalogue", "write_ids_lock"]


def load_catalogue(folder: Path) -> Catalogue:
    """Read and check the criteria folder.

    Raises CatalogueError with all problems, ordered by file, line and column.
    """
    catalogue, problems = check_folder(folder)
    if catalogue is None or problems:
        raise CatalogueError(problems)
    return catalogue


def check_folder(folder: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Return the catalogue and everything wrong with the folder.

    There is a catalogue unless something else than `ids.lock` is wrong.
    """
    names, problems = criteria_files(folder)
    if not names:
        return None, sorted(problems)
    reader = _Reader({name: read_yaml(folder, name) for name in names})
    unread = {problem.file for problem in problems}  # one mistake, one message
    problems += [problem for problem in reader.problems() if problem.file not in unread]
    catalogue = None if problems else reader.catalogue()
    problems += check_ids_lock(folder, reader.entries)
    return catalogue, sorted(set(problems))


_OPTIONAL_LISTS: tuple[tuple[str, str, type[BaseModel]], ...] = (
    (THESES, "theses", Thesis),
    (TENSIONS, "tensions", Tension),
)
# which kinds of entries stand where in a file that is one part
_OPTIONAL_PARTS: tuple[tuple[str, type[BaseModel], dict[str, Steps]], ...] = (
    (
        BOUNDARIES,
        Boundaries,
        {
            "boundaries": (),
            "professions": ("professions",),
            "aspects": ("aspects",),
            "signals": ("signals",),
        },
    ),
    (
        RELATIONSHIP,
        Relationship,
        {"relationship_phases": ("phases",), "timelines": ("timeline",)},
    ),
)


class _Reader:
    """Takes the files of one folder apart: into models, and into entries for the checks."""

    def __init__(self, files: dict[str, Located]) -> None:
        self.files = files
        self.header = files.get(HEADER) or Located(HEADER)
        self.languages = languages_of(self.header)
        self.entries = Entries()
        self.models: dict[str, list[Any]] = {}  # by file

    def problems(self) -> list[Problem]:
        """Check everything and return all problems of all files."""
        self._part(self.header, (), Header)
        self.entries.add_header(self.header)
        self._list(SCALES, "scales", Scale)
        for name, kind, model in _OPTIONAL_LISTS:
            if name in self.files:
                self._list(name, kind, model)
        for name, model, within in _OPTIONAL_PARTS:
            if name in self.files:
                self._whole(name, model, within)
        for name in self._in(PERSPECTIVES):
            self._list(name, "criteria", Criterion)
        for name in self._in(PROFILES):
            self._whole(name, Profile, {"profiles": ()})
        check_header(self.header)
        found = check_names(self.files, self.entries)
        check_entries(self.entries)
        return found + [problem for located in self.files.values() for problem in located.problems]

    def catalogue(self) -> Catalogue:
        """Put the models together; only right when there are no problems."""
        header: Header = self.models[HEADER][0]
        criteria = [
            criterion.model_copy(update={"perspective": perspective.id})
            for perspective in header.perspectives
            for criterion in self.models[perspective_file(perspective.id)]
        ]
        return Catalogue(
            **dict(header),
            scales=tuple(self.models[SCALES]),
            criteria=tuple(criteria),
            theses=tuple(self.models.get(THESES, ())),
            profiles=tuple(self.models[name][0] for name in self._in(PROFILES)),
            tensions=tuple(self.models.get(TENSIONS, ())),
            boundaries=next(iter(self.models.get(BOUNDARIES, ())), None),
            relationship=next(iter(self.models.get(RELATIONSHIP, ())), None),
        )

    def _in(self, subfolder: str) -> list[str]:
        return [name for name in self.files if name.startswith(f"{subfolder}/")]

    def _list(self, name: str, kind: str, model: type[BaseModel]) -> None:
        located = self.files.get(name)
        if located is None or not isinstance(located.data, list):
            self.entries.incomplete.add(kind)
        if located is None or located.data is None:
            return
        if not isinstance(located.data, list):
            located.problem((), "a list is expected. Start every entry with `- id:`.")
            return
        self.models[name] = []
        for number, value in enumerate(located.data):
            self.entries.add(kind, located, (number,), value)
            self._part(located, (number,), model)

    def _whole(self, name: str, model: type[BaseModel], within: dict[str, Steps]) -> None:
        """Take over a file that is one part; `within` says what kinds of entries stand where."""
        located = self.files[name]
        for kind, steps in within.items():
            value = _reached(located.data, steps)
            if isinstance(value, list):
                for number, item in enumerate(value):
                    self.entries.add(kind, located, (*steps, number), item)
            else:
                self.entries.add(kind, located, steps, value)
        self._part(located, (), model)

    def _part(self, located: Located, steps: Steps, model: type[BaseModel]) -> None:
        """Make the model of one part, and report what it and its texts lack."""
        value = located.data[steps[0]] if steps else located.data
        if value is None and not steps:
            return  # the file could not be read and says so itself
        if isinstance(value, dict):
            for key in NOT_WRITTEN & value.keys():
                unknown_key(located, (*steps, key), model)
            check_texts(located, texts(model, value, steps), self.languages)
        try:
            item = model.model_validate(value)
            self.models.setdefault(located.file, []).append(item)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                if not located.is_full:
                    explain(located, steps, model, detail)


def _reached(data: Any, steps: Steps) -> Any:
    """Return what stands at the end of a way; None where the way ends before that."""
    for step in steps:
        data = data.get(step) if isinstance(data, dict) else None
    return data
