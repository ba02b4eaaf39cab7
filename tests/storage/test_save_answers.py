"""Many answers of one respondent at once: all or nothing."""

from datetime import datetime

import pytest

from assessment.answers import Answer
from assessment.errors import AssessmentClosed, InvitationClosed, StaleWrite
from assessment.store import Store
from tests.support.builders import NOW, a_respondent, an_answer, an_assessment, begin
from tests.support.database import history


def test_all_are_written_with_their_history(store: Store) -> None:
    begin(store)
    store.answers.save("R1", an_answer("MC-01", 1))

    written = store.answers.save_all(
        a_respondent(), [an_answer("MC-01", 3, version=1), an_answer("MC-02")]
    )

    assert [(answer.criterion, answer.version) for answer in written] == [
        ("MC-01", 2),
        ("MC-02", 1),
    ]
    assert len(history(store, "R1", "MC-01")) == 2


def test_one_that_was_changed_meanwhile_stops_all(store: Store) -> None:
    begin(store)
    store.answers.save("R1", an_answer("MC-02", 1))

    with pytest.raises(StaleWrite):
        store.answers.save_all(a_respondent(), [an_answer("MC-01"), an_answer("MC-02", 3)])

    assert set(store.answers.all("R1")) == {"MC-02"}
    assert history(store, "R1", "MC-01") == []


def test_a_respondent_that_is_not_there_is_added_with_its_answers(store: Store) -> None:
    begin(store)
    respondent = a_respondent("M1", role="mentee")

    store.answers.save_all(respondent, [an_answer()])

    assert respondent in store.respondents.all("A1")
    assert set(store.answers.all("M1")) == {"MC-01"}


def test_nothing_to_write_adds_nobody(store: Store) -> None:
    begin(store)

    assert store.answers.save_all(a_respondent("M1", role="mentee"), []) == []
    assert len(store.respondents.all("A1")) == 1


def test_a_closed_assessment_takes_no_respondent(store: Store) -> None:
    begin(store)
    store.assessments.save(an_assessment(closed_at=NOW, version=1))

    with pytest.raises(AssessmentClosed):
        store.answers.save_all(a_respondent("M1", role="mentee"), [an_answer()])

    assert len(store.respondents.all("A1")) == 1


MENTEE = a_respondent("M1", role="mentee")


@pytest.mark.parametrize(
    "answer", [an_answer("MC-01", 3), an_answer("MC-01", 1), an_answer("MC-02")]
)
def test_an_anonymous_respondent_without_an_invitation_answers_once(
    store: Store, answer: Answer
) -> None:
    begin(store)
    store.answers.save_all(MENTEE, [an_answer("MC-01", 3)], is_anonymous=True)

    with pytest.raises(StaleWrite) as told:
        store.answers.save_all(MENTEE, [answer], is_anonymous=True)

    assert told.value.current is None
    assert store.answers.all("M1") == {"MC-01": an_answer("MC-01", 3, version=1)}


def test_an_anonymous_respondent_with_nothing_to_say_is_nobody(store: Store) -> None:
    begin(store)

    assert store.answers.save_all(MENTEE, [], is_anonymous=True) == []
    assert len(store.respondents.all("A1")) == 1


@pytest.mark.parametrize(
    ("final", "error"),
    [({"published_at": NOW}, InvitationClosed), ({"closed_at": NOW}, AssessmentClosed)],
)
def test_once_others_were_shown_no_anonymous_respondent_comes_after(
    store: Store, final: dict[str, datetime], error: type[Exception]
) -> None:
    begin(store)
    store.assessments.save(an_assessment(version=1, **final))

    with pytest.raises(error):
        store.answers.save_all(MENTEE, [an_answer()], is_anonymous=True)

    assert len(store.respondents.all("A1")) == 1


def test_once_others_were_shown_the_organisation_still_answers(store: Store) -> None:
    begin(store)
    store.assessments.save(an_assessment(version=1, published_at=NOW))

    assert store.answers.save_all(a_respondent(), [an_answer()])
