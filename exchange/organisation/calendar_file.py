"""Days of a project for a calendar: ends of invitations, agreements, and when to look again.

An entry names the project and what kind of day it is: a calendar often leaves the machine, so no text of an
agreement and no result stands in it. Each entry keeps its id, so that reading the file again changes what is there.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Calendar, Event

from assessment.access.acts import Act
from assessment.agreements import Agreement
from assessment.assessments import Assessment
from assessment.invitations import Invitation
from assessment.services.context import Workspace, requires
from locales import Translator

LOOK_AGAIN = timedelta(days=365)  # after an assessment began
MEDIA_TYPE = "text/calendar"


@requires(Act.SEE_OUTCOME, reads=True)
def calendar_file(workspace: Workspace, project_id: str, t: Translator) -> bytes:
    """Return the days of a project as a calendar file. Raises NotFound."""
    store = workspace.store
    project = store.projects.get(project_id)
    assessments = store.assessments.all(project_id)
    calendar = Calendar()
    calendar.add("prodid", "-//Mentorspiegel//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    words = _Words(t, " ".join(project.name.split()))
    events = [words.due(a, a.due) for a in store.agreements.all(project_id) if a.due]
    for assessment in assessments:
        events += [
            words.end(each, each.until, is_open=not assessment.is_closed)
            for each in store.invitations.all(assessment.id)
            if each.until
        ]
    if assessments:
        events.append(words.next(max(assessments, key=lambda a: a.started_at)))
    for event in events:
        event.add("dtstamp", workspace.now())
        calendar.add_component(event)
    return bytes(calendar.to_ical())


@dataclass(frozen=True)
class _Words:
    t: Translator
    project: str

    def due(self, agreement: Agreement, day: date) -> Event:
        event = self._event(f"agreement-{agreement.id}", day, self.t("an agreement is to be done"))
        return _counted(event, agreement.version, stands=not agreement.is_settled)

    def end(self, invitation: Invitation, day: date, *, is_open: bool) -> Event:
        event = self._event(f"invitation-{invitation.id}", day, self.t("last day of an invitation"))
        stands = is_open and invitation.closed_at is None
        return _counted(event, invitation.version, stands=stands)

    def next(self, newest: Assessment) -> Event:
        day = (newest.started_at + LOOK_AGAIN).date()
        text = self.t("a year after the last assessment: time to look again")
        return _counted(self._event(f"after-{newest.id}", day, text), 0, stands=True)

    def _event(self, uid: str, day: date, text: str) -> Event:
        event = Event()
        event.add("uid", f"{uid}@mentorspiegel")
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", f"{self.project}: {text}")
        event.add("transp", "TRANSPARENT")
        return event


def _counted(event: Event, sequence: int, *, stands: bool) -> Event:
    event.add("sequence", sequence)
    event.add("status", "CONFIRMED" if stands else "CANCELLED")
    return event
