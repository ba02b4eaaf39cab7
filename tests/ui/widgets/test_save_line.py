"""The line that says whether everything is saved, and what it tells the browser."""

import json
import re
from html import unescape
from typing import Any

import pytest

from tests.support.ui.screens import HOSTILE
from ui.widgets import save_line
from ui.widgets.save_line import FieldState, digest


def carried(line: str, name: str = "line") -> Any:
    """Return what a line tells the browser."""
    [found] = re.findall(f'data-{name}="([^"]*)"', line)
    return json.loads(unescape(found))


@pytest.mark.parametrize(
    ("text", "same"),
    [("Gent", " Gent\n"), ("", "  "), ("é\u00a0", "é"), ("\x1fa", "a"), ("\ufeffa", "\ufeffa ")],
)
def test_a_digest_is_the_same_but_for_the_spaces_around_a_text(text: str, same: str) -> None:
    assert digest(text) == digest(same)


@pytest.mark.parametrize(("text", "other"), [("Gent", "gent"), ("a b", "ab"), ("\ufeffa", "a")])
def test_a_digest_differs_when_a_text_differs(text: str, other: str) -> None:
    assert digest(text) != digest(other)


def test_a_digest_can_be_made_of_half_a_surrogate_pair() -> None:
    assert digest("a\ud800") != digest("a")


def test_a_line_tells_per_field_what_is_stored_and_what_is_shown() -> None:
    field = FieldState("project:P1:name", "project:P1:name:0", stored="Oost", shown="West")

    line = save_line.save_line(save_line.saved("Saved"), [field])

    names = ["project:P1:name", "project-P1-name-0"]
    assert carried(line)["fields"] == [[*names, digest("Oost"), digest("West")]]
    assert carried(line)["form"] == ""
    assert '<span class="ms-saved">✓ Saved</span>' in line
    assert 'role="status"' in line


def test_a_line_that_is_drawn_again_is_another_line() -> None:
    lines = [save_line.save_line("", []), save_line.save_line("", [])]

    assert lines[0] != lines[1]


def test_the_texts_of_two_forms_are_never_mixed_up() -> None:
    field = FieldState("text", "new_text:MC-01", stored="", shown="")

    names = {
        carried(save_line.form_line(form, [field]))["fields"][0][0]
        for form in ("agreement:A1:MC-01:0", "agreement:A1:MC-01:1")
    }

    assert names == {"agreement:A1:MC-01:0:text", "agreement:A1:MC-01:1:text"}


def test_a_line_stays_a_line_whatever_somebody_wrote() -> None:
    field = FieldState(HOSTILE, HOSTILE, HOSTILE, HOSTILE)

    line = save_line.save_line(save_line.not_saved(HOSTILE), [field])

    assert "<script>" not in line
    assert carried(line)["fields"][0][0] == HOSTILE
    assert not re.search(r"[^a-zA-Z0-9_-]", carried(line)["fields"][0][1])


def test_the_button_that_may_save_again_is_named_with_its_fields() -> None:
    field = FieldState("note:text", "note:text:0", stored="", shown="")

    assert carried(save_line.again("again:note:text", [field]), "again") == {
        "button": "again-note-text",
        "fields": ["note:text"],
    }
