"""Proposing the script of a session: which one of the catalogue fits, and with which items."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from assessment.access.acts import Act
from assessment.agreements import Agreement
from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue, Text
from assessment.catalogue.scripts import ScriptStep, SessionScript
from assessment.errors import InvalidInput
from assessment.services.context import Workspace, requires
from assessment.services.judging.outcome import last_judged
from assessment.services.outcome import Outcome, outcome_of
from assessment.services.session.preparing import SessionDraft, create_session
from assessment.session.group_session import GroupSession
from assessment.session.script import Script, SessionStep, StepKind
from assessment.session.states import Purpose, TalkForm

SHORTEST = 5  # minutes of a step with items
OWN_PACE = (StepKind.RATE, StepKind.TABLES)
_FORMS = {form.value: form for form in TalkForm}


@dataclass(frozen=True)
class SessionWish:
    """What a facilitator wants of a session that is not there yet. Without a project it stands alone."""

    name: str
    language: str
    purpose: Purpose
    minutes: int
    people: int
    roles: tuple[str, ...]
    project: str | None = None


@dataclass(frozen=True)
class ItemPool:
    """What the steps of a session can be about, the most telling first."""

    criteria: tuple[str, ...]  # what to discuss first, then what is below its level, then the rest
    discuss_first: tuple[str, ...] = ()  # of the last closed assessment
    theses: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()  # of the project, not settled yet
    assessment: str = ""  # the closed one that the order comes from
    core: frozenset[str] = frozenset()
    to_judge: tuple[str, ...] = ()  # what was judged at home and is to talk about
    clear: frozenset[str] = frozenset()  # what was judged at home and needs no talk

    def items_for(self, kind: StepKind, number: int) -> tuple[str, ...]:
        """Return the first items for a kind of step. The core is never judged: it stands."""
        if kind is StepKind.THESIS:
            return self.theses[:number]
        if kind is StepKind.JUDGE:
            judged_first = dict.fromkeys((*self.to_judge, *self.criteria))
            return tuple(c for c in judged_first if c not in self.core | self.clear)[:number]
        if kind in (StepKind.RATE, StepKind.TABLES):
            return self.criteria[:number]
        return ()


@requires(Act.SEE_OUTCOME)
def item_pool(
    workspace: Workspace, project_id: str | None, roles: Collection[str]
) -> tuple[Catalogue, ItemPool]:
    """Return what a session of a project, or on its own, can be about, and of which catalogue.

    It is in the order of the last closed assessment, so with the catalogue of that one. Raises NotFound.
    """
    closed = _last_closed(workspace, project_id)
    if project_id is None or closed is None:
        today = workspace.catalogue if project_id is None else workspace.catalogue_for(project_id)
        return today, _pool(workspace, today, roles, project_id)
    outcome = outcome_of(workspace, closed)
    return outcome.catalogue, _pool(workspace, outcome.catalogue, roles, project_id, outcome)


@requires(Act.LEAD_SESSION)
def steps_to_add(workspace: Workspace, session: GroupSession) -> tuple[Catalogue, ItemPool]:
    """Return the catalogue whose guides say what a new step is, and what steps can be about.

    Who leads this session alone sees nothing of its project: then both are of the catalogue that the
    session keeps. Raises NotFound.
    """
    if workspace.access.may(Act.SEE_OUTCOME, session.project):
        project = session.project
        today = workspace.catalogue if project is None else workspace.catalogue_for(project)
        return today, item_pool(workspace, project, session.roles)[1]
    kept = workspace.catalogue_with(session.catalogue_hash)
    return kept, _pool(workspace, kept, session.roles, None)


def _last_closed(workspace: Workspace, project_id: str | None) -> Assessment | None:
    if project_id is None:
        return None
    return next((a for a in workspace.store.assessments.all(project_id) if a.is_closed), None)


def _pool(
    workspace: Workspace,
    catalogue: Catalogue,
    roles: Collection[str],
    project_id: str | None,
    outcome: Outcome | None = None,
) -> ItemPool:
    first = outcome.result.discuss_first if outcome else ()
    below = tuple(gap.criterion for gap in outcome.gaps) if outcome else ()
    asked = (*(outcome.result.criteria if outcome else ()), *_asked_first(catalogue))
    made = workspace.store.agreements.all(project_id) if project_id else []
    judged = last_judged(workspace, project_id, catalogue) if project_id else None
    return ItemPool(
        criteria=tuple(dict.fromkeys((*first, *below, *_by_voices(catalogue, asked, roles)))),
        discuss_first=first,
        theses=tuple(thesis.id for thesis in catalogue.theses),
        agreements=tuple(agreement for agreement in made if not agreement.is_settled),
        assessment=outcome.assessment.id if outcome else "",
        core=catalogue.core,
        to_judge=_known(catalogue, judged.to_talk_about if judged else ()),
        clear=frozenset(_known(catalogue, judged.clear if judged else ())),
    )


def _known(catalogue: Catalogue, criteria: Iterable[str]) -> tuple[str, ...]:
    return tuple(criterion for criterion in criteria if criterion in catalogue.by_id)


def _asked_first(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the criteria of the shortest questionnaire, then all others."""
    shortest = catalogue.audit_profiles[0].criteria
    return tuple(dict.fromkeys((*(() if shortest == "all" else shortest), *catalogue.by_id)))


def _by_voices(catalogue: Catalogue, criteria: Iterable[str], roles: Collection[str]) -> list[str]:
    """Return criteria with those first that most of these roles are asked."""

    def silent(criterion: str) -> int:
        return sum(criterion not in catalogue.asked[r] for r in roles if r in catalogue.asked)

    return sorted(criteria, key=silent)


@requires(Act.MAKE_SESSION)
def propose_session(workspace: Workspace, wish: SessionWish) -> GroupSession:
    """Save a new session with a proposed script. Raises InvalidInput, NotFound.

    The script and the words of its steps are those of today, also where its criteria are older.
    """
    project = wish.project
    today = workspace.catalogue if project is None else workspace.catalogue_for(project)
    scripts = fitting(today, wish.purpose, wish.minutes, wish.people)
    if not scripts:
        text = "The catalogue has no scripts for sessions. Write one in `sessions/`."
        raise InvalidInput("script", "missing", text)
    _, pool = item_pool(workspace, project, wish.roles)
    script = proposed(today, scripts[0], pool, wish.minutes)
    draft = SessionDraft(
        name=wish.name,
        language=wish.language,
        purpose=wish.purpose,
        planned_minutes=wish.minutes,
        people_expected=wish.people,
        roles=wish.roles,
        script=script,
        project=project,
        assessment=pool.assessment,
    )
    return create_session(workspace, draft)


def fitting(
    catalogue: Catalogue, purpose: Purpose, minutes: int, people: int
) -> tuple[SessionScript, ...]:
    """Return the scripts of a catalogue, the one that fits best first."""

    def distance(script: SessionScript) -> tuple[bool, bool, int]:
        is_for_them = script.people.least <= people <= script.people.most
        return script.purpose != purpose, not is_for_them, abs(script.minutes - minutes)

    return tuple(sorted(catalogue.scripts, key=distance))


def proposed(catalogue: Catalogue, chosen: SessionScript, pool: ItemPool, minutes: int) -> Script:
    """Return a script of a session that takes these minutes, with items for its steps.

    What was agreed before opens it; without such agreements that step gives its minutes to the first.
    """
    steps = [step for step in chosen.steps if step.kind != "last_time" or pool.agreements]
    spare = sum(step.minutes for step in chosen.steps) - sum(step.minutes for step in steps)
    lengths = [step.minutes for step in steps]
    lengths[0] += spare
    lengths = _stretched(steps, lengths, minutes)
    made: list[SessionStep] = []
    for step, length in zip(steps, lengths, strict=True):
        share = length / step.minutes if step.items else 1
        made.append(_step(catalogue, step, pool, _Place(length, share, made)))
    return Script(
        id=chosen.id,
        title=chosen.title,
        description=chosen.description,
        purpose=Purpose(chosen.purpose),
        steps=tuple(made),
    )


@dataclass(frozen=True)
class _Place:
    """Where a step stands: how long it is, which share of what was planned, what came before."""

    minutes: int
    share: float
    before: Sequence[SessionStep]

    def name(self, kind: str) -> str:
        """Return an id that no step before has."""
        number = sum(step.kind == kind for step in self.before)
        return kind if number == 0 else f"{kind}-{number + 1}"


def _stretched(steps: Sequence[ScriptStep], lengths: Sequence[int], minutes: int) -> list[int]:
    """Return lengths that add up to `minutes` as far as steps with items can give or take."""
    found, elastic = list(lengths), [n for n, step in enumerate(steps) if step.items]
    total = sum(found)
    room = sum(found[n] for n in elastic)
    for place, n in enumerate(elastic):
        left = minutes - total
        if place < len(elastic) - 1:
            left = round((minutes - sum(lengths)) * lengths[n] / room)
        changed = max(SHORTEST, found[n] + left)
        total += changed - found[n]
        found[n] = changed
    return found


def _step(catalogue: Catalogue, step: ScriptStep, pool: ItemPool, place: _Place) -> SessionStep:
    kind, guide = StepKind(step.kind), catalogue.guide(step.kind)
    title: Text | None = guide.title if guide else None
    items = pool.items_for(kind, max(1, ceil(step.items * place.share)) if step.items else 0)
    texts: dict[str, Text] = {}
    if kind is StepKind.LAST_TIME:
        items = tuple(agreement.id for agreement in pool.agreements)
        texts = {a.id: _as_text(catalogue, a.text) for a in pool.agreements}
    vote, talk = _times(step, place.share)
    return SessionStep(
        id=place.name(step.kind),
        kind=kind,
        minutes=place.minutes,
        items=items,
        texts=texts,
        title=title,
        instruction=step.instruction or (guide.instruction if guide else None),
        prompts=step.prompts or (guide.prompts if guide else ()),
        listen_for=step.listen_for or (guide.listen_for if guide else ()),
        at_own_pace=kind in OWN_PACE and len(items) > 1,
        vote_minutes=vote,
        talk_minutes=talk,
    )


def _as_text(catalogue: Catalogue, words: str) -> Text:
    return Text(dict.fromkeys(catalogue.languages, words))


def _times(step: ScriptStep, share: float) -> tuple[int | None, dict[TalkForm, int]]:
    """Return how many minutes a vote takes, and each way of talking that the script has."""
    seconds = {moment.do: moment.seconds for moment in step.moments}
    votes = [m.seconds * (1 if m.each else share) for m in step.moments if m.do == "vote"]
    talk = {_FORMS[do]: ceil(s / 60) for do, s in seconds.items() if do in _FORMS}
    return (min(60, ceil(votes[0] / 60)) if votes else None), talk
