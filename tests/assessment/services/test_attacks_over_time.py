"""Attacks that take time: watch an open assessment, close early, reopen, compare two exports.

As in tests/assessment/scoring/test_privacy_attacks.py two worlds differ only in what must stay hidden.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from assessment.answers import Answer, AnswerState
from assessment.assessments import Assessment
from assessment.errors import MentorspiegelError
from assessment.services import assessments, invitations, pairs, projects, responding
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of
from assessment.services.responding import RespondentSession
from assessment.services.self_audit import findings, open_audit
from exchange import project_file
from tests.support.builders import a_project, an_answer
from tests.support.catalogues import STATES
from tests.support.invitations import own

CRITERIA = ("MC-41", "MC-44")
ROLES = ("mentor", "mentee")
TRY = settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # every try is slow: none to shrink
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SIGNS = st.sampled_from("01234-?x")
SECRET = "wat-alleen-dit-paar-weet"
_worlds = count(1)


class World:
    """One assessment in a world of its own: its ids are the same in every world but for a prefix."""

    def __init__(self, workspace: Workspace, people: int = 3, number_of_pairs: int = 0) -> None:
        self.prefix = f"w{next(_worlds):08}"
        numbers = count(1)
        ids: Callable[[], str] = lambda: f"{self.prefix}-{next(numbers):05}"  # noqa: E731
        tokens: Callable[[], str] = lambda: f"{self.prefix}{next(numbers):023}"  # noqa: E731
        self.workspace = replace(workspace, new_id=ids, new_token=tokens)
        self.project = projects.create_project(self.workspace, a_project(id="")).id
        self.assessment = assessments.start_assessment(
            self.workspace, self.project, name="2026", profile="short", ambition="floor"
        ).id
        self.tokens = [
            own(self.workspace, link.token)
            for role in ROLES
            for link in invitations.open_invitation(
                self.workspace, self.assessment, role, "short", 9, None, personal=people
            ).links
        ]
        made = (
            pairs.make_pairs(self.workspace, self.assessment, number_of_pairs, None)
            if number_of_pairs
            else []
        )
        self.pairs = [
            (own(self.workspace, pair.first.token), own(self.workspace, pair.second.token))
            for pair in made
        ]

    def stored(self) -> Assessment:
        return self.workspace.store.assessments.get(self.assessment)

    def session(self, token: str) -> RespondentSession:
        found = responding.find(self.workspace, token)
        assert isinstance(found, RespondentSession)
        return found

    def say(self, token: str, criterion: str, sign: str, comment: str = "") -> bool:
        """Let somebody answer; say False where that is refused."""
        session = self.session(token)
        now = self.workspace.store.answers.get(session.respondent.id, criterion)
        state = STATES.get(sign, AnswerState.LEVEL)
        level = None if sign in STATES else int(sign)
        said = Answer(criterion, state, level, comment=comment, version=now.version)
        return self.tries(lambda: responding.write(self.workspace, session, said))

    def tries(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except MentorspiegelError:
            return False
        return True

    def close(self) -> None:
        assessments.close_assessment(self.workspace, self.assessment)

    def reopen(self) -> None:
        assessments.reopen_assessment(self.workspace, self.assessment)

    def published(self) -> str:
        """All that screens and exports are made of, but for how many took part."""
        outcome = replace(outcome_of(self.workspace, self.stored()), participation={})
        seen: list[Any] = [
            replace(outcome, catalogue=None),
            outcome.perspective_lines,
            findings(self.workspace, open_audit(self.workspace, self.assessment)),
            outcome.comments,
            self.workspace.store.projects.last_change(self.project),
            project_file.export_project(self.workspace, self.project),
        ]
        return "\n".join(map(str, seen)).replace(self.prefix, "")

    def others(self) -> dict[str, Any]:
        """What the export tells of others, by criterion, and their comments."""
        [part] = json.loads(project_file.export_project(self.workspace, self.project))[
            "assessments"
        ]
        if part["scores"] is None:
            return {}
        [scores] = part["scores"]["assessments"].values()
        told: dict[str, Any] = {
            name: {role: v for role, v in figures["by_role"].items() if role != "coordinator"}
            for name, figures in scores["criteria"].items()
        }
        return told | {"comments": outcome_of(self.workspace, self.stored()).comments}

    def shows_levels(self) -> bool:
        told = self.others()
        told.pop("comments", None)
        return any(voice["shown"] for voices in told.values() for voice in voices.values())


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
