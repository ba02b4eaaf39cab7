"""Scripts of a group session: which steps, for how long, and what a facilitator does in each."""

from typing import Literal

from pydantic import Field, StrictBool, StrictInt

from assessment.catalogue.base import Part, Text

LONGEST = 480  # minutes of a session
MOST_PEOPLE = 500
MOST_ITEMS = 100

Purpose = Literal["mirror", "minimum", "both"]
ScriptKind = Literal[
    "welcome",
    "last_time",
    "thesis",
    "judge",
    "rate",
    "tables",
    "missing",
    "choose",
    "agree",
    "checkout",
]
MomentKind = Literal[
    "vote",
    "show",
    "pairs",
    "fours",
    "tables",
    "plenary",
    "vote_again",
    "agree",
    "write",
    "harvest",
    "break",
]


class StepGuide(Part):
    """What a facilitator does in one kind of step, asks the group, and listens for."""

    id: ScriptKind
    title: Text
    instruction: Text
    prompts: tuple[Text, ...]
    listen_for: tuple[Text, ...]


class ScriptMoment(Part):
    """A part of a step: what happens, how long, and whether once or for `each` of its items."""

    do: MomentKind
    seconds: StrictInt = Field(ge=5, le=LONGEST * 60)
    each: StrictBool = False


class ScriptStep(Part):
    """One step of a script, with its minutes, and words of its own where the guide does not fit.

    `items` says how many criteria or theses it takes, `talk_about` of how many of them there is a
    talk and a second vote: of all when it is left out.
    """

    kind: ScriptKind
    minutes: StrictInt = Field(ge=1, le=LONGEST)
    items: StrictInt = Field(default=0, ge=0, le=MOST_ITEMS)
    talk_about: StrictInt | None = Field(default=None, ge=0, le=MOST_ITEMS)
    moments: tuple[ScriptMoment, ...] = ()
    instruction: Text | None = None
    prompts: tuple[Text, ...] = ()
    listen_for: tuple[Text, ...] = ()

    @property
    def talked_about(self) -> int:
        """Return of how many items there is a talk; 1 for a step without items."""
        wanted = self.items if self.talk_about is None else self.talk_about
        return wanted or 1


class People(Part):
    """For how many people a script is meant."""

    least: StrictInt = Field(ge=1, le=MOST_PEOPLE)
    most: StrictInt = Field(ge=1, le=MOST_PEOPLE)


class SessionScript(Part):
    """A ready script for a group session. A facilitator may change it for one session."""

    id: str
    title: Text
    description: Text
    purpose: Purpose
    minutes: StrictInt = Field(ge=1, le=LONGEST)
    people: People
    steps: tuple[ScriptStep, ...]
