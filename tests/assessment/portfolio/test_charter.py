"""What a funder promises."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from assessment.errors import InvalidInput
from assessment.portfolio.charter import checked_portfolio, with_charter
from tests.support.portfolio.shares import TODAY, a_charter, a_portfolio


def test_texts_are_trimmed() -> None:
    checked = checked_portfolio(
        a_portfolio(name=" Naam ", charter=a_charter(purpose=" Doel ", readers=" Wij ")), TODAY
    )

    assert (checked.name, checked.charter.purpose, checked.charter.readers) == (
        "Naam",
        "Doel",
        "Wij",
    )


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"purpose": " "}, "purpose"),
        ({"readers": ""}, "readers"),
        ({"purpose": "x" * 10_001}, "purpose"),
        ({"never_ranks": False}, "never_ranks"),
        ({"keep_until": TODAY}, "keep_until"),
        ({"keep_until": TODAY + timedelta(days=5 * 366 + 1)}, "keep_until"),
    ],
)
def test_a_charter_that_misses_something_is_refused(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as error:
        checked_portfolio(a_portfolio(charter=a_charter(**fields)), TODAY)

    assert error.value.field == field


def test_a_portfolio_has_a_name() -> None:
    with pytest.raises(InvalidInput, match="needs a name"):
        checked_portfolio(a_portfolio(name=""), TODAY)


def test_another_promise_is_another_edition_and_the_same_one_is_not() -> None:
    portfolio = a_portfolio()
    changed = with_charter(portfolio, a_charter(purpose="Iets anders", edition=7))

    assert changed.charter.edition == 2
    assert with_charter(portfolio, replace(portfolio.charter, edition=9)) == portfolio
