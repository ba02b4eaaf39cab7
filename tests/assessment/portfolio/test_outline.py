"""The outline of a snapshot: what an overview needs, checked like the snapshot itself."""

import pytest
from pydantic import ValidationError

from assessment.portfolio.outline import as_text, outline_of, read_outlines
from assessment.portfolio.snapshot import Openness, Requirement
from tests.support.portfolio.shares import TODAY, a_snapshot


def test_an_outline_says_what_is_met_and_open_and_no_level() -> None:
    found = outline_of(
        a_snapshot(
            requirements=[
                Requirement(criterion="MC-01", is_core=True, met=True),
                Requirement(criterion="MC-02", is_core=False, met=False),
                Requirement(criterion="MC-03", is_core=True, met=None),
            ]
        )
    )

    assert (found.core, found.minimal) == ("MC-01 MC-03", "MC-02")
    assert (found.met, found.open) == ("MC-01", "MC-02")
    assert (found.catalogue, found.major, found.closed_on) == ("mentoring", "2027", TODAY)
    assert "2.5" not in as_text(found)


def test_outlines_are_read_as_they_were_written() -> None:
    outlines = [outline_of(a_snapshot()), outline_of(a_snapshot(openness=Openness.CORE))]

    assert read_outlines([as_text(one) for one in outlines]) == outlines
    assert read_outlines([]) == []


@pytest.mark.parametrize("change", [("2027.1", "next"), ("MC-01", "<b>"), ("voices", "all")])
def test_an_outline_that_cannot_be_is_refused(change: tuple[str, str]) -> None:
    with pytest.raises(ValidationError):
        read_outlines([as_text(outline_of(a_snapshot())).replace(*change)])
