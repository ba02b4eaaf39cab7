"""Answers by the direct way and by the usual way: same results, same errors, same rows and history."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.answers import Answer, AnswerState, Reason
from assessment.errors import MentorspiegelError
from assessment.store import Store
from tests.storage.direct.conftest import BothWays
from tests.support.builders import (
    NOW,
    SNAPSHOT_HASH,
    Clock,
    a_project,
    a_respondent,
    an_assessment,
    an_invitation,
    an_invited_respondent,
)

NUMBERS = count(1)
TEXTS = st.one_of(
    st.sampled_from(["", "Eén 'zin' met \"tekens\" %s %(x)s :respondent ? 🙂\r\n"]),
    st.text(alphabet=st.characters(codec=None), max_size=8),  # also NUL and half a surrogate pair
)
ANSWERS = st.builds(
    Answer,
    criterion=st.sampled_from(["MC-01", "MC-01", "MC-02", "MC-\0", "'; --"]),
    state=st.none() | st.sampled_from(AnswerState),
    level=st.none() | st.integers(-1, 5),
    reason=st.none() | st.sampled_from(Reason),
    reason_text=TEXTS,
    comment=TEXTS,
    evidence=TEXTS,
    marked=st.booleans(),
    version=st.integers(0, 3),
)
SAVES = st.fixed_dictionaries(
    {
        "respondent": st.sampled_from(["S", "S", "S", "R", "nobody", "\0"]),
        "answer": ANSWERS,
        "most": st.sampled_from([None, None, 0, 2]),
        "holder": st.sampled_from([None, "right", "right", "wrong"]),
        "later": st.sampled_from([0, 0, 0, 30, 70]),  # seconds
    }
)
CLOSED: dict[str, Callable[[Store, str], Any]] = {
    "open": lambda _store, _n: None,
    "assessment": lambda store, n: store.assessments.save(
        an_assessment(f"A{n}", project=f"P{n}", closed_at=NOW, version=1)
    ),
    "shown": lambda store, n: store.assessments.save(
        an_assessment(f"A{n}", project=f"P{n}", published_at=NOW, version=1)
    ),
    "invitation": lambda store, n: store.invitations.save(
        an_invitation(f"O{n}", assessment=f"A{n}", closed_at=NOW, version=1)
    ),
    "expired": lambda store, n: store.invitations.save(
        an_invitation(
            f"O{n}", assessment=f"A{n}", until=(NOW - timedelta(days=2)).date(), version=1
        )
    ),
    "revoked": lambda store, n: store.respondents.revoke(f"S{n}"),
}


def prepare(store: Store, number: str, closed: str) -> None:
    """Put an assessment with an own and an invited respondent in a store, perhaps closed since."""
    name = f"A{number}"
    store.projects.save(a_project(f"P{number}"))
    store.snapshots.add(SNAPSHOT_HASH, "{}")
    own = a_respondent(f"R{number}", assessment=name)
    store.assessments.add(an_assessment(name, project=f"P{number}"), [], [own])
    invited = an_invited_respondent(
        f"S{number}", assessment=name, invitation=f"O{number}", number=1
    )
    store.invitations.add(
        [an_invitation(f"O{number}", assessment=name)], [], [invited], threshold=5
    )
    CLOSED[closed](store, number)


def outcome(call: Callable[[], object]) -> object:
    """Return what comes back or what is raised, so that it can be compared."""
    try:
        return call()
    except MentorspiegelError as error:
        return type(error), vars(error), str(error)


def save(store: Store, number: str, step: dict[str, Any]) -> Answer:
    respondent = f"{step['respondent']}{number}"
    holders = {"right": f"hash-{respondent}", "wrong": "hash-other"}
    holder = holders.get(step["holder"])
    return store.answers.save(respondent, step["answer"], most=step["most"], holder=holder)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(closed=st.sampled_from([*["open"] * 6, *CLOSED]), steps=st.lists(SAVES, max_size=10))
def test_both_ways_save_and_read_the_same_and_refuse_the_same(
    both: BothWays, clock: Clock, closed: str, steps: list[dict[str, Any]]
) -> None:
    number = str(next(NUMBERS))
    for store in both:
        prepare(store, number, closed)
    for step in steps:
        clock.forward(seconds=step["later"])
        direct, usual = (outcome(lambda: save(store, number, step)) for store in both)  # noqa: B023
        assert direct == usual
        who, what = f"{step['respondent']}{number}", step["answer"].criterion
        one, other = (outcome(lambda: store.answers.get(who, what)) for store in both)  # noqa: B023
        assert one == other
    for who in (f"R{number}", f"S{number}", "nobody"):
        one, other = (store.answers.all(who) for store in both)
        assert list(one.items()) == list(other.items())
    direct_rows, usual_rows = both.rows()
    assert direct_rows == usual_rows
