"""Groups beside each other: one polygon per voice, told apart without colour, with its words."""

from assessment.scoring.voice_means import VoiceLine, voice_lines
from reports import tables
from reports.charts import screen_voices
from reports.identity import DARK, LIGHT
from reports.wording import voices
from tests.support.outcomes import ENGLISH, an_outcome, catalogue_of

CATALOGUE = catalogue_of(
    C_1={"perspective": "client"},
    C_2={"perspective": "process"},
    C_3={"perspective": "result"},
)
ANSWERS = {
    "C-1": {"coordinator": "4", "mentee": "11111", "mentor": "222", "partner": "22"},
    "C-2": {"coordinator": "3", "mentor": "22222"},
    "C-3": {"coordinator": "2", "mentee": "33333"},
}
OUTCOME = an_outcome(ANSWERS, CATALOGUE)


def lines() -> tuple[VoiceLine, ...]:
    return voice_lines(OUTCOME.result, CATALOGUE, "perspective")


def test_each_voice_is_a_polygon_with_gaps_where_it_is_not_heard() -> None:
    figure = screen_voices.picture(lines(), CATALOGUE, ENGLISH, LIGHT)
    values = {trace.name: list(trace.r) for trace in figure.data}
    assert values == {
        "Coordinator": [4, 3, 2, 4],
        "Mentors": [None, 2, None, None],
        "Mentees": [1, None, 3, 1],
        "Other groups together": [2, None, None, 2],
    }


def test_voices_differ_without_colour() -> None:
    for palette in (LIGHT, DARK):
        shapes = {(look.dash, look.symbol) for look in screen_voices.looks(palette)}
        assert len(shapes) == len(screen_voices.looks(palette))


def test_too_few_axes_for_a_radar_are_rows_with_marks() -> None:
    figure = screen_voices.picture(lines()[:2], CATALOGUE, ENGLISH, LIGHT)
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert figure.data[0].x == (4, 3)


def test_the_table_beside_it_says_on_how_many_criteria() -> None:
    found = tables.voice_lines(OUTCOME, lines(), "Perspective", ENGLISH)
    assert found.header == (
        "Perspective",
        "Coordinator",
        "Mentors",
        "Mentees",
        "Other groups together",
    )
    assert found.rows[0] == ("Client", "4.0 (1)", "–", "1.0 (1)", "2.0 (1)")


def test_the_picture_has_words() -> None:
    assert voices.picture(lines()[1:], CATALOGUE, ENGLISH) == (
        "Process: coordinator 3.0, mentors 2.0. Result: coordinator 2.0, mentees 3.0."
    )
