"""The series of charts: which there are, and their legend."""

from reports.charts import bars
from reports.identity import LIGHT
from tests.support.files.svg import texts
from tests.support.outcomes import ENGLISH, an_outcome, catalogue_of, lines_of


def test_when_all_is_thin_the_legend_says_only_that() -> None:
    lines = lines_of({"client": "3..", "process": "1..", "result": "4.."}, target=None)

    said = texts(bars.groups(lines, ENGLISH, LIGHT))

    assert "Now" not in said
    assert said[-1] == "Now, few answers: provisional"


def test_last_time_is_a_series_of_its_own() -> None:
    before = an_outcome({"client-0": {"coordinator": "1"}})
    catalogue = catalogue_of(client_0={"perspective": "client"})
    now = an_outcome({"client-0": {"coordinator": "3"}}, catalogue, previous=before)
    svg = bars.groups(now.perspective_lines, ENGLISH, LIGHT)

    assert texts(svg)[-3:] == ["Now", "Target", "Last time"]


def test_without_targets_there_is_no_mark_for_them() -> None:
    lines = lines_of({"client": "3", "process": "1", "result": "4"}, target=None)

    assert "Target" not in texts(bars.groups(lines, ENGLISH, LIGHT))
