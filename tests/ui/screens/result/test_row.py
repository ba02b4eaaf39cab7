"""A few items are shown at once, and the others where one can open them."""

import pytest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown


def test_a_long_list_of_gaps_opens_on_demand(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    scope = [c for c in workspace.store.choices.get(assessment.id).values() if c.in_scope]
    answer(workspace, assessment, *(level(c.criterion, 0) for c in scope))
    app = open_page("result", assessment=assessment.id)
    assert [e.label for e in app.expander] == ["14 more", "14 more"]


@pytest.mark.parametrize(("number", "closed"), [(8, []), (9, ["3 more"])])
def test_two_items_are_not_worth_hiding(
    open_page: OpenPage,
    workspace: Workspace,
    assessment: Assessment,
    number: int,
    closed: list[str],
) -> None:
    scope = [c for c in workspace.store.choices.get(assessment.id).values() if c.in_scope]
    answer(workspace, assessment, *(level(c.criterion, 0) for c in scope[:number]))

    app = open_page("result", assessment=assessment.id)

    floor, *gaps = [e.label for e in app.expander]
    assert floor == "14 more"
    assert gaps == closed


def test_a_criterion_is_drawn_with_its_score_and_target_and_says_its_priority(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 1))

    page = shown(open_page("result", assessment=assessment.id))

    assert '<span style="width:25%"></span><i style="left:75%"></i>' in page
    assert '<span class="ms-band ms-band-high">priority high</span>' in page
    assert "How does 1.0 arise?" in page
