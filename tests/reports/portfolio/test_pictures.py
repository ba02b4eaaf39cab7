"""Pictures of a portfolio: positions on one axis, read back from the SVG."""

import re

import pytest

from reports.identity import LIGHT
from reports.portfolio.pictures import (
    NARROW,
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


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        (1, [0, 1]),
        (6, [0, 1, 2, 3, 4, 5, 6]),
        (7, [0, 2, 4, 6]),
        (40, [0, 10, 20, 30, 40]),
        (230, [0, 50, 100, 150, 200]),
        (5000, [0, 1000, 2000, 3000, 4000, 5000]),
    ],
)
def test_an_axis_of_counts_has_a_few_round_numbers(top: int, ticks: list[int]) -> None:
    svg = dot_rows([DotRow("A", (Dot(1),), f"1 of {top}")], LIGHT, top)

    assert [int(n) for n in re.findall(r'middle"[^>]*>(\d+)<', svg)] == ticks


def test_figures_stand_on_one_line_where_there_is_room() -> None:
    row = DotRow("A", (Dot(2.2),), "2.2 · n=16 · 94 %")

    assert "2.2\u00a0· n=16\u00a0· 94\u00a0%<" in dot_rows([row], LIGHT)
    assert "94\u00a0%<" in dot_rows([row], LIGHT, width=NARROW)
    assert "n=16\u00a0· 94\u00a0%<" not in dot_rows([row], LIGHT, width=NARROW)


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


def test_a_bar_ends_where_the_scale_ends() -> None:
    svg = dot_rows([DotRow("A", (Dot(3.9, "diamond", reach=0.5),), "3.9 · n=5")], LIGHT)
    axis = float(re.findall(r'<text x="([\d.]+)"[^>]*>4<', svg)[0])
    reach = re.findall(rf'x2="([\d.]+)"[^>]*stroke="{LIGHT.target}"', svg)

    assert [float(x) for x in reach] == [axis]


def test_a_row_says_of_how_many_with_a_stroke() -> None:
    svg = dot_rows([DotRow("A", (Dot(3),), "3 of 4", limit=4)], LIGHT, 5)
    four = float(re.findall(r'<text x="([\d.]+)"[^>]*>4<', svg)[0])
    stroke = re.findall(rf'<line x1="([\d.]+)"[^>]*stroke="{LIGHT.soft_ink}"', svg)

    assert [float(x) for x in stroke] == [four]


def test_no_line_of_figures_begins_with_a_separator() -> None:
    row = DotRow("A", (Dot(1),), "1,1 · n=16 · 94 %")
    narrow = dot_rows([row], LIGHT, width=358)
    lines = re.findall(r">([^<>]+)</text>", narrow)

    assert len([line for line in lines if "n=" in line or "%" in line]) == 2
    assert not any(line.startswith(("·", "%")) for line in lines)
