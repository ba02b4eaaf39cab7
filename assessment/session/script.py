"""The script of a group session: its steps as data, with minutes, items and own texts."""

import json
from enum import StrEnum

from pydantic import Field, StrictBool, StrictInt

from assessment.catalogue.base import Part, Text, is_nothing
from assessment.errors import InvalidInput
from assessment.session.states import Purpose, TalkForm
from assessment.text import check_characters

MAX_STEPS = 40
MAX_ITEMS = 100  # of one step
MAX_MINUTES = 600  # of a whole script
MAX_SIZE = 200_000  # characters of a script as JSON
TALK_MINUTES = {
    TalkForm.PAIRS: 2,
    TalkForm.FOURS: 4,
    TalkForm.TABLES: 5,
    TalkForm.PLENARY: 4,
}


class StepKind(StrEnum):
    """What a step does."""

    WELCOME = "welcome"  # rules and a trial vote
    LAST_TIME = "last_time"  # what did we agree, what came of it
    THESIS = "thesis"
    JUDGE = "judge"
    RATE = "rate"
    TABLES = "tables"  # one phone per table gives the value of the table
    MISSING = "missing"  # silent notes, released and merged, then chosen from
    CHOOSE = "choose"  # two or three next steps out of proposals
    AGREE = "agree"  # role and date
    CHECKOUT = "checkout"


TAKES_NOTES = (StepKind.MISSING, StepKind.CHOOSE)
WITHOUT_VOTE = (StepKind.LAST_TIME, StepKind.AGREE)
VOTED_ONCE = (StepKind.WELCOME, StepKind.CHECKOUT)
ABOUT_CRITERIA = (StepKind.JUDGE, StepKind.RATE, StepKind.TABLES)


class SessionStep(Part):
    """One step. `items` are ids of criteria, theses or agreements, or of its own `texts`."""

    id: str = Field(min_length=1, max_length=60)
    kind: StepKind
    minutes: StrictInt = Field(ge=1, le=MAX_MINUTES)
    items: tuple[str, ...] = Field(default=(), max_length=MAX_ITEMS)
    texts: dict[str, Text] = Field(default_factory=dict, exclude_if=is_nothing)
    title: Text | None = Field(default=None, exclude_if=is_nothing)
    instruction: Text | None = Field(default=None, exclude_if=is_nothing)
    prompts: tuple[Text, ...] = Field(default=(), exclude_if=is_nothing)
    listen_for: tuple[Text, ...] = Field(default=(), exclude_if=is_nothing)
    at_own_pace: StrictBool = Field(default=False, exclude_if=is_nothing)  # all items at once
    vote_minutes: StrictInt | None = Field(default=None, ge=1, le=60, exclude_if=is_nothing)
    talk_minutes: dict[TalkForm, StrictInt] = Field(default_factory=dict, exclude_if=is_nothing)
    picks: StrictInt = Field(default=3, ge=1, le=10)  # how many one may choose

    @property
    def on_the_table(self) -> tuple[str, ...]:
        """The items that are voted on or talked about; a step without any is its own one item."""
        return self.items or (self.id,)

    @property
    def has_vote(self) -> bool:
        """Return whether phones are asked anything."""
        return self.kind not in WITHOUT_VOTE

    @property
    def takes_notes(self) -> bool:
        """Return whether people write before they choose."""
        return self.kind in TAKES_NOTES

    @property
    def is_whole(self) -> bool:
        """Return whether it opens all its items at once."""
        return self.at_own_pace or self.takes_notes

    def minutes_to_talk(self, form: TalkForm) -> int:
        """Return how long a talk in this form takes, never longer than the whole step."""
        return min(self.minutes, self.talk_minutes.get(form, TALK_MINUTES[form]))

    def minutes_to_vote(self, items: int) -> int:
        """Return how long a vote on some items takes; of all items as long as the script says."""
        if self.is_whole and items < len(self.on_the_table):
            return 1
        return self.vote_minutes or (self.minutes if self.is_whole else 1)


class Script(Part):
    """The steps of a session, in their order."""

    id: str = Field(min_length=1, max_length=60)
    title: Text
    description: Text | None = Field(default=None, exclude_if=is_nothing)
    purpose: Purpose = Purpose.MIRROR
    steps: tuple[SessionStep, ...] = Field(max_length=MAX_STEPS)

    @property
    def minutes(self) -> int:
        """How long all steps take."""
        return sum(step.minutes for step in self.steps)

    def step(self, step_id: str) -> SessionStep | None:
        """Return a step, None when there is no such step."""
        return next((step for step in self.steps if step.id == step_id), None)

    def place(self, step_id: str) -> int:
        """Return the place of a step, -1 when there is no such step."""
        return next((n for n, step in enumerate(self.steps) if step.id == step_id), -1)


def checked_script(script: Script) -> Script:
    """Return the script unchanged.

    Raises InvalidInput for one without steps, an id that is used twice, too many minutes or too much
    text.
    """
    if not script.steps:
        raise InvalidInput("script", "missing", "A script needs at least one step.")
    ids = [step.id for step in script.steps]
    doubles = sorted({name for name in ids if ids.count(name) > 1})
    doubles += [f"{s.id}: {i}" for s in script.steps for i in s.items if s.items.count(i) > 1]
    if doubles:
        text = f"`{doubles[0]}` stands twice in the script. Give every step and item once."
        raise InvalidInput("script", "double", text)
    if script.minutes > MAX_MINUTES:
        text = f"The steps take {script.minutes} minutes; at most {MAX_MINUTES} are planned."
        raise InvalidInput("script", "too_long", text)
    plain = json.dumps(script.model_dump(mode="json"), ensure_ascii=False)
    check_characters("script", plain)
    if len(plain) > MAX_SIZE:
        text = f"The script is longer than {MAX_SIZE:,} characters. Shorten its texts."
        raise InvalidInput("script", "too_large", text)
    return script
