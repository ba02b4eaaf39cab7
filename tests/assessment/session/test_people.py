"""People: what is kept of them, and what is not."""

from dataclasses import fields

from assessment.session.people import SessionPerson


def test_nothing_is_kept_that_names_somebody_or_a_moment() -> None:
    assert {field.name for field in fields(SessionPerson)} == {
        *("id", "session", "role", "token_hash", "phrase_hash", "table", "left"),
    }
