"""JSON Schema of the files of a criteria folder, by which editors help authors."""

from typing import Any

from pydantic import TypeAdapter

from assessment.catalogue.reading.file_kinds import FILE_KINDS
from assessment.catalogue.reading.messages import NOT_WRITTEN

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS = {name.removesuffix(".yaml"): kind.annotation for name, kind in FILE_KINDS.items()}

_ONE_OWN_ROLE = {  # exactly one role is asked everything, and it is the organisation's own
    "contains": {
        "properties": {"asked_everything": {"const": True}, "organisation": {"const": True}},
        "required": ["asked_everything", "organisation"],
    },
    "minContains": 1,
    "maxContains": 1,
}


def json_schema(kind: str | None = None) -> dict[str, Any]:
    """Return the schema of one kind of file (one of KINDS), without `kind` that of any of them."""
    kinds = [kind] if kind else list(KINDS)
    adapters = [(name, "validation", TypeAdapter(KINDS[name])) for name in kinds]
    schemas, shared = TypeAdapter.json_schemas(adapters)  # type: ignore[arg-type]
    parts = [{**schemas[(name, "validation")], "title": f"{name} file"} for name in kinds]
    for part in shared["$defs"].values():
        if {"roles", "languages"} <= part.get("properties", {}).keys():
            part["properties"]["roles"].update(_ONE_OWN_ROLE)
        for name in NOT_WRITTEN & part.get("properties", {}).keys():
            del part["properties"][name]
    whole = parts[0] if kind else {"title": "A file of criteria", "anyOf": parts}
    return {"$schema": _DIALECT, **whole, "$defs": shared["$defs"]}
