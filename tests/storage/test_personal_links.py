"""Letters on every kind of database: one begins once, whoever else tries at that moment."""

import threading
from collections.abc import Callable

import pytest

from assessment.errors import LinkUsed, MentorspiegelError, NotFound
from assessment.store import Store
from tests.support.builders import (
    NOW,
    Clock,
    an_answer,
    an_invitation,
    an_invited_respondent,
    begin,
)


@pytest.fixture
def handed(store: Store) -> Store:
    """A store with invitation O1 and a letter, number 1, of respondent S1."""
    begin(store).invitations.add([an_invitation()], [], [an_invited_respondent(number=1)])
    return store


def test_who_begins_is_found_by_both_tokens(handed: Store) -> None:
    handed.respondents.begin("hash-S1", "own", "nl")

    begun = an_invited_respondent(
        number=1, token_hash="own", personal_link_hash="hash-S1", started_at=NOW, language="nl"
    )
    assert handed.respondents.get("S1") == begun
    for token in ("own", "hash-S1"):
        found = handed.respondents.find(token)
        assert found is not None
        assert found.respondent == begun


def test_an_answer_needs_the_token_that_the_seat_has_now(handed: Store) -> None:
    handed.respondents.begin("hash-S1", "first", "")
    handed.respondents.begin("hash-S1", "second", "")

    with pytest.raises(NotFound):
        handed.answers.save("S1", an_answer(), holder="first")
    assert handed.answers.all("S1") == {}
    assert handed.answers.save("S1", an_answer(), holder="second").version == 1


def test_a_letter_begins_again_within_a_minute_before_any_answer(
    handed: Store, clock: Clock
) -> None:
    handed.respondents.begin("hash-S1", "first", "")
    clock.forward(seconds=61)
    with pytest.raises(LinkUsed):
        handed.respondents.begin("hash-S1", "second", "")


def test_a_letter_is_replaced_until_somebody_begins(handed: Store) -> None:
    handed.respondents.change("S1", {"revoked_at": NOW})
    handed.respondents.replace_link("S1", "new")
    assert (handed.respondents.find("hash-S1"), handed.respondents.get("S1").revoked_at) == (
        None,
        None,
    )

    handed.respondents.begin("new", "own", "")
    with pytest.raises(LinkUsed):
        handed.respondents.replace_link("S1", "newer")
    with pytest.raises(NotFound):
        handed.respondents.replace_link("S9", "newer")
    assert handed.respondents.get("S1").token_hash == "own"


def together(*deeds: Callable[[], object]) -> list[bool]:
    """Do things at the same moment; say of each whether it was done."""
    gate, done = threading.Barrier(len(deeds)), [False] * len(deeds)

    def run(number: int, deed: Callable[[], object]) -> None:
        gate.wait()
        try:
            deed()
        except MentorspiegelError:
            return
        done[number] = True

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done


@pytest.mark.parametrize("number", range(5))
def test_a_new_letter_and_a_beginning_at_once_leave_one_of_both(handed: Store, number: int) -> None:
    replaced, begun = together(
        lambda: handed.respondents.replace_link("S1", "new"),
        lambda: handed.respondents.begin("hash-S1", "own", ""),
    )

    respondent = handed.respondents.get("S1")
    assert replaced != begun
    assert (respondent.token_hash, respondent.personal_link_hash) == (
        ("own", "hash-S1") if begun else ("new", None)
    )


@pytest.mark.parametrize("number", range(5))
def test_an_answer_and_a_second_beginning_at_once_never_meet(handed: Store, number: int) -> None:
    handed.respondents.begin("hash-S1", "first", "")

    answered, again = together(
        lambda: handed.answers.save("S1", an_answer(comment="geheim"), holder="first"),
        lambda: handed.respondents.begin("hash-S1", "second", ""),
    )

    assert answered != again
    assert handed.respondents.get("S1").token_hash == ("second" if again else "first")
    assert bool(handed.answers.all("S1")) == answered
