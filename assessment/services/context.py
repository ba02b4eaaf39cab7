"""What every service works with: the store, the catalogue of today, a clock, new ids and tokens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from functools import wraps
from inspect import signature
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

from assessment.access.acts import READS, Act
from assessment.access.log import NOT_PERMITTED, LoggedAct
from assessment.access.memberships import LOCAL, Access, Reach
from assessment.assessments import Assessment
from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.model import Catalogue
from assessment.errors import NotFound, NotPermitted
from assessment.respondents import Respondent
from assessment.scoring.rules import THRESHOLD
from assessment.scoring.visibility import threshold_of
from assessment.store import Store


class CatalogueCache:
    """Catalogues of older assessments by content hash: the last MOST that were read."""

    MOST = 8

    def __init__(self) -> None:
        self._catalogues: dict[str, Catalogue] = {}
        self._lock = Lock()  # many threads share a cache

    def get(self, content_hash: str, snapshot: Callable[[str], str]) -> Catalogue:
        """Return a catalogue, made of its `snapshot` when it is not there (any more)."""
        catalogue = self._catalogues.get(content_hash)
        if catalogue is None:
            catalogue = Catalogue.from_snapshot(snapshot(content_hash))
            with self._lock:
                if len(self._catalogues) >= self.MOST:
                    self._catalogues.pop(next(iter(self._catalogues)))
                self._catalogues[content_hash] = catalogue
        return catalogue

    def __len__(self) -> int:
        return len(self._catalogues)


@dataclass(frozen=True)
class Workspace:
    """One store with what is needed to work on it.

    The pages of participants have no `current_catalogue`: an assessment brings the catalogue it was
    made with, and only the numbers to call are those of today. Whatever starts an assessment or shows the criteria of today needs one.
    """

    store: Store
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    new_token: Callable[[], str]  # 24 random bytes in the url-safe alphabet
    new_login_token: Callable[[], str]  # 32 of them
    threshold: int = THRESHOLD
    current_catalogue: Catalogue | None = None
    more_catalogues: tuple[Catalogue, ...] = ()  # to choose from, beside the current one
    numbers: Mapping[str, tuple[HelpNumber, ...]] = field(default_factory=dict)  # by catalogue
    older_catalogues: CatalogueCache = field(
        default_factory=CatalogueCache, compare=False, repr=False
    )
    access: Access = LOCAL  # of who is at work; the store is opened for it
    sends_mail: bool = False  # there is a mail server
    logs: bool = True  # an act is logged once, not also what it is made of
    # what a page holds on to may be used long after it was made: who is at work is asked anew then
    renew: Callable[[], Access] | None = field(default=None, compare=False, repr=False)

    def renewed(self) -> "Workspace":
        """Return the workspace with what who is at work may do now. Raises NotPermitted."""
        return self if self.renew is None else replace(self, access=self.renew())

    def opened_for(self, act: Act) -> "Workspace":
        """Return the workspace on which an act may be done, with the store opened for just that.

        Raises NotPermitted.
        """
        if self.access.is_local:
            return self
        self.access.require(act)
        reach = self.access.reach(act)
        if reach is None:  # an act of the server, which is no act on projects
            return replace(self, logs=False)
        visible = self.access.visible or reach
        return replace(self, store=self.store.within(reach, visible), logs=False)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of today. Raises LookupError when the workspace was opened without one."""
        if self.current_catalogue is None:
            raise LookupError("This workspace was opened without the catalogue of today.")
        return self.current_catalogue

    @property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """The catalogues of today, the default one first. Raises LookupError as `catalogue`."""
        return (self.catalogue, *self.more_catalogues)

    def catalogue_named(self, catalogue_id: str) -> Catalogue:
        """Return the catalogue of today with an id. Raises NotFound."""
        found = next((c for c in self.catalogues if c.id == catalogue_id), None)
        if found is None:
            raise NotFound("catalogue", catalogue_id)
        return found

    def catalogue_for(self, project_id: str) -> Catalogue:
        """Return the catalogue of today that a project goes on with.

        That is the one of its newest assessment; the default one when it has none, or when its own
        is not there any more.
        """
        newest = next(iter(self.store.assessments.all(project_id)), None)
        wanted = self.catalogue.id if newest is None else newest.catalogue
        return next((c for c in self.catalogues if c.id == wanted), self.catalogue)

    def catalogue_of(self, assessment: Assessment) -> Catalogue:
        """Return the catalogue that an assessment was made with, also when it is an old one."""
        return self.catalogue_with(assessment.catalogue_hash)

    def catalogue_with(self, wanted: str) -> Catalogue:
        """Return the catalogue with a content hash, also an old one. Raises NotFound."""
        for catalogue in (self.current_catalogue, *self.more_catalogues):
            if catalogue is not None and wanted == catalogue.content_hash:
                return catalogue
        return self.older_catalogues.get(wanted, self.store.snapshots.get)

    def numbers_to_call(self, catalogue_id: str) -> tuple[HelpNumber, ...]:
        """Return whom somebody can call today: the numbers of a catalogue, else of the default one."""
        today = (self.current_catalogue, *self.more_catalogues)
        known = {**self.numbers, **{c.id: c.help for c in today if c is not None}}
        return known.get(catalogue_id) or next(iter(known.values()), ())

    def opened_for_reading(self) -> "Workspace":
        """Return the workspace with the store opened for all that may be seen, and nothing else."""
        if self.access.is_local:
            return self
        visible = self.access.visible or Reach("", frozenset())
        return replace(self, store=self.store.within(visible, visible))

    def keeps_log_of(self, act: Act) -> bool:
        """Return whether an act is logged: all of accounts, and what the command line does to them."""
        return act is Act.MANAGE_SERVER or not self.access.is_local

    def log(self, act: Act, detail: str, thing: str) -> None:
        """Write an act to the log: who, what and when, and the id of the thing.

        Of somebody who answers question after question there is one entry a minute.
        """
        of = None if act is Act.MANAGE_SERVER else self.access.organisation
        entry = LoggedAct(self.now(), self.access.account, of, act.value, thing, detail)
        self.store.access.log.add(entry, once_a_minute=act is Act.ANSWER)

    def log_refusal(self, detail: str) -> None:
        """Write to the log that somebody tried what is not permitted: once a minute, without the thing.

        What was asked for is not looked at, so nothing of it is kept.
        """
        if self.logs and not self.access.is_local:
            who = self.access.account, self.access.organisation
            entry = LoggedAct(self.now(), *who, NOT_PERMITTED, detail=detail)
            self.store.access.log.add(entry, once_a_minute=True)

    def threshold_of(self, assessment: Assessment) -> int:
        """Return from how many levels the anonymous voices of an assessment are shown."""
        return threshold_of(assessment, self.threshold)

    def own_respondent(self, assessment: Assessment) -> Respondent:
        """Return the respondent who speaks for the organisation in the self-audit.

        Raises NotFound when the assessment has none.
        """
        return self.organisation_respondents(assessment)[0]

    def organisation_respondents(self, assessment: Assessment) -> list[Respondent]:
        """Return who answers for the organisation, the respondent of the self-audit first.

        Raises NotFound when the assessment has no such respondent.
        """
        catalogue = self.catalogue_of(assessment)
        respondents = self.store.respondents.all(assessment.id, catalogue.organisation_roles)
        role = catalogue.own_role.id
        own = [r for r in respondents if r.role == role and r.invitation is None]
        if not own:
            raise NotFound("respondent", assessment.id)
        return [own[0], *(r for r in respondents if r.id != own[0].id)]


P = ParamSpec("P")
T = TypeVar("T")
Service = Callable[Concatenate[Workspace, P], T]


def requires(act: Act, *, reads: bool = False) -> Callable[[Service[P, T]], Service[P, T]]:
    """Let a service work only for who may do an act, on what it may be done to, and log it.

    The service gets the workspace opened for that act. It raises NotPermitted, and NotFound for things
    of other organisations. One that only `reads` is not logged, unless it was not permitted.
    """
    is_logged = not reads and act not in READS

    def guarded(service: Service[P, T]) -> Service[P, T]:
        names = list(signature(service).parameters)[1:]

        @wraps(service)
        def run(workspace: Workspace, /, *args: P.args, **kwargs: P.kwargs) -> T:
            workspace = workspace.renewed()
            try:
                done = service(workspace.opened_for(act), *args, **kwargs)
            except NotPermitted:
                workspace.log_refusal(service.__name__)
                raise
            if is_logged and workspace.logs and workspace.keeps_log_of(act):
                given = {**dict(zip(names, args, strict=False)), **kwargs}
                workspace.log(act, service.__name__, _thing(given, done))
            return done

        run.act = act  # type: ignore[attr-defined]
        return run

    return guarded


def _thing(given: Mapping[str, object], done: object) -> str:
    """Return the id of what an act was done to, else of what came of it.

    Never what somebody typed or sent, nor a token: an argument counts by its name, or as a thing with an id.
    """
    name, first = next(iter(given.items()), ("", None))
    if name.endswith("_id") or isinstance(first, Enum):
        return str(first)
    return str(getattr(first, "id", "") or getattr(done, "id", ""))
