"""Agreements of now and before, whole or shortened."""

from datetime import date

import pytest

from reports.document.build import build
from tests.support.builders import an_agreement
from tests.support.files.documents import section_text
from tests.support.material import (
    the_material,
)

WHOLE = build(the_material())


def test_agreements_of_now_and_before_keep_all_their_words() -> None:
    said = section_text(WHOLE, "Agreements")

    now, before = said.split("Agreed before")
    row = "Ask every mentee | Criterion C-2 | Coordinator | 15 January 2027 | Not started"
    assert row in now
    assert "Write it down\nWhat happened: It stands in the plan | C-9 | – | – | Done" in before


@pytest.mark.parametrize("short", [True, False])
def test_without_agreements_that_is_said(short: bool) -> None:
    report = build(the_material(agreements=[], short=short))

    assert section_text(report, "Agreements") == "No agreements were made yet."


@pytest.mark.parametrize(("number", "said"), [(6, "One more"), (8, "3 more")])
def test_the_short_report_names_five_agreements_and_counts_the_rest(number: int, said: str) -> None:
    agreements = [an_agreement(str(n), text=f"Do {n} " + "word " * 99) for n in range(number)]

    text = section_text(build(the_material(agreements=agreements, short=True)), "Agreements")

    assert [f"Do {n} word" in text for n in range(number)] == [True] * 5 + [False] * (number - 5)
    assert f"{said} agreement" in text
    assert "…" in text


def test_a_date_is_said_in_the_language_of_the_report() -> None:
    agreement = an_agreement(due=date(2027, 1, 5))

    report = build(the_material(agreements=[agreement], language="nl"))

    assert "5 januari 2027" in section_text(report, "Afspraken")
