"""Answers and their history, on every kind of database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.answers import Answer, AnswerState, Reason
from assessment.errors import AssessmentClosed, InvalidInput, NotFound, StaleWrite
from assessment.store import Store
from tests.support.builders import (
    NOW,
    Clock,
    a_respondent,
    an_answer,
    an_assessment,
    begin,
    respondent_answers,
)
from tests.support.database import Change, history, spoken_answers

EVERYTHING = an_answer(
    state=AnswerState.NOT_APPLICABLE,
    reason=Reason.OTHER,
    reason_text="Wij werken met gezinnen",
    comment="Volgend jaar wel",
    evidence="Jaarplan, bladzijde 4",
    marked=True,
)


def test_a_first_answer_has_version_one(store: Store) -> None:
    saved = begin(store).answers.save("R1", an_answer(level=3))

    assert saved == an_answer(level=3, version=1) == store.answers.get("R1", "MC-01")


def test_everything_on_an_answer_comes_back(store: Store) -> None:
    saved = begin(store).answers.save("R1", EVERYTHING)

    assert store.answers.all("R1") == {"MC-01": saved} == {"MC-01": replace(EVERYTHING, version=1)}


@pytest.mark.parametrize("state", [None, AnswerState.UNKNOWN, AnswerState.DECLINED])
def test_an_answer_without_level_comes_back(store: Store, state: AnswerState | None) -> None:
    begin(store).answers.save("R1", an_answer(state=state, comment="Nog navragen"))

    assert store.answers.get("R1", "MC-01") == Answer(
        "MC-01", state, comment="Nog navragen", version=1
    )


def test_only_what_a_state_carries_is_kept(store: Store) -> None:
    begin(store).answers.save("R1", Answer("MC-01", AnswerState.UNKNOWN, level=3))

    assert store.answers.get("R1", "MC-01").level is None


def test_a_level_off_the_scale_is_refused(store: Store) -> None:
    begin(store)

    with pytest.raises(InvalidInput):
        store.answers.save("R1", an_answer(level=5))


def test_nothing_written_yet_is_an_empty_answer(store: Store) -> None:
    assert store.answers.get("R1", "MC-01") == Answer("MC-01")
    assert store.answers.all("R1") == {}
    assert history(store, "R1", "MC-01") == []


def test_an_answer_is_changed_at_its_version(store: Store) -> None:
    saved = begin(store).answers.save("R1", an_answer(level=1))

    changed = store.answers.save("R1", replace(saved, level=4))

    assert changed == an_answer(level=4, version=2) == store.answers.get("R1", "MC-01")


def test_a_stale_answer_overwrites_nothing(store: Store) -> None:
    begin(store).answers.save("R1", an_answer(level=1))

    with pytest.raises(StaleWrite) as stale:
        store.answers.save("R1", an_answer(level=2))

    assert stale.value.current == an_answer(level=1, version=1) == store.answers.get("R1", "MC-01")
    assert len(history(store, "R1", "MC-01")) == 1


def test_an_answer_of_a_version_that_never_was_is_stale(store: Store) -> None:
    begin(store)

    with pytest.raises(StaleWrite) as stale:
        store.answers.save("R1", an_answer(version=3))

    assert stale.value.current == Answer("MC-01")


def test_writing_the_same_answer_twice_changes_nothing(store: Store, clock: Clock) -> None:
    once = begin(store).answers.save("R1", an_answer())
    clock.forward(minutes=1)

    again = store.answers.save("R1", an_answer())

    assert again == once
    assert [change.changed_at for change in history(store, "R1", "MC-01")] == [NOW]
    assert store.projects.last_change("P1") == NOW


def test_history_holds_every_change_oldest_first(store: Store, clock: Clock) -> None:
    first = begin(store).answers.save("R1", an_answer(level=1))
    later = clock.forward(days=1)
    second = store.answers.save("R1", replace(EVERYTHING, version=1))

    assert history(store, "R1", "MC-01") == [Change(first, NOW), Change(second, later)]


def test_answers_of_one_respondent_come_by_criterion(store: Store) -> None:
    begin(store, a_respondent("R1"), a_respondent("R2"))
    for criterion in ("MC-02", "MC-01"):
        store.answers.save("R1", an_answer(criterion))
    store.answers.save("R2", an_answer("MC-03"))

    assert list(store.answers.all("R1")) == ["MC-01", "MC-02"]


def test_an_unknown_respondent_cannot_answer(store: Store) -> None:
    with pytest.raises(NotFound) as missing:
        store.answers.save("R1", an_answer())

    assert missing.value.kind == "respondent"


def test_a_closed_assessment_takes_no_answers(store: Store) -> None:
    begin(store).assessments.save(an_assessment(closed_at=NOW, version=1))

    with pytest.raises(AssessmentClosed) as closed:
        store.answers.save("R1", an_answer())

    assert closed.value.assessment == "A1"
    assert store.answers.all("R1") == {}


def test_a_reopened_assessment_takes_answers_again(store: Store) -> None:
    begin(store).assessments.save(an_assessment(closed_at=NOW, version=1))
    store.assessments.save(an_assessment(version=2))

    assert store.answers.save("R1", an_answer()).version == 1


def test_answers_come_with_their_respondents_in_order(store: Store) -> None:
    b, a = a_respondent("b", role="mentor"), a_respondent("B", role="mentee", token_hash="abc")
    begin(store, b, a)
    store.answers.add(respondent_answers(b, an_answer("MC-02"), EVERYTHING))
    store.answers.add(respondent_answers(a, an_answer("MC-01", state=None, comment="Een notitie")))

    assert spoken_answers(store, "A1") == [
        *respondent_answers(a, an_answer("MC-01", state=None, comment="Een notitie", version=1)),
        *respondent_answers(b, replace(EVERYTHING, version=1), an_answer("MC-02", version=1)),
    ]


def test_imported_answers_begin_their_history(store: Store) -> None:
    begin(store).answers.add(respondent_answers(a_respondent(), an_answer(version=7)))

    assert history(store, "R1", "MC-01") == [Change(an_answer(version=1), NOW)]


def test_answers_are_imported_into_a_closed_assessment(store: Store) -> None:
    begin(store).assessments.save(an_assessment(closed_at=NOW - timedelta(days=1), version=1))

    store.answers.add(respondent_answers(a_respondent(), an_answer()))

    assert store.answers.get("R1", "MC-01").level == 2


def test_importing_the_same_answers_twice_is_no_error(store: Store) -> None:
    begin(store).answers.add(respondent_answers(a_respondent(), an_answer(), an_answer()))

    store.answers.add(respondent_answers(a_respondent(), an_answer(), an_answer("MC-02")))

    assert list(store.answers.all("R1")) == ["MC-01", "MC-02"]
    assert len(history(store, "R1", "MC-01")) == 1


def test_an_import_never_overwrites_an_answer(store: Store) -> None:
    begin(store).answers.save("R1", an_answer(level=1))

    with pytest.raises(StaleWrite):
        store.answers.add(
            respondent_answers(a_respondent(), an_answer("MC-02"), an_answer(level=3))
        )

    assert store.answers.all("R1") == {"MC-01": an_answer(level=1, version=1)}


@pytest.mark.parametrize(
    "respondent", [a_respondent("R9"), a_respondent(role="mentor"), a_respondent(assessment="A9")]
)
def test_an_import_needs_its_respondents(store: Store, respondent) -> None:
    begin(store)

    with pytest.raises(NotFound):
        store.answers.add(respondent_answers(respondent, an_answer()))


def test_importing_no_answers_is_no_error(store: Store) -> None:
    begin(store).answers.add([])

    assert spoken_answers(store, "A1") == []
