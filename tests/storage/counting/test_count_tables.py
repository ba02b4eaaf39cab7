"""Counts equal counting the answers one by one, those that are kept of closed assessments as well."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from itertools import count

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from assessment.answers import STATES
from assessment.errors import AssessmentClosed, InvitationClosed, NotFound, StaleWrite
from assessment.pairs import Pair
from assessment.respondents import Respondent
from assessment.scoring.counts import CountTable, answer_bin
from assessment.store import RespondentAnswer
from storage import SqlStore, open_store
from storage.engine import read_transaction, write_transaction
from storage.tables import kept_counts
from tests.support.builders import (
    NOW,
    Clock,
    a_pair,
    a_respondent,
    an_answer,
    an_assessment,
    an_invitation,
    an_invited_respondent,
    begin,
    respondent_answers,
)
from tests.support.database import spoken_answers

CRITERIA = ("MC-01", "MC-02")
PEOPLE = ("own", "other", "mentor", "mentee")  # the last two are a pair
ANSWERS = st.builds(
    an_answer,
    criterion=st.sampled_from(CRITERIA),
    state=st.sampled_from((None, *STATES)),
    level=st.integers(0, 4),
)
ACTS = st.one_of(
    st.tuples(st.just("save"), st.sampled_from(PEOPLE), ANSWERS),
    st.tuples(st.just("add"), st.sampled_from(PEOPLE), ANSWERS),
    st.tuples(st.just("share"), st.sampled_from(PEOPLE[2:]), st.booleans()),
    st.tuples(st.just("erase"), st.sampled_from(PEOPLE[1:]), st.none()),
    st.tuples(st.sampled_from(("close", "reopen", "rename", "publish")), st.none(), st.none()),
)
_numbers = count(2)


class Acts:
    """An assessment of its own with an own voice, an invited respondent and a pair."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.id = f"A{next(_numbers)}"
        self.people = {who: self._respondent(who) for who in PEOPLE}
        store.assessments.add(an_assessment(self.id), [], [self.people["own"]])
        invitation = an_invitation(f"O-{self.id}", assessment=self.id)
        pair = Pair(f"D-{self.id}", self.id)
        invited = [self.people[who] for who in PEOPLE[1:]]
        store.invitations.add([invitation], [pair], invited, threshold=5)

    def _respondent(self, who: str) -> Respondent:
        name, role = f"{self.id}-{who}", {"own": "coordinator", "other": "mentee"}.get(who, who)
        if who == "own":
            return a_respondent(name, assessment=self.id, role=role)
        pair = f"D-{self.id}" if who in PEOPLE[2:] else None
        return replace(
            an_invited_respondent(name, role=role, pair=pair, invitation=f"O-{self.id}"),
            assessment=self.id,
        )

    def save(self, who: str, answer) -> None:
        version = self.store.answers.get(f"{self.id}-{who}", answer.criterion).version
        self.store.answers.save(f"{self.id}-{who}", replace(answer, version=version))

    def add(self, who: str, answer) -> None:
        stored = self.store.respondents.get(f"{self.id}-{who}")
        self.store.answers.add([RespondentAnswer(stored, answer)])

    def share(self, who: str, shares: bool) -> None:
        self.store.respondents.change(f"{self.id}-{who}", {"shares": shares})

    def erase(self, who: str, _: object) -> None:
        self.store.answers.erase(f"{self.id}-{who}", 1_000)

    def close(self, *_: object) -> None:
        self._change(closed_at=NOW)

    def reopen(self, *_: object) -> None:
        self._change(closed_at=None)

    def rename(self, *_: object) -> None:
        self._change(name="anders")

    def publish(self, *_: object) -> None:
        self._change(published_at=NOW)

    def _change(self, **fields: object) -> None:
        stored = self.store.assessments.get(self.id)
        self.store.assessments.save(replace(stored, **fields))  # type: ignore[arg-type]


def recount(store: SqlStore, assessment: str) -> Counter[tuple[str, ...]]:
    return Counter(
        (said.answer.criterion, said.respondent.role, answer_bin(*_kind(said)))
        for said in spoken_answers(store, assessment)
        if said.answer.is_answered
    )


def _kind(said: RespondentAnswer) -> tuple[object, int | None]:
    return said.answer.state, said.answer.level


def cells(table: CountTable) -> dict[tuple[str, str, int], int]:
    """Return what is not zero."""
    return {
        (table.criteria[c], table.roles[r], int(bin_)): int(table.counts[0, c, r, bin_])
        for _, c, r, bin_ in zip(*np.nonzero(table.counts), strict=True)
    }


def kept(store: SqlStore, assessment: str) -> CountTable | None:
    query = select(kept_counts).where(kept_counts.c.assessment == assessment)
    with read_transaction(store.engine) as connection:
        row = connection.execute(query).first()
    return None if row is None else CountTable.from_text(*row)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(ACTS, max_size=14))
def test_kept_counts_are_those_counted_anew_whatever_happens(store: SqlStore, acts) -> None:
    if not store.projects.all():
        begin(store)
    world = Acts(store)
    for name, who, value in acts:
        with suppress(AssessmentClosed, InvitationClosed, StaleWrite):
            getattr(world, name)(who, value)
        counted, present = recount(store, world.id), kept(store, world.id)

        assert (present is not None) == store.assessments.get(world.id).is_closed
        assert present is None or cells(present) == counted
        [read] = store.answers.counts([world.id])
        assert cells(read) == counted


def test_counts_cover_the_assessments_asked_for_in_their_order(store: SqlStore) -> None:
    begin(store)
    closed = a_respondent("R2", assessment="A2")
    store.assessments.add(an_assessment("A2", closed_at=NOW), [], [closed])
    store.answers.add(respondent_answers(a_respondent(), an_answer(level=4)))
    store.answers.add(respondent_answers(closed, an_answer(level=0)))

    tables = store.answers.counts(["A2", "A1", "A9"])

    assert [table.assessments for table in tables] == [("A2",), ("A1",), ("A9",)]
    assert [table.counts.sum() for table in tables] == [1, 1, 0]
    assert store.answers.counts([]) == []


def test_kept_counts_are_read_and_answers_are_not(store: SqlStore) -> None:
    begin(store)
    store.answers.save("R1", an_answer())
    store.assessments.save(an_assessment(closed_at=NOW, version=1))
    with write_transaction(store.engine) as connection:
        connection.execute(kept_counts.update().values(counts="0,0,7,0,0,0,0,0"))

    assert store.answers.counts(["A1"])[0].counts.sum() == 7


def test_kept_counts_are_erased_with_their_project(store: SqlStore) -> None:
    begin(store)
    store.assessments.save(an_assessment(closed_at=NOW, version=1))
    assert kept(store, "A1") is not None

    store.projects.erase("P1")

    assert kept(store, "A1") is None


def test_counts_that_are_missing_are_kept_when_a_store_is_opened(
    database_url: str, clock: Clock
) -> None:
    close_without_counts(open_store(database_url, clock=clock))
    again = open_store(database_url, clock=clock)

    assert cells(again.answers.counts(["A1"])[0]) == {("MC-01", "coordinator", 2): 1}
    assert kept(again, "A1") is not None
    assert kept(again, "A2") is None  # it is open
    again.close()


def close_without_counts(store: SqlStore) -> None:
    """Close an assessment, then take its counts away, as an older release left it."""
    begin(store)
    store.answers.save("R1", an_answer())
    store.assessments.add(an_assessment("A2"), [], [])
    store.assessments.save(an_assessment(closed_at=NOW, version=1))
    with write_transaction(store.engine) as connection:
        connection.execute(delete(kept_counts))
    store.close()


def test_a_pair_that_is_not_there_changes_no_counts(store: SqlStore) -> None:
    begin(store)
    a_pair(store)

    with pytest.raises(NotFound):
        store.respondents.change("nobody", {"shares": True})
    assert kept(store, "A1") is None
