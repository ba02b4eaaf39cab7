"""The voices on one line: a mark per voice that no other covers, the target, and the same in words."""

import pytest

from reports.charts import voice_line
from reports.identity import LIGHT
from tests.support.catalogues import a_catalogue
from tests.support.files.svg import SVG, drawn, texts
from tests.support.outcomes import ENGLISH, an_outcome

CATALOGUE = a_catalogue()


def marks(svg: str) -> list[str]:
    """Return the tags of the marks; the scale is made of other shapes."""
    return [part.tag.removeprefix(SVG) for part in drawn(svg) if part.get("stroke-width") == "2"]


def test_every_voice_has_a_mark_of_its_own_shape_and_the_target_stands_upright() -> None:
    means = {"coordinator": 4.0, "mentor": 2.8, "mentee": 1.6}
    svg = voice_line.voice_line(means, 3, CATALOGUE, LIGHT)

    assert marks(svg) == ["polygon", "polygon", "circle"]
    assert len(list(drawn(svg).iter(f"{SVG}line"))) == 1
    assert texts(svg) == ["0", "1", "2", "3", "4"]
    assert len({part.get("points", "") for part in drawn(svg).iter(f"{SVG}polygon")}) == 2


def test_a_mark_stands_where_its_mean_is() -> None:
    for mean, x in ((0.0, 12), (2.0, 100), (4.0, 188)):
        svg = voice_line.voice_line({"coordinator": mean}, None, CATALOGUE, LIGHT)
        [circle] = drawn(svg).iter(f"{SVG}circle")
        assert float(circle.get("cx", "")) == pytest.approx(x)


def test_marks_of_one_value_do_not_cover_each_other() -> None:
    for role in ("coordinator", "facilitator"):
        alone = voice_line.voice_line({role: 2.0}, None, CATALOGUE, LIGHT)
        assert len(marks(alone)) == 1
    everybody = dict.fromkeys(voice_line.order(CATALOGUE), 2.0)
    svg = voice_line.voice_line(everybody, None, CATALOGUE, LIGHT)
    heights = {
        part.get("cy") or part.get("points", "").split()[0].partition(",")[2]
        for part in drawn(svg)
        if part.get("stroke-width") == "2"
    }

    assert len(marks(svg)) == 6
    assert len(heights) >= 3


def test_the_line_is_told_in_words() -> None:
    catalogue = an_outcome({"A": {"coordinator": "1"}}).catalogue
    means = {"coordinator": 4.0, "mentee": 1.6}

    said = voice_line.in_words(means, 3, catalogue, ENGLISH)

    assert said == "Coordinator 4.0 · Mentees 1.6 · target 3.0"
    assert voice_line.in_words({}, None, catalogue, ENGLISH) == "no score yet"


def test_the_legend_shows_the_same_marks() -> None:
    outcome = an_outcome({"A": {"coordinator": "1", "mentee": "22222"}, "B": {"mentor": "0"}})
    entries = voice_line.legend(list(outcome.result.criteria.values()), outcome.catalogue, ENGLISH)

    assert entries == [
        ("coordinator", "Coordinator"),
        ("mentee", "Mentees"),
        (voice_line.TARGET, "Target"),
    ]
    assert voice_line.legend([], outcome.catalogue, ENGLISH) == []
    assert marks(voice_line.legend_mark("mentee", CATALOGUE, LIGHT)) == ["polygon"]
    target = drawn(voice_line.legend_mark(voice_line.TARGET, CATALOGUE, LIGHT))
    assert len(list(target.iter(f"{SVG}line"))) == 1
    together = voice_line.legend_picture(entries, outcome.catalogue, LIGHT)
    assert texts(together) == ["Coordinator", "Mentees", "Target"]
    assert len(marks(together)) == 2
