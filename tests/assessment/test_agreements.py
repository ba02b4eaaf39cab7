"""What an agreement may hold, and when nothing is left to do."""

from datetime import date

import pytest

from assessment.agreements import AgreementStatus, checked_agreement
from assessment.errors import InvalidInput
from assessment.text import MAX_LONG, MAX_NAME
from tests.support.builders import an_agreement


@pytest.mark.parametrize(
    ("status", "is_settled"),
    [
        (AgreementStatus.OPEN, False),
        (AgreementStatus.BUSY, False),
        (AgreementStatus.DONE, True),
        (AgreementStatus.DROPPED, True),
    ],
)
def test_an_agreement_is_settled_when_it_is_done_or_dropped(
    status: AgreementStatus, is_settled: bool
) -> None:
    assert an_agreement(status=status).is_settled is is_settled


def test_text_and_owner_are_trimmed_and_the_rest_is_kept() -> None:
    fields = {
        "due": date(2027, 1, 31),
        "status": AgreementStatus.BUSY,
        "outcome": " zie het verslag\n",
        "version": 3,
    }
    typed = an_agreement(text="  Schrijf het plan op \n", owner=" de coördinator ", **fields)

    assert checked_agreement(typed) == an_agreement(
        text="Schrijf het plan op", owner="de coördinator", **fields
    )


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_an_agreement_without_words_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="what will be done") as caught:
        checked_agreement(an_agreement(text=text))

    assert (caught.value.field, caught.value.rule) == ("text", "missing")


@pytest.mark.parametrize(
    ("field", "most"), [("text", MAX_LONG), ("outcome", MAX_LONG), ("owner", MAX_NAME)]
)
def test_a_field_may_be_as_long_as_its_limit_and_no_longer(field: str, most: int) -> None:
    longest = an_agreement(**{field: "x" * most})
    assert checked_agreement(longest) == longest

    with pytest.raises(InvalidInput, match=f"{field} is longer than") as caught:
        checked_agreement(an_agreement(**{field: "x" * (most + 1)}))
    assert (caught.value.field, caught.value.rule) == (field, "too_long")


@pytest.mark.parametrize("field", ["text", "outcome", "owner"])
@pytest.mark.parametrize("words", ["a\0b", "half a pair \ud83d"])
def test_a_character_that_no_database_keeps_is_refused_in_every_field(
    field: str, words: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_agreement(an_agreement(**{field: words}))

    assert (caught.value.field, caught.value.rule) == (field, "characters")
