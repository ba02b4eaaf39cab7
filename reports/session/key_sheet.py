"""The sheet with the keys of a session, for who leads it and who helps: it is kept nowhere else."""

from datetime import UTC, datetime
from typing import Any

from assessment.session.group_session import GroupSession
from locales import Translator, translator
from reports.letters.pdf import qr_code
from reports.session.addresses import SessionAddresses
from reports.writers import typst
from reports.writers.typst import Ready

_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)  # the moment of a document that has none


def key_sheet_pdf(session: GroupSession, where: SessionAddresses) -> bytes:
    """Return a tagged PDF of one page per key, so that each can be handed to somebody else."""
    ready, t = Ready(), translator(session.language)
    data = {
        "title": ready.heading(t("Keys of {name}", name=session.name)),
        "name": ready.text(session.name),
        "language": t.language,
        "warning": ready.text(
            t(
                "Whoever has this page can do this. Do not photograph it, do not leave it behind, and "
                "tear it up afterwards. Lost it? Make new keys: the old ones stop at once."
            )
        ),
        "keys": [
            _key(ready, t, title, does, address)
            for title, does, address in (
                (
                    t("To lead the session"),
                    t("Opens the control page: every step, the script and the end."),
                    where.control,
                ),
                (
                    t("To help"),
                    t("Opens the control page without ending the session or changing its script."),
                    where.helper,
                ),
                (
                    t("For the screen in the room"),
                    t("Opens the page to project. It can only be looked at."),
                    where.screen,
                ),
            )
        ],
    }
    return typst.pdf("keys.typ", data, _ALWAYS)


def _key(ready: Ready, t: Translator, title: str, does: str, address: str) -> dict[str, Any]:
    return {
        "title": ready.heading(title),
        "does": ready.text(does),
        "address": address,
        "shown": ready.text(address),
        "svg": qr_code(address),
        "alt": t("Square code that leads to {address}", address=address),
    }
