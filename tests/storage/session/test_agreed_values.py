"""Agreed values."""

from dataclasses import replace

import pytest

from assessment.errors import NotFound, StaleWrite
from assessment.session.agreed_values import AgreedValue
from assessment.store import Store
from tests.support.session.rows import a_running_session

AGREED = AgreedValue("S1", "rate", "MC-01", "3", "minimal", in_scope=True, reason="omdat", for_it=9)


def test_an_agreed_value_is_written_once_and_changed_by_who_saw_it(store: Store) -> None:
    a_running_session(store)
    saved = store.agreed_values.save(AGREED)

    assert store.agreed_values.save(AGREED) == saved == replace(AGREED, version=1)
    changed = store.agreed_values.save(replace(saved, not_yet=2, dissent="te snel"))
    with pytest.raises(StaleWrite):
        store.agreed_values.save(replace(saved, value="4"))
    with pytest.raises(StaleWrite):
        store.agreed_values.save(replace(AGREED, item="MC-03", version=2))

    assert store.agreed_values.all("S1") == [changed]
    with pytest.raises(NotFound):
        store.agreed_values.save(replace(AGREED, session="S2"))
