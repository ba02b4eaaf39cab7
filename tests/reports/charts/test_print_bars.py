"""Charts for paper: the figures of the screen, and a shape for each series."""

from xml.etree import ElementTree as ET

import pytest

from reports.charts import print_bars
from reports.identity import LIGHT
from tests.support.outcomes import ENGLISH, an_outcome, catalogue_of, lines_of

SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  (made a line before)


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in drawn(svg).iter(f"{SVG}text")]


def test_the_radar_says_the_score_of_every_axis() -> None:
    lines = lines_of({"client": "3332", "process": "1", "result": "44"})

    said = texts(print_bars.groups(lines, ENGLISH, LIGHT))

    assert [word for word in said if "." in word] == ["2.8", "1.0", "4.0"]
    assert said[-2:] == ["Now", "Target"]


def test_what_has_no_score_is_a_gap_in_the_line() -> None:
    whole = lines_of({"client": "3", "process": "1", "result": "4", "staff": "2"})
    broken = lines_of({"client": "3", "process": "1", "result": "4", "staff": "."})

    areas = [
        print_bars.groups(lines, ENGLISH, LIGHT).count("fill-opacity") for lines in (whole, broken)
    ]
    thick = [
        print_bars.groups(lines, ENGLISH, LIGHT).count('stroke-width="3"')
        for lines in (whole, broken)
    ]

    said = texts(print_bars.groups(broken, ENGLISH, LIGHT))
    assert "no score yet" in " ".join(said)
    assert areas[0] > areas[1]
    assert (thick[0], thick[1]) == (4 + 1, 2 + 1)  # the last one stands in the legend


def test_a_thin_axis_has_an_open_marker_and_dashed_lines() -> None:
    lines = lines_of({"client": "3..", "process": "1", "result": "4"})
    svg = print_bars.groups(lines, ENGLISH, LIGHT)

    said = texts(svg)
    marks = [c for c in drawn(svg).iter(f"{SVG}circle") if c.get("fill") == LIGHT.paper]

    assert "3.0" in said
    assert "provisional" in said
    assert "Now, few answers: provisional" in said
    assert len(marks) == 2  # on the axis and in the legend
    assert svg.count('stroke-dasharray="7 5"') == 3


def test_when_all_is_thin_the_legend_says_only_that() -> None:
    lines = lines_of({"client": "3..", "process": "1..", "result": "4.."}, target=None)

    said = texts(print_bars.groups(lines, ENGLISH, LIGHT))

    assert "Now" not in said
    assert said[-1] == "Now, few answers: provisional"


def test_last_time_is_a_series_of_its_own() -> None:
    before = an_outcome({"client-0": {"coordinator": "1"}})
    catalogue = catalogue_of(client_0={"perspective": "client"})
    now = an_outcome({"client-0": {"coordinator": "3"}}, catalogue, previous=before)
    svg = print_bars.groups(now.perspective_lines, ENGLISH, LIGHT)

    assert texts(svg)[-3:] == ["Now", "Target", "Last time"]


def test_with_less_than_three_scores_there_are_bars() -> None:
    lines = lines_of({"client": "3..", "process": ".", "result": "4"})
    svg = print_bars.groups(lines, ENGLISH, LIGHT)
    bars = list(drawn(svg).iter(f"{SVG}rect"))

    assert len(bars) == 2
    assert [b.get("fill") for b in bars] == [LIGHT.paper, LIGHT.current]
    assert "no score yet" in " ".join(texts(svg))


def test_without_targets_there_is_no_mark_for_them() -> None:
    lines = lines_of({"client": "3", "process": "1", "result": "4"}, target=None)

    assert "Target" not in texts(print_bars.groups(lines, ENGLISH, LIGHT))


def test_gap_bars_say_score_and_target() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "1"}, "C-2": {"coordinator": "2"}})
    results = list(outcome.result.criteria.values())

    said = texts(print_bars.gap_bars(outcome, results, ENGLISH, LIGHT))

    assert [word for word in said if "→" in word] == ["1.0 → 3", "2.0 → 3"]
    assert "Criterion C-2" in said


def test_a_bar_is_as_long_as_its_score() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "1"}, "C-2": {"coordinator": "2"}})
    svg = print_bars.gap_bars(outcome, list(outcome.result.criteria.values()), ENGLISH, LIGHT)

    short, long = (float(bar.get("width", "")) for bar in drawn(svg).iter(f"{SVG}rect"))

    assert long == pytest.approx(2 * short, rel=0.01)


def test_spread_bars_are_wide_by_how_often_and_dark_by_how_high() -> None:
    voices = [
        print_bars.VoiceSpread("Mentees", (1, 3, 0, 0, 4), "spread"),
        print_bars.VoiceSpread("Coordinator", (0, 0, 0, 1, 0), "one answer: level 3"),
    ]
    svg = print_bars.spread_bars(voices, LIGHT)
    shades = [float(g.get("fill-opacity", "")) for g in drawn(svg).iter(f"{SVG}g")]
    widths = [float(g[0].get("width", "")) for g in drawn(svg).iter(f"{SVG}g")]

    assert shades == sorted(shades)
    assert widths[1] == pytest.approx(3 * widths[0], rel=0.01)
    assert len(widths) == 3  # a voice of one person has no bar
    assert [word for word in texts(svg) if word.isdigit()] == ["0", "1", "4"]


def test_a_very_small_part_has_no_number_that_would_not_fit() -> None:
    svg = print_bars.spread_bars([print_bars.VoiceSpread("Mentees", (1, 199, 0, 0, 0), "")], LIGHT)

    assert [word for word in texts(svg) if word.isdigit()] == ["1"]


def test_titles_cannot_be_read_as_markup() -> None:
    svg = print_bars.spread_bars([print_bars.VoiceSpread("<a&b>", (1, 1, 0, 0, 0), "<i>")], LIGHT)

    assert texts(svg)[0] == "<a&b>"
