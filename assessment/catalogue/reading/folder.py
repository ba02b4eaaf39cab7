"""Which files of a criteria folder are read, and which look like a mistake in a name."""

import difflib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from assessment.catalogue.reading.entries import Entries, is_identifier
from assessment.catalogue.reading.file_kinds import (
    BOUNDARIES,
    FACTORS,
    GUIDES,
    HEADER,
    HELP,
    PERSPECTIVES,
    PROFILES,
    RELATIONSHIP,
    SCALES,
    SCRIPTS,
    TENSIONS,
    THESES,
)
from assessment.catalogue.reading.messages import near
from assessment.catalogue.reading.text_file import printable, shown
from assessment.catalogue.reading.yaml_document import Located
from assessment.errors import Problem

MAX_FILES = 200  # per folder

_TOP = (HEADER, SCALES, THESES, TENSIONS, BOUNDARIES, RELATIONSHIP, FACTORS, HELP, GUIDES)
_FOLDERS = (PERSPECTIVES, PROFILES, SCRIPTS)
_ENDINGS = (".yaml", ".yml")
_CLOSE = 0.8  # likeness, from 0 to 1, from which a folder's name is taken for a slip of a known one


def criteria_files(folder: Path) -> tuple[list[str], list[Problem]]:
    """Return the names of the files to read, relative to the folder, and problems with names."""
    try:
        top = _listed(folder)
    except (OSError, ValueError) as error:
        return [], [_unusable(folder, error)]
    problems = [
        Problem(name, 0, 0, "the file is missing. Restore it or write it.")
        for name in (HEADER, SCALES)
        if name not in top
    ]
    problems += _near_names(top)
    names = [name for name in _TOP if name in top]
    for subfolder in _FOLDERS:
        if subfolder in top:
            names += _files_in(folder, subfolder, problems)
    return names, problems


def perspective_file(perspective: str) -> str:
    """Return the name of the file with the criteria of a perspective."""
    return f"{PERSPECTIVES}/{perspective}.yaml"


def check_names(files: dict[str, Located], entries: Entries) -> list[Problem]:
    """Report ids that do not fit the name of their file; return problems that are in no file."""
    _check_perspectives(files, entries)
    for entry in (*entries.of("profiles"), *entries.of("scripts")):
        stem = _stem(entry.located.file)
        if entry.id is not None and entry.id != stem:
            text = (
                f"the id `{shown(entry.id)}` is not the file's name `{stem}`. Make them the same."
            )
            entry.problem(("id",), text)
    if SCALES in files and files[SCALES].data == []:
        files[SCALES].problem((), "there are no scales. Add at least one.")
    problems = []
    if not entries.of("criteria") and "criteria" not in entries.incomplete:
        problems.append(Problem(PERSPECTIVES, 0, 0, "there are no criteria. Add at least one."))
    if not entries.of("profiles") and "profiles" not in entries.incomplete:
        text = "there are no profiles. Add one, such as `profiles/full.yaml`."
        problems.append(Problem(PROFILES, 0, 0, text))
    return problems


def _check_perspectives(files: dict[str, Located], entries: Entries) -> None:
    for entry in entries.of("perspectives"):
        if not is_identifier(entry.id):
            continue
        name = perspective_file(str(entry.id))
        if name not in files:
            text = f"there is no file `{shown(name)}`. Write it or correct the id."
            entry.problem(("id",), text)
            entries.incomplete.add("criteria")
    known = entries.ids("perspectives")
    for name, located in files.items():
        stem = _stem(name)
        is_unknown = name.startswith(f"{PERSPECTIVES}/") and stem not in known
        if is_unknown and "perspectives" not in entries.incomplete:
            located.note(0, 0, f"`{HEADER}` has no perspective `{stem}`. {near(stem, known)}")


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


def _listed(folder: Path) -> list[str]:
    """Return the names in a folder without hidden ones."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def _unusable(folder: Path, error: OSError | ValueError) -> Problem:
    text = "there is no such criteria folder. Give the right folder or restore it."
    if isinstance(error, NotADirectoryError):
        text = "a file stands where the criteria folder is expected. Give the folder."
    elif isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
        text = f"cannot be read: {error.strerror}. Give the right to read the folder."
    return Problem(printable(str(folder)), 0, 0, text)


def _near_names(top: list[str]) -> Iterator[Problem]:
    """Yield the names that are not read and look like a mistake."""
    for name in top:
        if name in (*_TOP, *_FOLDERS):
            continue
        if name.lower().endswith(_ENDINGS):
            yield Problem(shown(name), 0, 0, f"this file is not read. {near(name, _TOP)}")
        elif difflib.get_close_matches(name, _FOLDERS, cutoff=_CLOSE):
            remedy = near(name, _FOLDERS)
            yield Problem(shown(name), 0, 0, f"this folder is not read. {remedy}")


def _files_in(folder: Path, subfolder: str, problems: list[Problem]) -> list[str]:
    try:
        listed = _listed(folder / subfolder)
    except OSError as error:
        text = f"cannot be read: {error.strerror}. Make it a folder that can be read."
        problems.append(Problem(subfolder, 0, 0, text))
        return []
    names = [name for name in listed if name.lower().endswith(_ENDINGS)]
    if len(names) > MAX_FILES:
        text = f"{len(names)} files; only the first {MAX_FILES} are read. Join or remove some."
        problems.append(Problem(subfolder, 0, 0, text))
    remedies = {name: _remedy_for_name(name) for name in names[:MAX_FILES]}
    problems += [
        Problem(f"{subfolder}/{shown(name)}", 0, 0, f"this file is not read. {remedy}")
        for name, remedy in remedies.items()
        if remedy
    ]
    return [f"{subfolder}/{name}" for name, remedy in remedies.items() if not remedy]


def _remedy_for_name(name: str) -> str:
    """Return what to change about the name of a file; empty when nothing."""
    if not name.endswith(".yaml"):
        return "Give it the ending `.yaml`."
    if not is_identifier(name.removesuffix(".yaml")):
        return "Use letters, digits, `-` and `_` in its name."
    return ""
