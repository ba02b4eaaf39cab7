"""What every service works with: the store, the catalogue of today, a clock, new ids and tokens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from assessment.assessments import Assessment
from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.model import Catalogue
from assessment.errors import NotFound
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
    threshold: int = THRESHOLD
    current_catalogue: Catalogue | None = None
    more_catalogues: tuple[Catalogue, ...] = ()  # to choose from, beside the current one
    numbers: Mapping[str, tuple[HelpNumber, ...]] = field(default_factory=dict)  # by catalogue
    older_catalogues: CatalogueCache = field(
        default_factory=CatalogueCache, compare=False, repr=False
    )

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
        respondents = [
            respondent
            for respondent in self.store.respondents.all(assessment.id)
            if respondent.role in catalogue.organisation_roles
        ]
        role = catalogue.own_role.id
        own = [r for r in respondents if r.role == role and r.invitation is None]
        if not own:
            raise NotFound("respondent", assessment.id)
        return [own[0], *(r for r in respondents if r.id != own[0].id)]
