"""A share as neutral parts, with the words of a catalogue or without."""

from datetime import date

from assessment.agreements import AgreementStatus
from assessment.catalogue.model import Catalogue
from assessment.portfolio.snapshot import GroupLevel, SharedAgreement
from locales import translator
from reports.portfolio.share_view import known_catalogue, view_share
from tests.support.portfolio.shares import a_share, a_snapshot, about_assessment, own_level

T = translator("en")


def test_a_catalogue_that_is_not_here_leaves_ids(catalogue: Catalogue) -> None:
    snapshot = a_snapshot()
    assert known_catalogue([catalogue], snapshot) is (
        catalogue if catalogue.id == snapshot.assessment.catalogue else None
    )
    known, unknown = (view_share(a_share(), snapshot, c, T) for c in (catalogue, None))

    assert unknown.perspectives[0][1][0].title == "MC-01"
    assert known.perspectives[0][1][0].title.startswith("MC-01 · ")
    assert unknown.groups[0].who == "mentee (6)"


def test_a_bar_of_a_group_stays_on_the_scale_and_says_of_how_many() -> None:
    group = GroupLevel(criterion="MC-01", scale="s", role="mentee", n=5, of=9, mean=3.9, sd=1.5)
    line = view_share(a_share(), a_snapshot(group_levels=(group,)), None, T).groups[0]

    assert line.who == "mentee (5 of 9)"
    assert line.start + line.width <= 100
    assert line.start < line.at < 100


def test_facts_name_the_assessment_before_and_half_levels_have_a_decimal() -> None:
    before = date(2025, 3, 1)
    agreement = SharedAgreement(criterion="MC-01", status=AgreementStatus.OPEN, due=before)
    snapshot = a_snapshot(
        assessment=about_assessment(previous_closed_on=before),
        own_levels=(own_level(level=2.5),),
    ).model_copy(update={"agreements": (agreement,)})
    view = view_share(a_share(), snapshot, None, T)

    assert ("The assessment before", "1 March 2025") in view.facts
    assert view.perspectives[0][1][0].figure == "2.5"
    assert view.agreements is not None
    assert view.agreements.rows[0][2] == "1 March 2025"
