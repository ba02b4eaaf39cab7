"""`ids.lock`: every criterion id that was ever used, so that none gets a second meaning."""

from dataclasses import dataclass
from pathlib import Path

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.entries import Entries, is_identifier
from assessment.catalogue.reading.text_file import read_text, shown
from assessment.catalogue.reading.yaml_document import Located
from assessment.errors import CatalogueError, Problem

IDS_LOCK = "ids.lock"
_RETIRED = "retired"
_COMMAND = "`python cli.py check-criteria --lock`"


@dataclass(frozen=True)
class _LockedId:
    """What the file says about one id."""

    line: int
    is_retired: bool


def check_ids_lock(folder: Path, entries: Entries) -> list[Problem]:
    """Return the problems in `ids.lock`, and between it and the criteria that there are."""
    if not _is_there(folder):
        return [Problem(IDS_LOCK, 0, 0, f"the file is missing. Write it with {_COMMAND}.")]
    lock = Located(IDS_LOCK)
    locked = _read(folder, lock)
    if lock.problems:
        return lock.problems
    return _new_or_returned(entries, locked) + _gone(entries, locked)


def is_locked(folder: Path, catalogue: Catalogue) -> bool:
    """Return whether `ids.lock` can be read and holds just the criteria of a catalogue."""
    lock = Located(IDS_LOCK)
    locked = _read(folder, lock)
    return not lock.problems and set(catalogue.by_id) == {
        name for name, one in locked.items() if not one.is_retired
    }


def write_ids_lock(folder: Path, catalogue: Catalogue) -> None:
    """Add new ids to `ids.lock` and mark those that are gone as retired.

    Raises CatalogueError, and writes nothing, when the file that is there cannot be read.
    """
    lock = Located(IDS_LOCK)
    try:
        locked = _read(folder, lock) if _is_there(folder) else {}
        if not lock.problems:
            text = "\n".join(_lines(set(catalogue.by_id), locked)) + "\n"
            (folder / IDS_LOCK).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        lock.note(0, 0, f"cannot be written: {error.strerror}. Give the right to write it.")
    if lock.problems:
        raise CatalogueError(lock.problems)


def _is_there(folder: Path) -> bool:
    try:
        (folder / IDS_LOCK).lstat()
    except FileNotFoundError:
        return False
    except OSError:
        return True  # reading it reports what is wrong
    return True


def _read(folder: Path, lock: Located) -> dict[str, _LockedId]:
    locked: dict[str, _LockedId] = {}
    for number, line in enumerate((read_text(folder, IDS_LOCK, lock.note) or "").split("\n"), 1):
        name, *rest = line.split() or [""]
        if not name:
            continue
        if not is_identifier(name) or rest not in ([], [_RETIRED]):
            text = f"`{shown(line)}` is not understood. Write an id, or an id and `{_RETIRED}`."
            lock.note(number, 1, text)
        elif name in locked:
            first = locked[name].line
            lock.note(number, 1, f"{name} stands here twice, first in line {first}. Keep one.")
        else:
            locked[name] = _LockedId(number, bool(rest))
    return locked


def _lines(used: set[str], locked: dict[str, _LockedId]) -> list[str]:
    retired = {name for name in locked if locked[name].is_retired or name not in used}
    return [
        f"{name} {_RETIRED}" if name in retired else name for name in sorted(used | set(locked))
    ]


def _new_or_returned(entries: Entries, locked: dict[str, _LockedId]) -> list[Problem]:
    problems = []
    for entry in entries.of("criteria"):
        before = locked.get(entry.id) if entry.id else None
        if entry.id is None or (before and not before.is_retired):
            continue
        text = f"the id `{shown(entry.id)}` is not in {IDS_LOCK}. Add it with {_COMMAND}."
        if before:
            text = f"the id `{entry.id}` was retired and must not return. Take a new id."
        place = entry.located.values[(*entry.steps, "id")]
        problems.append(Problem(entry.located.file, *place, text))
    return problems


def _gone(entries: Entries, locked: dict[str, _LockedId]) -> list[Problem]:
    if "criteria" in entries.incomplete:
        return []
    used = entries.ids("criteria")
    remedy = f"Restore the criterion, or retire its id with {_COMMAND}."
    return [
        Problem(IDS_LOCK, before.line, 1, f"no criterion has the id {name} any more. {remedy}")
        for name, before in locked.items()
        if name not in used and not before.is_retired
    ]
