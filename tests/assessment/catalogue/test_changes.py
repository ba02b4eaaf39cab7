"""What a newer catalogue changes: kept, reworded, rescaled, dropped, new."""

from assessment.catalogue.changes import Renewal, renewal
from tests.support.catalogues import a_catalogue, a_criterion, levels, text

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


def test_what_stays_what_changes_and_what_cannot_be_compared_add_up() -> None:
    now = a_catalogue(
        "C-1",
        a_criterion("C-2", question=text("other words")),
        a_criterion("C-3", scale="experience"),
        version="2",
    )
    found = renewal(THEN, now, {"C-1", "C-2", "C-3", "C-4"})

    assert found is not None
    assert (found.unchanged, found.reworded) == (("C-1",), ("C-2",))
    assert found.not_comparable == ("C-3", "C-4")


def test_levels_in_the_words_of_a_role_are_other_words_and_a_mark_is_none() -> None:
    own = {"also_asked": ("mentee",), "rubric": levels("they")}
    then = a_catalogue(a_criterion("C-1", **own), a_criterion("C-2", **own))
    now = a_catalogue(
        a_criterion("C-1", **own, rubric_for={"mentee": levels("I")}),
        a_criterion("C-2", **{**own, "rubric": levels("they", 0)}),
    )

    found = renewal(then, now, {"C-1", "C-2"})

    assert found is not None
    assert (found.kept, found.reworded) == (("C-1", "C-2"), ("C-1",))


def test_what_is_core_now_and_was_not_asked_comes_back() -> None:
    now = a_catalogue(a_criterion("C-1", core=True), a_criterion("C-2", core=True))

    found = renewal(THEN, now, {"C-1"})

    assert found is not None
    assert found.core == ("C-2",)
