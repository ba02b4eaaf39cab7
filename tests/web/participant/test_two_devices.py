"""One address on two devices: nothing is overwritten silently."""

from assessment.services.context import Workspace
from tests.support.web.phone import Phone
from tests.support.web.respondents import only_answer
from tests.web.conftest import BOTH_WAYS, NewPhone

pytestmark = BOTH_WAYS


def test_another_device_is_never_overwritten_and_one_is_asked_which_to_keep(
    new_phone: NewPhone, begun: Phone, workspace: Workspace, mentee: str
) -> None:
    other = new_phone().opens(begun.address)
    other.answers(choice="4", comment="Van de ander")
    begun.answers(choice="1", comment="Van hier")

    assert begun.status == 409
    assert only_answer(workspace, mentee).level == 4
    assert "Van de ander" in begun.page.text
    assert "Van hier" in begun.page.text

    begun.answers(**begun.page.fields)
    assert begun.status == 200
    assert (only_answer(workspace, mentee).level, only_answer(workspace, mentee).comment) == (
        1,
        "Van hier",
    )


def test_what_is_saved_can_be_kept(
    new_phone: NewPhone, begun: Phone, workspace: Workspace, mentee: str
) -> None:
    question = begun.address
    new_phone().opens(question).answers(choice="4")
    begun.answers(choice="unknown")

    assert question in begun.page.links
    assert begun.opens(question).page.fields["choice"] == "4"


def test_a_tab_without_anything_chosen_asks_nothing(
    new_phone: NewPhone, begun: Phone, workspace: Workspace, mentee: str
) -> None:
    page = begun.page
    new_phone().opens(begun.address).answers(choice="4", comment="x")
    begun.opens(begun.address)
    begun.sends(page.actions[0], version="7", comment="x", go="next")

    assert begun.status == 200
    assert only_answer(workspace, mentee).level == 4
