"""What figures to point at share: whole names, nothing that leads away, looks that differ without colour."""

import json
import math

from reports.charts import screen
from reports.charts.series import strokes, voice_strokes
from reports.identity import DARK, LIGHT
from tests.support.outcomes import ENGLISH, catalogue_of

NAMES = ["Coordinator", "Mentees"]
PROVISIONAL = "Kind van<br>de rekening<br><b>2.1</b><br><i>provisional</i>"


def points(marker: str = "") -> screen.Points:
    look = strokes(LIGHT)[marker or "now"]
    return screen.Points("Now", look, [1, None, 3], ["one", "", "three"])


def test_every_look_differs_without_colour_in_lines_and_in_bars() -> None:
    for palette in (LIGHT, DARK):
        looks = voice_strokes(catalogue_of(A={}), palette).values()
        made = [screen.Points("", look, [1, 2, 3], ["", "", ""]) for look in looks]
        lines, bars = [screen.line(p) for p in made], [screen.bar(p, palette) for p in made]
        assert len({(line.line.dash, line.marker.symbol) for line in lines}) == len(made)
        assert len({bar.marker.pattern.shape for bar in bars}) == len(made)


def test_the_names_of_axes_keep_their_words_whole_and_carry_no_markup() -> None:
    assert screen.label("Kind van de rekening") == "Kind van de<br>rekening"
    assert screen.label("Deskundigheidsbevordering") == "Deskundigheidsbevordering"
    assert screen.label("<a href='x'>A & B") == "&lt;a<br>href=&#x27;x&#x27;&gt;A &amp;<br>B"


def test_room_grows_with_what_stands_at_the_axes() -> None:
    low, high = (
        screen.radar([name, "B", "C", "D"], NAMES, LIGHT).layout for name in ("A", PROVISIONAL)
    )
    lines = 4 * screen.SIZE * screen.LINE_HEIGHT
    assert high.margin.t >= lines > low.margin.t
    assert high.height > low.height
    wide = screen.radar(["A", PROVISIONAL, "C", "D"], NAMES, LIGHT).layout.polar.domain.x
    assert wide[1] < 1 - len("de rekening") * screen.SIZE * 0.5 / screen.NARROW
    assert wide[0] < 1 - wide[1]


def test_names_that_do_not_fit_beside_each_other_get_a_row_each() -> None:
    few, many = (
        screen.radar(["A", "B", "C"], NAMES * number, LIGHT).layout.margin.b for number in (1, 3)
    )
    assert math.isclose(many - few, screen.ROW * 5)


def test_a_long_name_goes_on_below_in_the_legend() -> None:
    look = strokes(LIGHT)["thin"]
    named = screen.line(screen.Points("Now, few answers: provisional", look, [1], ["one"]))
    assert named.name == "Now, few answers:<br>provisional"


def test_the_scale_runs_from_0_to_4_whatever_the_scores() -> None:
    radar = screen.radar(["A", "B", "C"], NAMES, LIGHT).layout
    bars = screen.bars(["A"], NAMES, LIGHT).layout
    assert radar.polar.radialaxis.range == (0, 4)
    assert bars.xaxis.tickvals == (0, 1, 2, 3, 4)
    assert (bars.xaxis.fixedrange, radar.dragmode) == (True, False)


def test_a_line_goes_around_and_what_has_no_value_is_a_gap() -> None:
    line = screen.line(points())
    assert line.r == (1, None, 3, 1)
    assert line.connectgaps is False
    assert line.hovertext == ("one", "", "three", "one")


def test_a_path_lifts_the_pen_and_gives_each_mark_its_fill() -> None:
    line = screen.line(points(), [2, None, 0, 2], ["red", "blue", "white"])
    assert line.r == (3, None, 1, 3)
    assert line.marker.color == ("white", LIGHT.current, "red", "white")


def test_the_shape_goes_with_its_series_and_tells_nothing() -> None:
    area, line = screen.area(points()), screen.line(points())
    assert area.legendgroup == line.legendgroup
    assert (area.showlegend, area.hoverinfo) == (False, "skip")


def test_bars_of_few_answers_are_hatched() -> None:
    assert screen.bar(points("thin"), LIGHT).marker.pattern.shape == "x"
    assert screen.bar(points(), LIGHT).marker.pattern.shape == ""


def test_what_is_told_names_series_axis_and_figure_as_plain_text() -> None:
    said = screen.told("Mentees", "A & <b>", 1.9, ENGLISH)
    assert said == "<b>Mentees</b><br>A &amp; &lt;b&gt;: 1.9"


def test_nothing_leads_to_another_host() -> None:
    figure = screen.radar(["A", "B", "C"], NAMES, LIGHT).add_trace(screen.line(points()))
    made = json.dumps([screen.CONFIG, figure.to_plotly_json()])
    assert "http" not in made
    assert screen.CONFIG["plotlyServerURL"] == ""
    assert not screen.CONFIG["displayModeBar"]
