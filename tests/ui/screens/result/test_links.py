"""Links within a result: they carry the address along, and names cannot carry markup."""

import html

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from tests.support.ui.screens import OpenPage, answer, level, shown


def test_a_link_keeps_language_project_and_assessment(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 1))

    page = shown(
        open_page(
            "result", language="nl", project=assessment.project, assessment=assessment.id, part="x"
        )
    )

    carried = f"lang=nl&amp;project={assessment.project}&amp;assessment={assessment.id}"
    assert f'href="?{carried}&amp;criterion=MC-01"' in page
    assert f'href="?{carried}&amp;part=groups"' in page


def test_a_name_in_a_sentence_or_a_table_is_a_link(
    open_page: OpenPage, workspace: Workspace, assessment: Assessment
) -> None:
    answer(workspace, assessment, level("MC-01", 1))

    page = shown(open_page("result", assessment=assessment.id, part="grounds"))

    known = workspace.catalogue.by_id
    titles = [html.escape(known[n].title.in_language("en")) for n in ("MC-01", "MC-41")]
    assert f'criterion=MC-01">{titles[0]}</a></td>' in page
    assert f'criterion=MC-41">{titles[1]}</a>’' in page
    assert "&lt;a class" not in page
