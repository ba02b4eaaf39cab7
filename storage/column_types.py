"""Kinds of columns: a column carries the name of the field it holds."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Identity,
    Integer,
    Text,
)
from sqlalchemy.types import TypeDecorator

from assessment.errors import InvalidInput
from assessment.text import check_characters

WORD_LENGTH = 30  # characters of the longest state, reason or kind there may ever be


class PlainText(TypeDecorator[str]):
    """Text that every database keeps as it is; other text is refused under the name of its field."""

    impl = Text
    cache_ok = True

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Check the text on its way in."""
        if value is not None:
            check_characters(self.field, value)
        return value


class UtcTime(TypeDecorator[datetime]):
    """A moment, in UTC on its way in and out, whatever the database makes of time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Refuse a time without a zone: it could mean any moment of that day."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"The time {value} has no time zone. Write it like 2026-11-20T09:00:00Z."
            raise InvalidInput("time", "time_zone", message)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give SQLite's times, which carry no zone, the one they were written in."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[tuple[str, ...]]):
    """A short list of words."""

    impl = JSON
    cache_ok = True

    def process_result_value(self, value: Any, _dialect: Dialect) -> tuple[str, ...]:
        """Make the list a tuple again, as the domain holds it."""
        return tuple(value)


def text(name: str, *, primary_key: bool = False) -> Column[str]:
    """Text that must be there, which may be empty."""
    return Column(name, PlainText(name), primary_key=primary_key, nullable=False)


def parent(
    name: str, target: str, *, primary_key: bool = False, nullable: bool = False
) -> Column[str]:
    """What the row belongs to and is erased with, such as `projects.id`."""
    link = ForeignKey(target, ondelete="CASCADE")
    return Column(name, PlainText(name), link, primary_key=primary_key, nullable=nullable)


class Word(TypeDecorator[Any]):
    """One of a few words; another one is refused under the name of its field, as nobody could read it back."""

    impl = Enum
    cache_ok = True

    def __init__(self, field: str, words: type[StrEnum]) -> None:
        # stored as plain text: a new word needs no change of the table, a check is added where
        # results depend on the word
        super().__init__(
            words,
            native_enum=False,
            length=WORD_LENGTH,
            values_callable=lambda members: [member.value for member in members],
        )
        self.field = field
        self.words = frozenset(words)

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Check the word on its way in."""
        if value is not None and value not in self.words:
            message = f"There is no such {self.field}. Choose one of the list."
            raise InvalidInput(self.field, "unknown", message)
        return value


def word(
    name: str, words: type[StrEnum], *, nullable: bool = True, primary_key: bool = False
) -> Column[Any]:
    """One of a few words."""
    return Column(
        name, Word(name, words), nullable=nullable and not primary_key, primary_key=primary_key
    )


def number(name: str, *, primary_key: bool = False, nullable: bool = False) -> Column[Any]:
    """A whole number."""
    return Column(name, Integer, primary_key=primary_key, nullable=nullable)


def time(name: str, *, nullable: bool = False) -> Column[Any]:
    """A moment."""
    return Column(name, UtcTime, nullable=nullable)


def order() -> Column[int]:
    """The order in which rows were made."""
    return Column("number", Integer, Identity(), primary_key=True)
