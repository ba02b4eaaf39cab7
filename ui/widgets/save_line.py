"""The line that says whether everything in a question or a row is saved, and what the browser compares.

The line is drawn from the database. Beside its words it carries, per field, digests of what is stored
and of what the field held when the line was drawn. `ui/typing.js` reads them: as long as a field shows
something else, the browser says so instead, and what is not stored stays on the device.
"""

import html
import json
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from ui import session
from ui.widgets.html import text

_NO_KEY = re.compile(r"[^a-zA-Z0-9_-]")
_drawn = count()  # no two lines are equal: the browser sees that a line is a new one


@dataclass(frozen=True)
class FieldState:
    """A field as it is on the screen, and what the database holds of it, both as the browser shows it."""

    name: str  # the same in every tab and every language
    key: str  # of the widget
    stored: str
    shown: str


def digest(value: str) -> str:
    """Return what two texts have in common only when they are equal but for the spaces around them."""
    data = value.strip().encode("utf-8", "replace")
    return f"{len(data)}:{zlib.crc32(data):08x}"


def saved(words: str) -> str:
    """Return that everything is saved."""
    return f'<span class="ms-saved">✓ {text(words)}</span>'


def not_saved(words: str) -> str:
    """Return that something is not saved."""
    return f'<span class="ms-unsaved">⚠ {text(words)}</span>'


def nothing_yet(words: str) -> str:
    """Return that there is nothing to save."""
    return f'<span class="ms-soft">{text(words)}</span>'


def save_line(status: str, fields: Sequence[FieldState], form: str = "") -> str:
    """Return the line of fields that are saved while somebody types; `status` is HTML already."""
    listed = [[*_names(field, form), digest(field.stored), digest(field.shown)] for field in fields]
    carried = {"fields": listed, "form": form, "drawn": next(_drawn)}
    return (
        f'<div class="ms-save" role="status" data-line="{html.escape(json.dumps(carried))}">'
        f"{status}</div>"
    )


def form_line(form: str, fields: Sequence[FieldState]) -> str:
    """Return the line of a form that is saved with a button: until then its texts stay on the device."""
    t = session.words()
    kept = nothing_yet(t("What you type stays on this device until you press the button."))
    return save_line(kept, fields, form)


def words() -> dict[str, str]:
    """Return what the browser says in a line, until the server has drawn it anew."""
    t = session.words()
    return {
        "busy": t("Saving…"),
        "late": t(
            "Not saved: the server does not answer. Leave this tab open, then it is sent as soon as possible."
        ),
        "unfinished": t("Not saved: this is not complete yet."),
        "found": t(
            "You typed this here before and it was not saved. Meanwhile something else stands above."
        ),
        "mine": t("Put my text back"),
        "away": t("Let it go"),
    }


def _names(field: FieldState, form: str) -> tuple[str, str]:
    return (f"{form}:{field.name}" if form else field.name), place(field.key)


def again(button: str, fields: Sequence[FieldState]) -> str:
    """Return a sign that the button with this key may save what these fields show.

    The browser presses it when nobody else wrote meanwhile: only the browser knows that.
    """
    carried = {"button": place(button), "fields": [field.name for field in fields]}
    return f'<span hidden data-again="{html.escape(json.dumps(carried))}"></span>'


def place(key: str) -> str:
    """Return the part of the class that Streamlit gives the element with this key."""
    return _NO_KEY.sub("-", key.strip())
