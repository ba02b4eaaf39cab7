"""A catalogue as the YAML files of a criteria folder.

JSON strings are YAML strings, so no writer of YAML is needed and nothing typed can be read as anything
but text.
"""

import json
from collections.abc import Iterator
from typing import Any

from assessment.catalogue.model import Catalogue, Header
from assessment.catalogue.reading.file_kinds import GUIDES, HEADER, PROFILES, SCRIPTS
from assessment.catalogue.reading.folder import perspective_file


def yaml_files(catalogue: Catalogue) -> dict[str, str]:
    """Return the files by name; reading them gives the same catalogue."""
    whole = catalogue.model_dump(mode="json", exclude_defaults=True)
    header = {name: whole.pop(name) for name in Header.model_fields if name in whole}
    criteria, profiles = whole.pop("criteria"), whole.pop("profiles")
    guides, scripts = whole.pop("guides", ()), whole.pop("scripts", ())
    files: dict[str, Any] = {HEADER: header, **({GUIDES: guides} if guides else {})}
    files |= {f"{name}.yaml": part for name, part in whole.items()}
    for perspective in catalogue.perspectives:
        inside = [c for c in criteria if c["perspective"] == perspective.id]
        kept = [{k: v for k, v in c.items() if k != "perspective"} for c in inside]
        files[perspective_file(perspective.id)] = kept
    files |= {f"{PROFILES}/{profile['id']}.yaml": profile for profile in profiles}
    files |= {f"{SCRIPTS}/{script['id']}.yaml": script for script in scripts}
    return {name: "\n".join(_lines(part, 0)) + "\n" for name, part in files.items()}


def _lines(value: Any, depth: int) -> Iterator[str]:
    """Return a mapping or list in block style."""
    indent = "  " * depth
    if isinstance(value, list):
        for part in value:
            inner = list(_lines(part, depth + 1)) if _is_block(part) else []
            yield f"{indent}- {inner[0].lstrip() if inner else _scalar(part)}"
            yield from inner[1:]
        return
    for key, part in value.items():
        if _is_block(part):
            yield f"{indent}{key}:"
            yield from _lines(part, depth + 1)
        else:
            yield f"{indent}{key}: {_scalar(part)}"


def _is_block(value: Any) -> bool:
    return isinstance(value, dict | list) and bool(value)


def _scalar(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
