"""Letters with personal links, as pages to print, and the same links as CSV. Pure: bytes out.

A letter names a project and a role, never a person. Its number only serves to replace it.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

import segno

from assessment.catalogue.model import Catalogue
from assessment.text import neutralised
from locales import Translator, translator
from reports import templates

HEADER = ("kind", "number", "role", "language", "address")
PER_PAGE = (1, 4)  # letters on a page


class LinkKind(StrEnum):
    """Who a link is for."""

    PERSON = "person"
    GROUP = "group"  # one open link, each device gets a questionnaire of its own
    PAIR = "pair"


@dataclass(frozen=True)
class Letter:
    """One link with what its receiver needs to know."""

    kind: LinkKind
    role: str
    address: str
    questions: int
    minutes: int
    until: date | None
    number: int | None = None


@dataclass(frozen=True)
class LetterText:
    """What all letters of an invitation say."""

    project: str
    catalogue: Catalogue
    threshold: int
    languages: tuple[str, ...]  # a letter speaks each of them, the first one first


def address(base: str, token: str) -> str:
    """Return the address of a questionnaire."""
    return f"{base.rstrip('/')}/a/{token}"


def is_local(base: str) -> bool:
    """Return whether an address works on this very machine only."""
    host = urlsplit(base).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def letters_csv(letter_text: LetterText, letters: Sequence[Letter]) -> bytes:
    """Return kind, number, role, language and address of every letter, UTF-8 with a mark for Excel."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    language = letter_text.languages[0]
    for letter in letters:
        role = letter_text.catalogue.role(letter.role).title.in_language(language)
        number = "" if letter.number is None else str(letter.number)
        languages = " ".join(letter_text.languages)
        writer.writerow(
            [neutralised(c) for c in (letter.kind, number, role, languages, letter.address)]
        )
    return out.getvalue().encode("utf-8-sig")


def letters_html(
    letter_text: LetterText, letters: Sequence[Letter], *, per_page: int = PER_PAGE[0]
) -> bytes:
    """Return the letters as one page that stands on its own, `per_page` of them on a sheet."""
    t = translator(letter_text.languages[0])
    hint = t("Print this on one side of the paper. Then delete this file: its links are personal.")
    return templates.render(
        "letters/templates/letters.html",
        language=t.language,
        title=t("Invitations"),
        project=letter_text.project,
        hint=hint,
        letters=[_printed(letter_text, letter, whole=per_page == 1) for letter in letters],
        per_page=per_page,
    ).encode()


def qr_code(link: str, alternative: str) -> str:
    """Return the QR code of a link as SVG."""
    return str(
        segno.make(link, error="m", micro=False).svg_inline(
            omitsize=True, light="#fff", border=4, title=alternative
        )
    )


@dataclass(frozen=True)
class _Section:
    """What a letter says in one language."""

    language: str
    title: str
    sentences: list[str]


@dataclass(frozen=True)
class _Printed:
    """A letter as its template shows it."""

    which: str
    address: str
    qr_code: str
    sections: list[_Section]


def _printed(letter_text: LetterText, letter: Letter, *, whole: bool) -> _Printed:
    """Return a letter in every language, with all its words on a page of its own or in short."""
    sentences = _long if whole else _short
    return _Printed(
        which=_which(letter_text, letter),
        address=letter.address,
        qr_code=qr_code(letter.address, letter.address),
        sections=[
            _Section(
                t.language,
                t("How do you see {project}?", project=letter_text.project),
                [sentence for sentence in sentences(letter_text, letter, t) if sentence],
            )
            for t in map(translator, letter_text.languages)
        ],
    )


def _which(letter_text: LetterText, letter: Letter) -> str:
    t = translator(letter_text.languages[0])
    role = letter_text.catalogue.role(letter.role).title.in_language(t.language)
    if letter.kind is LinkKind.GROUP:
        return role
    word = t("pair {n}", n=letter.number) if letter.kind is LinkKind.PAIR else f"{letter.number}"
    return f"{role} · {word}"


def _long(letter_text: LetterText, letter: Letter, t: Translator) -> list[str]:
    asked = t(
        "{project} looks honestly at its own quality. What you see counts as much as what the "
        "organisation sees.",
        project=letter_text.project,
    )
    return [
        asked,
        _what(letter, t),
        _how(letter, t),
        _pair(letter, t),
        _privacy(letter_text, letter, t),
        t("You do not give your name. You may skip any question, and taking part is up to you."),
        t(
            "What you write in your own words may be read as it is, without your name. Write it so "
            "that it points at nobody."
        ),
        _until(letter, t),
    ]


def _short(letter_text: LetterText, letter: Letter, t: Translator) -> list[str]:
    no_name = t("No name is asked.")
    privacy = f"{_privacy(letter_text, letter, t)} {no_name}"
    return [_what(letter, t), _once(letter, t), privacy, _until(letter, t)]


def _what(letter: Letter, t: Translator) -> str:
    return t.plural(
        "It is one question, about {minutes} minutes, on a phone or a computer.",
        "There are {n} questions. They take about {minutes} minutes, on a phone or a computer.",
        letter.questions,
        minutes=letter.minutes,
    )


def _how(letter: Letter, t: Translator) -> str:
    if letter.kind is LinkKind.GROUP:
        return t(
            "Scan the code or type the address. Everybody uses the same one; each phone gets a "
            "questionnaire of its own."
        )
    return " ".join(
        (
            t("Scan the code or type the address. It is yours alone: do not pass it on."),
            _once(letter, t),
        )
    )


def _once(letter: Letter, t: Translator) -> str:
    if letter.kind is LinkKind.GROUP:
        return ""
    return t("Begin soon, on your own phone. Once you have begun, this letter no longer works.")


def _pair(letter: Letter, t: Translator) -> str:
    if letter.kind is not LinkKind.PAIR:
        return ""
    return t(
        "The other of your pair gets the same kind of letter. You answer apart. When both of you are "
        "done, you see each other's answers side by side, to talk about them."
    )


def _privacy(letter_text: LetterText, letter: Letter, t: Translator) -> str:
    if letter.kind is LinkKind.PAIR:
        return t(
            "Your answers stay between the two of you, unless you both choose to let them count in "
            "the group."
        )
    role = letter_text.catalogue.role(letter.role)
    if role.organisation:
        return t(
            "You answer for the organisation, so this is not anonymous: what you say shows as what "
            "the {role} says.",
            role=role.title.in_language(t.language).lower(),
        )
    people = role.plural.in_language(t.language)
    return t(
        "Nobody sees your answers apart from those of others: answers of {people} are only shown "
        "together, from {n} people.",
        people=people,
        n=letter_text.threshold,
    )


def _until(letter: Letter, t: Translator) -> str:
    if letter.until is None:
        return t(
            "You can stop and go on later. Until the invitation closes you can change or erase "
            "your answers."
        )
    return t(
        "You can stop and go on later. Until {day} you can change or erase your answers.",
        day=t.date(letter.until),
    )
