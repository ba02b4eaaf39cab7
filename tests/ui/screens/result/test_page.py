"""Every part and one criterion of the example, in both languages."""

import pytest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.outcome import outcome_of
from locales import translator
from reports.wording import results
from tests.support.ui.screens import OpenPage, shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_shows_every_part(
    open_page: OpenPage, workspace: Workspace, example_assessment: Assessment, language: str
) -> None:
    t = translator(language)
    outcome = outcome_of(workspace, example_assessment)
    title = outcome.catalogue.by_id["MC-44"].title.in_language(language)
    score = results.figure(outcome.result.perspectives["client"].score, t)

    def page(**address: str) -> str:
        app = open_page("result", language=language, assessment=example_assessment.id, **address)
        return shown(app)

    assert score in page()
    assert title in page(part="criteria")
    assert title in page(part="groups")
    assert score in page(part="grounds")
    assert results.movement(outcome, t) in page(part="movement")
    assert t("How does this figure arise?") in page(criterion="MC-44")


def test_an_address_with_a_criterion_that_is_not_asked_shows_the_overview(
    open_page: OpenPage, example_assessment: Assessment
) -> None:
    app = open_page("result", assessment=example_assessment.id, criterion="nothing")
    assert '<h1 class="ms-first">' in shown(app)
