"""The example portfolio: everything that a funder meets, in one click."""

from assessment.portfolio.comparing import NotAlike
from assessment.portfolio.flags import Flag, flags
from assessment.portfolio.snapshot import Openness
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio import example_portfolio
from locales import translator


def test_the_example_has_eight_projects_of_every_sort(workspace: Workspace) -> None:
    made = example_portfolio.add_example(workspace, translator("nl"))
    view = reading.view_of(workspace, made.id)
    today = workspace.now().date()

    assert made.is_example
    assert len(view.newest) + len(view.withdrawn) == 8
    assert len(view.withdrawn) == 1
    assert {s.snapshot.openness for s in view.newest} == set(Openness)
    assert {s.not_alike for s in view.newest} == {None, NotAlike.OTHER_VERSION}
    thin = [s for s in view.newest if Flag.LITTLE_ANSWERED in flags(s.snapshot, today)]
    assert len(thin) == 1
    assert len({s.snapshot.project.size for s in view.newest}) == 7
    assert sum(view.movement(s) is not None for s in view.newest) == 2
    assert any(of for _, of in view.open_criteria.values())


def test_the_same_catalogue_gives_the_same_example(workspace: Workspace) -> None:
    t = translator("en")
    first, second = (
        [s.snapshot for s in reading.view_of(workspace, made.id).shares]
        for made in (example_portfolio.add_example(workspace, t) for _ in range(2))
    )
    assert first == second
