"""When a chart is a radar."""

import pytest

from reports.charts.axes import is_radar
from tests.support.outcomes import lines_of


@pytest.mark.parametrize(
    ("scores", "shape"),
    [
        ({"client": "3", "process": "1", "result": "4"}, True),
        ({"client": "3", "process": "1", "result": "."}, False),
        ({"client": "3", "process": "1", "result": ".", "staff": "2"}, True),
        ({"client": "3", "process": "1"}, False),
    ],
)
def test_a_radar_needs_three_scores(scores: dict[str, str], shape: bool) -> None:
    assert is_radar(lines_of(scores)) is shape
