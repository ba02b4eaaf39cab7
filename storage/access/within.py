"""The store opened for one organisation: things of others are not there.

Before a method of a repository runs, every id and every object in its arguments is looked up: to which
project it belongs, and to which organisation. The arguments are known by the names of their
parameters and by their classes. One that is not known is refused, so that a new method is never open
by mistake.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, ValuesView
from functools import partial
from inspect import Signature, signature
from typing import Any, get_type_hints

from sqlalchemy import ColumnElement, Engine, Table, bindparam, func, null, select

from assessment.access.memberships import Reach
from assessment.errors import NotFound, NotPermitted
from assessment.session.group_session import GroupSession
from assessment.store import Store
from storage import tables
from storage.access.things import ON_NO_PROJECT, Key, keys
from storage.direct.driver import Driver, Statement
from storage.engine import Clock
from storage.portfolio import tables as portfolio_tables
from storage.projects import Projects
from storage.session import tables as session_tables
from storage.session.group_sessions import Sessions

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


def _chain(*tables_up: Table) -> Statement:
    """Return the query for project, organisation and session of a row, from its table up."""
    sessions = session_tables.sessions
    joined: Any = tables_up[0]
    for below, above in itertools.pairwise(tables_up):
        is_outer = below is sessions  # a session may stand on no project
        of = below.c[above.name.removesuffix("s")] == above.c.id
        joined = joined.join(above, of, isouter=is_outer)
    organisation: ColumnElement[str | None] = tables.projects.c.organisation
    session: ColumnElement[Any] = null()
    if sessions in tables_up:
        organisation = func.coalesce(organisation, sessions.c.organisation)
        session = sessions.c.id
    found = select(tables.projects.c.id, organisation, session).select_from(joined)
    identifier = tables_up[0].c.id
    return Statement(str(found.where(identifier == bindparam("id"))), takes={"id": identifier})


_TO_PROJECT = (tables.assessments, tables.projects)
_OWNERS: Mapping[str, tuple[Table, ...]] = {
    "project": (tables.projects,),
    "assessment": _TO_PROJECT,
    "respondent": (tables.respondents, *_TO_PROJECT),
    "invitation": (tables.invitations, *_TO_PROJECT),
    "pair": (tables.pairs, *_TO_PROJECT),
    "agreement": (tables.agreements, tables.projects),
    "profile": (session_tables.project_profiles, tables.projects),
    "share_file": (portfolio_tables.share_files, tables.projects),
    "session": (session_tables.sessions, tables.projects),
    "session_note": (session_tables.session_notes, session_tables.sessions, tables.projects),
    "session_agreement": (
        *(session_tables.session_agreements, session_tables.sessions, tables.projects),
    ),
}
_QUERIES = {kind: _chain(*chain) for kind, chain in _OWNERS.items()}
_STANDS_ON = Statement(
    "SELECT {gives} FROM sessions WHERE id = :id",
    takes={"id": session_tables.sessions.c.id},
    gives=[session_tables.sessions.c.project, session_tables.sessions.c.assessment],
)


class Guard:
    """Looks up whose things are, and refuses what is out of reach."""

    def __init__(self, driver: Driver, reach: Reach, visible: Reach) -> None:
        self.driver = driver
        self.reach = reach
        self.visible = visible
        self._known: set[Key] = set()  # what was looked up, and may be reached

    def keys(self, noun: str, name: str, value: Any) -> Iterator[Key]:
        """Return the things that an argument speaks of.

        Who has one session alone saves it as it stands on its project, which they do not reach.
        Raises NotFound for one that would stand elsewhere, LookupError for an unknown parameter.
        """
        if isinstance(value, GroupSession) and value.id in self.reach.sessions:
            with self.driver.reading() as transaction:
                stands_on = transaction.one(_STANDS_ON, id=value.id)
            if stands_on is None or tuple(stands_on) != (value.project, value.assessment):
                raise NotFound("session", value.id)
            yield "session", value.id
        else:
            yield from keys(noun, name, value)

    def check(self, wanted: Iterable[Key]) -> None:
        """Raise NotFound for things of others, and NotPermitted for what may only be seen."""
        new = [key for key in dict.fromkeys(wanted) if key not in self._known]
        if ON_NO_PROJECT in new:
            self._check_whole()
            new.remove(ON_NO_PROJECT)
        if new:
            with self.driver.reading() as transaction:
                found = {key: transaction.one(_QUERIES[key[0]], id=key[1]) for key in new}
            for key, owner in found.items():
                self._check_one(key, owner)
            self._known |= {key for key, owner in found.items() if owner is not None}

    def _check_whole(self) -> None:
        """Raise NotFound for what is of the whole organisation and out of sight, or NotPermitted."""
        if self.reach.projects is not None:
            raise (
                NotPermitted("session")
                if self.visible.projects is None
                else NotFound("session", "")
            )
        self._known.add(ON_NO_PROJECT)

    def _check_one(self, key: Key, owner: Sequence[Any] | None) -> None:
        if not key[1]:
            raise NotFound(*key)  # all but a session stands on a project
        if owner is None:
            return  # it is new, or the repository says itself that it is not there
        project, organisation, session = owner
        if organisation != self.reach.organisation:
            raise NotFound(*key)
        if not self.reach.holds(project, session):
            is_visible = self.visible.holds(project, session)
            raise NotPermitted(key[0]) if is_visible else NotFound(*key)


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
                for key in self._guard.keys(self._name, parameter, value)
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


NOUNS = frozenset(name.partition(".")[0] for name in METHODS)


class StoreWithin:
    """The Store opened for one organisation, and for a reach in it; `visible` is all one may see.

    One is opened for every act, and most acts need one noun or two: the others are never made.
    """

    def __init__(
        self,
        store: Store,
        engine: Engine,
        driver: Driver,
        clock: Clock,
        reach: Reach,
        visible: Reach,
    ) -> None:
        self._store = store
        self._own: Mapping[str, Callable[[], object]] = {
            "projects": partial(Projects, engine, clock, reach),
            "sessions": partial(Sessions, engine, clock, reach),
        }
        self._guard = Guard(driver, reach, visible)
        self.health = store.health
        self.within = store.within
        self.all_or_nothing = store.all_or_nothing

    def __getattr__(self, noun: str) -> Any:
        """Return a noun: behind the guard, or as it is where its services look whose things are."""
        if noun in PASSED_ON:
            return getattr(self._store, noun)
        if noun not in NOUNS:
            raise AttributeError(noun)
        make = self._own.get(noun)
        repository = getattr(self._store, noun) if make is None else make()
        guarded = GuardedNoun(noun, repository, self._guard)
        setattr(self, noun, guarded)
        return guarded
