"""Who is asked a criterion, and words for a role that never sees them."""

from dataclasses import dataclass

from assessment.catalogue.reading.entries import Entries, Entry, mapping_of, words
from assessment.catalogue.reading.text_file import shown

_OWN_WORDS = {  # fields with words of a role, and what the lead role reads in their place
    "ask": "and is asked `question`. Remove the text here.",
    "rubric_for": "and reads `rubric`. Write its levels there.",
}


def check_asked(entries: Entries) -> None:
    """Report roles that are named twice, and words for a role that is not asked or leads."""
    everything = {e.id for e in entries.of("roles") if e.data.get("asked_everything") is True}
    known = _Known(frozenset(r for r in everything if r), frozenset(entries.ids("roles")))
    for entry in entries.of("criteria"):
        _check_named(entry, known)
        for name in _OWN_WORDS:
            _check_own_words(entry, name, known)


@dataclass(frozen=True)
class _Known:
    """The roles that are asked every criterion, and all roles."""

    asked_everything: frozenset[str]
    roles: frozenset[str]


def _check_named(entry: Entry, known: _Known) -> None:
    for steps, role in words(entry.data.get("also_asked")):
        if role == entry.data.get("role"):
            text = f"`{shown(role)}` is the lead role already. Remove it here."
            entry.problem(("also_asked", *steps), text)
        elif role in known.asked_everything:
            text = f"`{role}` is asked every criterion already. Remove it here."
            entry.problem(("also_asked", *steps), text)


def _check_own_words(entry: Entry, name: str, known: _Known) -> None:
    others = {role for _, role in words(entry.data.get("also_asked"))}
    asked = {*others, *known.asked_everything}
    for role in mapping_of(entry, name):
        if role == entry.data.get("role"):
            text = f"`{shown(role)}` is the lead role {_OWN_WORDS[name]}"
            entry.problem((name, role), text, at_key=True)
        elif role in known.roles and known.asked_everything and role not in asked:
            what = "text" if name == "ask" else "levels"
            text = f"`{role}` is not asked this. Add it to `also_asked` or remove the {what}."
            entry.problem((name, role), text, at_key=True)
