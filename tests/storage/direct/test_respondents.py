"""Respondents found by the direct way and by the usual way: the same ones, with the same around them."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.choices import Choice
from assessment.errors import InvalidInput
from assessment.store import Store
from tests.storage.direct.conftest import BothWays
from tests.storage.direct.test_answers import NUMBERS, outcome
from tests.support.builders import (
    NOW,
    SNAPSHOT_HASH,
    a_pair,
    a_project,
    an_assessment,
    an_invitation,
    an_invited_respondent,
    begin,
)

TIMES = st.none() | st.just(NOW) | st.just(NOW + timedelta(microseconds=1, hours=3))
TEXTS = st.sampled_from(["", "Maatjes 'West' 🙂"])
WORLDS = st.fixed_dictionaries(
    {
        "assessment": st.fixed_dictionaries(
            {"closed_at": TIMES, "published_at": TIMES, "threshold": st.none() | st.integers(5, 9)}
        ),
        "invitation": st.fixed_dictionaries(
            {
                "until": st.none() | st.just((NOW + timedelta(days=3)).date()),
                "own_line": TEXTS,
                "in_pairs": st.booleans(),
            }
        ),
        "respondent": st.fixed_dictionaries(
            {
                "number": st.integers(0, 2),
                "revoked_at": st.none() | st.none() | TIMES,
                "started_at": TIMES,
                "finished_at": TIMES,
                "shares": st.booleans(),
                "language": st.sampled_from(["", "nl"]),
            }
        ),
        "scope": st.dictionaries(st.sampled_from(["MC-01", "MC-02", "MC-03"]), st.booleans()),
    }
)


def prepare(store: Store, number: str, world: dict[str, Any]) -> list[str]:
    """Put one respondent with all tokens in a store; return the hashes of these."""
    store.projects.save(a_project(f"P{number}", name=f"Maatjes {number}"))
    store.snapshots.add(SNAPSHOT_HASH, "{}")
    assessment = an_assessment(f"A{number}", project=f"P{number}")
    choices = [Choice(name, in_scope=inside) for name, inside in world["scope"].items()]
    store.assessments.add(assessment, choices, [])
    of_it = {"assessment": f"A{number}", "invitation": f"O{number}"}
    hashes = {
        name: f"{name}-{number}" for name in ("token_hash", "personal_link_hash", "code_hash")
    }
    store.invitations.add(
        [an_invitation(f"O{number}", assessment=f"A{number}", **world["invitation"])],
        [],
        [an_invited_respondent(f"S{number}", **of_it, **hashes, **world["respondent"])],
        threshold=5,
    )
    stored = store.assessments.get(f"A{number}")
    store.assessments.save(an_assessment(**{**vars(stored), **world["assessment"]}))
    return list(hashes.values())


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(world=WORLDS)
def test_both_ways_find_the_same(both: BothWays, world: dict[str, Any]) -> None:
    number = f"r{next(NUMBERS)}"
    hashes, _ = [prepare(store, number, world) for store in both]

    for hashed in (*hashes, "unknown", "'; --", ""):
        direct, usual = (store.respondents.find(hashed) for store in both)
        assert direct == usual
        assert (direct is not None) == (
            hashed in hashes and world["respondent"]["revoked_at"] is None
        )


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "started_at": TIMES,
        "finished_at": TIMES,
        "language": st.sampled_from(["", "nl", "\0"]),
        "shares": st.booleans(),
    },
).filter(bool)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(world=WORLDS, who=st.sampled_from(["S", "S", "S", "nobody"]), changes=CHANGES)
def test_both_ways_change_the_same_while_open_and_refuse_the_same(
    both: BothWays, world: dict[str, Any], who: str, changes: dict[str, Any]
) -> None:
    number = f"c{next(NUMBERS)}"
    for store in both:
        prepare(store, number, world)

    direct, usual = (
        outcome(lambda: store.respondents.change(f"{who}{number}", changes, while_open=True))  # noqa: B023
        for store in both
    )

    assert direct == usual
    direct_rows, usual_rows = both.rows()
    assert direct_rows == usual_rows


def test_both_ways_find_the_pair(both: BothWays) -> None:
    mentor, *_ = [a_pair(begin(store))[0] for store in both]

    direct, usual = (store.respondents.find(f"hash-{mentor}") for store in both)

    assert direct == usual
    assert direct is not None
    assert direct.pair is not None


@pytest.mark.parametrize("hashed", ["\0", "\ud800"])
def test_what_no_database_keeps_is_refused(both: BothWays, hashed: str) -> None:
    for store in both:
        with pytest.raises(InvalidInput):
            store.respondents.find(hashed)
