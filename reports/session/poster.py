"""The poster by which people join: a code to scan, an address to type, and what they may count on."""

from datetime import UTC, datetime

from assessment.session.group_session import GroupSession
from locales import translator
from reports.letters.pdf import qr_code
from reports.session.addresses import SessionAddresses
from reports.writers import typst
from reports.writers.typst import Ready

_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)  # the moment of a document that has none


def poster_pdf(session: GroupSession, where: SessionAddresses) -> bytes:
    """Return the poster as a tagged PDF of one page, in the language of the session."""
    ready, t = Ready(), translator(session.language)
    data = {
        "title": ready.heading(session.name),
        "language": t.language,
        "call": ready.text(t("Join with your phone")),
        "scan": ready.text(t("Scan the square, or go to")),
        "typed": ready.text(where.typed),
        "and_type": ready.text(t("and type")),
        "code": " ".join((where.code[:3], where.code[3:])),
        "address": where.join,
        "svg": qr_code(where.join),
        "alt": t("Square code that leads to {address}", address=where.join),
        "promises": [
            ready.text(sentence)
            for sentence in (
                t("You need no name and no app."),
                t(
                    "Nobody sees what you choose. A group shows from {n} people on.",
                    n=session.threshold,
                ),
                t("No phone? Raise your hand or hold up a card: you count just as much."),
            )
        ],
    }
    return typst.pdf("poster.typ", data, _ALWAYS)
