"""What goes in comes back exactly, on every kind of database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from sqlalchemy import text

from assessment.agreements import AgreementStatus
from assessment.answers import MAX_TEXT, AnswerState, Reason
from assessment.errors import InvalidInput, MentorspiegelError
from assessment.projects import Kind, Minors, Stage
from assessment.store import Store
from storage.column_types import WORD_LENGTH
from storage.engine import read_transaction
from tests.support.builders import a_project, an_agreement, an_answer, begin
from tests.support.database import history

TEXTS = {
    "unicode": "Één ëtude, 你好, مرحبا, עברית, 👩‍👧‍👦, e\u0301 naast é",
    "markup": "<script>alert('x')</script> & \"quotes\" `code` %s %(a)s :name ? -- ; \\ $1",
    "lines": "regel één\r\nregel twee\n\n\tingesprongen ",
    "formula": "=1+1",
    "longest": "é👍" * (MAX_TEXT // 2),
}
UNKEPT = {"NUL": "voor\0na", "half a surrogate pair": "voor\ud83dna"}


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_comes_back_as_it_was_written(store: Store, words: str) -> None:
    begin(store).answers.save("R1", an_answer(comment=words, evidence=words))

    read = store.answers.get("R1", "MC-01")

    assert (read.comment, read.evidence) == (words, words)
    assert history(store, "R1", "MC-01")[0].answer.comment == words


@pytest.mark.parametrize("words", UNKEPT.values(), ids=UNKEPT.keys())
def test_a_comment_that_cannot_be_kept_is_refused(store: Store, words: str) -> None:
    begin(store)

    with pytest.raises(InvalidInput) as refused:
        store.answers.save("R1", an_answer(comment=words))

    assert (refused.value.field, refused.value.rule) == ("comment", "characters")
    assert store.answers.all("R1") == {}


@pytest.mark.parametrize("words", UNKEPT.values(), ids=UNKEPT.keys())
def test_a_name_that_cannot_be_kept_is_refused(store: Store, words: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        store.projects.save(a_project(name=words))

    assert (refused.value.field, refused.value.rule) == ("name", "characters")


@pytest.mark.parametrize("words", UNKEPT.values(), ids=UNKEPT.keys())
def test_an_agreement_that_cannot_be_kept_is_refused(store: Store, words: str) -> None:
    begin(store)

    with pytest.raises(InvalidInput):
        store.agreements.save(an_agreement(text=words))


@pytest.mark.parametrize("name", UNKEPT.values(), ids=UNKEPT.keys())
def test_looking_for_an_impossible_name_is_an_expected_error(store: Store, name: str) -> None:
    with pytest.raises(MentorspiegelError):
        store.projects.get(name)


def test_times_come_back_in_utc(store: Store) -> None:
    here = timezone(timedelta(hours=2))

    store.projects.save(a_project(created_at=datetime(2026, 7, 1, 11, 30, 0, 123456, tzinfo=here)))

    read = store.projects.get("P1").created_at
    assert read == datetime(2026, 7, 1, 9, 30, 0, 123456, tzinfo=UTC)
    assert read.utcoffset() == timedelta()


def test_a_time_without_zone_is_refused(store: Store) -> None:
    with pytest.raises(InvalidInput) as refused:
        store.projects.save(a_project(created_at=datetime(2026, 7, 1)))  # noqa: DTZ001 (the point)

    assert refused.value.rule == "time_zone"


def test_a_list_of_words_comes_back_as_a_tuple(store: Store) -> None:
    store.projects.save(a_project("P1", languages=("nl", "ti-ዓ", 'a"b')))
    store.projects.save(a_project("P2", languages=()))

    assert store.projects.get("P1").languages == ("nl", "ti-ዓ", 'a"b')
    assert store.projects.get("P2").languages == ()


def test_a_word_comes_back_as_its_enum_and_stands_as_text(store: Store) -> None:
    store.projects.save(a_project(kind=Kind.SCHOOL))

    with read_transaction(store.engine) as connection:
        stored = connection.execute(text("SELECT kind, stage FROM projects")).one()

    assert tuple(stored) == ("school", None)
    assert store.projects.get("P1").kind is Kind.SCHOOL


@pytest.mark.parametrize("words", [AnswerState, Reason, AgreementStatus, Kind, Minors, Stage])
def test_every_word_fits_in_its_column(words: type[StrEnum]) -> None:
    assert max(len(word) for word in words) <= WORD_LENGTH


@pytest.mark.parametrize("field", ["kind", "minors", "stage"])
def test_a_word_that_could_not_be_read_back_is_refused(store: Store, field: str) -> None:
    """As a program sends it in place of a page: the project could be opened by nobody any more."""
    kept = store.projects.save(a_project())
    with pytest.raises(InvalidInput, match=field):
        store.projects.save(replace(kept, **{field: "nothing such"}))  # type: ignore[arg-type]

    assert store.projects.get(kept.id) == kept


def test_rows_are_numbered_in_the_order_in_which_they_were_made(store: Store) -> None:
    begin(store)
    for name in ("X3", "X1", "X2"):
        store.agreements.save(an_agreement(name))

    with read_transaction(store.engine) as connection:
        rows = connection.execute(text("SELECT id FROM agreements ORDER BY number")).scalars()

        assert list(rows) == ["X3", "X1", "X2"]
