"""Read and check a criteria folder; every problem is reported at once, with place and remedy."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from assessment.catalogue.model import Catalogue, Header
from assessment.catalogue.reading.checks import (
    check_entries,
    check_header,
    check_needed,
    check_texts,
    languages_of,
)
from assessment.catalogue.reading.entries import Entries
from assessment.catalogue.reading.file_kinds import (
    BOUNDARIES,
    FACTORS,
    GUIDES,
    HEADER,
    HELP,
    PROFILES,
    RELATIONSHIP,
    SCALES,
    SCRIPTS,
    TENSIONS,
    THESES,
    FileKind,
    kind_of,
)
from assessment.catalogue.reading.folder import check_names, criteria_files, perspective_file
from assessment.catalogue.reading.ids_lock import check_ids_lock, is_locked, write_ids_lock
from assessment.catalogue.reading.messages import NOT_WRITTEN, explain, texts, unknown_key
from assessment.catalogue.reading.text_file import read_text
from assessment.catalogue.reading.yaml_document import Located, Steps, compose
from assessment.errors import CatalogueError, Problem

__all__ = ["check_folder", "load_catalogue", "write_ids_lock"]


def load_catalogue(folder: Path) -> Catalogue:
    """Return the catalogue of a criteria folder.

    Raises CatalogueError with all problems, ordered by file, line and column.
    """
    catalogue, problems = check_folder(folder)
    if catalogue is None or problems:
        raise CatalogueError(problems)
    return catalogue


def check_folder(folder: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Return the catalogue and all problems of a criteria folder.

    The catalogue is None when there is any problem other than with `ids.lock`.
    """
    names, problems = criteria_files(folder)
    if not names:
        return None, sorted(problems)
    files = {name: Located(name) for name in names}
    written = {name: read_text(folder, name, located.note) for name, located in files.items()}
    good = _good(tuple(written.items()))
    if good and not problems and is_locked(folder, good[0]):
        return good[0], []
    for name, text in written.items():
        if text is not None:
            compose(files[name], text)
    reader = FolderReader(files)
    reported = {problem.file for problem in problems}  # one mistake, one message
    problems += [problem for problem in reader.problems() if problem.file not in reported]
    catalogue = None if problems else reader.catalogue()
    problems += check_ids_lock(folder, reader.entries)
    if catalogue and not problems:
        good[:] = [catalogue]
    return catalogue, sorted(set(problems))


@lru_cache(maxsize=4)
def _good(_written: tuple[tuple[str, str | None], ...]) -> list[Catalogue]:
    """Return where the catalogue of these texts is kept once there was nothing wrong with it.

    The screens and the participants each follow the same folder: read twice, it is one catalogue.
    """
    return []


class FolderReader:
    """Turns the files of one folder into models, and into entries for the checks.

    Files that are not `is_written` but taken from a snapshot may lack what older ones lacked.
    """

    def __init__(self, files: dict[str, Located], *, is_written: bool = True) -> None:
        self.files = files
        self.is_written = is_written
        self.header = files.get(HEADER) or Located(HEADER)
        self.languages = languages_of(self.header)
        self.entries = Entries()
        self.models: dict[str, list[Any]] = {}  # by file

    def problems(self) -> list[Problem]:
        """Check everything and return all problems of all files."""
        self._part(self.header, (), Header)
        self.entries.add_header(self.header)
        if SCALES not in self.files:
            self.entries.incomplete.add(kind_of(SCALES).list_of)
        for name, located in self.files.items():
            kind = kind_of(name)
            if kind.list_of:
                self._list(located, kind)
            elif name != HEADER:
                self._whole(located, kind)
        check_header(self.header)
        problems = check_names(self.files, self.entries)
        check_entries(self.entries)
        if self.is_written:
            check_needed(self.entries)
        for located in self.files.values():
            problems += located.problems
        return problems

    def catalogue(self) -> Catalogue:
        """Return the whole catalogue; works only when there are no problems."""
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
            profiles=self._of_folder(PROFILES),
            tensions=tuple(self.models.get(TENSIONS, ())),
            boundaries=next(iter(self.models.get(BOUNDARIES, ())), None),
            relationship=next(iter(self.models.get(RELATIONSHIP, ())), None),
            factors=tuple(self.models.get(FACTORS, ())),
            help=tuple(self.models.get(HELP, ())),
            guides=tuple(self.models.get(GUIDES, ())),
            scripts=self._of_folder(SCRIPTS),
        )

    def _of_folder(self, folder: str) -> tuple[Any, ...]:
        """Return the parts of a folder in which every file is one part."""
        return tuple(self.models[name][0] for name in self.files if name.startswith(f"{folder}/"))

    def _list(self, located: Located, kind: FileKind) -> None:
        """Add a file that is a list of entries."""
        if not isinstance(located.data, list):
            self.entries.incomplete.add(kind.list_of)
            if located.data is not None:
                located.problem((), "a list is expected. Start every entry with `- id:`.")
            return
        self.models[located.file] = []
        for number, value in enumerate(located.data):
            self.entries.add(kind.list_of, located, (number,), value)
            self._part(located, (number,), kind.model)

    def _whole(self, located: Located, kind: FileKind) -> None:
        """Add a file that is one part, and the entries inside it."""
        for entry_kind, steps in kind.inside.items():
            value = _value_at(located.data, steps)
            if isinstance(value, list):
                for number, item in enumerate(value):
                    self.entries.add(entry_kind, located, (*steps, number), item)
            else:
                self.entries.add(entry_kind, located, steps, value)
        self._part(located, (), kind.model)

    def _part(self, located: Located, steps: Steps, model: type[BaseModel]) -> None:
        """Make the model of one part, and report what it and its texts lack."""
        value = located.data[steps[0]] if steps else located.data
        if value is None and not steps:
            return  # the file could not be read, which is reported already
        if isinstance(value, dict):
            for key in NOT_WRITTEN & value.keys() if self.is_written else ():
                unknown_key(located, (*steps, key), model)
            check_texts(located, texts(model, value, steps), self.languages)
        try:
            item = model.model_validate(value)
            self.models.setdefault(located.file, []).append(item)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                if not located.is_full:
                    explain(located, steps, model, detail)


def _value_at(data: Any, steps: Steps) -> Any:
    """Return the value at the end of the steps; None where the data ends before that."""
    for step in steps:
        data = data.get(step) if isinstance(data, dict) else None
    return data
