"""Many projects at once: where they stand, what they promised, in words of their own."""

from datetime import timedelta

from assessment.agreements import AgreementStatus
from assessment.portfolio.comparing import NotAlike
from assessment.portfolio.overview import (
    ContextFilter,
    ProjectOrder,
    Promises,
    filter_choices,
    perspective_points,
    promises,
    sample_of,
    samples,
    size_class,
    strip,
)
from assessment.portfolio.snapshot import AboutProject, Openness, SharedAgreement
from tests.support.portfolio.shares import TODAY, a_snapshot, own_level


def test_a_project_stands_in_a_perspective_by_the_mean_of_its_own_levels() -> None:
    snapshot = a_snapshot(own_levels=(own_level(level=1), own_level("MC-02", 4)))
    points = perspective_points(snapshot)

    assert (points["client"].mean, points["client"].n) == (2.5, 2)
    assert perspective_points(a_snapshot(own_levels=())) == {}


def test_due_is_what_is_past_its_day_and_neither_done_nor_dropped() -> None:
    past, later = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    made = [
        SharedAgreement(criterion="MC-01", status=status, due=due)
        for status, due in (
            (AgreementStatus.OPEN, past),
            (AgreementStatus.BUSY, TODAY),
            (AgreementStatus.DONE, past),
            (AgreementStatus.DROPPED, past),
            (AgreementStatus.OPEN, later),
            (AgreementStatus.OPEN, None),
        )
    ]
    assert promises(a_snapshot(agreements=tuple(made)), TODAY) == Promises(3, 1, 2)
    assert promises(a_snapshot(agreements=None), TODAY).due is None


def test_on_a_criterion_every_project_is_a_point_or_says_why_not() -> None:
    snapshots = {
        "S1": a_snapshot(),
        "S2": a_snapshot(own_levels=(own_level(level=3),)),
        "S3": a_snapshot(own_levels=(own_level(scale="other"),)),
        "S4": a_snapshot(openness=Openness.CORE, own_levels=(), group_levels=()),
        "S5": a_snapshot(own_levels=()),
    }
    points = strip(snapshots, "MC-01")

    assert [p.share for p in points] == list(snapshots)  # the order given, never that of levels
    assert [p.level for p in points] == [2.0, 3.0, None, None, None]
    reasons = [NotAlike.OTHER_SCALE, NotAlike.NOT_SHOWN, NotAlike.NOT_ASKED]
    assert [p.why_not for p in points] == [None, None, *reasons]
    assert set(samples(points, "mentee")) == {"S1", "S2", "S3", "S5"}
    assert samples(points, "mentor") == {}
    assert sample_of(points[0].groups[0]).n == 6


def test_projects_are_chosen_by_what_they_say_about_themselves() -> None:
    small, large = AboutProject(kind="school", size=10), AboutProject(kind="work", size=900)

    assert [size_class(n) for n in (None, 0, 10, 11, 50, 200, 201)] == [
        *("", "0-10", "0-10", "11-50", "11-50", "51-200", "201+"),
    ]
    assert filter_choices([small, large]) == {"kind": ("school", "work"), "size": ("0-10", "201+")}
    assert ContextFilter().fits(small)
    assert ContextFilter(size="0-10").fits(small)
    assert not ContextFilter(kind="school").fits(large)
    assert [order.value for order in ProjectOrder] == ["name", "group", "date"]  # and no other one
