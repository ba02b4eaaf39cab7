"""Two worlds that differ only in what hidden voices said give the same bytes in every format."""

import json
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from commands.score_output import table_text
from exchange import formats
from exchange.scores_json import scores_json
from reports.material import Material
from tests.support.material import SIGNS, the_catalogue, the_material, the_outcome

# of groups that are too small together: two mentees and one partner on C-4, a partner on C-6
SAID = st.fixed_dictionaries(
    {
        ("C-4", "mentee"): st.text("01234-?x", max_size=2),
        ("C-4", "partner"): st.text("01234-?x", max_size=1),
        ("C-6", "partner"): st.text("01234-?x", max_size=1),
        ("C-7", "mentor"): st.text("01234-?x", max_size=3),
    }
).filter(lambda said: any(said.values()))
Said = dict[tuple[str, str], str]
WORDS = {"C-4": {"mentee": ("Unmistakable",)}}
TRY = partial(
    settings,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def world(said: Said, *, short: bool = False) -> Material:
    signs = {name: dict(voices) for name, voices in SIGNS.items()}
    del signs["C-4"]["mentee"]
    for (name, role), given_signs in said.items():
        signs[name][role] = given_signs
    # who took part is told, also while it is open, and is the same in both
    took_part = {"coordinator": 1, "mentor": 7, "mentee": 6, "partner": 1}
    outcome = replace(the_outcome(signs), participation=took_part)
    comments = WORDS if "x" in said["C-4", "mentee"] else {}
    return the_material(outcome, short=short, comments=comments)


ONE = {
    ("C-4", "mentee"): "",
    ("C-4", "partner"): "x",
    ("C-6", "partner"): "",
    ("C-7", "mentor"): "",
}
OTHER = {**ONE, ("C-4", "partner"): "", ("C-6", "partner"): "4"}


@pytest.mark.parametrize("name", formats.FORMATS)
@TRY(max_examples=4)
@example(
    ONE, OTHER
)  # the attack of the review: on which question did the lone partner give a level?
@given(SAID, SAID)
def test_every_file_is_the_same_byte_by_byte(name: str, one: Said, other: Said) -> None:
    assert formats.make(name, world(one)) == formats.make(name, world(other))
    if formats.FORMATS[name].has_short_form:
        short = (world(said, short=True) for said in (one, other))
        assert formats.make(name, next(short)) == formats.make(name, next(short))


@TRY(max_examples=40)
@example(ONE, OTHER)
@given(SAID, SAID)
def test_the_scores_are_the_same_as_json_and_as_a_table(one: Said, other: Said) -> None:
    def told(said: Said) -> str:
        results = {"A1": world(said).outcome.result}
        figures = json.dumps(scores_json(the_catalogue(), results))
        return figures + "".join(table_text(the_catalogue(), results.items(), "nl"))

    assert told(one) == told(other)
    assert '"left_out": true' in told(one)
