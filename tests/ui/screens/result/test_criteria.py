"""All criteria in one table: what is shown and in which order stands in the address."""

import re

import pytest

from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.services import assessments
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown, speak

LINK = re.compile(r'role="cell" data-label="Criterion"><a [^>]*criterion=(MC-\d+)')


def listed(page: str) -> list[str]:
    return LINK.findall(page)


def some_answers(workspace: Workspace, assessment: Assessment) -> None:
    answer(workspace, assessment, level("MC-41", 4), level("MC-01", 1), level("MC-03", 2))
    speak(workspace, assessment, "mentee", level("MC-41", 2), times=5)
    assessments.close_assessment(workspace, assessment.id)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"show": "below", "sort": "gap"}, ["MC-01", "MC-03"]),
        ({"show": "below", "sort": "gap", "of": "nothing"}, []),
        ({"show": "differ"}, ["MC-41"]),
    ],
)
def test_the_address_says_what_is_shown_and_in_which_order(
    open_page: OpenPage,
    workspace: Workspace,
    assessment: Assessment,
    chosen: dict[str, str],
    expected: list[str],
) -> None:
    some_answers(workspace, assessment)

    page = shown(open_page("result", assessment=assessment.id, part="criteria", **chosen))

    assert listed(page) == expected


def test_all_are_listed_once_with_score_target_gap_and_word(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    some_answers(workspace, assessment)
    scope = [c.criterion for c in workspace.store.choices.get(assessment.id).values() if c.in_scope]

    page = shown(open_page("result", assessment=assessment.id, part="criteria"))

    assert sorted(listed(page)) == sorted(scope)
    assert "20 criteria shown" in page
    assert 'data-label="Missing">2.0</td>' in page
    assert 'data-label="All answers together">shared</td>' in page
    assert "The difference is between the means of two groups." in page
    assert "Last time" not in page.partition("<thead")[2].partition("</thead>")[0]
    assert page.count("no score yet") == 17


def test_the_other_orders_and_choices(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    some_answers(workspace, assessment)

    def first(**chosen: str) -> list[str]:
        return listed(
            shown(open_page("result", assessment=assessment.id, part="criteria", **chosen))
        )

    assert first(sort="score")[:2] == ["MC-01", "MC-03"]
    assert first(sort="difference")[0] == "MC-41"
    assert set(first(show="floor")) < set(first(show="minimal"))
    assert "MC-41" not in first(show="no_score")


def test_the_example_has_last_time_beside_it(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    page = shown(open_page("result", assessment=example_assessment.id, part="criteria"))

    assert 'data-label="Last time">' in page
    assert "does not apply" in page


def test_what_is_shown_of_one_perspective_keeps_the_other_choices(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    changed = Choice("MC-03", requirement="growth")
    assessments.change_choice(workspace, assessment.id, changed)
    answer(workspace, assessment, level("MC-03", 1))

    page = shown(
        open_page("result", assessment=assessment.id, part="criteria", show="minimal", sort="score")
    )

    assert "show=minimal&amp;sort=score&amp;of=client" in page
    assert "MC-03" not in listed(page)


def test_the_core_can_be_shown_alone(
    open_page: OpenPage, workspace: Workspace, core_assessment: Assessment
) -> None:
    answer(workspace, core_assessment, level("MC-01", 1))

    page = shown(open_page("result", assessment=core_assessment.id, part="criteria", show="core"))

    assert "One criterion shown" in page
    assert "minimal, core" in page
