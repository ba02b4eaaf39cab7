"""Check the snapshot of a catalogue that others sent by the same rules as a criteria folder.

A snapshot holds what the loader made of a folder, so it is taken apart into those files again. What
an older catalogue may lack is allowed here: its projects must still be read.
"""

import json
from collections.abc import Iterator
from typing import Any

from assessment.catalogue.model import Catalogue, Header
from assessment.catalogue.reading.file_kinds import (
    BOUNDARIES,
    FACTORS,
    HEADER,
    PROFILES,
    RELATIONSHIP,
    SCALES,
    TENSIONS,
    THESES,
)
from assessment.catalogue.reading.folder import perspective_file
from assessment.catalogue.reading.loader import FolderReader
from assessment.catalogue.reading.text_file import STRANGE, unusable
from assessment.catalogue.reading.yaml_document import Located
from assessment.errors import Problem

MAX_LENGTH = 5_000_000  # characters; the catalogue that ships has 400,000

_WHOLE = {
    SCALES: "scales",
    THESES: "theses",
    TENSIONS: "tensions",
    FACTORS: "factors",
    BOUNDARIES: "boundaries",
    RELATIONSHIP: "relationship",
}
_KNOWN = {*Header.model_fields, *_WHOLE.values(), "criteria", "profiles"}


def check_snapshot(snapshot: str) -> list[Problem]:
    """Return all problems of a snapshot, each with the file of a criteria folder it belongs to."""
    if len(snapshot) > MAX_LENGTH:
        return [Problem(HEADER, 0, 0, f"longer than {MAX_LENGTH:,} characters.")]
    data = json.loads(snapshot)
    if not isinstance(data, dict):
        return [Problem(HEADER, 0, 0, "keys with values are expected.")]
    problems = [Problem(HEADER, 0, 0, words) for words in _strange(data)]
    problems += [
        Problem(HEADER, 0, 0, "there is more in it than in a catalogue.")
        for key in data
        if key not in _KNOWN
    ]
    reader = FolderReader(dict(_files(data)), is_written=False)
    found = sorted({*problems, *reader.problems()})
    return found or _unreadable(snapshot)


def _unreadable(snapshot: str) -> list[Problem]:
    """Return a problem when no catalogue can be made, such as of nothing where a file belongs."""
    try:
        Catalogue.from_snapshot(snapshot)
    except ValueError:
        return [Problem(HEADER, 0, 0, "a part of the catalogue is missing.")]
    return []


def _files(data: dict[str, Any]) -> Iterator[tuple[str, Located]]:
    """Yield the files of a folder that would give this catalogue."""
    header = {name: value for name, value in data.items() if name in Header.model_fields}
    yield HEADER, Located(HEADER, header)
    for name, key in _WHOLE.items():
        if data.get(key) is not None:
            yield name, Located(name, data[key])
    yield from _perspectives(data)
    profiles: dict[str, Any] = {}
    for number, profile in enumerate(_listed(data.get("profiles"))):
        name = _id(profile, number)
        profiles[f"{name}-{number}" if name in profiles else name] = profile
    for name, profile in profiles.items():
        file = f"{PROFILES}/{name}.yaml"
        yield file, Located(file, profile)


def _perspectives(data: dict[str, Any]) -> Iterator[tuple[str, Located]]:
    """Yield a file per perspective, with its criteria as they are written: without its name."""
    criteria: dict[str, list[Any]] = {
        perspective_file(_id(each, number)): []
        for number, each in enumerate(_listed(data.get("perspectives")))
    }
    for criterion in _listed(data.get("criteria")):
        where = criterion.get("perspective") if isinstance(criterion, dict) else None
        name = perspective_file(where if isinstance(where, str) else "")
        bare = criterion
        if isinstance(criterion, dict):
            bare = {key: value for key, value in criterion.items() if key != "perspective"}
        criteria.setdefault(name, []).append(bare)
    for name, entries in criteria.items():
        yield name, Located(name, entries)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _id(part: Any, number: int) -> str:
    """Return the id of a part, that its file is called by; a number when it has none."""
    name = part.get("id") if isinstance(part, dict) else None
    return name if isinstance(name, str) else str(number)


def _strange(data: Any) -> Iterator[str]:
    """Yield what to do about every text with a character that no criteria file may hold."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and (found := STRANGE.search(value)):
            yield unusable(found[0])
