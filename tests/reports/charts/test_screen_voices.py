"""Groups beside each other, to point at: a series per voice that tells who, where and how much."""

from assessment.scoring.voice_means import VoiceLine, voice_lines
from reports.charts.screen_voices import voices as drawn
from reports.identity import LIGHT
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
    figure = drawn(lines(), CATALOGUE, ENGLISH, LIGHT)
    assert {trace.name: list(trace.r) for trace in figure.data} == {
        "Coordinator": [4, 3, 2, 4],
        "Mentors": [None, 2, None, None],
        "Mentees": [1, None, 3, 1],
        "Other groups together": [2, None, None, 2],
    }
    assert figure.layout.polar.angularaxis.ticktext == ("Client", "Process", "Result")


def test_a_mark_tells_its_group_perspective_and_figure() -> None:
    figure = drawn(lines(), CATALOGUE, ENGLISH, LIGHT)
    mentees = next(trace for trace in figure.data if trace.name == "Mentees")
    assert mentees.hovertext[2] == "<b>Mentees</b><br>Result: 3.0"


def test_fewer_than_three_axes_are_bars() -> None:
    figure = drawn(lines()[:2], CATALOGUE, ENGLISH, LIGHT)
    assert {trace.type for trace in figure.data} == {"bar"}
    assert figure.data[0].x == (4, 3)
    assert len({trace.marker.pattern.shape for trace in figure.data}) == len(figure.data)


def test_the_picture_has_words() -> None:
    assert voices.picture(lines()[1:], CATALOGUE, ENGLISH) == (
        "Process: coordinator 3.0, mentors 2.0. Result: coordinator 2.0, mentees 3.0."
    )
