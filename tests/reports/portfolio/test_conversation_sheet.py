"""The sheet for a visit: strengths, what is open, agreements, and always five questions."""

import pytest

from assessment.catalogue.model import Catalogue
from assessment.portfolio.snapshot import Openness
from locales import translator
from reports.portfolio.conversation_sheet import conversation_sheet, questions
from reports.writers import html
from tests.support.builders import NOW
from tests.support.portfolio.shares import a_share, a_snapshot, own_level

T = translator("en")


@pytest.mark.parametrize("openness", Openness)
def test_there_are_five_questions_however_little_is_shared(
    openness: Openness, catalogue: Catalogue
) -> None:
    bare = {"own_levels": (), "group_levels": (), "requirements": (), "agreements": None}
    snapshot = a_snapshot(openness=openness, **({} if openness is Openness.VOICES else bare))

    assert len(set(questions(snapshot, catalogue, T))) == 5
    assert len(set(questions(snapshot, None, T))) == 5


def test_strengths_are_levels_or_else_core_criteria_that_are_met() -> None:
    levels = a_snapshot(own_levels=(own_level("MC-05", 3), own_level("MC-06", 2)))
    core = a_snapshot(openness=Openness.CORE, own_levels=(), group_levels=(), agreements=None)
    bare = core.model_copy(update={"requirements": ()})
    first, second, third = (
        html.write(conversation_sheet(a_share(snapshot=s), s, None, "en", NOW))
        for s in (levels, core, bare)
    )

    assert "MC-05" in first
    assert "MC-06" not in first
    assert "MC-01" in second
    assert third.count("Nothing to say about this") == 2
    assert "without their words" in first
    assert "without their words" not in second
