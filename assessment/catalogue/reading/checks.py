"""What must hold across the files of a catalogue: ids, references, lengths, languages.

The checks read the plain data, not the finished models, so that a typo in one field does not hide
what is wrong in the next. What is no text or no list is left to the models, which report it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from assessment.catalogue.model import LEVELS
from assessment.catalogue.reading.entries import (
    LONGEST_ID,
    NEEDED,
    Entries,
    Entry,
    is_identifier,
    mapping_of,
    words,
)
from assessment.catalogue.reading.kind_checks.profiles import check_profiles
from assessment.catalogue.reading.kind_checks.roles import check_asked
from assessment.catalogue.reading.kind_checks.scripts import check_scripts
from assessment.catalogue.reading.messages import remedy
from assessment.catalogue.reading.text_file import shown
from assessment.catalogue.reading.yaml_document import Located, Steps
from assessment.text import is_language

_SINGULAR = {
    "roles": "role",
    "perspectives": "perspective",
    "phases": "phase",
    "ambitions": "ambition",
    "sources": "source",
    "standards": "standard",
    "studies": "study",
    "scales": "scale",
    "criteria": "criterion",
    "theses": "thesis",
    "profiles": "profile",
    "tensions": "tension",
    "factors": "factor",
    "professions": "profession",
    "aspects": "aspect",
    "signals": "signal",
    "relationship_phases": "phase of the relationship",
    "scripts": "script",
    "guides": "guide",
}
_CRITERIA_AND_SOURCES = (("criteria", list, "criteria"), ("sources", list, "sources"))
_REFERENCES = {  # kind: the fields that name ids, as what, and of which kind
    "criteria": (
        ("role", str, "roles"),
        ("also_asked", list, "roles"),
        ("ask", dict, "roles"),
        ("rubric_for", dict, "roles"),
        ("phase", str, "phases"),
        ("scale", str, "scales"),
        ("sources", list, "sources"),
        ("studies", list, "studies"),
        ("supported_by", list, "standards"),
    ),
    "theses": _CRITERIA_AND_SOURCES,
    "tensions": (*_CRITERIA_AND_SOURCES, ("studies", list, "studies")),
    "factors": _CRITERIA_AND_SOURCES,
    "boundaries": (("role", str, "roles"), ("sources", list, "sources")),
    "aspects": (("others", dict, "professions"),),
    "signals": (("profession", str, "professions"), ("criteria", list, "criteria")),
    "relationship_phases": _CRITERIA_AND_SOURCES,
    "timelines": (("sources", list, "sources"),),
    "profiles": (("criteria", list, "criteria"), ("requirement", dict, "criteria")),
}
_NEEDED_NOW = (("boundaries", "role"), ("aspects", "own"))  # older snapshots lack them
_WITH_PARTS = ("sources", "standards")  # named as `EEP4` or as `EEP4-S2`


def check_entries(entries: Entries) -> None:
    """Report wrong and double ids, references that lead nowhere and lists of the wrong length."""
    for kind in _SINGULAR:
        _check_ids(entries.of(kind))
    for kind, fields in _REFERENCES.items():
        for name, shape, target in fields:
            known = None if target in entries.incomplete else entries.ids(target)
            for entry in entries.of(kind):
                if isinstance(entry.data.get(name), shape) and not entry.located.is_full:
                    _check_references(entry, name, target, known)
    check_asked(entries)
    _check_levels(entries)
    for entry in entries.of("criteria"):
        _check_origin(entry, has_sources=bool(entries.ids("sources")))
    check_profiles(entries)
    check_scripts(entries)


def check_header(header: Located) -> None:
    """Report what the header lacks that no catalogue can do without."""
    data = header.data if isinstance(header.data, dict) else {}
    if isinstance(data.get("id"), str) and not is_identifier(data["id"]):
        header.problem(("id",), _bad_id(data["id"]))
    if isinstance(data.get("version"), str) and not data["version"].strip():
        header.problem(("version",), "the version is empty. Fill it in.")
    for kind in ("languages", *NEEDED):
        if data.get(kind) == []:
            header.problem((kind,), f"there are no {kind}. Add at least one.")
    _check_languages(header, data.get("languages"))
    roles = data.get("roles")
    if isinstance(roles, list) and roles and all(isinstance(role, dict) for role in roles):
        _check_own_role(header, roles)


def _check_own_role(header: Located, roles: list[dict[str, Any]]) -> None:
    """Report unless exactly one role is asked everything, and it speaks for the organisation.

    What another role said would stand on the screen of the organisation as its own answer.
    """
    switches = [role.get("asked_everything", False) for role in roles]
    asked = [number for number, switch in enumerate(switches) if switch is True]
    if not asked and not any(switches):
        text = "no role is asked everything. Give the organisation's own `asked_everything: true`."
        header.problem(("roles",), text)
    for number in asked:
        if roles[number].get("organisation", False) is False:
            text = "an anonymous role is asked everything. Give it `organisation: true`, or remove this."
            header.problem(("roles", number, "asked_everything"), text)
    for number in asked[1:]:
        text = "another role is asked everything already. Keep the organisation's own one."
        header.problem(("roles", number, "asked_everything"), text)


def check_texts(
    located: Located, texts: Iterable[tuple[Steps, dict[str, Any]]], languages: Sequence[str]
) -> None:
    """Report every text that lacks a language, has one too many or is empty.

    Without `languages` only empty texts are reported.
    """
    for steps, text in texts:
        for language in languages:
            if language not in text:
                located.problem(steps, f"the text lacks `{language}`. Add it.")
        for language, written in text.items():
            at = (*steps, language)
            if languages and language not in languages:
                what = f"`{shown(language)}` is no language of this catalogue."
                located.problem(at, f"{what} {remedy(located, language, languages)}", at_key=True)
            elif written is None or (isinstance(written, str) and not written.strip()):
                located.problem(at, "the text is empty. Fill it in.")


def languages_of(header: Located) -> list[str]:
    """Return the languages of the catalogue; none while the header does not name them rightly."""
    data = header.data.get("languages") if isinstance(header.data, dict) else None
    if isinstance(data, list) and all(isinstance(name, str) for name in data):
        return data if all(map(is_language, data)) else []
    return []


def _check_languages(header: Located, languages: Any) -> None:
    for steps, language in words(languages if isinstance(languages, list) else None):
        if not is_language(language):
            text = f"`{shown(language)}` is no language code. Write one such as `nl` or `pt-BR`."
            header.problem(("languages", *steps), text)
        elif language in languages[: steps[0]]:
            header.problem(("languages", *steps), f"`{language}` stands here twice. Keep one.")


def _bad_id(name: str) -> str:
    rule = f"holds letters, digits, `-` and `_` only, at most {LONGEST_ID}"
    return f"`{shown(name)}` cannot be an id, which {rule}. Rename it."


def _check_ids(entries: list[Entry]) -> None:
    first: dict[str, Entry] = {}
    for entry in entries:
        if entry.id is None:
            continue
        if not is_identifier(entry.id):
            entry.problem(("id",), _bad_id(entry.id))
        other = first.setdefault(entry.id, entry)
        if other is not entry:
            line, _ = other.located.values.get((*other.steps, "id"), (0, 0))
            place = f"{other.located.file}:{line}" if line else other.located.file
            text = f"the id `{shown(entry.id)}` stands here and in {place}. Give one another id."
            entry.problem(("id",), text)


def _check_references(entry: Entry, name: str, target: str, known: dict[str, None] | None) -> None:
    value, seen = entry.data[name], set[str]()
    for steps, word in words(value):
        message = ""
        if word in seen:
            message = f"`{shown(word)}` stands here twice. Keep one."
        elif known is not None and not _is_known(word, target, known):
            name_only = _base(word) if target in _WITH_PARTS else word
            what = f"there is no {_SINGULAR[target]} `{shown(name_only)}`."
            message = f"{what} {remedy(entry.located, name_only, known)}"
        if message:
            entry.problem((name, *steps), message, at_key=isinstance(value, dict))
        seen.add(word)


def _is_known(word: str, target: str, known: dict[str, None]) -> bool:
    if word in known or target not in _WITH_PARTS:
        return word in known
    start = word[: LONGEST_ID + 1]
    return any(start[: dash.start()] in known for dash in re.finditer("-", start))


def _base(word: str) -> str:
    """Return the id in `EEP4-S2`: what stands before the last dash."""
    return word.rpartition("-")[0] or word


def _check_origin(entry: Entry, *, has_sources: bool) -> None:
    """Report a criterion that rests on nothing, or on sources while only standards ask it."""
    origin, sources = entry.data.get("origin", "sources"), entry.data.get("sources")
    is_bare = sources == [] and not entry.data.get("studies")
    if origin == "sources" and is_bare and has_sources:
        text = (
            "no source is named. Name one, or a study, or write `origin: standards` if only "
            "standards ask it."
        )
        entry.problem(("sources",), text)
    if origin != "standards":
        return
    if isinstance(sources, list) and sources:
        text = "there are sources here, and `origin: standards` says there are none. Remove one."
        entry.problem(("sources",), text)
    if entry.data.get("supported_by", []) == []:
        text = "no standard is named. Name in `supported_by` which standards ask this."
        entry.problem(("origin",), text)


def check_needed(entries: Entries) -> None:
    """Report what a file has to hold now, although catalogues of before may lack it."""
    for kind, name in _NEEDED_NOW:
        for entry in entries.of(kind):
            if name not in entry.data and isinstance(entry.located.data, dict):
                entry.problem((), f"the key `{name}` is missing. Add it.")


def _check_levels(entries: Entries) -> None:
    for entry in entries.of("criteria"):
        _check_length(entry, ("rubric",), 0, LEVELS)
        for role in mapping_of(entry, "rubric_for"):
            _check_length(entry, ("rubric_for", role), LEVELS)
    for entry in entries.of("scales"):
        _check_length(entry, ("levels",), LEVELS)


def _check_length(entry: Entry, steps: Steps, *allowed: int) -> None:
    value: Any = entry.data
    for step in steps:
        value = value.get(step)
    if isinstance(value, list) and len(value) not in allowed:
        text = f"{len(value)} entries; there are {LEVELS} levels, level 0 first. Correct the list."
        entry.problem(steps, text)
