"""The whole result of the example, in both languages."""

import pytest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of
from locales import translator
from reports.wording import results
from tests.support.ui.screens import OpenPage, links, shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_shows_every_part(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment, language: str
) -> None:
    app = open_page("result", language=language, assessment=example_assessment.id)
    assert len(app.header) == 8
    assert len(app.get("plotly_chart")) == 2
    t = translator(language)
    outcome = outcome_of(workspace, example_assessment)
    score = outcome.result.perspectives["client"].score
    title = outcome.catalogue.by_id["MC-47"].title.in_language(language)
    assert results.figure(score, t) in shown(app)
    assert title in links(app)
