"""Agreements made in sessions."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.errors import NotFound, StaleWrite
from assessment.session.agreements import SessionAgreement
from assessment.store import Store
from tests.support.session.rows import a_running_session

MADE = SessionAgreement("G1", "S1", "Bel elk koppel", "coördinator", date(2027, 1, 15), "MC-01")


def test_agreements_keep_their_order_and_change_by_who_saw_them(store: Store) -> None:
    a_running_session(store)
    first = store.session_agreements.save(MADE)
    second = store.session_agreements.save(replace(MADE, id="G0"))

    changed = store.session_agreements.save(replace(first, text="Bel elk koppel twee keer"))
    with pytest.raises(StaleWrite):
        store.session_agreements.save(replace(first, text="anders"))
    with pytest.raises(NotFound):
        store.session_agreements.save(replace(first, id="G9"))

    assert store.session_agreements.all("S1") == [changed, second]


def test_an_agreement_can_be_taken_away(store: Store) -> None:
    a_running_session(store)
    store.session_agreements.save(MADE)

    store.session_agreements.erase("G1")
    store.session_agreements.erase("G1")

    assert store.session_agreements.all("S1") == []
