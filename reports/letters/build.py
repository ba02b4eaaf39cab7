"""Letters with personal links: what each holds, and the same links as CSV. Pure: bytes out.

A letter names a project and a role, never a person. Its number only serves to replace it.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.model import Catalogue, Text
from assessment.text import neutralised

PREVIEW = "/preview"
HEADER = ("kind", "number", "role", "language", "address", "code")


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
    code: str  # to say or to type, at `code_address`
    code_address: str
    questions: int
    minutes: int
    until: date | None
    number: int | None = None
    own_line: str = ""
    warning: Text | None = None  # what a pair should know before it begins
    to_judge: bool = False  # the criteria, instead of rating by them


@dataclass(frozen=True)
class LetterText:
    """What all letters of an invitation say."""

    project: str
    catalogue: Catalogue
    threshold: int
    languages: tuple[str, ...]  # a letter speaks each of them, the first one first
    contact: str = ""  # whom the receiver can turn to
    numbers: tuple[HelpNumber, ...] = ()  # whom the receiver can call


def address(base: str, token: str) -> str:
    """Return the address of a questionnaire."""
    return f"{base.rstrip('/')}/a/{token}"


def code_address(base: str) -> str:
    """Return where a code is typed, as people say it: without what a browser adds by itself."""
    return f"{base.rstrip('/').removeprefix('https://')}/a"


def preview_address(assessment: str, role: str, profile: str) -> str:
    """Return where the screens show what a receiver would see."""
    return "/".join((PREVIEW, *(quote(name, safe="") for name in (assessment, role, profile))))


def is_local(base: str) -> bool:
    """Return whether an address works on this very machine only."""
    host = urlsplit(base).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def letters_csv(letter_text: LetterText, letters: Sequence[Letter]) -> bytes:
    """Return kind, number, role, language, address and code of every letter.

    It is UTF-8 with a mark for Excel.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    language = letter_text.languages[0]
    for letter in letters:
        role = letter_text.catalogue.role(letter.role).title.in_language(language)
        number = "" if letter.number is None else str(letter.number)
        languages = " ".join(letter_text.languages)
        cells = (letter.kind, number, role, languages, letter.address, letter.code)
        writer.writerow([neutralised(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")
