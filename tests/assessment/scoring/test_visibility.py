"""Who may be shown, and what an attacker can find out from what is published."""

import json
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessment.choices import Choice
from assessment.scoring.reader import score_table
from assessment.scoring.visibility import participation_only, visible
from exchange.scores_json import scores_json
from tests.support.catalogues import (
    ROLES,
    a_catalogue,
    count_rows,
    result_of,
    rows_of,
    the_criterion,
)

ANONYMOUS = ("mentor", "mentee", "partner")
LEVELS = st.text("01234", min_size=1, max_size=4)
OTHERS = st.fixed_dictionaries(
    {"coordinator": st.text("01234-?x", max_size=2), "facilitator": st.text("01234-?x", max_size=2)}
)
Voices = dict[str, str]


def published(voices: Mapping[str, str], threshold: int = 5) -> str:
    """The document that is published about one criterion with these voices."""
    result = result_of({"C-1": voices}, threshold=threshold)
    return json.dumps(scores_json(a_catalogue(), {"A1": result}))


def test_an_anonymous_group_is_hidden_until_five_levels_are_given() -> None:
    assert the_criterion({"mentee": "2222"}).voices == {}
    assert list(the_criterion({"mentee": "22222"}).voices) == ["mentee"]


def test_only_levels_count_towards_the_five() -> None:
    assert the_criterion({"mentee": "2222-?x???"}).voices == {}


@pytest.mark.parametrize("role", ["coordinator", "facilitator"])
def test_the_voice_of_the_organisation_is_always_shown(role: str) -> None:
    assert list(the_criterion({role: "3"}).voices) == [role]


@pytest.mark.parametrize(("threshold", "shown"), [(3, True), (4, True), (5, False), (9, False)])
def test_a_group_is_shown_from_the_number(threshold: int, shown: bool) -> None:
    assert ("mentee" in the_criterion({"mentee": "2222"}, threshold=threshold).voices) is shown


@pytest.mark.parametrize("threshold", [2, 1, 0, -5])
def test_the_number_was_never_below_three(threshold: int) -> None:
    with pytest.raises(ValueError, match="never below 3"):
        the_criterion({"mentee": "2"}, threshold=threshold)


@pytest.mark.parametrize(
    ("voices", "is_left_out"),
    [
        ({"coordinator": "3"}, False),
        ({"coordinator": "3", "mentee": "22222", "facilitator": "1"}, False),
        ({"mentee": "222", "mentor": "13"}, False),  # all levels are in the pool
        ({"mentee": "222?", "mentor": "1"}, True),
        ({"mentee": "22222", "partner": "x"}, True),  # not even a level
    ],
)
def test_that_something_is_left_out_is_one_fact(voices: Voices, is_left_out: bool) -> None:
    assert result_of({"C-1": voices}).some_left_out is is_left_out


def test_choosing_what_is_asked_does_not_tell_on_which_question_somebody_answered() -> None:
    """Leaving out one question after the other must not find the one that a partner answered."""
    catalogue = a_catalogue("C-1", "C-2")
    table = count_rows(rows_of({"C-1": {"partner": "2"}}), catalogue)

    told = [
        score_table(table, catalogue, {name: Choice(name)})["A1"].some_left_out
        for name in catalogue.by_id
    ]

    assert told == [True, True]


def test_small_groups_that_reach_the_number_together_are_other_voices() -> None:
    criterion = the_criterion({"mentee": "222x", "mentor": "13"})

    pool = criterion.voices["other_voices"]
    assert (pool.n, pool.levels, pool.mean) == (5, (0, 1, 3, 1, 0), 2)
    assert (pool.not_applicable, pool.unknown, pool.declined) == (None, None, None)


def test_a_large_group_is_not_in_the_pool() -> None:
    criterion = the_criterion({"mentee": "44444", "mentor": "111", "partner": "11"})

    assert criterion.voices["other_voices"].levels == (0, 5, 0, 0, 0)
    assert criterion.voices["mentee"].levels == (0, 0, 0, 0, 5)


def test_members_of_the_pool_are_not_shown_themselves() -> None:
    voices = the_criterion({"mentee": "222", "mentor": "111"}).voices

    assert list(voices) == ["other_voices"]


def test_all_shown_answers_together_hold_the_pool_and_no_hidden_answer() -> None:
    pooled = the_criterion({"coordinator": "3", "mentee": "222", "mentor": "11"})
    hidden = the_criterion({"coordinator": "3", "mentee": "222", "mentor": "1"})

    assert (pooled.spread.n, hidden.spread.n) == (6, 1)


def test_while_open_only_the_organisation_is_counted() -> None:
    counts = np.ones((2, 3, len(ROLES), 8), int)
    organisation = np.array([True, True, False, False, False])

    kept = participation_only(counts, organisation)

    assert kept.sum(axis=(0, 1, 3)).tolist() == [48, 48, 0, 0, 0]


def test_arrays_show_the_roles_and_then_the_pool() -> None:
    counts = np.zeros((1, 1, 3, 8), int)
    counts[0, 0, :, 2] = [1, 4, 3]
    counts[0, 0, :, 7] = 2

    seen = visible(counts, np.array([True, False, False]))

    assert seen.shown.tolist() == [[[True, False, False, True]]]
    assert seen.levels[0, 0, :, 2].tolist() == [1, 0, 0, 7]


@pytest.mark.no_cover  # the same lines many times: others measure them
@settings(max_examples=80, deadline=None)
@given(OTHERS, st.sampled_from(ANONYMOUS), LEVELS, st.data())
def test_nothing_published_tells_the_levels_of_a_hidden_group(
    others: Voices, role: str, levels: str, data: st.DataObject
) -> None:
    other = data.draw(st.text("01234", min_size=len(levels), max_size=len(levels)))

    worlds = [{**others, role: given} for given in (levels, other)]

    assert published(worlds[0]) == published(worlds[1])


@pytest.mark.no_cover  # the same lines many times: others measure them
@settings(max_examples=80, deadline=None)
@given(OTHERS, st.text("01234", min_size=5, max_size=9), st.text("01234", max_size=4), st.data())
def test_nothing_published_tells_the_levels_of_a_hidden_group_beside_a_shown_one(
    others: Voices, shown: str, hidden: str, data: st.DataObject
) -> None:
    other = data.draw(st.text("01234", min_size=len(hidden), max_size=len(hidden)))

    worlds = [{**others, "mentee": shown, "mentor": given} for given in (hidden, other)]

    assert published(worlds[0]) == published(worlds[1])


@pytest.mark.no_cover  # the same lines many times: others measure them
@settings(max_examples=60, deadline=None)
@given(OTHERS, LEVELS, st.text("-?x", max_size=4), st.text("-?x", max_size=4))
def test_nothing_published_tells_what_else_a_hidden_group_said(
    others: Voices, levels: str, states: str, other: str
) -> None:
    worlds = [{**others, "mentee": levels + more} for more in (states, other)]

    assert published(worlds[0]) == published(worlds[1])


@pytest.mark.no_cover  # the same lines many times: others measure them
@settings(max_examples=120, deadline=None)
@given(OTHERS, st.text("01234", min_size=5, max_size=12), st.data())
def test_nothing_published_tells_who_in_the_pool_said_what(
    others: Voices, pool: str, data: st.DataObject
) -> None:
    worlds = [data.draw(_divided(pool)), data.draw(_divided(pool))]
    assume(
        {role for role in worlds[0] if worlds[0][role]} == {r for r in worlds[1] if worlds[1][r]}
    )

    assert published({**others, **worlds[0]}) == published({**others, **worlds[1]})


def _divided(pool: str) -> st.SearchStrategy[Voices]:
    """Divide the answers of a pool over groups that are each too small to be shown."""
    return (
        st.permutations(pool)
        .flatmap(
            lambda signs: st.sampled_from(
                [
                    {"mentor": signs[:a], "mentee": signs[a:b], "partner": signs[b:]}
                    for a in range(5)
                    for b in range(a, min(a + 5, len(signs) + 1))
                    if len(signs) - b < 5
                ]
            )
        )
        .map(lambda groups: {role: "".join(signs) for role, signs in groups.items()})
    )


@pytest.mark.no_cover  # the same lines many times: others measure them
@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from(ANONYMOUS), st.text("01234-?x", max_size=7)), st.integers(3, 6)
)
def test_every_published_group_has_at_least_the_number(voices: Voices, threshold: int) -> None:
    criterion = the_criterion(voices, threshold=threshold)

    shown = criterion.voices.values()
    assert all(voice.n >= threshold for voice in shown)
    assert (criterion.spread.n if criterion.spread else 0) == sum(voice.n for voice in shown)


def test_a_hidden_group_moves_no_perspective_no_floor_and_no_discussion() -> None:
    alone = result_of({"C-1": {"coordinator": "3"}})
    beside = result_of({"C-1": {"coordinator": "3", "mentee": "0000"}})

    for name in ("perspectives", "phases", "floor", "voice_gaps", "discuss_first"):
        assert getattr(alone, name) == getattr(beside, name)
