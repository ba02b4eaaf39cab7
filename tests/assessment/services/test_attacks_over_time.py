"""Attacks that take time: watch an open assessment, close early, reopen, compare two exports.

As in tests/assessment/scoring/test_privacy_attacks.py two worlds differ only in what must stay hidden.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from assessment.services import invitations, pairs, responding
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of
from tests.support.builders import an_answer
from tests.support.worlds import World

pytestmark = pytest.mark.no_cover  # the same lines many times: others measure them

CRITERIA = ("MC-41", "MC-44")
TRY = settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # every try is slow: none to shrink
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SIGNS = st.sampled_from("01234-?x")
SECRET = "wat-alleen-dit-paar-weet"


NewWorld = Callable[..., World]
Said = tuple[int, str, str]  # who, criterion, sign
SAID = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(CRITERIA), SIGNS), max_size=10)


@pytest.fixture
def new_world(with_pairs: Workspace) -> NewWorld:
    return lambda people=3, number_of_pairs=0: World(with_pairs, people, number_of_pairs)


@TRY
@given(SAID)
def test_while_it_is_open_nothing_but_participation_changes(
    new_world: NewWorld, said: Sequence[Said]
) -> None:
    world = new_world(number_of_pairs=1)
    before = world.published()

    for who, criterion, sign in said:
        world.say(world.tokens[who], criterion, sign, comment="van een ander")
    for token in world.pairs[0]:
        world.say(token, "MC-41", "0", comment="van een paar")
        session = world.session(token)
        world.tries(lambda session=session: pairs.set_shares(world.workspace, session, True))  # noqa: FBT003
        responding.finish(world.workspace, session)

    assert world.published() == before


@TRY
@given(SAID, st.permutations(range(5)), st.booleans())
def test_a_hidden_group_stays_hidden_through_closing_reopening_and_closing_again(
    new_world: NewWorld, said: Sequence[Said], other: Sequence[int], pooled: bool
) -> None:
    """Two mentors never reach the number; with the mentees they are a pool, or not even that."""
    people = 2
    seen = []
    for change in (list(range(5)), list(other)):
        world = new_world(people)
        for who, criterion, sign in said:
            changed = sign if sign in "-?x" or pooled else str(change[int(sign)])
            world.say(world.tokens[who % (2 * people)], criterion, changed)
        steps = [world.published()]
        for _ in range(2):
            world.close()
            steps.append(world.published())
            world.reopen()
            steps.append(world.published())
        seen.append(steps)

    assert seen[0] == seen[1]


FEW = settings(TRY, max_examples=5)
ONE_PERSON = st.dictionaries(st.sampled_from(CRITERIA), SIGNS, min_size=1)


@FEW
@example([{"MC-41": "2"}, {"MC-41": "1"}], [{"MC-44": "x"}, {"MC-44": "-"}])
@given(
    st.lists(ONE_PERSON, min_size=3, max_size=3),
    st.lists(ONE_PERSON, min_size=3, max_size=3),
)
def test_closing_after_each_new_person_tells_nothing_of_that_person(
    new_world: NewWorld, one: Sequence[dict[str, str]], other: Sequence[dict[str, str]]
) -> None:
    """Fewer than five: whatever each said, and on which questions, all that is told is the same."""
    seen = []
    for people in (one, other):
        world, steps = new_world(), []
        for token, said in zip(world.tokens, people, strict=False):
            for criterion, sign in said.items():
                assert world.say(token, criterion, sign, comment="van een ander")
            world.close()
            steps.append(world.published())
            world.reopen()
            steps.append(world.published())
        seen.append(steps)

    assert seen[0] == seen[1]


STEPS = st.lists(
    st.one_of(
        st.sampled_from(["close", "reopen", "erase", "lower", "raise", "links", "own"]),
        st.tuples(st.integers(0, 5), st.sampled_from(CRITERIA), SIGNS),
    ),
    max_size=14,
)


@TRY
@example([])  # nothing done in between: then there is a result to hold on to
@given(STEPS)
def test_what_was_shown_once_of_others_never_changes_again(
    new_world: NewWorld, steps: Sequence[str | Said]
) -> None:
    """Whatever the coordinator and the others try: there are no two results to compare."""
    world = new_world(people=5)
    for number, token in enumerate(world.tokens):
        world.say(token, CRITERIA[0], str(number % 5), comment="want")
    first: dict[str, Any] = {}
    for step in [*steps, "close", "reopen", steps[-1] if steps else "own", "close"]:
        take(world, step)
        told = world.others()
        if first and told:
            assert told == first
        elif told and world.shows_levels():
            first = told
    assert first or steps


def take(world: World, step: str | Said) -> None:
    """Do one thing that the screens allow."""
    if isinstance(step, tuple):
        who, criterion, sign = step
        world.say(world.tokens[who], criterion, sign, comment="toch anders")
    elif step == "close":
        world.close()
    elif step == "reopen" and world.stored().is_closed:
        world.reopen()
    elif step == "erase":
        session = world.session(world.tokens[0])
        world.tries(lambda: responding.erase(world.workspace, session))
    elif step in ("lower", "raise"):
        world.workspace = replace(world.workspace, threshold=3 if step == "lower" else 6)
    elif step == "links":
        [first, *_] = world.workspace.store.invitations.all(world.assessment)
        world.tries(lambda: invitations.add_links(world.workspace, first.id, 1))
    elif step == "own":
        own = world.workspace.own_respondent(world.stored()).id
        now = world.workspace.store.answers.get(own, CRITERIA[0])
        said = an_answer(CRITERIA[0], (now.version + 1) % 5, version=now.version)
        world.tries(lambda: world.workspace.store.answers.save(own, said))


@pytest.mark.parametrize("sharing", [(), (0,), (1,)])
@TRY
@given(st.lists(st.tuples(st.sampled_from(CRITERIA), SIGNS), max_size=6))
def test_nothing_of_a_pair_that_does_not_share_is_in_anything(
    new_world: NewWorld, sharing: tuple[int, ...], said: Sequence[tuple[str, str]]
) -> None:
    seen = []
    for answers in ([], said):
        world = new_world(people=5, number_of_pairs=1)
        for token in world.tokens:
            world.say(token, "MC-41", "3", comment="want")
        for place, token in enumerate(world.pairs[0]):
            for criterion, sign in answers:
                world.say(token, criterion, sign, comment=SECRET)
            session = world.session(token)
            pairs.set_shares(world.workspace, session, place in sharing)
            responding.finish(world.workspace, session)
        world.close()
        told = outcome_of(world.workspace, world.stored()).participation
        seen.append((world.published(), told))

    assert seen[0] == seen[1]
    assert SECRET not in seen[1][0]


@TRY
@given(st.lists(SIGNS, min_size=2, max_size=2))
def test_a_pair_that_shares_is_part_of_groups_that_are_shown(
    new_world: NewWorld, signs: Sequence[str]
) -> None:
    """With the pair there are five of each: shown, as groups in which it cannot be found."""
    seen = []
    for order in (1, -1):
        world = new_world(people=4, number_of_pairs=1)
        crowd = list(
            zip(world.tokens, ["0", "1", "2", signs[0], "4", "3", "1", signs[1]], strict=True)
        )
        pair = world.pairs[0]
        levels = ("2", "2")
        mixed = [*crowd, *zip(pair, levels, strict=True)]
        if order < 0:  # the pair says what another mentor and another mentee said, and they its
            mixed[3], mixed[8] = (mixed[3][0], levels[0]), (pair[0], signs[0])
            mixed[7], mixed[9] = (mixed[7][0], levels[1]), (pair[1], signs[1])
        for token, sign in mixed:
            world.say(token, "MC-41", sign)
        for token in pair:
            responding.finish(world.workspace, world.session(token))
            pairs.set_shares(world.workspace, world.session(token), True)  # noqa: FBT003
        world.close()
        seen.append(world.published())

    assert seen[0] == seen[1]
