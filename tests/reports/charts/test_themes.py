"""A chart that is light or dark with the theme of whoever looks at it."""

from xml.etree import ElementTree

from reports.charts.svg import picture, text_line
from reports.charts.themes import in_both_themes
from reports.identity import DARK, LIGHT


def test_a_chart_holds_the_colours_of_both_palettes() -> None:
    svg = in_both_themes(lambda p: picture(10, 10, [text_line("A & B", (1, 1), p.ink)], 8))

    style, label = ElementTree.fromstring(svg)  # noqa: S314  (made here)
    light, _, dark = str(style.text).partition("@media (prefers-color-scheme:dark)")
    assert label.get("fill") == "var(--ink)"
    assert f"--ink:{LIGHT.ink};" in light
    assert f"--ink:{DARK.ink};" in dark
