"""A script is proposed: it fits purpose, time and people, and begins with what to discuss first."""

from dataclasses import replace

import pytest

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import InvalidInput
from assessment.services import agreements, assessments
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of
from assessment.services.session.proposing import ItemPool, fitting, item_pool, proposed
from assessment.session.script import StepKind, checked_script
from assessment.session.states import Purpose, TalkForm
from tests.support.builders import an_agreement
from tests.support.session.judges import Said, closed, judge_all
from tests.support.session.staff import a_prepared_session
from tests.support.ui.screens import an_invitation, everybody_says, level

ROLES = ("coordinator", "mentor", "mentee")
POOL = ItemPool(("MC-41", "MC-03", "MC-19"), theses=("T-1", "T-2"))


@pytest.mark.parametrize(
    ("purpose", "minutes", "people", "first"),
    [
        (Purpose.MIRROR, 60, 20, "mirror-60"),
        (Purpose.MIRROR, 45, 20, "theses-45"),
        (Purpose.MINIMUM, 90, 20, "judging-60"),
        (Purpose.BOTH, 90, 20, "mirror-minimum-90"),
        (Purpose.BOTH, 90, 120, "afternoon-tables"),
    ],
)
def test_the_script_that_fits_purpose_people_and_time_comes_first(
    catalogue: Catalogue, purpose: Purpose, minutes: int, people: int, first: str
) -> None:
    found = fitting(catalogue, purpose, minutes, people)

    assert found[0].id == first
    assert len(found) == len(catalogue.scripts)


@pytest.mark.parametrize("minutes", [50, 60, 75, 90, 150, 240])
def test_every_script_can_take_the_time_there_is(catalogue: Catalogue, minutes: int) -> None:
    for script in catalogue.scripts:
        made = checked_script(proposed(catalogue, script, POOL, max(minutes, script.minutes)))

        assert made.minutes == max(minutes, script.minutes)
        assert [s.kind for s in made.steps] == [
            s.kind for s in script.steps if s.kind != "last_time"
        ]


def test_a_step_never_becomes_so_short_that_nobody_can_talk(catalogue: Catalogue) -> None:
    script = catalogue.script("mirror-minimum-90")
    assert script is not None

    made = proposed(catalogue, script, POOL, 20)

    assert made.minutes > 20
    assert min(step.minutes for step in made.steps if step.items) == 5


def test_longer_takes_more_items_and_a_longer_vote(catalogue: Catalogue) -> None:
    script, many = catalogue.script("mirror-60"), replace(POOL, criteria=tuple(catalogue.by_id))
    assert script is not None

    hour, long = (proposed(catalogue, script, many, minutes).step("rate") for minutes in (60, 90))

    assert hour is not None
    assert long is not None
    assert (len(hour.items), hour.vote_minutes, hour.at_own_pace) == (7, 13, True)
    assert (len(long.items), long.vote_minutes) == (12, 22)
    assert hour.talk_minutes == {TalkForm.PAIRS: 2, TalkForm.PLENARY: 3}
    assert hour.instruction is not None


def test_the_core_is_rated_and_never_judged() -> None:
    pool = replace(POOL, core=frozenset({"MC-41"}))

    assert pool.items_for(StepKind.RATE, 2) == ("MC-41", "MC-03")
    assert pool.items_for(StepKind.JUDGE, 2) == ("MC-03", "MC-19")
    assert pool.items_for(StepKind.THESIS, 1) == ("T-1",)
    assert pool.items_for(StepKind.CHECKOUT, 5) == ()


def test_a_second_step_of_a_kind_gets_a_name_of_its_own(catalogue: Catalogue) -> None:
    script = catalogue.script("theses-45")
    assert script is not None
    twice = script.model_copy(update={"steps": (*script.steps, script.steps[0])})

    made = proposed(catalogue, twice, POOL, 45)

    assert made.steps[-1].id == "welcome-2"
    assert checked_script(made)


def test_on_its_own_a_session_begins_with_the_shortest_questionnaire(
    workspace: Workspace,
) -> None:
    catalogue, pool = item_pool(workspace, None, ROLES)

    assert catalogue == workspace.catalogue
    assert set(pool.criteria) == set(catalogue.by_id)
    assert (pool.discuss_first, pool.agreements, pool.assessment) == ((), (), "")
    assert all(pool.criteria[0] in catalogue.asked[role] for role in ROLES)


def test_an_open_assessment_says_nothing_of_what_to_discuss(
    workspace: Workspace, assessment: Assessment
) -> None:
    _, pool = item_pool(workspace, assessment.project, ROLES)

    assert (pool.discuss_first, pool.assessment) == ((), "")


def test_what_to_discuss_first_in_the_last_closed_assessment_comes_first(
    workspace: Workspace, assessment: Assessment
) -> None:
    everybody_says(workspace, an_invitation(workspace, assessment).links, level("MC-41", 0, ""))
    agreements.save_agreement(
        workspace, an_agreement(id="", project=assessment.project, assessment=assessment.id)
    )
    assessments.close_assessment(workspace, assessment.id)
    closed = workspace.store.assessments.get(assessment.id)
    outcome = outcome_of(workspace, closed)

    catalogue, pool = item_pool(workspace, assessment.project, ROLES)
    script = catalogue.script("mirror-60")

    assert pool.assessment == assessment.id
    assert pool.discuss_first == outcome.result.discuss_first
    assert pool.criteria[: len(pool.discuss_first)] == pool.discuss_first
    assert script is not None
    opening = proposed(catalogue, script, pool, 60).step("last_time")
    assert opening is not None
    assert opening.items == tuple(agreement.id for agreement in pool.agreements)
    assert opening.texts


def test_what_was_judged_at_home_comes_first_and_what_is_clear_is_left_out(
    workspace: Workspace, assessment: Assessment
) -> None:
    said: list[Said] = [
        ("MC-05", "applies", "minimal"),
        ("MC-66", "applies", "desirable"),
        ("MC-29", "does_not_apply", ""),
    ]
    judge_all(workspace, assessment, "mentee", *[said] * 5)
    closed(workspace, assessment)
    _, pool = item_pool(workspace, assessment.project, ROLES)
    items = pool.items_for(StepKind.JUDGE, len(pool.criteria))

    assert items[0] == "MC-66"
    assert not {"MC-05", "MC-29"} & set(items)
    assert {"MC-05", "MC-29"} <= set(pool.criteria)


def test_a_proposed_session_is_saved_with_the_assessment_that_its_items_come_from(
    workspace: Workspace, assessment: Assessment
) -> None:
    assessments.close_assessment(workspace, assessment.id)
    made = a_prepared_session(workspace, project=assessment.project)

    assert workspace.store.sessions.get(made.id) == made
    assert (made.assessment, made.script.minutes) == (assessment.id, 60)


def test_a_catalogue_without_scripts_proposes_nothing(workspace: Workspace) -> None:
    bare = replace(
        workspace, current_catalogue=workspace.catalogue.model_copy(update={"scripts": ()})
    )

    with pytest.raises(InvalidInput, match="has no scripts"):
        a_prepared_session(bare)
    assert workspace.store.sessions.all(None) == []
