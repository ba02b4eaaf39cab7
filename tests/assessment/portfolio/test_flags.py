"""Six flags in place of a mark."""

from typing import Any

import pytest

from assessment.portfolio.flags import Flag, flags
from assessment.portfolio.snapshot import Snapshot
from tests.support.portfolio.shares import TODAY, a_snapshot, about_assessment, closed_on, own_level


def about(**fields: Any) -> Snapshot:
    return a_snapshot(assessment=about_assessment(**fields))


def test_good_data_have_no_flag() -> None:
    assert flags(a_snapshot(), TODAY) == ()


@pytest.mark.parametrize(
    ("snapshot", "flag"),
    [
        (about(coverage=0.59), Flag.LITTLE_ANSWERED),
        (about(voices=4), Flag.FEW_VOICES),
        (about(fillers=1), Flag.ONE_FILLER),
        (closed_on(366), Flag.OLD),
        (a_snapshot(own_levels=[own_level(), own_level("MC-02")]), Flag.ALL_THE_SAME),
        (a_snapshot(own_levels=[own_level(level=3), own_level("MC-02", 4)]), Flag.ALL_THE_SAME),
        (a_snapshot(agreements_kept=0), Flag.NOTHING_KEPT),
    ],
)
def test_each_flag_has_its_own_reason(snapshot: Snapshot, flag: Flag) -> None:
    assert flags(snapshot, TODAY) == (flag,)


def test_what_is_not_known_is_no_flag() -> None:
    assert flags(a_snapshot(own_levels=[], agreements_made=0, agreements_kept=0), TODAY) == ()
    assert flags(a_snapshot(own_levels=[own_level()]), TODAY) == ()
