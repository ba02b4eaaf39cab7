"""What a newer catalogue changes: kept, reworded, rescaled, dropped, new."""

from assessment.catalogue.changes import Renewal, renewal
from tests.support.catalogues import a_catalogue, a_criterion, text

THEN = a_catalogue("C-1", "C-2", "C-3", "C-4")


def test_the_same_catalogue_changes_nothing() -> None:
    assert renewal(THEN, a_catalogue("C-1", "C-2", "C-3", "C-4"), {"C-1"}) is None


def test_each_criterion_that_was_asked_is_kept_reworded_rescaled_or_dropped() -> None:
    now = a_catalogue(
        "C-1",
        a_criterion("C-2", question=text("other words")),
        a_criterion("C-3", scale="experience"),
        "C-5",
        version="2",
    )
    assert renewal(THEN, now, {"C-1", "C-2", "C-3", "C-4"}) == Renewal(
        same_catalogue=True,
        kept=("C-1", "C-2"),
        reworded=("C-2",),
        rescaled=("C-3",),
        dropped=("C-4",),
        new=("C-5",),
    )


def test_what_was_not_asked_is_not_named() -> None:
    found = renewal(THEN, a_catalogue("C-1", "C-9", version="2"), {"C-1"})
    assert found == Renewal(
        same_catalogue=True, kept=("C-1",), reworded=(), rescaled=(), dropped=(), new=("C-9",)
    )


def test_another_catalogue_drops_all_and_is_new_as_a_whole() -> None:
    found = renewal(THEN, a_catalogue("C-1", id="other"), {"C-1", "C-2"})
    assert found == Renewal(
        same_catalogue=False,
        kept=(),
        reworded=(),
        rescaled=(),
        dropped=("C-1", "C-2"),
        new=("C-1",),
    )
