"""Every script lets people choose before they talk, and the quiet ones before the loud ones."""

import pytest

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.loader import load_catalogue
from assessment.catalogue.scripts import ScriptStep
from tests.support.workspace import CRITERIA

SCRIPTS = {script.id: script for script in load_catalogue(CRITERIA).scripts}
TALKS = ("pairs", "fours", "tables", "plenary")
STEPS = [
    pytest.param(step, id=f"{name}-{step.kind}-{number}")
    for name, script in SCRIPTS.items()
    for number, step in enumerate(script.steps)
    if step.moments
]


@pytest.mark.parametrize("step", STEPS)
def test_silence_comes_first_then_few_then_all_then_the_second_vote(step: ScriptStep) -> None:
    order = [moment.do for moment in step.moments]
    talks = [place for place, do in enumerate(order) if do in TALKS]

    assert order[0] in ("vote", "write")
    if "plenary" in order:
        assert order.index("plenary") == talks[-1]
    if "vote_again" in order:
        assert order.index("vote_again") > talks[-1]
    if "agree" in order:
        assert order.index("agree") == len(order) - 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whoever_leads_reads_that_the_smallest_group_speaks_first(
    shipped: Catalogue, language: str
) -> None:
    words = {"nl": "kleinste groep", "en": "smallest group"}[language]
    for kind in ("thesis", "rate"):
        guide = shipped.guide(kind)
        assert guide is not None
        told = [guide.instruction, *guide.prompts, *guide.listen_for]
        assert any(words in text.in_language(language) for text in told), kind
