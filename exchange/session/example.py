"""The session of the example project: data beside the criteria, held some days ago."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from assessment.access.acts import Act
from assessment.catalogue.model import Catalogue, Text
from assessment.catalogue.reading.yaml_document import read_yaml
from assessment.errors import CatalogueError
from assessment.respondents import token_hash
from assessment.services.context import Workspace, requires
from assessment.services.session.proposing import item_pool, proposed
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.group_session import GroupSession
from assessment.session.notes import NoteStatus, SessionNote
from assessment.session.people import SessionPerson
from assessment.session.phrases import phrase_hash
from assessment.session.script import Script
from assessment.session.states import SessionPhase, SessionState, Turn
from assessment.session.store import WholeSession
from assessment.session.voting.votes import SessionVote, ShownMark
from exchange.session.example_file import NAME, ExampleSession, Votes, load_example_session


@requires(Act.CREATE_PROJECT)
def add_example_session(workspace: Workspace, criteria: Path, project: str, language: str) -> None:
    """Add the finished session of the example, if the criteria bring one. Raises CatalogueError."""
    if not (criteria / NAME).is_file():
        return
    example = load_example_session(criteria)
    catalogue, pool = item_pool(workspace, project, tuple(example.people))
    ready = workspace.catalogue.script(example.script)
    if ready is None:
        located = read_yaml(criteria, NAME)
        text = f"there is no script `{example.script}`. Name one of `sessions/`."
        located.problem(("script",), text)
        raise CatalogueError(located.problems)
    script = proposed(workspace.catalogue, ready, pool, example.minutes)
    session = _session(workspace, example, catalogue, _with_items(script, example), project)
    session = _spoken_in(session, example, language, pool.assessment)
    workspace.store.sessions.add(_whole(workspace, example, session))


def _with_items(script: Script, example: ExampleSession) -> Script:
    """Return the script with the items of the example in the steps that it says something of."""
    named: dict[str, list[str]] = {}
    for item in example.items:
        if item.item != item.step:
            named.setdefault(item.step, []).append(item.item)
    steps = tuple(
        step.model_copy(update={"items": tuple(named[step.id])}) if step.id in named else step
        for step in script.steps
    )
    return script.model_copy(update={"steps": steps})


def _session(
    workspace: Workspace,
    example: ExampleSession,
    catalogue: Catalogue,
    script: Script,
    project: str,
) -> GroupSession:
    """Return the session as it ended, in time, so many days ago."""
    began = workspace.now() - timedelta(days=example.days_ago)
    workspace.store.snapshots.add(catalogue.content_hash, catalogue.snapshot)
    last = script.steps[-1].id
    return GroupSession(
        id=workspace.new_id(),
        name="",
        language="",
        purpose=example.purpose,
        planned_minutes=example.minutes,
        people_expected=sum(example.people.values()),
        roles=tuple(role for role in catalogue.role_ids if role in example.people),
        catalogue=catalogue.id,
        catalogue_version=catalogue.version,
        catalogue_hash=catalogue.content_hash,
        script=script,
        created_at=began - timedelta(days=7),
        project=project,
        state=SessionState.ENDED,
        step=last,
        item=last,
        phase=SessionPhase.SHOWN,
        opened_at=began - timedelta(minutes=15),
        started_at=began,
        ended_at=began + timedelta(minutes=example.minutes),
        version=1,
    )


def _spoken_in(
    session: GroupSession, example: ExampleSession, language: str, assessment: str
) -> GroupSession:
    return replace(
        session,
        name=example.name.in_language(language),
        language=language,
        assessment=assessment,
    )


@dataclass(frozen=True)
class _Told:
    """The example in one language, for one session."""

    workspace: Workspace
    example: ExampleSession
    session: GroupSession

    def text(self, text: Text | None) -> str:
        """Return a text in the language of the session."""
        return text.in_language(self.session.language) if text else ""

    def people(self) -> list[SessionPerson]:
        """Return who was there; nobody knows their tokens any more."""
        found = []
        for role, number in self.example.people.items():
            for _ in range(number):
                token = self.workspace.new_token()
                found.append(
                    SessionPerson(
                        id=self.workspace.new_id(),
                        session=self.session.id,
                        role=role,
                        token_hash=token_hash(token),
                        phrase_hash=phrase_hash(self.session.id, token),
                    )
                )
        return found

    def votes(self, people: list[SessionPerson]) -> Iterator[SessionVote]:
        """Yield the votes: the people of a role chose in the order in which the file says it."""
        for item in self.example.items:
            for turn, votes in ((Turn.FIRST, item.first), (Turn.SECOND, item.second)):
                needs = _chosen(people, item.need) if turn is Turn.FIRST else {}
                for person, choice in _chosen(people, votes).items():
                    need = needs.get(person, "")
                    yield SessionVote(
                        person, item.step, item.item, turn, choice, need=need, version=1
                    )

    def shown(self) -> Iterator[ShownMark]:
        """Yield a mark for every vote: each was shown."""
        for item in self.example.items:
            yield ShownMark(item.step, item.item, Turn.FIRST)
            if item.second:
                yield ShownMark(item.step, item.item, Turn.SECOND)

    def notes(self) -> Iterator[SessionNote]:
        """Yield what people wrote, all released."""
        for note in self.example.notes:
            yield SessionNote(
                id=self.workspace.new_id(),
                session=self.session.id,
                step=note.step,
                item=note.item,
                text=self.text(note.text),
                kind=note.kind,
                status=NoteStatus.RELEASED,
                version=1,
            )

    def agreed(self) -> Iterator[AgreedValue]:
        """Yield what the room agreed."""
        for item in self.example.items:
            if item.agreed is None:
                continue
            said = item.agreed
            yield AgreedValue(
                session=self.session.id,
                step=item.step,
                item=item.item,
                value=said.value,
                requirement=said.requirement,
                in_scope=said.in_scope,
                reason=self.text(said.reason),
                for_it=said.for_it,
                live_with_it=said.live_with_it,
                not_yet=said.not_yet,
                dissent=self.text(said.dissent),
                version=1,
            )

    def agreements(self) -> Iterator[SessionAgreement]:
        """Yield what was agreed to be done."""
        day = self.workspace.now().date()
        for made in self.example.agreements:
            yield SessionAgreement(
                id=self.workspace.new_id(),
                session=self.session.id,
                text=self.text(made.text),
                owner=self.text(made.owner),
                due=day + timedelta(days=made.due_in_days),
                criterion=made.criterion,
                version=1,
            )


def _chosen(people: list[SessionPerson], votes: Votes) -> dict[str, str]:
    """Return what each person chose; who is not counted chose nothing."""
    chosen: dict[str, str] = {}
    for role, counts in votes.items():
        choices = [choice for choice, number in counts.items() for _ in range(number)]
        of_role = (person.id for person in people if person.role == role)
        chosen |= dict(zip(of_role, choices, strict=False))
    return chosen


def _whole(workspace: Workspace, example: ExampleSession, session: GroupSession) -> WholeSession:
    told = _Told(workspace, example, session)
    people = told.people()
    return WholeSession(
        session=session,
        people=people,
        votes=list(told.votes(people)),
        shown=list(told.shown()),
        notes=list(told.notes()),
        agreed=list(told.agreed()),
        agreements=list(told.agreements()),
    )
