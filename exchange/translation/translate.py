"""Translate the texts of a criteria folder: what there is in a language, and what comes back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from assessment.catalogue.reading.file_kinds import HEADER
from assessment.catalogue.reading.text_file import STRANGE, read_text, unusable
from assessment.catalogue.reading.text_index import TextPlace, text_places
from assessment.catalogue.reading.yaml_document import parse_yaml
from assessment.errors import InvalidInput
from assessment.text import is_language
from exchange.translation.yaml_edits import Edit, with_language, with_words


@dataclass(frozen=True)
class Translation:
    """One text: its lasting name (msgctxt), its words in the first language and in another."""

    context: str
    source: str
    target: str = ""
    is_fuzzy: bool = False  # to be looked at again
    previous: str = ""  # the source that `target` was made of, when it has changed
    place: str = ""


@dataclass
class Imported:
    """What an import does: the new texts of files, how many words change, and what to know."""

    files: dict[str, str] = field(default_factory=dict)
    changed: int = 0
    notes: list[str] = field(default_factory=list)
    untranslated: list[str] = field(default_factory=list)


def translations(folder: Path, languages: tuple[str, ...], language: str) -> list[Translation]:
    """Return every text of a checked folder with what there is in `language`.

    Raises InvalidInput for what is no language code, and for the first language, which is translated
    from.
    """
    _check(languages, language)
    return [
        Translation(
            place.context,
            place.words[languages[0]],
            place.words.get(language, ""),
            place=f"{place.located.file}:{place.line(languages[0])}",
        )
        for place in text_places(folder)
    ]


def updated(
    present: Iterable[Translation], earlier: Mapping[str, Translation]
) -> tuple[list[Translation], list[str]]:
    """Bring earlier translations in step with the texts of today.

    Nothing a translator wrote gets lost. What was made of another source is marked fuzzy. Also
    return the names of texts on which the folder says something else than the translator.
    """
    entries, differing = [], []
    for text in present:
        old = earlier.get(text.context)
        if old is None or not old.target:
            entries.append(text)
            continue
        is_changed = old.source != text.source
        if text.target and text.target != old.target:
            if is_changed:  # both languages were rewritten in the folder
                entries.append(text)
                continue
            differing.append(text.context)
        previous = old.source if is_changed else old.previous
        is_fuzzy = is_changed or old.is_fuzzy
        entries.append(replace(text, target=old.target, is_fuzzy=is_fuzzy, previous=previous))
    return entries, differing


def import_into(
    folder: Path,
    languages: tuple[str, ...],
    language: str,
    entries: Iterable[Translation],
    *,
    take_fuzzy: bool = False,
) -> Imported:
    """Find out what a checked folder becomes with these translations; nothing is written yet.

    Raises InvalidInput as `translations` does.
    """
    _check(languages, language)
    result = Imported()
    places = {place.context: place for place in text_places(folder)}
    wanted = _wanted(places, languages[0], entries, result, take_fuzzy=take_fuzzy)
    by_file: dict[str, list[Edit]] = {}
    for context, place in places.items():
        words = wanted.get(context)
        if words is None and language not in languages:
            result.untranslated.append(context)
        elif words is not None and words != place.words.get(language):
            edit = Edit(place.steps, language, words)
            by_file.setdefault(place.located.file, []).append(edit)
            result.changed += 1
    located = {place.located.file: place.located for place in places.values()}
    for name, edits in by_file.items():
        text = _text(folder, name)
        result.files[name] = with_words(text, located[name], edits)
    if result.files and language not in languages:
        header = result.files[HEADER] if HEADER in result.files else _text(folder, HEADER)
        result.files[HEADER] = with_language(header, parse_yaml(HEADER, header), language)
    return result


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write the new texts of files; line ends and a byte order mark stay as they are."""
    for name, text in files.items():
        path = folder / name
        before = path.read_bytes()
        data = text.replace("\n", "\r\n") if b"\r\n" in before else text
        mark = "\ufeff" if before.startswith(b"\xef\xbb\xbf") else ""
        path.write_bytes((mark + data).encode())


def _check(languages: tuple[str, ...], language: str) -> None:
    if not is_language(language):
        text = f"'{language}' is no language code. Give one such as `de` or `pt-BR`."
        raise InvalidInput("language", "code", text)
    if language == languages[0]:
        text = f"`{language}` is the language that is translated from. Change it in the files."
        raise InvalidInput("language", "source", text)


def _wanted(
    places: Mapping[str, TextPlace],
    source: str,
    entries: Iterable[Translation],
    result: Imported,
    *,
    take_fuzzy: bool,
) -> dict[str, str]:
    """Return the words to take over by context; the notes say why the others are not."""
    wanted = {}
    for entry in entries:
        place = places.get(entry.context)
        note = _refusal(entry, place, source, take_fuzzy=take_fuzzy)
        if note:
            result.notes.append(f"{entry.context}: {note}")
        else:
            wanted[entry.context] = entry.target
    return wanted


def _refusal(entry: Translation, place: TextPlace | None, source: str, *, take_fuzzy: bool) -> str:
    """Return why a translation is not taken over; empty when it is."""
    if place is None:
        return "there is no such text. Export again to see what there is."
    if not entry.target.strip():
        return "no translation yet."
    strange = STRANGE.search(entry.target)
    if strange:
        return unusable(strange[0])
    if entry.is_fuzzy and not take_fuzzy:
        return "marked fuzzy. Look at it and take the mark away, or import with --fuzzy."
    if entry.source != place.words[source] and not take_fuzzy:
        return "made of a text that has changed. Export again, or import with --fuzzy."
    return ""


def _text(folder: Path, name: str) -> str:
    return read_text(folder, name, lambda *_: None) or ""
