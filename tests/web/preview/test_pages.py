"""The pages of a preview: what a respondent would see, without anything that saves."""

import pytest

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from assessment.services.invitations import open_invitation
from tests.support.database import rows_by_table
from tests.support.web.phone import Phone
from tests.web.preview.conftest import NewViewer


def test_it_leads_from_the_start_past_every_question_to_the_end(
    viewer: Phone, assessment: Assessment, web_store
) -> None:
    before = rows_by_table(web_store)
    address = f"/preview/{assessment.id}/mentee/few"
    viewer.opens(f"{address}?lang=nl")
    assert viewer.page.heading == "Vragen over Maatjes"
    assert "Je antwoordt als mentee." in viewer.page.text

    seen = []
    while "/end" not in viewer.address:
        assert "Voorbeeld." in viewer.page.text
        assert viewer.page.actions == []
        assert "<script" not in viewer.response.text
        ahead = [link for link in viewer.page.links if "/q/" in link or "/end" in link]
        viewer.opens(ahead[-1])
        seen.append(viewer.address)

    assert len(seen) == 6
    assert viewer.page.heading == "Het einde van het voorbeeld"
    assert rows_by_table(web_store) == before


def test_a_question_shows_the_same_words_as_for_a_respondent(
    viewer: Phone, phone: Phone, workspace: Workspace, assessment: Assessment
) -> None:
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 1, None, personal=1)
    phone.sends(f"/a/{issued.links[0].token}/begin")
    question = phone.opens(phone.address + "/q/" + _first(viewer, assessment)).page

    shown = viewer.opens(f"/preview/{assessment.id}/mentee/few/q/{_first(viewer, assessment)}").page

    assert (shown.heading, shown.options) == (question.heading, question.options)


def _first(viewer: Phone, assessment: Assessment) -> str:
    links = viewer.opens(f"/preview/{assessment.id}/mentee/few").page.links
    return next(link for link in links if "/q/" in link).partition("/q/")[2].partition("?")[0]


def test_it_speaks_every_language(new_viewer: NewViewer, assessment: Assessment) -> None:
    address = f"/preview/{assessment.id}/mentee/few"
    assert "Preview." in new_viewer("nl").opens(f"{address}?lang=en").page.text
    assert new_viewer("nl").opens(f"{address}?lang=en").page.language == "en"
    assert new_viewer("en").opens(address).page.language == "en"


def test_a_pair_is_told_what_a_pair_is_told(viewer: Phone, assessment: Assessment) -> None:
    viewer.opens(f"/preview/{assessment.id}/mentor/pair?lang=nl")
    assert "Jij en de ander" in viewer.page.text


@pytest.mark.parametrize(
    "below", ["mentee/gone", "coordinator/few", "nobody/few", "mentee/few/q/MC-99"]
)
def test_what_is_never_asked_has_no_page(viewer: Phone, assessment: Assessment, below: str) -> None:
    assert viewer.opens(f"/preview/{assessment.id}/{below}").status == 404
    assert viewer.opens("/preview/gone/mentee/few").status == 404
