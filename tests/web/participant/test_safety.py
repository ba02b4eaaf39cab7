"""Every page leads to whom somebody can turn to; some answers show that once more."""

from dataclasses import replace

import pytest
from starlette.applications import Starlette

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.invitations import Invitation
from assessment.services import projects
from assessment.services.context import Workspace
from assessment.services.invitations import close_invitation
from assessment.services.pairs import PairLinks
from settings import Settings
from tests.support.invitations import QUESTIONS
from tests.support.web.phone import Browser, Phone
from tests.web.conftest import OURS
from web.participant.position import page_of
from web.participant.routes import participants_route

CARE = "Je hoeft hier niet alleen mee te blijven."
QUIET = "Voelt iets niet veilig?"


def marked(catalogue: Catalogue) -> str:
    """Return the page of the question whose lowest level is marked: the last of the few."""
    profile = catalogue.profile("few")
    assert profile is not None
    return page_of(profile.criteria[QUESTIONS - 1])


def named(workspace: Workspace, assessment: Assessment, contact: str) -> None:
    project = workspace.store.projects.get(assessment.project)
    projects.change_project(workspace, replace(project, contact=contact))


@pytest.mark.parametrize("page", ["", "about", "review", "pause", "thanks", "delete", "nowhere"])
def test_every_page_of_a_respondent_leads_to_it(phone: Phone, mentee: str, page: str) -> None:
    phone.opens(f"{mentee}/{page}".rstrip("/"))

    assert QUIET in phone.page.text
    assert any(link.endswith("/help") for link in phone.page.links)


def test_a_question_leads_to_it_and_back_to_that_question(begun: Phone, mentee: str) -> None:
    here = begun.address
    [way] = [link for link in begun.page.links if "/help" in link]

    begun.opens(way)

    assert begun.page.heading == QUIET
    assert here in begun.page.links


def test_it_names_somebody_you_trust_the_contact_and_the_numbers_of_today(
    phone: Phone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    named(workspace, assessment, "de vertrouwenspersoon, 010 123 45 67")

    text = phone.opens(f"{mentee}/help").page.text

    for words in ("Iemand die je vertrouwt", "de vertrouwenspersoon, 010 123 45 67", "Bij Maatjes"):
        assert words in text
    for number in workspace.catalogue.help:
        assert number.number in text
    assert "tel:0800-0432" in phone.page.links
    assert "Bellen: Nederland" in text
    assert "Bellen: Vlaanderen" in text


def test_it_speaks_the_language_of_the_respondent_and_changes_it(phone: Phone, mentee: str) -> None:
    phone.opens(f"{mentee}/help")
    phone.sends(f"{mentee}/language", go="language:en", **{"from": "help"})

    assert phone.address == f"{mentee}/help"
    assert phone.page.heading == "Does something not feel safe?"


@pytest.mark.parametrize("kind", ["letter", "open_link"])
def test_who_has_not_begun_reads_it_too_and_nothing_is_spent(
    phone: Phone, request: pytest.FixtureRequest, kind: str
) -> None:
    address = request.getfixturevalue(kind)

    text = phone.opens(f"{address}/help?lang=en").page.text

    assert "Somebody you trust" in text
    assert phone.opens(address).page.actions == [f"{address}/begin"]


def test_who_has_no_address_reads_the_numbers_alone(phone: Phone, workspace: Workspace) -> None:
    code_page = phone.opens("/a/").page
    assert "/a/help" in code_page.links

    text = phone.opens("/a/help").page.text
    english = phone.opens("/a/help?lang=en").page

    assert "0800-0432" in text
    assert "Bij Maatjes" not in text
    assert english.language == "en"


def test_an_address_that_nobody_has_leads_to_the_page_of_everybody(phone: Phone) -> None:
    assert "/a/help" in phone.opens(f"/a/{'x' * 32}").page.links


def test_it_can_be_read_after_closing(
    phone: Phone, workspace: Workspace, assessment: Assessment, mentee: str
) -> None:
    [invitation] = workspace.store.invitations.all(assessment.id)
    assert isinstance(invitation, Invitation)
    close_invitation(workspace, invitation.id)

    closed = phone.opens(mentee).page
    assert f"{mentee}/help" in closed.links
    assert "Iemand die je vertrouwt" in phone.opens(f"{mentee}/help").page.text


def test_nothing_can_be_sent_to_it(phone: Phone, mentee: str) -> None:
    assert phone.sends(f"{mentee}/help").status == 404


def test_without_numbers_it_says_112(workspace: Workspace, mentee: str) -> None:
    silent = workspace.catalogue.model_copy(update={"help": ()})
    bare = replace(workspace, current_catalogue=silent)
    route = participants_route(lambda: bare, Settings)
    browser = Browser(Starlette(routes=[route]), OURS, {"Accept-Language": "nl"})

    text = Phone(browser).opens(f"{mentee}/help").page.text
    browser.close()

    assert "Is er nu gevaar? Bel 112." in text


def test_an_answer_that_is_marked_shows_it_on_the_next_page_and_no_other_does(
    phone: Phone, mentee: str, catalogue: Catalogue
) -> None:
    page = f"{mentee}/{marked(catalogue)}"

    low = phone.opens(page).answers(choice="0").page.text
    high = phone.opens(page).answers(choice="1").page.text

    assert "opgeslagen" in low
    assert CARE in low
    assert "opgeslagen" in high
    assert CARE not in high


def test_back_shows_it_on_the_question_before(
    phone: Phone, mentee: str, catalogue: Catalogue
) -> None:
    text = phone.opens(f"{mentee}/{marked(catalogue)}").answers("back", choice="0").page.text

    assert CARE in text


def test_the_question_itself_shows_it_as_long_as_that_is_the_answer(
    phone: Phone, mentee: str, catalogue: Catalogue
) -> None:
    page = f"{mentee}/{marked(catalogue)}"
    phone.opens(page)
    assert 'id="care" class="note" role="status" hidden' in phone.response.text

    phone.answers(choice="0")
    phone.opens(page)

    assert 'id="care" class="note" role="status">' in phone.response.text


def test_a_question_without_marks_holds_nothing_of_it(begun: Phone) -> None:
    shown, _, for_the_script = begun.response.text.partition("<template")

    assert 'id="care"' not in shown
    assert for_the_script


def test_a_pair_is_warned_before_it_begins(
    phone: Phone, workspace: Workspace, pair: PairLinks, catalogue: Catalogue
) -> None:
    warning = "Voelt het contact niet veilig, bel dan eerst de coördinator."

    assert warning in phone.opens(f"/a/{pair.first.token}").page.text
    assert warning in phone.opens(f"/a/{pair.second.token}").page.text


def test_who_is_in_no_pair_is_not_warned(phone: Phone, letter: str) -> None:
    assert "bel dan eerst de coördinator" not in phone.opens(letter).page.text
