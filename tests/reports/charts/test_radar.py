"""The radar: its axes, gaps and thin axes."""

from reports.charts import bars
from reports.identity import LIGHT
from tests.support.files.svg import SVG, drawn, texts
from tests.support.outcomes import ENGLISH, lines_of


def test_the_radar_says_the_score_of_every_axis() -> None:
    lines = lines_of({"client": "3332", "process": "1", "result": "44"})

    said = texts(bars.groups(lines, ENGLISH, LIGHT))

    assert [word for word in said if "." in word] == ["2.8", "1.0", "4.0"]
    assert said[-2:] == ["Now", "Target"]


def test_what_has_no_score_is_a_gap_in_the_line() -> None:
    whole = lines_of({"client": "3", "process": "1", "result": "4", "staff": "2"})
    broken = lines_of({"client": "3", "process": "1", "result": "4", "staff": "."})

    areas = [bars.groups(lines, ENGLISH, LIGHT).count("fill-opacity") for lines in (whole, broken)]
    thick = [
        bars.groups(lines, ENGLISH, LIGHT).count('stroke-width="3"') for lines in (whole, broken)
    ]

    said = texts(bars.groups(broken, ENGLISH, LIGHT))
    assert "no score yet" in " ".join(said)
    assert areas[0] > areas[1]
    assert (thick[0], thick[1]) == (4 + 1, 2 + 1)  # the last one stands in the legend


def test_a_thin_axis_has_an_open_marker_and_dashed_lines() -> None:
    lines = lines_of({"client": "3..", "process": "1", "result": "4"})
    svg = bars.groups(lines, ENGLISH, LIGHT)

    said = texts(svg)
    marks = [c for c in drawn(svg).iter(f"{SVG}circle") if c.get("fill") == LIGHT.paper]

    assert "3.0" in said
    assert "provisional" in said
    assert "Now, few answers: provisional" in said
    assert len(marks) == 2  # on the axis and in the legend
    assert svg.count('stroke-dasharray="7 5"') == 3
