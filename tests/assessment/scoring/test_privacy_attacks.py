"""Attacks on the privacy of voices: what an outsider tries with everything that is published.

The main weapon is non-interference. Two worlds are made that differ only in what must stay hidden;
when everything published is the same in both, nobody can tell in which of them they are.
"""

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.scoring.explanation import explain_criterion, explain_group
from assessment.scoring.results import Result
from exchange.scores_json import scores_json
from tests.support.catalogues import a_catalogue, a_criterion, result_of

pytestmark = pytest.mark.no_cover  # the same lines many times: others measure them

OWN = ("coordinator", "facilitator")
OTHERS = ("mentor", "mentee", "partner")
CRITERIA = ("C-1", "C-2")
CATALOGUE = a_catalogue(*(a_criterion(name, requirement="minimal") for name in CRITERIA))
LEVELS = "01234"

Voices = dict[str, str]  # signs by role: levels, - does not apply, ? don't know, x declined
World = dict[str, Voices]  # by criterion

SIGNS = st.text(LEVELS + "-?x", max_size=7)
WORLDS = st.fixed_dictionaries(
    {
        name: st.fixed_dictionaries(
            {role: st.text(LEVELS + "-?x", max_size=2) for role in OWN}
            | dict.fromkeys(OTHERS, SIGNS)
        )
        for name in CRITERIA
    }
)
THRESHOLDS = st.integers(3, 6)


def published(world: World, threshold: int) -> str:
    """Everything that can be read of a closed assessment: figures, words, reasons, export."""
    result = result_of(world, CATALOGUE, threshold=threshold)
    why = [explain_criterion(criterion, None) for criterion in result.criteria.values()]
    why += [
        explain_group(result, CATALOGUE, group, {})
        for group in (*result.perspectives, *result.phases)
    ]
    return "\n".join([repr(result), repr(why), json.dumps(scores_json(CATALOGUE, {"A1": result}))])


def levels_of(signs: str) -> str:
    return "".join(sign for sign in signs if sign in LEVELS)


def small_groups(voices: Voices, threshold: int) -> dict[str, str]:
    """The levels of the groups that may not be shown on their own, told apart by hand."""
    given_levels = {role: levels_of(voices[role]) for role in OTHERS}
    return {role: found for role, found in given_levels.items() if 0 < len(found) < threshold}


@st.composite
def two_worlds(draw: st.DrawFn) -> tuple[World, World, int]:
    """Two worlds that differ in what hidden groups said, and nowhere else."""
    world, threshold = draw(WORLDS), draw(THRESHOLDS)
    other = {name: dict(voices) for name, voices in world.items()}
    hidden: list[tuple[str, str]] = []
    for name, voices in other.items():
        small = small_groups(voices, threshold)
        pool = "".join(small.values())
        if len(pool) >= threshold:  # shown together: who in it said what is hidden
            signs = iter(draw(st.permutations(pool)))
            for role, found in small.items():
                silent = draw(st.text("-?x", max_size=3))
                voices[role] = "".join(itertools.islice(signs, len(found))) + silent
        else:  # not shown: all is, also how many gave a level and whether anybody said anything
            left = threshold - 1
            for role in OTHERS:
                if len(levels_of(voices[role])) < threshold:
                    said = draw(st.text(LEVELS + "-?x", max_size=left))
                    left -= len(levels_of(said))
                    hidden.append((name, role))
                    voices[role] = said
    for each in (world, other):  # in both somebody is left out somewhere, which is told once
        if hidden and not any(each[name][role] for name, role in hidden):
            name, role = hidden[0]
            each[name][role] = "x"
    return world, other, threshold


@settings(max_examples=300, deadline=None)
@given(two_worlds())
def test_nothing_published_tells_what_hidden_groups_said(
    worlds: tuple[World, World, int],
) -> None:
    one, other, threshold = worlds

    assert published(one, threshold) == published(other, threshold)


@settings(max_examples=150, deadline=None)
@given(two_worlds(), st.data())
def test_neither_does_the_difference_of_two_exports(
    worlds: tuple[World, World, int], data: st.DataObject
) -> None:
    one, other, threshold = worlds
    own = {
        name: {role: data.draw(st.text(LEVELS + "-?x", max_size=2)) for role in OWN}
        for name in CRITERIA
    }

    def both_exports(world: World) -> list[str]:
        later = {name: {**voices, **own[name]} for name, voices in world.items()}
        return [published(world, threshold), published(later, threshold)]

    assert both_exports(one) == both_exports(other)


def shown_levels(result: Result, criterion: str) -> dict[str, tuple[int, ...]]:
    voices = result.criteria[criterion].voices.values()
    return {voice.role: voice.levels for voice in voices if voice.levels is not None}


@settings(max_examples=200, deadline=None)
@given(WORLDS, THRESHOLDS)
def test_no_sum_less_another_leaves_a_hidden_group(world: World, threshold: int) -> None:
    """All shown answers together, less every shown voice, leave nothing at all."""
    result = result_of(world, CATALOGUE, threshold=threshold)

    for name, criterion in result.criteria.items():
        shown = shown_levels(result, name)
        together = criterion.spread.n if criterion.spread else 0
        assert together - sum(map(sum, shown.values())) == 0
        means = [voice.mean for voice in criterion.voices.values() if voice.mean is not None]
        if criterion.score is not None:
            assert abs(criterion.score * len(means) - sum(means)) < 1e-9


@settings(max_examples=200, deadline=None)
@given(WORLDS, THRESHOLDS)
def test_a_pool_holds_at_least_two_groups_and_the_number(world: World, threshold: int) -> None:
    result = result_of(world, CATALOGUE, threshold=threshold)

    for name, voices in world.items():
        pool = result.criteria[name].voices.get("other_voices")
        small = small_groups(voices, threshold)
        if pool is not None:
            assert len(small) >= 2
            assert pool.n == sum(map(len, small.values())) >= threshold
            assert (pool.not_applicable, pool.unknown, pool.declined) == (None, None, None)
        else:
            assert sum(map(len, small.values())) < threshold


@settings(max_examples=60, deadline=None)
@given(
    st.text(LEVELS, min_size=1, max_size=4),
    st.text(LEVELS, min_size=1, max_size=4),
    st.text(LEVELS, max_size=2),
)
def test_who_knows_the_size_of_every_group_cannot_solve_the_pool(
    mentor: str, mentee: str, own: str
) -> None:
    """Try every way to divide the pool: more than one fits, unless all in it said the same."""
    voices = {"coordinator": own, "mentor": mentor, "mentee": mentee}
    seen = published({"C-1": voices}, 5)
    pool = mentor + mentee
    fitting = set()
    for places in itertools.combinations(range(len(pool)), len(mentor)):
        first = "".join(pool[place] for place in places)
        rest = "".join(sign for place, sign in enumerate(pool) if place not in places)
        if published({"C-1": {**voices, "mentor": first, "mentee": rest}}, 5) == seen:
            fitting.add("".join(sorted(first)))

    assert len(fitting) > 1 or len(set(pool)) == 1


@settings(max_examples=150, deadline=None)
@given(WORLDS, THRESHOLDS)
def test_a_hidden_group_is_in_nothing_not_even_by_name(world: World, threshold: int) -> None:
    result = result_of(world, CATALOGUE, threshold=threshold)

    for name, voices in world.items():
        silent = {role for role in OTHERS if not levels_of(voices[role])}
        assert not result.criteria[name].voices.keys() & {*small_groups(voices, threshold), *silent}
