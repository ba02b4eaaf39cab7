"""The radar of voices: a polygon and a name in the legend for each voice that is shown."""

from assessment.scoring.voice_means import voice_lines
from reports.charts.voice_radar import voice_radar
from reports.identity import LIGHT
from reports.wording import voices
from tests.support.files.svg import SVG, drawn, texts
from tests.support.outcomes import ENGLISH, an_outcome, catalogue_of

CATALOGUE = catalogue_of(
    A={"perspective": "client"}, B={"perspective": "process"}, C={"perspective": "result"}
)


def test_every_shown_voice_is_drawn_and_named_once() -> None:
    outcome = an_outcome(
        {
            "A": {"coordinator": "4", "mentee": "11111"},
            "B": {"coordinator": "3", "mentee": "22222"},
            "C": {"coordinator": "2", "mentor": "33333", "partner": "0"},
        },
        CATALOGUE,
    )
    lines = voice_lines(outcome.result, CATALOGUE, "perspective")
    svg = voice_radar(lines, CATALOGUE, ENGLISH, LIGHT)

    assert texts(svg)[4:] == ["Client", "Process", "Result", "Coordinator", "Mentors", "Mentees"]
    assert voices.picture(lines, CATALOGUE, ENGLISH).startswith(
        "Client: coordinator 4.0, mentees 1.0. Process: "
    )
    circles = list(drawn(svg).iter(f"{SVG}circle"))
    assert len(circles) == 3 + 1  # one per axis and one in the legend
