"""The radar and the bars: gaps, thin axes, and series that differ without colour too."""

from typing import Any

import plotly.graph_objects as go
import pytest

from assessment.services.group_lines import GroupLine
from reports.charts import screen
from reports.identity import DARK, LIGHT, Palette
from tests.support.outcomes import ENGLISH, an_outcome, catalogue_of, lines_of

FIRM = {"client": "33", "process": "22", "result": "11"}


def drawn(lines: list[GroupLine], palette: Palette = LIGHT) -> go.Figure:
    return screen.picture(lines, ENGLISH, palette)


def traces(figure: go.Figure) -> dict[str, Any]:
    return {trace.name: trace for trace in figure.data if trace.name}


def values(trace: Any) -> list[float | None]:
    return list(trace.r)


def test_every_series_has_its_own_colour_dash_and_marker() -> None:
    for palette in (LIGHT, DARK):
        looks = screen.looks(palette)
        series = [looks[name] for name in ("now", "target", "previous")]
        assert len({s.colour for s in series}) == 3
        assert len({s.dash for s in looks.values()}) == 4
        assert len({s.symbol for s in series}) == 3


def test_now_target_and_last_time_are_three_series() -> None:
    then = an_outcome({"client-0": {"coordinator": "1"}}, catalogue_of(client_0={}))
    found = traces(drawn(lines_of(FIRM, previous=then)))
    assert set(found) == {"Now", "Target", "Last time"}
    assert {trace.line.dash for trace in found.values()} == {"solid", "dot", "dashdot"}
    assert {trace.marker.symbol for trace in found.values()} == {"circle", "diamond", "square"}


def test_series_without_values_are_not_drawn() -> None:
    assert set(traces(drawn(lines_of(FIRM, target=None)))) == {"Now"}


def test_no_value_is_a_gap_and_never_nought() -> None:
    figure = drawn(lines_of(FIRM | {"staff": ".."}))
    now = traces(figure)["Now"]
    assert 0 not in values(now)
    assert now.connectgaps is False
    assert not any(theta and "Staff" in theta for theta in now.theta)
    assert any(
        "Staff" in axis and "no score<br>yet" in axis
        for axis in figure.layout.polar.angularaxis.categoryarray
    )


def test_only_a_whole_shape_is_filled() -> None:
    assert any(trace.fill == "toself" for trace in drawn(lines_of(FIRM)).data)
    assert not any(trace.fill == "toself" for trace in drawn(lines_of(FIRM | {"staff": "."})).data)


def test_thin_coverage_is_dashed_open_and_named() -> None:
    figure = drawn(lines_of(FIRM | {"staff": "2.."}))
    thin = traces(figure)["Now, few answers: provisional"]
    assert thin.line.dash == "dash"
    assert thin.marker.color[0] == LIGHT.paper
    assert any("provisional" in axis for axis in figure.layout.polar.angularaxis.categoryarray)
    firm = traces(figure)["Now"]
    assert not any(theta and "Staff" in theta for theta in firm.theta)


def test_all_thin_leaves_no_firm_line() -> None:
    figure = drawn(lines_of({"client": "3..", "process": "2..", "result": "1.."}))
    assert "Now" not in traces(figure)


def test_the_scale_runs_from_0_to_4_whatever_the_scores() -> None:
    figure = drawn(lines_of(FIRM))
    assert tuple(figure.layout.polar.radialaxis.range) == (0, 4)
    assert tuple(drawn(lines_of({"client": "1"})).layout.xaxis.tickvals) == (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("scores", "kind"),
    [
        (FIRM, "scatterpolar"),
        ({"client": "3", "process": "2"}, "bar"),
        (FIRM | {"result": "."}, "bar"),
    ],
)
def test_fewer_than_three_values_become_bars(scores: dict[str, str], kind: str) -> None:
    assert kind in {trace.type for trace in drawn(lines_of(scores)).data}


def test_bars_show_target_and_last_time_as_marks_and_thin_ones_hatched() -> None:
    then = an_outcome({"client-0": {"coordinator": "1"}}, catalogue_of(client_0={}))
    found = traces(drawn(lines_of({"client": "3", "process": "2.."}, previous=then)))
    assert list(found) == ["Now", "Now, few answers: provisional", "Target", "Last time"]
    assert tuple(found["Now"].x) == (3, None)
    assert found["Now, few answers: provisional"].marker.pattern.shape == "/"
    assert found["Target"].marker.symbol != found["Last time"].marker.symbol


def test_bars_leave_out_series_without_values() -> None:
    assert list(traces(drawn(lines_of({"client": "3"}, target=None)))) == ["Now"]


def test_the_figure_stands_still() -> None:
    assert screen.CONFIG["staticPlot"]
    assert not screen.CONFIG["displayModeBar"]


def test_titles_cannot_carry_markup() -> None:
    lines = lines_of(FIRM)
    titled = lines[0].title.model_copy(update={"root": {"en": "<a href='x'>A & B</a>"}})
    figure = drawn([GroupLine(**{**vars(lines[0]), "title": titled}), *lines[1:]])
    [axis, *_] = figure.layout.polar.angularaxis.categoryarray
    assert "<a" not in axis
    assert "&amp;" in axis
