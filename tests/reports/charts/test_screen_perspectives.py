"""Scores to point at: gaps, few answers, target and last time; bars when a radar has no shape."""

from typing import Any

import plotly.graph_objects as go
import pytest

from reports.charts.screen_perspectives import perspectives
from reports.identity import LIGHT
from tests.support.outcomes import ENGLISH, an_outcome, catalogue_of, lines_of

FIRM = {"client": "33", "process": "22", "result": "11"}
THEN = an_outcome({"client-0": {"coordinator": "1"}}, catalogue_of(client_0={}))
THIN = "Now, few answers: provisional"


def drawn(scores: dict[str, str], **lines: Any) -> go.Figure:
    return perspectives(lines_of(scores, **lines), ENGLISH, LIGHT)


def traces(figure: go.Figure) -> dict[str, Any]:
    return {trace.legendgroup: trace for trace in figure.data if trace.name}


def axes(figure: go.Figure) -> tuple[str, ...]:
    return tuple(figure.layout.polar.angularaxis.ticktext)


def test_now_target_and_last_time_differ_in_dash_and_marker() -> None:
    found = traces(drawn(FIRM, previous=THEN))
    assert list(found) == ["Now", "Target", "Last time"]
    assert len({trace.line.dash for trace in found.values()}) == 3
    assert len({trace.marker.symbol for trace in found.values()}) == 3
    assert found["Target"].hovertext[0] == "<b>Target</b><br>Client: 3.0"


def test_series_without_values_are_not_drawn() -> None:
    assert list(traces(drawn(FIRM, target=None))) == ["Now"]


def test_no_value_is_a_gap_and_never_nought() -> None:
    figure = drawn(FIRM | {"staff": ".."})
    now = traces(figure)["Now"]
    assert set(now.theta) - {None} == {"0", "1", "2"}
    assert 0 not in now.r
    assert axes(figure)[3] == "Staff<br><i>no score yet</i>"
    assert not any(trace.fill for trace in figure.data)
    assert any(trace.fill == "toself" for trace in drawn(FIRM).data)


def test_few_answers_are_dashed_open_and_named_at_their_axis_and_mark() -> None:
    figure = drawn(FIRM | {"staff": "2.."})
    thin, firm = traces(figure)[THIN], traces(figure)["Now"]
    assert thin.line.dash != firm.line.dash
    assert dict(zip(thin.theta, thin.marker.color, strict=True)) == {
        "3": LIGHT.paper,
        None: LIGHT.current,
        "2": LIGHT.current,
        "0": LIGHT.current,
    }
    told = dict(zip(thin.theta, thin.hovertext, strict=True))
    assert told["3"] == f"<b>{THIN}</b><br>Staff: 2.0"
    assert told["2"] == "<b>Now</b><br>Result: 1.0"
    assert "3" not in firm.theta
    assert axes(figure)[3] == "Staff<br><b>2.0</b><br><i>provisional</i>"


def test_few_answers_everywhere_leave_no_firm_line() -> None:
    found = traces(drawn({"client": "3..", "process": "2..", "result": "1.."}))
    assert list(found) == [THIN, "Target"]


@pytest.mark.parametrize(
    ("scores", "kind"),
    [
        (FIRM, "scatterpolar"),
        ({"client": "3", "process": "2"}, "bar"),
        (FIRM | {"result": "."}, "bar"),
    ],
)
def test_fewer_than_three_values_become_bars(scores: dict[str, str], kind: str) -> None:
    assert {trace.type for trace in drawn(scores).data} == {kind}


def test_bars_show_few_answers_target_and_last_time_apart() -> None:
    figure = drawn({"client": "3", "process": "2.."}, previous=THEN)
    found = traces(figure)
    assert list(found) == ["Now", THIN, "Target", "Last time"]
    assert (found["Now"].x, found[THIN].x) == ((3, None), (None, 2))
    assert len({trace.marker.pattern.shape for trace in found.values()}) == 4
