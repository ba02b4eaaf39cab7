"""Letters with personal links, as pages to print, and the same links as CSV. Pure: bytes out.

A letter names a project and a role, never a person. Its number only serves to replace it.
"""

import csv
import html
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
from reports.letters.style import STYLE

HEADER = ("kind", "number", "role", "language", "address")
PER_PAGE = (1, 4)  # letters on a page


class Kind(StrEnum):
    """Who a link is for."""

    PERSON = "person"
    GROUP = "group"  # one open link, each device gets a questionnaire of its own
    PAIR = "pair"


@dataclass(frozen=True)
class Letter:
    """One link with what its receiver needs to know."""

    kind: Kind
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
        respondent_answers = " ".join(letter_text.languages)
        writer.writerow(
            [
                neutralised(c)
                for c in (letter.kind, number, role, respondent_answers, letter.address)
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def letters_html(
    letter_text: LetterText, letters: Sequence[Letter], *, per_page: int = PER_PAGE[0]
) -> bytes:
    """Return the letters as one page that stands on its own, `per_page` of them on a sheet."""
    t = translator(letter_text.languages[0])
    whole = per_page == 1
    drawn = [_letter(letter_text, letter, whole=whole) for letter in letters]
    sheets = "".join(
        f'<div class="sheet {"whole" if whole else "small"}">{"".join(drawn[n : n + per_page])}</div>'
        for n in range(0, len(drawn), per_page)
    )
    hint = t("Print this on one side of the paper. Then delete this file: its links are personal.")
    return (
        f'<!doctype html><html lang="{t.language}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(t('Invitations'))} · {html.escape(letter_text.project)}</title>"
        f"<style>{STYLE}</style></head><body>"
        f'<p class="hint">{html.escape(hint)}</p><main>{sheets}</main></body></html>\n'
    ).encode()


def qr_code(link: str, alternative: str) -> str:
    """Return the QR code of a link as SVG."""
    return str(
        segno.make(link, error="m", micro=False).svg_inline(
            omitsize=True, light="#fff", border=4, title=html.escape(alternative)
        )
    )


def _letter(letter_text: LetterText, letter: Letter, *, whole: bool) -> str:
    words = (_long if whole else _short)(letter_text, letter)
    shown = html.escape(letter.address)
    return (
        f'<article class="{"several" if len(letter_text.languages) > 1 else "one"}">'
        f'<header><p class="project">{html.escape(letter_text.project)}</p>'
        f'<p class="which">{html.escape(_which(letter_text, letter))}</p></header>'
        f'<div class="way">{qr_code(letter.address, letter.address)}'
        f'<p class="address"><a href="{shown}">{shown}</a></p></div>'
        f"{words}</article>"
    )


def _which(letter_text: LetterText, letter: Letter) -> str:
    t = translator(letter_text.languages[0])
    role = letter_text.catalogue.role(letter.role).title.in_language(t.language)
    if letter.kind is Kind.GROUP:
        return role
    word = t("pair {n}", n=letter.number) if letter.kind is Kind.PAIR else f"{letter.number}"
    return f"{role} · {word}"


def _long(letter_text: LetterText, letter: Letter) -> str:
    return "".join(
        _section(translator(language), _opening(letter_text, letter, translator(language)))
        + _paragraphs(_rest(letter_text, letter, translator(language)))
        + "</section>"
        for language in letter_text.languages
    )


def _short(letter_text: LetterText, letter: Letter) -> str:
    return "".join(
        _section(t, [_what(letter, t)]) + _paragraphs(_brief(letter_text, letter, t)) + "</section>"
        for t in map(translator, letter_text.languages)
    )


def _section(t: Translator, sentences: Sequence[str]) -> str:
    title = html.escape(t("How do you see the mentoring?"))
    return f'<section lang="{t.language}"><h1>{title}</h1>{_paragraphs(sentences)}'


def _paragraphs(sentences: Sequence[str]) -> str:
    return "".join(f"<p>{html.escape(sentence)}</p>" for sentence in sentences if sentence)


def _opening(letter_text: LetterText, letter: Letter, t: Translator) -> list[str]:
    asked = t(
        "{project} looks honestly at its own quality. What you see counts as much as what the "
        "organisation sees.",
        project=letter_text.project,
    )
    return [asked, _what(letter, t), _how(letter, t)]


def _what(letter: Letter, t: Translator) -> str:
    return t.plural(
        "It is one question, about {minutes} minutes, on a phone or a computer.",
        "There are {n} questions. They take about {minutes} minutes, on a phone or a computer.",
        letter.questions,
        minutes=letter.minutes,
    )


def _how(letter: Letter, t: Translator) -> str:
    if letter.kind is Kind.GROUP:
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
    if letter.kind is Kind.GROUP:
        return ""
    return t("Begin soon, on your own phone. Once you have begun, this letter no longer works.")


def _rest(letter_text: LetterText, letter: Letter, t: Translator) -> list[str]:
    return [
        _pair(letter, t),
        _privacy(letter_text, letter, t),
        t("You do not give your name. You may skip any question, and taking part is up to you."),
        t(
            "What you write in your own words may be read as it is, without your name. Write it so "
            "that it points at nobody."
        ),
        _until(letter, t),
    ]


def _brief(letter_text: LetterText, letter: Letter, t: Translator) -> list[str]:
    no_name = t("No name is asked.")
    privacy = f"{_privacy(letter_text, letter, t)} {no_name}"
    return [_once(letter, t), privacy, _until(letter, t)]


def _pair(letter: Letter, t: Translator) -> str:
    if letter.kind is not Kind.PAIR:
        return ""
    return t(
        "Your mentor or mentee gets the same kind of letter. You answer apart. When both of you are "
        "done, you see each other's answers side by side, to talk about them."
    )


def _privacy(letter_text: LetterText, letter: Letter, t: Translator) -> str:
    if letter.kind is Kind.PAIR:
        return t(
            "Your answers stay between the two of you, unless you both choose to let them count in "
            "the group."
        )
    people = letter_text.catalogue.role(letter.role).plural.in_language(t.language)
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
