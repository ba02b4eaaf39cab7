"""A room whose people use the pages: the control presses, six phones answer, the screen is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.support.session.pages import NewVisitor, Visitor
from tests.support.session.room import Room


def joins(visitor: Visitor, room: Room, role: str = "Mentor", *, by: str = "") -> Visitor:
    """Scan the square code (or type the code) and press the role: two taps."""
    visitor.opens(f"/s/{by or room.keys.join_token}").presses(role)
    return visitor.follows("Go on")


@dataclass
class Going:
    """A session that is led by hand on its pages."""

    room: Room
    control: Visitor
    screen: Visitor
    phones: list[Visitor]

    @property
    def phone_address(self) -> str:
        return f"/s/{self.room.keys.join_token}"

    def look(self) -> None:
        """Look again on every page."""
        self.control.opens(f"/control/{self.room.keys.control}")
        self.screen.opens(f"/screen/{self.room.keys.screen}")
        for phone in self.phones:
            phone.opens(self.phone_address)

    def to(self, step: str) -> "Going":
        """Begin, and go on until a step is on the table; all look again."""
        self.room.run("start")
        while self.room.session.step != step:
            self.room.run("next")
        self.look()
        return self

    def rate(self, *choices: str) -> "Going":
        """Let everybody answer three items at their own pace."""
        for number, phone in enumerate(self.phones):
            for place, button in enumerate(("Next", "Next", "Look back")):
                phone.presses(button, choice=choices[(number + place) % len(choices)])
                assert phone.status == 200, phone.page.text
        return self

    def press(self, *buttons: str, **fields: str) -> "Going":
        """Press buttons on the control one after the other; all others look again."""
        for button in buttons:
            self.control.presses(button, **fields)
            assert self.control.status == 200, self.control.page.text
        self.look()
        return self

    def vote(self, *choices: str, **fields: str) -> "Going":
        """Let every phone choose, in turn."""
        for number, phone in enumerate(self.phones):
            phone.presses("Save my answer", choice=choices[number % len(choices)], **fields)
            assert phone.status == 200, phone.page.text
        return self

    def whole_vote(self, *choices: str, start: str = "Start the vote", **fields: str) -> "Going":
        """Open a vote, let everybody choose, close it and show the result."""
        self.press(start).vote(*choices, **fields)
        return self.press("Close the vote", "Show the result")

    def everything(self) -> str:
        """Return the text of all that anybody sees."""
        pages: Sequence[Visitor] = (self.control, self.screen, *self.phones)
        return " ".join(page.response.text for page in pages)


def going(room: Room, new_visitor: NewVisitor, people: int = 6, role: str = "Mentor") -> Going:
    """Open the control and the screen, and let people in."""
    phones = [joins(new_visitor(), room, role) for _ in range(people)]
    found = Going(room, new_visitor(), new_visitor(), phones)
    found.look()
    return found
