"""Answers by the direct way and by the usual way: same results, same errors, same rows and history."""

from collections.abc import Callable
from dataclasses import replace
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
USUAL_TEXTS = ["", "", "", "Eén 'zin' met \"tekens\" %s %(x)s :respondent ? 🙂\r\n"]
TEXTS = st.one_of(
    *[st.sampled_from(USUAL_TEXTS)] * 5,
    st.text(alphabet=st.characters(codec=None), max_size=8),  # also NUL and half a surrogate pair
)
ANSWERS = st.builds(
    Answer,
    criterion=st.sampled_from([*["MC-01"] * 8, "MC-02", "MC-\0", "'; --"]),
    state=st.none() | st.sampled_from(AnswerState),
    level=st.integers(0, 4) | st.integers(0, 4) | st.sampled_from([None, -1, 5]),
    reason=st.none() | st.sampled_from(Reason),
    reason_text=TEXTS,
    comment=TEXTS,
    evidence=TEXTS,
    marked=st.booleans(),
    version=st.sampled_from([*[0] * 6, -1, 1]),  # beside the one that is stored
)
SAVES = st.fixed_dictionaries(
    {
        "respondent": st.sampled_from([*["S"] * 8, "R", "R", "nobody", "\0"]),
        "answer": ANSWERS,
        "most": st.sampled_from([None, 0, 2, 2]),
        "holder": st.sampled_from([None, *["right"] * 5, "wrong"]),
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
    holder = holders.get(step["holder"]) if step["respondent"] == "S" else None
    answer = step["answer"]
    stored = store.answers.all(respondent) if step["respondent"] != "\0" else {}
    present = stored[answer.criterion].version if answer.criterion in stored else 0
    wanted = replace(answer, version=max(0, present + answer.version))
    return store.answers.save(respondent, wanted, most=step["most"], holder=holder)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    closed=st.sampled_from([*["open"] * 6, *CLOSED]), steps=st.lists(SAVES, min_size=1, max_size=12)
)
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
