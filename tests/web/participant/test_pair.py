"""A pair: apart first, then side by side, one agreement, and a choice of both."""

import re

import pytest

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.services import assessments, invitations, pairs
from assessment.services.context import Workspace
from assessment.services.pairs import PairLinks
from tests.support.invitations import QUESTIONS, own
from tests.support.web.phone import Phone
from tests.support.web.respondents import session_of
from tests.web.conftest import BOTH_WAYS, NewPhone

pytestmark = BOTH_WAYS

SECRET = "Dit is alleen voor ons"


def view(workspace: Workspace, address: str) -> pairs.PairView:
    both = pairs.pair_view(workspace, session_of(workspace, address))
    assert both is not None
    return both


def does_it_all(phone: Phone, address: str, levels: str, comment: str = "") -> None:
    """Answer every question and finish."""
    phone.sends(f"{address}/begin")
    for level in levels:
        phone.answers(choice=level, comment=comment)
    phone.sends(f"{address}/finish")


@pytest.fixture
def mentor(workspace: Workspace, pair: PairLinks) -> str:
    """The own address of the mentor."""
    return f"/a/{own(workspace, pair.first.token)}"


@pytest.fixture
def other(workspace: Workspace, pair: PairLinks) -> str:
    """The own address of the mentee."""
    return f"/a/{own(workspace, pair.second.token)}"


@pytest.fixture
def met(new_phone: NewPhone, mentor: str, other: str) -> tuple[Phone, Phone]:
    """The phones of mentor and mentee who have both finished."""
    phones = new_phone(), new_phone()
    does_it_all(phones[0], mentor, "01444", SECRET)
    does_it_all(phones[1], other, "43441")
    return phones


def test_the_start_says_what_a_pair_is_in_for(phone: Phone, pair: PairLinks) -> None:
    text = phone.opens(f"/a/{pair.first.token}").page.text

    assert "Jij en de ander antwoorden apart." in text
    assert "Niemand anders ziet ze." in text


def test_the_other_one_reads_what_is_written_and_a_person_knows_that(
    phone: Phone, mentor: str
) -> None:
    assert "De ander leest dit" in phone.sends(f"{mentor}/begin").page.text


def test_nothing_of_the_other_is_shown_before_both_have_finished(
    new_phone: NewPhone, mentor: str, other: str
) -> None:
    does_it_all(new_phone(), mentor, "01444", SECRET)
    phone = new_phone().sends(f"{other}/begin")
    phone.opens(f"{other}/pair")

    assert SECRET not in phone.response.text
    assert "Jij bent nog niet klaar." in phone.page.text
    assert phone.page.actions == [f"{other}/language"]
    assert "Zodra de ander ook klaar is" in new_phone().opens(f"{mentor}/thanks").page.text


def test_both_sides_stand_beside_each_other_with_something_to_talk_about(
    met: tuple[Phone, Phone], mentor: str, other: str, catalogue: Catalogue
) -> None:
    profile = catalogue.profile("pair")
    assert profile is not None
    first = catalogue.by_id[profile.criteria[0]]
    for phone, address, role in ((met[0], mentor, "mentor"), (met[1], other, "mentee")):
        page = phone.opens(f"{address}/pair").page

        assert SECRET in page.text
        assert "Waar jullie het anders zien" in page.text
        assert "Waar jullie allebei tevreden over zijn" in page.text
        assert first.question_for(role).in_language("nl") in page.text
        assert [p for p in first.prompts if p.in_language("nl") not in page.text] == []
        assert page.text.count("Jij") >= QUESTIONS


def test_each_of_a_pair_reads_what_the_other_chose_in_the_words_of_the_other(
    met: tuple[Phone, Phone], mentor: str, other: str
) -> None:
    for phone, address in ((met[0], mentor), (met[1], other)):
        text = phone.opens(f"{address}/pair").page.text

        assert re.search(r"mentor \d \(nl\)", text)
        assert re.search(r"mentee \d \(nl\)", text)


def test_seeing_it_the_same_way_leaves_a_question_too(
    new_phone: NewPhone, mentor: str, other: str
) -> None:
    for address in (mentor, other):
        does_it_all(new_phone(), address, "22222")

    text = new_phone().opens(f"{mentor}/pair").page.text

    assert "Jullie kijken er ongeveer hetzelfde naar." in text


def test_the_thank_you_page_leads_to_what_both_said(met: tuple[Phone, Phone], mentor: str) -> None:
    assert f"{mentor}/pair" in met[0].opens(f"{mentor}/thanks").page.links
    assert "De ander is ook klaar." in met[0].page.text


def test_they_write_one_agreement(
    met: tuple[Phone, Phone], workspace: Workspace, mentor: str, other: str
) -> None:
    one, two = met
    one.opens(f"{mentor}/pair")
    one.sends(f"{mentor}/agreement", **{**one.page.fields, "agreement": "Elke week <b>bellen</b>"})

    assert "Opgeslagen: wat jullie afspreken." in one.page.text
    assert two.opens(f"{other}/pair").page.fields["agreement"] == "Elke week <b>bellen</b>"
    assert view(workspace, other).pair.agreement == "Elke week <b>bellen</b>"


def test_neither_overwrites_what_the_other_wrote(
    met: tuple[Phone, Phone], workspace: Workspace, mentor: str, other: str
) -> None:
    one, two = met
    seen = two.opens(f"{other}/pair").page.fields
    one.opens(f"{mentor}/pair")
    one.sends(f"{mentor}/agreement", **{**one.page.fields, "agreement": "Bellen"})
    two.sends(f"{other}/agreement", **{**seen, "agreement": "Wandelen"})

    assert two.status == 409
    assert view(workspace, mentor).pair.agreement == "Bellen"
    assert "Bellen" in two.page.text
    assert two.page.fields["agreement"] == "Wandelen"

    two.sends(f"{other}/agreement", **{**two.page.fields, "agreement": "Bellen en wandelen"})
    assert view(workspace, mentor).pair.agreement == "Bellen en wandelen"


@pytest.mark.parametrize("version", ["x", "-1", "٣", "9" * 20])
def test_an_odd_version_overwrites_nothing(
    met: tuple[Phone, Phone], workspace: Workspace, mentor: str, version: str
) -> None:
    page = met[0].opens(f"{mentor}/pair").page.fields
    met[0].sends(f"{mentor}/agreement", **{**page, "agreement": "Bellen"})

    assert met[0].sends(f"{mentor}/agreement", agreement="Weg", version=version).status == 409
    assert view(workspace, mentor).pair.agreement == "Bellen"


def test_too_long_an_agreement_stays_on_the_screen(met: tuple[Phone, Phone], mentor: str) -> None:
    long = "x" * 12_000
    page = met[0].opens(f"{mentor}/pair").page.fields
    met[0].sends(f"{mentor}/agreement", **{**page, "agreement": long})

    assert met[0].status == 422
    assert met[0].page.fields["agreement"] == long
    assert "Niet opgeslagen" in met[0].page.text


def test_each_chooses_and_both_choices_are_visible(
    met: tuple[Phone, Phone], workspace: Workspace, mentor: str, other: str
) -> None:
    one, two = met
    assert "Jullie antwoorden blijven onder jullie tweeën." in one.opens(f"{mentor}/pair").page.text
    one.sends(f"{mentor}/share", share="yes")
    assert "Opgeslagen: je keuze." in one.page.text
    assert "De ander: ja, ze mogen meetellen" in two.opens(f"{other}/pair").page.text
    two.sends(f"{other}/share", share="yes")
    assert "jullie antwoorden tellen mee" in two.page.text

    one.sends(f"{mentor}/share", share="no")

    assert "De ander: ja" not in two.opens(f"{other}/pair").page.text
    assert not view(workspace, mentor).i_share


def test_a_yes_can_be_taken_back_until_the_assessment_is_closed(
    met: tuple[Phone, Phone], workspace: Workspace, assessment: Assessment, mentor: str
) -> None:
    met[0].sends(f"{mentor}/share", share="yes")
    for line in invitations.invitations_of(workspace, assessment):
        invitations.close_invitation(workspace, line.invitation.id)

    assert f"{mentor}/share" in met[0].opens(f"{mentor}/pair").page.actions
    met[0].sends(f"{mentor}/share", share="no")

    assert not view(workspace, mentor).i_share
    assert f"{mentor}/share" not in met[0].opens(f"{mentor}/pair").page.actions
    assert met[0].sends(f"{mentor}/share", share="yes").status == 410
    assert met[0].sends(f"{mentor}/agreement", agreement="x", version="0").status == 410
    assert not view(workspace, mentor).i_share


def test_after_closing_a_pair_can_read_but_not_change(
    met: tuple[Phone, Phone], workspace: Workspace, assessment: Assessment, mentor: str
) -> None:
    met[0].sends(f"{mentor}/share", share="yes")
    assessments.close_assessment(workspace, assessment.id)

    assert met[0].opens(mentor).status == 410
    assert f"{mentor}/pair" in met[0].page.links
    assert met[0].opens(f"{mentor}/pair").status == 200
    assert met[0].page.actions == [f"{mentor}/language"]
    assert met[0].sends(f"{mentor}/share", share="no").status == 410
    assert met[0].sends(f"{mentor}/agreement", agreement="x", version="0").status == 410
    assert view(workspace, mentor).i_share


def test_nothing_can_be_agreed_before_both_have_finished(
    phone: Phone, workspace: Workspace, mentor: str
) -> None:
    phone.sends(f"{mentor}/agreement", agreement="Alleen van mij", version="0")

    assert phone.address == f"{mentor}/pair"
    assert view(workspace, mentor).pair.agreement == ""


def test_who_is_in_no_pair_has_no_such_page(phone: Phone, mentee: str) -> None:
    assert phone.opens(f"{mentee}/pair").status == 404
    assert phone.sends(f"{mentee}/share", share="yes").status == 404
    assert phone.sends(f"{mentee}/agreement", agreement="x", version="0").status == 404


def test_an_open_answer_stands_beside_one_that_is_given(
    new_phone: NewPhone, mentor: str, other: str
) -> None:
    does_it_all(new_phone(), mentor, "4")
    does_it_all(new_phone(), other, "")

    text = new_phone().opens(f"{mentor}/pair").page.text

    assert "Nog niet beantwoord" in text
    assert "zie je hier alleen als je zelf ook iets zegt" in text
    assert "alleen als je zelf" not in text.partition("Nog niet beantwoord")[0]


def test_who_finishes_with_nothing_reads_nothing_of_the_other(
    new_phone: NewPhone, mentor: str, other: str
) -> None:
    does_it_all(new_phone(), mentor, "01444", SECRET)
    does_it_all(new_phone(), other, "")

    page = new_phone().opens(f"{other}/pair").page

    assert SECRET not in page.text
    assert "mentor 4 (nl)" not in page.text
    assert page.text.count("zie je hier alleen als je zelf ook iets zegt") == QUESTIONS


def test_who_will_read_an_answer_stands_beside_it_before_it_is_given(
    phone: Phone, mentor: str
) -> None:
    phone.sends(f"{mentor}/begin")

    assert "/q/" in phone.address
    assert "Wie jouw antwoord leest: de ander van je koppel" in phone.page.text


def test_of_the_other_one_nothing_is_said_before_there_is_something(
    new_phone: NewPhone, mentor: str, other: str
) -> None:
    first, second = new_phone(), new_phone()
    does_it_all(first, mentor, "01444")
    alone = first.opens(f"{mentor}/pair").page.text
    assert "De ander" not in alone

    second.sends(f"{other}/begin")
    second.sends(f"{other}/finish")  # without a single answer
    together = first.opens(f"{mentor}/pair").page.text
    assert "De ander: " not in together  # has chosen nothing
    assert "Mentee Nog niet beantwoord" not in together

    second.opens(f"{other}/pair")
    second.sends(f"{other}/share", share="yes")
    assert "De ander: ja" in first.opens(f"{mentor}/pair").page.text
