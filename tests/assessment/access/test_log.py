"""The log of acts."""

from dataclasses import fields

from assessment.access.log import LoggedAct


def test_asvs_16_2_1_an_entry_says_who_what_and_when_and_holds_no_text_that_somebody_typed() -> (
    None
):
    assert [field.name for field in fields(LoggedAct)] == [
        *("at", "account", "organisation", "act", "thing", "detail")
    ]
