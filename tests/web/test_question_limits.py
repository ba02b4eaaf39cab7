"""One question on a screen: what is refused, what stays text, and what it weighs."""

import pytest

from assessment.catalogue import Catalogue
from assessment.projects import Assessment
from assessment.services.rounds import open_round
from assessment.services.workspace import Workspace
from tests.rounds import own
from tests.web.conftest import NewPhone
from tests.web.phone import Phone
from tests.web.test_questions import stored


@pytest.mark.parametrize(
    "fields",
    [
        {"choice": "5"},
        {"choice": "level"},
        {"choice": "-1"},
        {"choice": "²"},
        {"choice": "2", "version": "-1"},
        {"choice": "2", "version": "x"},
        {"choice": "2", "version": "٣"},
        {"choice": "2", "version": "9" * 30},
    ],
    ids=str,
)
def test_what_our_form_never_sends_is_refused(
    begun: Phone, workspace: Workspace, mentee: str, fields: dict[str, str]
) -> None:
    begun.sends(begun.page.actions[0], **fields)

    assert begun.status == 422
    assert "Niet opgeslagen" in begun.page.text
    assert stored(workspace, mentee) == {}


def test_too_many_words_stay_on_the_screen_and_are_not_called_saved(
    begun: Phone, workspace: Workspace, mentee: str
) -> None:
    long = "é" * 2001
    begun.answers(choice="2", comment=long)

    assert begun.status == 422
    assert begun.page.fields["comment"] == long
    assert "hoogstens 2000 tekens" in begun.page.text
    assert stored(workspace, mentee) == {}


def test_a_character_that_cannot_be_kept_is_told(begun: Phone) -> None:
    begun.answers(choice="2", comment="a\0b")

    assert begun.status == 422
    assert begun.page.fields["comment"] == "ab"


def test_markup_stays_text(begun: Phone, mentee: str) -> None:
    begun.answers("//", choice="2", comment="</textarea><script>alert(1)</script>")

    assert begun.page.fields["comment"] == "</textarea><script>alert(1)</script>"
    assert "<script>alert" not in begun.response.text


def test_a_page_that_is_kept_in_memory_holds_nothing_of_who_saw_it_before(
    new_phone: NewPhone, workspace: Workspace, assessment: Assessment
) -> None:
    issued = open_round(workspace, assessment.id, "mentee", "few", 2, None, personal=2)
    pages = []
    one, two = (own(workspace, link.token) for link in issued.links)
    for token in (one, two):
        phone = new_phone().sends(f"/a/{token}/begin")
        phone.answers(choice="3")
        phone.answers("back")
        pages.append(phone.response.text)

    assert one not in pages[1]
    assert pages[0].replace(one, two) == pages[1]
    assert not any("\ue000" in page or "\ue001" in page for page in pages)


def test_a_page_that_is_not_of_this_person_is_told(phone: Phone, mentee: str) -> None:
    for page in ("q/MC-99", "q/", "q/x/y", "nowhere", "pair", "q"):
        assert phone.opens(f"{mentee}/{page}").status == 404
        assert mentee in phone.page.links


def test_a_question_weighs_little(begun: Phone) -> None:
    from web.assets import SCRIPT, STYLE

    begun.answers(choice="2", comment="x" * 1000)
    begun.answers("back")
    whole = len(begun.response.content) + len(STYLE.body) + len(SCRIPT.body)

    assert whole < 30_000
    assert begun.response.text.count(" src=") + begun.response.text.count('rel="stylesheet"') == 2


def test_only_the_question_can_be_asked_that_is_in_scope(
    begun: Phone, mentee: str, catalogue: Catalogue, assessment: Assessment
) -> None:
    profile = catalogue.profile("few")
    assert profile is not None
    outside = next(c.id for c in catalogue.criteria if c.id not in profile.criteria)

    begun.sends(f"{mentee}/q/{outside}", choice="2", version="0", go="next")

    assert begun.status == 404
