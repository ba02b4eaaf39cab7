"""Personal links, on every kind of database: one begins once, whoever else tries just then."""

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
def linked(store: Store) -> Store:
    """A store with invitation O1 and respondent S1 with a personal link, number 1."""
    begin(store).invitations.add(
        [an_invitation()], [], [an_invited_respondent(number=1)], threshold=5
    )
    return store


def test_who_begins_is_found_by_both_tokens(linked: Store) -> None:
    linked.respondents.begin("hash-S1", "own", "nl")

    begun = an_invited_respondent(
        number=1, token_hash="own", personal_link_hash="hash-S1", started_at=NOW, language="nl"
    )
    assert linked.respondents.get("S1") == begun
    for token in ("own", "hash-S1"):
        found = linked.respondents.find(token)
        assert found is not None
        assert found.respondent == begun


def test_an_answer_needs_the_token_that_the_respondent_has_now(linked: Store) -> None:
    linked.respondents.begin("hash-S1", "first", "")
    linked.respondents.begin("hash-S1", "second", "")

    with pytest.raises(NotFound):
        linked.answers.save("S1", an_answer(), holder="first")
    assert linked.answers.all("S1") == {}
    assert linked.answers.save("S1", an_answer(), holder="second").version == 1


def test_a_personal_link_begins_again_within_a_minute_before_any_answer(
    linked: Store, clock: Clock
) -> None:
    linked.respondents.begin("hash-S1", "first", "")
    clock.forward(seconds=61)
    with pytest.raises(LinkUsed):
        linked.respondents.begin("hash-S1", "second", "")


def test_a_personal_link_is_replaced_until_somebody_begins(linked: Store) -> None:
    linked.respondents.change("S1", {"revoked_at": NOW})
    linked.respondents.replace_link("S1", "new", None)
    assert (linked.respondents.find("hash-S1"), linked.respondents.get("S1").revoked_at) == (
        None,
        None,
    )

    linked.respondents.begin("new", "own", "")
    with pytest.raises(LinkUsed):
        linked.respondents.replace_link("S1", "newer", None)
    with pytest.raises(NotFound):
        linked.respondents.replace_link("S9", "newer", None)
    assert linked.respondents.get("S1").token_hash == "own"


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
def test_a_new_link_and_a_beginning_at_once_leave_one_of_both(linked: Store, number: int) -> None:
    replaced, begun = together(
        lambda: linked.respondents.replace_link("S1", "new", None),
        lambda: linked.respondents.begin("hash-S1", "own", ""),
    )

    respondent = linked.respondents.get("S1")
    assert replaced != begun
    assert (respondent.token_hash, respondent.personal_link_hash) == (
        ("own", "hash-S1") if begun else ("new", None)
    )


@pytest.mark.parametrize("number", range(5))
def test_an_answer_and_a_second_beginning_at_once_never_meet(linked: Store, number: int) -> None:
    linked.respondents.begin("hash-S1", "first", "")

    answered, again = together(
        lambda: linked.answers.save("S1", an_answer(comment="geheim"), holder="first"),
        lambda: linked.respondents.begin("hash-S1", "second", ""),
    )

    assert answered != again
    assert linked.respondents.get("S1").token_hash == ("second" if again else "first")
    assert bool(linked.answers.all("S1")) == answered


def test_a_code_finds_its_letter_and_begins_once(linked: Store, clock: Clock) -> None:
    linked.respondents.replace_link("S1", "letter", "code")
    found = linked.respondents.find("code")
    assert found is not None
    assert found.respondent.id == "S1"

    linked.respondents.begin("code", "own", "nl")

    begun = linked.respondents.get("S1")
    assert (begun.token_hash, begun.personal_link_hash, begun.code_hash) == (
        "own",
        "letter",
        "code",
    )
    clock.forward(minutes=2)
    for printed in ("code", "letter"):
        with pytest.raises(LinkUsed):
            linked.respondents.begin(printed, "other", "")


def test_a_new_letter_takes_the_old_code_away(linked: Store) -> None:
    linked.respondents.replace_link("S1", "letter", "code")
    linked.respondents.replace_link("S1", "newer", "newer code")

    assert linked.respondents.find("code") is None
    assert linked.respondents.find("newer code") is not None


def test_a_clock_that_was_set_back_lets_nobody_begin_again_for_long(
    store: Store, clock: Clock
) -> None:
    begin(store).invitations.add(
        [an_invitation()], [], [an_invited_respondent(number=1)], threshold=5
    )
    store.respondents.begin("hash-S1", "hash-first", "nl")
    clock.forward(days=-1)

    with pytest.raises(LinkUsed):
        store.respondents.begin("hash-S1", "hash-second", "nl")
