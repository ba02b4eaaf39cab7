"""A script played by people who keep to its moments, on a clock that is moved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from assessment.catalogue.scripts import ScriptMoment, ScriptStep
from assessment.session.control.clock import timetable
from assessment.session.script import VOTED_ONCE, WITHOUT_VOTE, SessionStep, StepKind
from assessment.session.states import TalkForm
from tests.support.builders import Clock
from tests.support.session.room import Room

TALKS = {form.value: form for form in TalkForm}
CHOICES = {
    StepKind.THESIS: ("for", "against", "depends"),
    StepKind.JUDGE: ("applies", "partly"),
    StepKind.RATE: ("1", "2", "3", "4"),
    StepKind.WELCOME: ("yes", "no"),
    StepKind.CHECKOUT: ("yes", "partly"),
}
QUICK = 20  # seconds in which everybody answers a trial vote


@dataclass
class Rehearsal:
    """A session that goes through its script; `late` says by how much each step ran over."""

    room: Room
    clock: Clock
    late: dict[str, timedelta]

    def play(self, steps: tuple[ScriptStep, ...]) -> None:
        """Begin, and take the steps one by one, each in the time that it has."""
        self.room.run("start")
        planned = timetable(self.room.session.script, self.clock.now)
        for place, plan in enumerate(planned):
            step = self.room.session.script.steps[place]
            assert self.room.session.step == step.id
            self._play(step, steps[place])
            self.late[step.id] = max(timedelta(), self.clock.now - plan.ends)
            self.clock.now = max(self.clock.now, plan.ends)
            if place < len(planned) - 1:
                self._go_on(planned[place + 1].step)
        self.room.run("end")

    def _go_on(self, step: str) -> None:
        while self.room.session.step != step:
            self.room.run("next")

    def _play(self, step: SessionStep, script: ScriptStep) -> None:
        if step.kind in WITHOUT_VOTE:
            self.room.run("start")
        elif step.kind in VOTED_ONCE or not script.moments:
            self._vote("start", QUICK)
        elif step.is_whole:
            self._take_all(m for m in script.moments if not m.each)
            for item in step.items[: script.talked_about]:
                self._take_all((m for m in script.moments if m.each), item)
        else:
            for item in step.on_the_table:
                self._take_all(script.moments)
                if item != step.on_the_table[-1]:
                    self.room.run("next")

    def _take_all(self, moments: Iterable[ScriptMoment], item: str | None = None) -> None:
        for moment in moments:
            self._take(moment, item)

    def _take(self, moment: ScriptMoment, item: str | None = None) -> None:
        """Do what a moment says, for as long as it says."""
        if moment.do in ("vote", "vote_again", "write"):
            wanted = "vote_again" if moment.do == "vote_again" else "start"
            self._vote(wanted, moment.seconds, item)
            return
        if moment.do in TALKS:
            self.room.run("talk", talk=TALKS[moment.do], item=item)
        elif moment.do == "agree":
            self.room.run("agree", item=item)
        self.clock.forward(seconds=moment.seconds)

    def _vote(self, command: str, seconds: int, item: str | None = None) -> None:
        session = self.room.run(command, item=item)
        choices = CHOICES.get(session.script.step(session.step).kind)  # type: ignore[union-attr]
        self.clock.forward(seconds=seconds)
        for open_item in session.open_items if choices else ():
            many = [choices[n % len(choices)] for n in range(len(self.room.people))]
            need = {"need": "minimal"} if "applies" in choices else {}
            self.room.vote_all(many, item=open_item, **need)
        self.room.run_all("close", "show")
