"""One criterion over all projects: dots, samples with bars, a funnel from ten projects on."""

from assessment.catalogue.model import Catalogue
from assessment.portfolio.overview import ContextFilter, ProjectOrder
from assessment.portfolio.snapshot import GroupLevel
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from assessment.services.portfolio.views import SeenShare
from exchange.portfolio import example_portfolio
from locales import translator
from reports.identity import LIGHT
from reports.portfolio import criterion_view as views
from reports.portfolio.overview_view import seen_in_order
from tests.support.portfolio.shares import a_portfolio, a_share, a_snapshot

T = translator("en")


def projects(workspace: Workspace, means: list[float]) -> tuple[SeenShare, ...]:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    for n, mean in enumerate(means):
        group = GroupLevel(
            criterion="MC-01", scale="assurance", role="mentee", n=8 + n, of=40, mean=mean, sd=0.9
        )
        snapshot = a_snapshot(group_levels=(group,))
        workspace.store.shares.save(
            a_share(
                f"{made.id}-{n:02}", portfolio=made.id, alias=f"Project S{n:02}", snapshot=snapshot
            )
        )
    bare = a_snapshot(own_levels=(), group_levels=(), explanation="")
    workspace.store.shares.save(
        a_share(f"{made.id}-99", portfolio=made.id, alias="Project S99", snapshot=bare)
    )
    return seen_in_order(reading.view_of(workspace, made.id), ContextFilter(), ProjectOrder.NAME)


def test_each_project_is_one_dot_or_says_why_not(workspace: Workspace) -> None:
    shown = views.own_levels(projects(workspace, [2.0]), "MC-01", T)

    assert shown.table.rows == (("Project S00", "2.0"), ("Project S99", "no level"))
    assert shown.draw is not None
    assert shown.draw(LIGHT).count("<circle") == 1  # and no interval: it is no sample
    assert views.own_levels((), "MC-01", T).draw is None


def test_groups_are_samples_and_have_bars(workspace: Workspace, catalogue: Catalogue) -> None:
    seen = projects(workspace, [2.0, 3.0])
    shown = views.group_means(seen, "MC-01", "mentee", catalogue, T)

    assert views.roles_of(seen, "MC-01") == ["mentee"]
    assert shown.table.rows[0] == ("Project S00", "2.0 · n=8 of 40")
    assert shown.draw is not None
    assert f'stroke="{LIGHT.target}"' in shown.draw(LIGHT)
    nobody = views.group_means(seen[-1:], "MC-01", "mentee", catalogue, T)
    assert (nobody.draw, nobody.table.rows) == (None, ())


def test_a_funnel_is_drawn_from_ten_projects_on(workspace: Workspace) -> None:
    nine = projects(workspace, [2.0] * 9)
    ten = projects(workspace, [2.0, *[2.5] * 9])

    assert views.funnel_of(nine, "MC-01", "mentee", T) is None
    shown = views.funnel_of(ten, "MC-01", "mentee", T)
    assert shown is not None
    assert shown.draw is not None
    assert shown.draw(LIGHT).startswith("<svg")
    assert {row[2] for row in shown.table.rows} == {"within the limits"}


def test_far_apart_projects_widen_the_funnel_and_it_says_so(workspace: Workspace) -> None:
    shown = views.funnel_of(projects(workspace, [0.2, 3.9] * 5 + [2.0]), "MC-01", "mentee", T)

    assert shown is not None
    assert "times as wide" in shown.reading


def test_one_outside_is_a_question_never_a_verdict(workspace: Workspace) -> None:
    shown = views.funnel_of(projects(workspace, [*[2.0] * 14, 3.9]), "MC-01", "mentee", T)

    assert shown is not None
    assert shown.table.rows[-1][2] == "ask what happened here"


def test_questions_are_those_of_the_catalogue(workspace: Workspace, catalogue: Catalogue) -> None:
    with_prompts = next(c.id for c in catalogue.criteria if c.prompts)

    assert views.questions(catalogue, with_prompts, T)
    assert views.questions(None, with_prompts, T) == []
    assert views.questions(catalogue, "none", T) == []
    assert views.explanations(projects(workspace, [2.0])) == [("Project S00", "Wij begonnen net.")]


def test_who_is_not_compared_is_not_left_out_in_silence(workspace: Workspace) -> None:
    made = example_portfolio.add_example(workspace, T)
    view = reading.view_of(workspace, made.id)
    seen = seen_in_order(view, ContextFilter(), ProjectOrder.NAME)
    shown = views.own_levels(seen, "MC-01", T)

    assert "Vakmentoren" not in dict(shown.table.rows)
    assert shown.reading.endswith("1 project is not compared; the overview says why.")
