"""Pictures of a portfolio: positions on one axis, read back from the SVG."""

import re

from reports.identity import LIGHT
from reports.portfolio.pictures import (
    Dot,
    DotRow,
    FunnelLimits,
    FunnelPoint,
    dot_rows,
    funnel_picture,
)


def across(svg: str) -> list[float]:
    return [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', svg)]


def test_a_dot_stands_where_its_value_is_and_rows_keep_their_order() -> None:
    rows = [DotRow("Zeven", (Dot(4),), "4"), DotRow("Een", (Dot(0),), "0"), DotRow("Geen", (), "–")]
    svg = dot_rows(rows, LIGHT)
    high, low = across(svg)

    assert high > low
    assert svg.index("Zeven") < svg.index("Een") < svg.index("Geen")
    assert "3" in re.findall(r">(\d)<", svg)


def test_a_dumbbell_is_joined_and_a_sample_has_a_bar() -> None:
    joined = DotRow("A", (Dot(1, is_open=True), Dot(3)), "1 → 3", joined=True)
    alone = DotRow("B", (Dot(1),), "1", joined=True)
    sample = DotRow("C", (Dot(0.1, "diamond", reach=0.5),), "0.1")
    svg = dot_rows([joined, alone, sample], LIGHT)

    assert svg.count(f'stroke="{LIGHT.previous}"') == 1
    assert svg.count('<line x1="272.0" y1=') >= 1  # the bar ends where the scale does
    assert f'stroke="{LIGHT.target}"' in svg


def test_an_axis_of_counts_has_whole_numbers() -> None:
    svg = dot_rows([DotRow("A", (Dot(30),), "30 of 40")], LIGHT, 40)

    assert [int(n) for n in re.findall(r'middle"[^>]*>(\d+)<', svg)] == [0, 8, 16, 24, 32, 40]


def test_outside_a_funnel_a_project_has_its_name_and_another_shape() -> None:
    limits = [FunnelLimits(n, (1, 3), (0.5, 3.5)) for n in (5, 20, 40)]
    points = [
        FunnelPoint("Binnen", 6, 2, is_outside=False),
        FunnelPoint("Links", 5, 4, is_outside=True),
        FunnelPoint("Rechts", 40, 0, is_outside=True),
    ]
    svg = funnel_picture(points, limits, 2, LIGHT)

    assert "Binnen" not in svg
    assert "Links" in svg
    assert 'text-anchor="end">Rechts' in svg
    assert svg.count("<circle") == 1
    assert svg.count("<polygon") == 2
