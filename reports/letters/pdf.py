"""Letters as PDF to print, one or four to a page; with a QR code, and a short code to type."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import segno

from locales import Translator, translator
from reports.letters import sentences
from reports.letters.build import Letter, LetterText
from reports.writers import typst
from reports.writers.typst import Ready

PER_PAGE = (1, 4)  # letters on a page
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)  # the moment of a document that has none


def letters_pdf(
    letter_text: LetterText, letters: Sequence[Letter], *, per_page: int = PER_PAGE[0]
) -> bytes:
    """Return the letters as tagged PDF, `per_page` of them on a page."""
    ready, t = Ready(), translator(letter_text.languages[0])
    data = {
        "title": ready.heading(f"{t('Invitations')} · {letter_text.project}"),
        "language": t.language,
        "project": ready.text(letter_text.project),
        "sheets": [
            [
                _letter(letter_text, letter, ready, is_whole=per_page == 1)
                for letter in letters[start : start + per_page]
            ]
            for start in range(0, len(letters), per_page)
        ],
        "is_whole": per_page == 1,
    }
    return typst.pdf("letters.typ", data, _ALWAYS)


def qr_code(link: str) -> str:
    """Return the QR code of a link as SVG."""
    return str(segno.make(link, error="m", micro=False).svg_inline(omitsize=True, border=4))


def _letter(
    letter_text: LetterText, letter: Letter, ready: Ready, *, is_whole: bool
) -> dict[str, Any]:
    """Return a letter in every language, with all its words on a page of its own or in short."""
    words = [translator(language) for language in letter_text.languages]
    t = words[0]
    return {
        "which": ready.text(sentences.which(letter_text, letter, t)),
        "address": letter.address,
        "code": letter.code,
        "svg": qr_code(letter.address),
        "alt": t("Square code that leads to {address}", address=letter.address),
        "ways": [_in_language(sentences.way_in(letter, t), ready, t) for t in words],
        "sections": [
            {
                "language": t.language,
                "title": ready.heading(sentences.title(letter_text, letter, t)),
                "sentences": [
                    ready.text(sentence)
                    for sentence in (sentences.whole if is_whole else sentences.short)(
                        letter_text, letter, t
                    )
                ],
            }
            for t in words
        ],
    }


def _in_language(sentence: str, ready: Ready, t: Translator) -> dict[str, Any]:
    return {"language": t.language, "text": ready.text(sentence)}
