"""What was agreed, in words."""

from datetime import date

from assessment.session.agreements import SessionAgreement
from locales import translator
from tests.support.session.going import Going
from web.session.outcome import agreements


def test_an_agreement_names_role_and_date_where_there_are_any() -> None:
    made = [
        SessionAgreement("1", "S", "Call", "coordinator", date(2027, 3, 1)),
        SessionAgreement("2", "S", "Write"),
    ]
    found = agreements(made, translator("en"))

    assert [(one.text, one.more) for one in found] == [
        ("Call", "coordinator · 1 March 2027"),
        ("Write", ""),
    ]


def test_an_item_that_was_judged_is_agreed_as_what_it_is_for_the_profile(session: Going) -> None:
    session.to("judge").whole_vote("applies", need="desirable")
    session.press("Save what is agreed", value="desirable", reason="later")

    assert session.screen.shows("Agreed: Desirable: we want to grow to this later")
    agreed = session.room.outcome.agreed["judge", "MC-41"]
    assert (agreed.in_scope, agreed.requirement) == (True, "growth")
