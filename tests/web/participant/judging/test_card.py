"""A card on a phone without JavaScript: judge, look back, say what is missing; nothing is lost."""

import pytest

from assessment.assessments import Assessment
from assessment.judging.judgements import MISSING
from assessment.services import invitations
from assessment.services.context import Workspace
from tests.support.invitations import own, session
from tests.support.session.judges import invite_judges
from tests.support.web.phone import JSON, Phone
from tests.web.conftest import NewPhone


@pytest.fixture
def judge(workspace: Workspace, assessment: Assessment) -> str:
    """The own address of a mentee who was asked to judge five criteria, and has just begun."""
    issued = invite_judges(workspace, assessment, profile="few")
    return f"/a/{own(workspace, issued.links[0].token)}"


def first_card(workspace: Workspace, address: str) -> str:
    return session(workspace, address.removeprefix("/a/")).criteria[0].id


def test_somebody_judges_card_after_card_and_says_what_is_missing(
    phone: Phone, workspace: Workspace, judge: str
) -> None:
    phone.opens(f"{judge}/q/{first_card(workspace, judge)}")
    assert phone.page.options == [
        *("applies", "partly", "does_not_apply", "unknown"),
        *("minimal", "desirable", "not_needed_now"),
    ]
    assert "<script" not in phone.response.text
    for choice in ("applies", "partly", "does_not_apply", "unknown"):
        phone.answers(choice=choice, need="minimal")
    assert "Kaart 4: opgeslagen" in phone.page.text
    phone.answers()  # the fifth stays open
    assert phone.address == f"{judge}/missing"
    phone.sends(f"{judge}/missing", version="0", note="Tijd. ⏳", go="next")
    kept = workspace.store.judgements.all(
        session(workspace, judge.removeprefix("/a/")).respondent.id
    )

    assert "4 van de 5 kaarten ingevuld" in phone.page.text
    assert "Nog niet beoordeeld" in phone.page.text
    assert "Tijd. ⏳" in phone.page.text
    assert sorted((one.choice, one.need) for one in kept.values()) == [
        ("", ""),
        ("applies", "minimal"),
        ("does_not_apply", ""),
        ("partly", "minimal"),
        ("unknown", ""),
    ]
    assert kept[MISSING].note == "Tijd. ⏳"
    phone.sends(f"{judge}/finish")
    assert "Dank je wel" in phone.page.heading
    assert "Dan ziet het wat mensen samen zeiden" in phone.page.text


def test_a_card_shows_again_what_was_judged(phone: Phone, workspace: Workspace, judge: str) -> None:
    card = f"{judge}/q/{first_card(workspace, judge)}"
    phone.opens(card).answers(choice="applies", need="desirable", note="Omdat.")
    phone.opens(card)

    assert phone.page.fields == {
        "version": "1",
        "choice": "applies",
        "need": "desirable",
        "note": "Omdat.",
    }
    assert phone.answers("language:en").page.language == "en"
    assert phone.answers("pause").address == f"{judge}/pause"
    assert "1 of 5 cards judged" in phone.page.text
    assert phone.opens(card).answers("back").address == f"{judge}/about"


def test_what_cannot_be_saved_stays_on_the_page_with_the_reason(
    phone: Phone, workspace: Workspace, judge: str
) -> None:
    card = f"{judge}/q/{first_card(workspace, judge)}"
    phone.opens(card).answers(need="minimal", note="Blijft staan.")

    assert phone.status == 422
    assert "Kies eerst of het van toepassing is." in phone.page.text
    assert phone.page.fields["note"] == "Blijft staan."
    assert phone.page.fields["need"] == "minimal"
    assert "te lang" in phone.answers(choice="applies", note="a" * 2_001).page.text
    assert phone.sends(card, version="1x", choice="applies").status == 422


def test_two_devices_are_asked_which_to_keep(
    phone: Phone, new_phone: NewPhone, workspace: Workspace, judge: str
) -> None:
    card = f"{judge}/q/{first_card(workspace, judge)}"
    other = new_phone().opens(card)
    phone.opens(card).answers(choice="applies", need="minimal")
    other.answers(choice="partly", need="desirable", note="Hier.")

    assert other.status == 409
    assert "Dit hoort er een beetje bij · Gewenst" not in phone.page.text
    assert other.page.fields["choice"] == "partly"
    other.answers()
    kept = workspace.store.judgements.all(
        session(workspace, judge.removeprefix("/a/")).respondent.id
    )
    assert [(one.choice, one.note, one.version) for one in kept.values()] == [
        ("partly", "Hier.", 2)
    ]
    assert new_phone().sends(card, version="0", go="next").status == 200  # it says nothing


def test_pages_for_who_rates_are_not_there(phone: Phone, workspace: Workspace, judge: str) -> None:
    criterion = first_card(workspace, judge)

    assert phone.opens(f"{judge}/questions").status == 404
    assert phone.opens(f"{judge}/answers").status == 404
    posted = phone.client.request(
        "POST", f"{judge}/answers", data={"1-criterion": criterion, "1-choice": "2"}, headers=JSON
    )
    assert posted.status_code in (404, 415)
    assert phone.opens(f"{judge}/q/MC-99").status == 404
    assert phone.sends(f"{judge}/q/MC-99", version="0").status == 404


def test_who_rates_has_no_page_for_what_is_missing(phone: Phone, mentee: str) -> None:
    assert phone.opens(f"{mentee}/missing").status == 404
    assert phone.sends(f"{mentee}/missing", version="0", note="Tijd.").status == 404


def test_the_start_says_what_is_asked_and_how_long_it_takes(
    phone: Phone, workspace: Workspace, assessment: Assessment
) -> None:
    issued = invite_judges(workspace, assessment, role="facilitator", open_link=True)
    phone.opens(f"/a/{issued.open_token}")

    assert phone.page.heading == "Wat telt bij Maatjes?"
    assert "kaarten. Dat duurt ongeveer 25 minuten" in phone.page.text
    assert "minstens 5 mensen van een groep" in phone.page.text


def test_after_closing_nothing_can_be_judged(
    phone: Phone, workspace: Workspace, judge: str
) -> None:
    one = session(workspace, judge.removeprefix("/a/"))
    phone.opens(f"{judge}/q/{one.criteria[0].id}")
    invitations.close_invitation(workspace, one.invitation.id)

    assert phone.answers(choice="applies").status == 410
