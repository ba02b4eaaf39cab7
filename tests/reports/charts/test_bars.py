"""Bars: as long as a score, as wide as answers are many."""

import pytest

from reports.charts import bars
from reports.identity import LIGHT
from tests.support.files.svg import SVG, drawn, texts
from tests.support.outcomes import ENGLISH, an_outcome, lines_of


def test_with_less_than_three_scores_there_are_bars() -> None:
    lines = lines_of({"client": "3..", "process": ".", "result": "4"})
    svg = bars.groups(lines, ENGLISH, LIGHT)
    boxes = list(drawn(svg).iter(f"{SVG}rect"))

    assert len(boxes) == 2
    assert [b.get("fill") for b in boxes] == [LIGHT.paper, LIGHT.current]
    assert "no score yet" in " ".join(texts(svg))


def test_gap_bars_say_score_and_target() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "1"}, "C-2": {"coordinator": "2"}})
    results = list(outcome.result.criteria.values())

    said = texts(bars.gap_bars(outcome, results, ENGLISH, LIGHT))

    assert [word for word in said if "→" in word] == ["1.0 → 3", "2.0 → 3"]
    assert "Criterion C-2" in said


def test_a_bar_is_as_long_as_its_score() -> None:
    outcome = an_outcome({"C-1": {"coordinator": "1"}, "C-2": {"coordinator": "2"}})
    svg = bars.gap_bars(outcome, list(outcome.result.criteria.values()), ENGLISH, LIGHT)

    short, long = (float(bar.get("width", "")) for bar in drawn(svg).iter(f"{SVG}rect"))

    assert long == pytest.approx(2 * short, rel=0.01)


def test_spread_bars_are_wide_by_how_often_and_dark_by_how_high() -> None:
    voices = [
        bars.VoiceSpread("Mentees", (1, 3, 0, 0, 4), "spread"),
        bars.VoiceSpread("Coordinator", (0, 0, 0, 1, 0), "one answer: level 3"),
    ]
    svg = bars.spread_bars(voices, LIGHT)
    shades = [float(g.get("fill-opacity", "")) for g in drawn(svg).iter(f"{SVG}g")]
    widths = [float(g[0].get("width", "")) for g in drawn(svg).iter(f"{SVG}g")]

    assert shades == sorted(shades)
    assert widths[1] == pytest.approx(3 * widths[0], rel=0.01)
    assert len(widths) == 3  # a voice of one person has no bar
    assert [word for word in texts(svg) if word.isdigit()] == ["0", "1", "4"]


def test_a_very_small_part_has_no_number_that_would_not_fit() -> None:
    svg = bars.spread_bars([bars.VoiceSpread("Mentees", (1, 199, 0, 0, 0), "")], LIGHT)

    assert [word for word in texts(svg) if word.isdigit()] == ["1"]


def test_titles_cannot_be_read_as_markup() -> None:
    svg = bars.spread_bars([bars.VoiceSpread("<a&b>", (1, 1, 0, 0, 0), "<i>")], LIGHT)

    assert texts(svg)[0] == "<a&b>"
