"""The page to talk about: everything that the catalogue has for it."""

from html import escape
from pathlib import Path

import pytest

from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_phases_timeline_comparison_and_theses_can_be_read(
    open_page: OpenPage, workspace: Workspace, language: str
) -> None:
    page = shown(open_page("conversation", language=language))
    catalogue = workspace.catalogue
    assert catalogue.relationship is not None
    assert catalogue.relationship.timeline is not None
    assert catalogue.boundaries is not None
    texts = [
        *(phase.question for phase in catalogue.relationship.phases),
        catalogue.relationship.timeline.note,
        *(step.step for step in catalogue.relationship.timeline.steps),
        *(text for aspect in catalogue.boundaries.aspects for text in aspect.others.values()),
        *(thesis.statement for thesis in catalogue.theses),
    ]
    assert [t for t in texts if escape(t.in_language(language)) not in page] == []


def test_a_catalogue_without_these_has_an_empty_page(
    open_page: OpenPage, own_criteria: Path
) -> None:
    for name in ("theses", "boundaries", "relationship", "factors"):
        (own_criteria / f"{name}.yaml").unlink()

    app = open_page("conversation")

    assert [header.value for header in app.header] == []
    assert "nothing to talk about" in " ".join(part.value for part in app.markdown)
