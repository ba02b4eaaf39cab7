"""A session that went its whole way, of which a report can be made."""

from datetime import date

from assessment.services.context import Workspace
from assessment.services.session import agreements, notes, running
from assessment.services.session.entering import session_now
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.notes import NoteStatus
from tests.support.session.room import Room, a_room, a_step

ROLES = ("mentor",) * 6 + ("mentee",) * 6 + ("partner",) * 2
FIRST = ("3", "3", "4", "3", "2", "3", "1", "1", "2", "0", "1", "1", "3", "2")
SECOND = ("2", "2", "3", "2", "2", "3", "2", "1", "2", "1", "2", "2", "3", "2")


def an_evening(workspace: Workspace, **fields: object) -> Room:
    """Rate, judge, take a thesis, agree and end; 14 people, of whom two are partners."""
    room = a_room(
        workspace,
        a_step("thesis", items=("T-1",)),
        a_step("rate", items=("MC-41", "MC-03")),
        a_step("judge", items=("MC-19",)),
        a_step("missing"),
        a_step("agree"),
        a_step("checkout"),
        roles=ROLES,
        **fields,
    )
    room.run("start")
    _thesis(room)
    _rate(room)
    _judge(room)
    _missing(room)
    _close(room)
    return room


def a_vote_of_too_few(workspace: Workspace) -> Room:
    """Six are in the room, of whom two vote; it is shown that these are too few."""
    room = a_room(
        workspace,
        a_step("welcome"),
        a_step("rate", items=("MC-01",)),
        roles=("mentor",) * 3 + ("mentee",) * 3,
    )
    room.run_all("start", "next", "start")
    room.vote_all(("3", "2"))
    room.run_all("close", "show")
    return room


def _vote(room: Room, choices: tuple[str, ...], command: str, **fields: object) -> None:
    room.run(command)
    room.vote_all(choices, **fields)
    room.run_all("close", "show")


def _thesis(room: Room) -> None:
    _vote(room, ("for",) * 5 + ("against",) * 6 + ("depends",) * 3, "start")
    person = room.people[0]
    notes.write_note(room.workspace, person.person, room.session, "Counting is not looking.")
    [note] = notes.notes_to_release(room.workspace, room.keys.control)
    notes.set_note(room.workspace, room.keys.control, note.id, NoteStatus.RELEASED)
    _vote(room, ("against",) * 12 + ("for",) * 2, "vote_again")
    room.run("next")


def _rate(room: Room) -> None:
    _vote(room, FIRST, "start")
    _vote(room, SECOND, "vote_again")
    _agree(room, "2", reason="We ask, and not everybody.", for_it=9, live_with_it=4, not_yet=1)
    room.run("next")
    _vote(room, ("4",) * 14, "start")
    _agree(room, "4", dissent="One partner never saw it.")
    room.run("next")


def _judge(room: Room) -> None:
    _vote(room, ("applies",) * 14, "start", need="minimal")
    _agree(room, "minimal", requirement="minimal", in_scope=True)
    room.run("next")


def _missing(room: Room) -> None:
    room.run_all("start", "close", "show", "next")


def _close(room: Room) -> None:
    agreements.save_session_agreement(
        room.workspace,
        room.keys.control,
        SessionAgreement(
            "", room.id, "Ask every mentee.", "coordinator", date(2027, 3, 1), "MC-41"
        ),
    )
    room.run("next")
    _vote(room, ("yes",) * 10 + ("partly",) * 4, "start")
    room.run("end")


def _agree(room: Room, value: str, **fields: object) -> None:
    session = session_now(room.workspace, room.id)
    agreed = AgreedValue(room.id, session.step, session.item, value, **fields)  # type: ignore[arg-type]
    running.agree(room.workspace, room.keys.control, agreed, session.version)
