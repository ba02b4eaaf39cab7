"""A group session with people in it, run by its keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assessment.catalogue.model import Text
from assessment.services.context import Workspace
from assessment.services.session import hands, joining, preparing, running, voting
from assessment.services.session.entering import by_key
from assessment.services.session.joining import Joined
from assessment.services.session.preparing import SessionDraft
from assessment.services.session.results import SessionOutcome, outcome_of_session
from assessment.session.control.orders import Order
from assessment.session.group_session import GroupSession
from assessment.session.keys import SessionKeys
from assessment.session.script import Script, SessionStep, StepKind
from assessment.session.states import Command, Purpose
from assessment.session.voting.votes import SessionVote
from tests.support.builders import NOW

ROLES = ("mentor", "mentee", "partner")
RATED = ("MC-01", "MC-03", "MC-41")


def a_step(kind: StepKind | str, id: str = "", minutes: int = 5, **fields: Any) -> SessionStep:  # noqa: A002
    return SessionStep(id=id or str(kind), kind=StepKind(kind), minutes=minutes, **fields)


def a_script(*steps: SessionStep) -> Script:
    """A script of these steps, by default one that rates, judges, collects and closes."""
    usual = (
        a_step("welcome"),
        a_step("thesis", items=("TH-01",)),
        a_step("rate", items=RATED, at_own_pace=True, minutes=13),
        a_step("judge", items=("MC-01", "MC-03")),
        a_step("missing"),
        a_step("agree"),
        a_step("checkout"),
    )
    return Script(id="test", title=Text({"nl": "Proef", "en": "Trial"}), steps=steps or usual)


def a_draft(*steps: SessionStep, **fields: Any) -> SessionDraft:
    usual = {
        "name": "Samen kijken",
        "language": "nl",
        "purpose": Purpose.BOTH,
        "planned_minutes": 60,
        "people_expected": 24,
        "roles": ROLES,
        "script": a_script(*steps),
    }
    return SessionDraft(**{**usual, **fields})


def a_session(**fields: object) -> GroupSession:
    draft = vars(a_draft(a_step("rate", items=("MC-01",)), a_step("judge", items=("MC-01", "own"))))
    kept = {"catalogue": "m", "catalogue_version": "1", "catalogue_hash": "h", "created_at": NOW}
    return replace(GroupSession(id="S1", **draft, **kept), **fields)


@dataclass
class Room:
    """A session whose lobby is open, its keys and who joined; commands see the newest version."""

    workspace: Workspace
    id: str
    keys: SessionKeys
    people: list[Joined] = field(default_factory=list)

    @property
    def session(self) -> GroupSession:
        """The session as it is now."""
        return by_key(self.workspace, self.keys.control).session

    @property
    def outcome(self) -> SessionOutcome:
        """What may be seen now."""
        return outcome_of_session(self.workspace, self.session)

    def join(self, *roles: str) -> list[Joined]:
        """Let people in, in these roles."""
        new = [joining.join(self.workspace, self.session, role, "nl") for role in roles]
        self.people += new
        return new

    def run(self, command: Command | str, *, key: str = "", **order: Any) -> GroupSession:
        """Give a command that saw the newest version."""
        wanted = Order(Command(command), **order)
        return running.run(self.workspace, key or self.keys.control, wanted, self.session.version)

    def run_all(self, *commands: Command | str) -> GroupSession:
        """Give commands one after the other."""
        for command in commands:
            self.run(command)
        return self.session

    def vote(self, joined: Joined, choice: str, *, item: str = "", **fields: Any) -> SessionVote:
        """Give the vote of one person on the item on the table, or another one."""
        session = self.session
        given = SessionVote(
            joined.person.id, session.step, item or session.item, session.turn, choice, **fields
        )
        return voting.vote(self.workspace, given)

    def vote_all(self, choices: Sequence[str], *, item: str = "", **fields: Any) -> None:
        """Give a vote of everybody, in the order in which they joined."""
        for joined, choice in zip(self.people, choices, strict=False):
            self.vote(joined, choice, item=item, **fields)

    def hands(self, role: str, counts: Mapping[str, int], *, item: str = "") -> GroupSession:
        """Type in the hands of a role at the first question."""
        session = self.session
        given = {("choice", choice): number for choice, number in counts.items()}
        return hands.set_hands(
            self.workspace,
            self.keys.control,
            item or session.item,
            role,
            given,
            session.version,
        )


def a_room(
    workspace: Workspace, *steps: SessionStep, roles: Sequence[str] = (), **fields: Any
) -> Room:
    """Open a session with these steps, and let people in."""
    session = preparing.create_session(workspace, a_draft(*steps, **fields))
    session, keys = preparing.new_keys(workspace, session)
    preparing.open_lobby(workspace, session)
    room = Room(workspace, session.id, keys)
    room.join(*roles)
    return room
