"""Read JSON that others wrote within limits: checking it takes far more room than the text itself."""

import json

MAX_SIGNS = 1_000_000  # commas and brackets in the text, also those within strings


def limited_json(text: str) -> object:
    """Return what a text holds. Raises ValueError for what is no JSON or holds too many values."""
    if sum(map(text.count, ",[{")) > MAX_SIGNS:
        raise ValueError("too many values")
    try:
        data: object = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return data


def values_in(data: object) -> int:
    """Return how many values there are: lists and mappings, and all that they hold."""
    number, waiting = 0, [data]
    while waiting:
        value = waiting.pop()
        number += 1
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return number
