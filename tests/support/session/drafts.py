"""A session on paper: nothing of it is stored."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from assessment.session.group_session import GroupSession
from assessment.session.keys import SessionKeys
from assessment.session.script import Script
from assessment.session.states import Purpose
from reports.session.addresses import SessionAddresses, addresses
from tests.support.session.room import ROLES, a_script

BASE = "https://mentoring.example"
KEYS = SessionKeys("A" * 32)
MADE_AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def a_session(script: Script | None = None, **fields: Any) -> GroupSession:
    made = GroupSession(
        id="S1",
        name="Samen kijken",
        language="nl",
        purpose=Purpose.MIRROR,
        planned_minutes=60,
        people_expected=24,
        roles=ROLES,
        catalogue="mentoring",
        catalogue_version="1",
        catalogue_hash="hash",
        script=script or a_script(),
        created_at=MADE_AT,
    )
    return replace(made, **fields)


def where() -> SessionAddresses:
    return addresses(KEYS, BASE)
