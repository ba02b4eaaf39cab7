"""The store opened for one organisation: things of others are not there.

Before a method of a repository runs, every id and every object in its arguments is looked up: to which
project it belongs, and to which organisation. The arguments are known by the names of their
parameters and by their classes. One that is not known is refused, so that a new method is never open
by mistake.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, ValuesView
from inspect import Signature, signature
from typing import Any, get_type_hints

from sqlalchemy import Connection, Engine, Select, Table, select

from assessment.access.memberships import Reach
from assessment.agreements import Agreement
from assessment.assessments import Assessment
from assessment.errors import NotFound, NotPermitted
from assessment.invitations import Invitation
from assessment.pairs import Pair
from assessment.project_profiles import ProjectProfile
from assessment.projects import Project
from assessment.respondents import Respondent
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.group_session import GroupSession
from assessment.session.notes import SessionNote
from assessment.session.store import WholeSession
from assessment.store import RespondentAnswer, Store
from storage import tables
from storage.engine import Clock, read_transaction
from storage.projects import Projects
from storage.session import tables as session_tables

Key = tuple[str, str]  # kind of thing, id
Owner = tuple[str, str | None]  # project, organisation

# what says nothing about whose it is
NEUTRAL = frozenset(
    {
        *("criterion", "answer", "choices", "content_hash", "snapshot", "most", "holder"),
        *("is_anonymous", "threshold", "changes", "while_open", "bucket", "search", "start"),
        *("token_hash", "code_hash", "roles"),
        # of a session that stands beside it among the arguments
        *("entry", "shown", "hands"),
    }
)
# what respondents do with a token of their own: never with the store of an organisation
OF_RESPONDENTS = frozenset(
    {
        *("respondents.find", "respondents.join", "respondents.begin", "invitations.find"),
        *("invitations.note_storm", "answers.erase"),
        # of the room: whoever has a key or a phone in a session
        *("sessions.find", "session_people.join", "session_people.find", "session_people.rejoin"),
        *("session_people.leave", "session_people.take_table", "session_votes.save"),
        *("session_votes.of", "session_notes.add", "judgements.save"),
    }
)


# what belongs to an organisation itself, or goes from one to another: its services look whose it is
PASSED_ON = ("access", "portfolios", "shares")


def _chain(*tables_up: Table) -> Select[Any]:
    """Return the query for project and organisation of rows, from a table up to its project."""
    joined: Any = tables_up[0]
    for below, above in itertools.pairwise(tables_up):
        # a session may stand on no project: it is there, and of no organisation
        is_outer = below is session_tables.sessions
        of = below.c[above.name.removesuffix("s")] == above.c.id
        joined = joined.join(above, of, isouter=is_outer)
    return select(tables.projects.c.id, tables.projects.c.organisation).select_from(joined)


_TO_PROJECT = (tables.assessments, tables.projects)
_OWNERS: Mapping[str, tuple[Table, ...]] = {
    "project": (tables.projects,),
    "assessment": _TO_PROJECT,
    "respondent": (tables.respondents, *_TO_PROJECT),
    "invitation": (tables.invitations, *_TO_PROJECT),
    "pair": (tables.pairs, *_TO_PROJECT),
    "agreement": (tables.agreements, tables.projects),
    "profile": (session_tables.project_profiles, tables.projects),
    "session": (session_tables.sessions, tables.projects),
    "session_note": (session_tables.session_notes, session_tables.sessions, tables.projects),
    "session_agreement": (
        *(session_tables.session_agreements, session_tables.sessions, tables.projects),
    ),
}
_QUERIES = {kind: _chain(*chain) for kind, chain in _OWNERS.items()}
# where the name of a parameter says less than the noun
_KINDS = {("session_agreements", "agreement"): "session_agreement"}


# what an object is, and what it says it belongs to: kind of thing, and the field with its id
_SAYS: Mapping[type, tuple[Key, ...]] = {
    Project: (("project", "id"),),
    Assessment: (("assessment", "id"), ("project", "project")),
    Agreement: (("agreement", "id"), ("project", "project"), ("assessment", "assessment")),
    Respondent: (("respondent", "id"), ("assessment", "assessment")),
    Invitation: (("invitation", "id"), ("assessment", "assessment")),
    Pair: (("pair", "id"), ("assessment", "assessment")),
    GroupSession: (("session", "id"), ("project", "project")),
    ProjectProfile: (("profile", "id"), ("project", "project")),
    SessionAgreement: (("session_agreement", "id"), ("session", "session")),
    SessionNote: (("session_note", "id"), ("session", "session")),
    AgreedValue: (("session", "session"),),
}


# what it may say beside that
_MAY_SAY: Mapping[type, tuple[Key, ...]] = {
    Assessment: (("assessment", "previous"),),
    Respondent: (("invitation", "invitation"), ("pair", "pair")),
    GroupSession: (("assessment", "assessment"),),
    ProjectProfile: (("session", "session"),),
    SessionAgreement: (("agreement", "agreement"),),
    SessionNote: (("session_note", "merged_into"),),
}


def _keys_of_object(thing: object) -> Iterator[Key]:
    if isinstance(thing, RespondentAnswer):
        thing = thing.respondent
    if isinstance(thing, WholeSession):
        thing = thing.session
    if type(thing) not in _SAYS:
        raise LookupError(f"{type(thing).__name__} is not known here.")
    for kind, field in _SAYS[type(thing)]:
        yield kind, getattr(thing, field) or ""
    for kind, field in _MAY_SAY.get(type(thing), ()):
        if said := getattr(thing, field):
            yield kind, said


def keys(noun: str, name: str, value: Any) -> Iterator[Key]:
    """Return the things that an argument speaks of. Raises LookupError for an unknown parameter."""
    if name in NEUTRAL or (value is None and name == "agreed"):
        return
    if name.endswith("_id"):
        kind = name.removesuffix("_id")
        yield _KINDS.get((noun, kind), kind), value or ""
    elif name.endswith("_ids"):
        yield from ((name.removesuffix("_ids"), one) for one in value)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _keys_of_object(one)
    else:
        yield from _keys_of_object(value)


class Guard:
    """Looks up whose things are, and refuses what is out of reach."""

    def __init__(self, engine: Engine, reach: Reach, visible: Reach) -> None:
        self.engine = engine
        self.reach = reach
        self.visible = visible
        self._known: dict[Key, Owner | None] = {}

    def check(self, wanted: Iterable[Key]) -> None:
        """Raise NotFound for things of others, and NotPermitted for what may only be seen."""
        new = [key for key in dict.fromkeys(wanted) if key not in self._known]
        if new:
            with read_transaction(self.engine) as connection:
                found = {key: _owner(connection, key) for key in new}
            for key, owner in found.items():
                self._check_one(key, owner)
            self._known.update({key: owner for key, owner in found.items() if owner is not None})

    def _check_one(self, key: Key, owner: Owner | None) -> None:
        if not key[1]:
            raise NotFound(*key)  # what stands on no project is of no organisation
        if owner is None:
            return  # it is new, or the repository says itself that it is not there
        project, organisation = owner
        if organisation != self.reach.organisation:
            raise NotFound(*key)
        if not self.reach.holds(project):
            raise NotPermitted(key[0]) if self.visible.holds(project) else NotFound(*key)


def _owner(connection: Connection, key: Key) -> Owner | None:
    kind, identifier = key
    row = connection.execute(_QUERIES[kind].where(_OWNERS[kind][0].c.id == identifier)).first()
    return None if row is None else (row[0], row[1])


class GuardedNoun:
    """One repository behind a guard."""

    def __init__(self, name: str, repository: object, guard: Guard) -> None:
        self._name = name
        self._repository = repository
        self._guard = guard

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return a method that looks at its arguments first."""
        if f"{self._name}.{name}" not in METHODS:
            raise AttributeError(name)
        form, method = METHODS[f"{self._name}.{name}"], getattr(self._repository, name)

        def run(*args: Any, **kwargs: Any) -> Any:
            bound = form.bind(*args, **kwargs)
            for parameter, value in bound.arguments.items():
                if isinstance(value, Iterator | ValuesView):  # also what can be read once
                    bound.arguments[parameter] = list(value)
            self._guard.check(
                key
                for parameter, value in bound.arguments.items()
                for key in keys(self._name, parameter, value)
            )
            return method(*bound.args, **bound.kwargs)

        return run


def _methods() -> dict[str, Signature]:
    """Return what may be called, with the names of the parameters as the Protocols give them."""
    found = {}
    for noun, protocol in get_type_hints(Store).items():
        if noun in PASSED_ON:
            continue
        for name, function in vars(protocol).items():
            method = f"{noun}.{name}"
            if not name.startswith("_") and method not in OF_RESPONDENTS:
                parameters = list(signature(function).parameters.values())[1:]
                found[method] = Signature(parameters)
    return found


METHODS: Mapping[str, Signature] = _methods()


class StoreWithin:
    """The Store opened for one organisation, and for a reach in it; `visible` is all one may see."""

    def __init__(
        self, store: Store, engine: Engine, clock: Clock, reach: Reach, visible: Reach
    ) -> None:
        guard = Guard(engine, reach, visible)
        for noun in PASSED_ON:
            setattr(self, noun, getattr(store, noun))
        self.health = store.health
        self.within = store.within
        own = {"projects": Projects(engine, clock, reach)}
        for noun in {name.partition(".")[0] for name in METHODS}:
            repository = own.get(noun) or getattr(store, noun)
            setattr(self, noun, GuardedNoun(noun, repository, guard))
