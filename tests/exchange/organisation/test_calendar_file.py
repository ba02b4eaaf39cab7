"""Days of a project in a calendar."""

from dataclasses import replace
from datetime import date

from icalendar import Calendar

from assessment.agreements import AgreementStatus
from assessment.services.context import Workspace
from exchange.organisation.calendar_file import calendar_file
from locales import translator
from tests.support.builders import a_project, an_agreement, an_invitation, begin


def events(workspace: Workspace) -> dict[str, tuple[date, str, int]]:
    """Return day, status and number of changes by the id of an entry."""
    written = calendar_file(workspace, "P1", translator("nl"))
    calendar = Calendar.from_ical(written)
    assert calendar["method"] == "PUBLISH"
    return {
        str(event["uid"]): (event["dtstart"].dt, str(event["status"]), int(event["sequence"]))
        for event in calendar.walk("VEVENT")
    }


def test_ends_agreements_and_the_next_time_are_entries_that_keep_their_id(
    workspace: Workspace,
) -> None:
    store = begin(workspace.store)
    invitation = an_invitation(until=date(2026, 12, 1))
    store.invitations.add([invitation, an_invitation("O2")], [], [], threshold=5)
    saved = store.agreements.save(an_agreement(due=date(2027, 2, 3)))
    store.agreements.save(an_agreement("X2"))  # without a day
    assert events(workspace) == {
        "agreement-X1@mentorspiegel": (date(2027, 2, 3), "CONFIRMED", 1),
        "invitation-O1@mentorspiegel": (date(2026, 12, 1), "CONFIRMED", 1),
        "after-A1@mentorspiegel": (date(2027, 11, 20), "CONFIRMED", 0),
    }

    store.agreements.save(replace(saved, status=AgreementStatus.DONE))
    first = store.invitations.get("O1")
    store.invitations.save(replace(first, until=date(2026, 12, 8), closed_at=workspace.now()))
    changed = events(workspace)
    assert changed["agreement-X1@mentorspiegel"] == (date(2027, 2, 3), "CANCELLED", 2)
    assert changed["invitation-O1@mentorspiegel"] == (date(2026, 12, 8), "CANCELLED", 2)


def test_a_calendar_often_leaves_the_machine_so_no_text_of_an_agreement_is_in_it(
    workspace: Workspace,
) -> None:
    store = begin(workspace.store)
    store.agreements.save(an_agreement(due=date(2027, 2, 3), outcome="mislukt"))
    written = calendar_file(workspace, "P1", translator("en")).decode()

    assert "an agreement is to be done" in written
    assert "Maatjes" in written
    assert "Schrijf het plan op" not in written
    assert "mislukt" not in written


def test_a_project_without_an_assessment_has_an_empty_calendar(workspace: Workspace) -> None:
    workspace.store.projects.save(a_project())

    assert events(workspace) == {}
