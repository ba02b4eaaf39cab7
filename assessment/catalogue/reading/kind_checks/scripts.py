"""Whether the minutes of a script for a group session add up, and what its steps need."""

from collections.abc import Collection
from typing import Any, get_args

from assessment.catalogue.reading.entries import Entries, Entry
from assessment.catalogue.reading.file_kinds import GUIDES
from assessment.catalogue.scripts import ScriptKind

WITH_ITEMS = frozenset({"thesis", "judge", "rate", "tables"})  # kinds that take criteria or theses


def check_scripts(entries: Entries) -> None:
    """Report scripts whose minutes do not add up, and steps with more inside than they are long."""
    for script in entries.of("scripts"):
        _check_minutes(script)
        _check_people(script)
    guides = None if "guides" in entries.incomplete else entries.ids("guides")
    for step in entries.of("script_steps"):
        _check_guide(step, guides)
        _check_items(step)
        _check_moments(step)


def _check_minutes(script: Entry) -> None:
    steps = script.data.get("steps")
    if steps == []:
        script.problem(("steps",), "there are no steps. Add at least one.")
    minutes = [_number(step, "minutes") for step in steps] if isinstance(steps, list) else [None]
    planned = _number(script.data, "minutes")
    if planned is None or not minutes or None in minutes:
        return
    total = sum(number for number in minutes if number is not None)
    if total != planned:
        text = f"the steps take {total} minutes together. Write {total} here, or change the steps."
        script.problem(("minutes",), text)


def _check_people(script: Entry) -> None:
    people = script.data.get("people")
    least, most = _number(people, "least"), _number(people, "most")
    if least is not None and most is not None and most < least:
        script.problem(("people", "most"), f"there are {least} at least. Write that or more.")


def _check_guide(step: Entry, guides: Collection[str] | None) -> None:
    kind = step.data.get("kind")
    if guides is not None and kind in get_args(ScriptKind) and kind not in guides:
        text = f"`{GUIDES}` has no guide for `{kind}`. Write one there, or choose another kind."
        step.problem(("kind",), text)


def _check_items(step: Entry) -> None:
    items, talked = _number(step.data, "items"), _number(step.data, "talk_about")
    if step.data.get("kind") in WITH_ITEMS and not step.data.get("items"):
        text = "how many criteria or theses it takes is missing. Add `items`."
        step.problem(("items",) if "items" in step.data else (), text)
    if items and talked is not None and talked > items:
        step.problem(("talk_about",), f"there are {items} items. Write that or fewer.")


def _check_moments(step: Entry) -> None:
    moments, minutes = step.data.get("moments"), _number(step.data, "minutes")
    if not isinstance(moments, list) or minutes is None:
        return
    talked = _number(step.data, "talk_about")
    each = (_number(step.data, "items") if talked is None else talked) or 1
    taken = sum(
        (_number(moment, "seconds") or 0) * (each if moment.get("each") is True else 1)
        for moment in moments
        if isinstance(moment, dict)
    )
    if taken > minutes * 60:
        needed = -(-taken // 60)
        text = f"these take {needed} minutes together. Shorten them, or give the step {needed}."
        step.problem(("moments",), text)


def _number(data: Any, name: str) -> int | None:
    """Return a whole number of a part, None where there is none."""
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None
