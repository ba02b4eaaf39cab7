"""What came of it, at one's own address: after closing, by choice, and only what is shown."""

from dataclasses import replace

import pytest

from assessment.agreements import Agreement
from assessment.assessments import Assessment
from assessment.services import assessments, projects, responding
from assessment.services.agreements import save_agreement
from assessment.services.context import Workspace
from assessment.services.feedback import set_gives_feedback
from assessment.services.invitations import open_invitation
from assessment.services.pairs import PairLinks
from tests.support.builders import an_answer
from tests.support.invitations import own
from tests.support.web.phone import Phone
from tests.support.web.respondents import session_of

TITLE = "Wat er uit je antwoorden kwam"


def answering(workspace: Workspace, assessment: Assessment, role: str, levels: str) -> list[str]:
    """Let people of a role answer every question alike; return their own addresses."""
    number = len(levels)
    issued = open_invitation(
        workspace, assessment.id, role, "few", number, None, personal=number, open_link=True
    )
    addresses = [f"/a/{own(workspace, link.token)}" for link in issued.links]
    for address, level in zip(addresses, levels, strict=True):
        session = session_of(workspace, address)
        for criterion in session.criteria:
            responding.write(workspace, session, an_answer(criterion.id, int(level)))
    return addresses


def close(workspace: Workspace, assessment: Assessment, *, tell: bool = True) -> Assessment:
    closed = assessments.close_assessment(workspace, assessment.id)
    return set_gives_feedback(workspace, closed, gives_feedback=tell)


def test_after_closing_it_tells_what_came_of_it_on_a_light_page(
    phone: Phone, workspace: Workspace, assessment: Assessment
) -> None:
    project = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(project, contact="de coördinator, 010 123 45 67"))
    addresses = answering(workspace, assessment, "mentee", "444444")
    targets = workspace.store.choices.get(assessment.id)
    asked = session_of(workspace, addresses[0]).criteria
    criterion = next(c for c in asked if targets[c.id].target is not None)
    save_agreement(
        workspace,
        Agreement("", assessment.project, assessment.id, criterion.id, "<b>Elke week</b>", "Baas"),
    )
    close(workspace, assessment)

    phone.opens(addresses[0])

    assert (phone.status, phone.page.heading) == (200, TITLE)
    text = phone.page.text
    assert "6 mentees" in text
    assert criterion.title.in_language("nl") in text
    assert "<b>Elke week</b>" in text
    assert "Baas" not in text
    assert "de coördinator, 010 123 45 67" in text
    assert len(phone.response.content) < 30_000
    assert phone.sends(f"{addresses[0]}/language", go="language:en").page.language == "en"


def test_before_closing_and_without_choosing_so_there_is_nothing(
    phone: Phone, workspace: Workspace, assessment: Assessment
) -> None:
    addresses = answering(workspace, assessment, "mentee", "44444")
    set_gives_feedback(
        workspace, workspace.store.assessments.get(assessment.id), gives_feedback=True
    )
    assert phone.opens(addresses[0]).page.heading != TITLE

    close(workspace, assessment, tell=False)
    assert (phone.opens(addresses[0]).status, phone.page.heading) == (
        410,
        "Deze uitnodiging is gesloten",
    )


def test_the_letter_shows_nothing_of_it_and_who_deleted_all_neither(
    phone: Phone, workspace: Workspace, assessment: Assessment
) -> None:
    addresses = answering(workspace, assessment, "mentee", "444444")
    issued = open_invitation(workspace, assessment.id, "mentee", "few", 2, None, personal=2)
    deleted = f"/a/{own(workspace, issued.links[0].token)}"
    phone.sends(f"{addresses[0]}/delete")
    close(workspace, assessment)

    for address in (addresses[0], deleted, *(f"/a/{link.token}" for link in issued.links)):
        assert phone.opens(address).status == 410
    assert phone.opens(addresses[1]).status == 200


def test_a_revoked_address_leads_nowhere(
    phone: Phone, workspace: Workspace, assessment: Assessment
) -> None:
    addresses = answering(workspace, assessment, "mentee", "444444")
    person = session_of(workspace, addresses[0]).respondent
    workspace.store.respondents.change(person.id, {"revoked_at": workspace.now()})
    close(workspace, assessment)

    assert phone.opens(addresses[0]).status == 404


@pytest.mark.parametrize("hidden", ["0000", "4444", "00"])
def test_no_page_differs_by_what_a_hidden_group_said(
    phone: Phone, workspace: Workspace, assessment: Assessment, hidden: str
) -> None:
    twin = assessments.start_assessment(
        workspace, assessment.project, name="Najaar", profile="full", ambition="floor"
    )
    pages = []
    for one, mentors in ((assessment, hidden), (twin, "2" * len(hidden))):
        addresses = answering(workspace, one, "mentee", "43434")
        answering(workspace, one, "mentor", mentors)
        close(workspace, one)
        page = phone.opens(addresses[0]).response.text
        pages.append(page.replace(addresses[0], "/a/own"))

    assert TITLE in pages[0]
    assert pages[0] == pages[1]
    assert "mentoren" not in pages[0]


def test_a_pair_that_answered_reads_it_and_finds_its_own_answers(
    phone: Phone, workspace: Workspace, assessment: Assessment, pair: PairLinks
) -> None:
    address = f"/a/{own(workspace, pair.first.token)}"
    session = session_of(workspace, address)
    responding.write(workspace, session, an_answer(session.criteria[0].id, 2))
    close(workspace, assessment)

    phone.opens(address)

    assert phone.page.heading == TITLE
    assert f"{address}/pair" in phone.page.links
    assert "Te weinig mensen" in phone.page.text
