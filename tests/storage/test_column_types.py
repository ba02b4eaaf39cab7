"""Texts come back exactly as they went in, on every kind of database."""

import pytest

from assessment.answers import MAX_TEXT
from assessment.errors import InvalidInput, MentorspiegelError
from assessment.store import Store
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


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_comes_back_as_it_was_written(store: Store, text: str) -> None:
    begin(store).answers.save("R1", an_answer(comment=text, evidence=text))

    read = store.answers.get("R1", "MC-01")

    assert (read.comment, read.evidence) == (text, text)
    assert history(store, "R1", "MC-01")[0].answer.comment == text


@pytest.mark.parametrize("text", UNKEPT.values(), ids=UNKEPT.keys())
def test_a_comment_that_cannot_be_kept_is_refused(store: Store, text: str) -> None:
    begin(store)

    with pytest.raises(InvalidInput) as refused:
        store.answers.save("R1", an_answer(comment=text))

    assert (refused.value.field, refused.value.rule) == ("comment", "characters")
    assert store.answers.all("R1") == {}


@pytest.mark.parametrize("text", UNKEPT.values(), ids=UNKEPT.keys())
def test_a_name_that_cannot_be_kept_is_refused(store: Store, text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        store.projects.save(a_project(name=text))

    assert (refused.value.field, refused.value.rule) == ("name", "characters")


@pytest.mark.parametrize("text", UNKEPT.values(), ids=UNKEPT.keys())
def test_an_agreement_that_cannot_be_kept_is_refused(store: Store, text: str) -> None:
    begin(store)

    with pytest.raises(InvalidInput):
        store.agreements.save(an_agreement(text=text))


@pytest.mark.parametrize("name", UNKEPT.values(), ids=UNKEPT.keys())
def test_looking_for_an_impossible_name_is_an_expected_error(store: Store, name: str) -> None:
    with pytest.raises(MentorspiegelError):
        store.projects.get(name)
