"""The shapes of charts, read by a parser."""

import pytest

from reports.charts import svg
from reports.charts.svg import Stroke
from tests.support.files.svg import SVG, drawn, texts

RED = Stroke("#f00", 3, "2 5", "diamond")


def only(part: str) -> dict[str, str]:
    (element,) = drawn(svg.picture(10, 20, [part], 14))
    return {"tag": element.tag.removeprefix(SVG), **element.attrib}


def test_a_picture_is_as_large_as_it_says() -> None:
    picture = drawn(svg.picture(640, 90.5, [], 14))

    assert (picture.get("width"), picture.get("height")) == ("640", "90.5")
    assert picture.get("viewBox") == "0 0 640 90.5"


def test_a_line_has_the_look_of_its_series() -> None:
    line = only(svg.line((1, 2), (3, 4), RED))

    assert [line[name] for name in ("x1", "y1", "x2", "y2")] == ["1.0", "2.0", "3.0", "4.0"]
    assert (line["stroke"], line["stroke-width"], line["stroke-dasharray"]) == ("#f00", "3", "2 5")


def test_a_line_without_dashes_says_nothing_of_them() -> None:
    assert "stroke-dasharray" not in only(svg.line((0, 0), (1, 1), Stroke("#f00")))


def test_a_polygon_and_a_bar_are_filled() -> None:
    assert only(svg.shape([(0, 0), (1, 2)], "#0f0", 0.5))["points"] == "0.0,0.0 1.0,2.0"
    assert only(svg.bar((1, 2), 3, 4, "#0f0"))["width"] == "3.0"
    assert "stroke" not in only(svg.bar((1, 2), 3, 4, "#0f0"))
    assert only(svg.bar((1, 2), 3, 4, "#0f0", RED))["stroke"] == "#f00"


@pytest.mark.parametrize(
    ("marker", "tag", "corners"),
    [
        ("circle", "circle", 0),
        ("diamond", "polygon", 4),
        ("square", "polygon", 4),
        ("triangle", "polygon", 3),
        ("triangle_down", "polygon", 3),
        ("cross", "polygon", 12),
    ],
)
def test_a_series_has_its_own_marker(marker: str, tag: str, corners: int) -> None:
    mark = only(svg.mark((5, 5), Stroke("#f00", marker=marker), "#fff"))

    assert mark["tag"] == tag
    assert len(mark.get("points", "").split()) == corners
    assert mark["fill"] == "#f00"


def test_an_open_marker_shows_the_paper() -> None:
    assert only(svg.mark((5, 5), Stroke("#f00", is_open=True), "#fff"))["fill"] == "#fff"


def test_a_text_is_a_text_whatever_it_holds() -> None:
    part = svg.text_line("<b>&", (1, 2), "#000", anchor="end", weight=600, size=9)

    assert texts(svg.picture(10, 10, [part], 14)) == ["<b>&"]
    assert (only(part)["text-anchor"], only(part)["font-weight"]) == ("end", "600")
    assert only(part)["font-size"] == "9"


def test_a_text_is_broken_between_words() -> None:
    assert svg.wrapped("one two three four", 60, 14) == ["one two", "three", "four"]
    assert svg.wrapped("", 60, 14) == [""]
