"""What every service works with: the store, the catalogue of today, a clock, new ids and tokens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import NotFound
from assessment.respondents import Respondent
from assessment.scoring.rules import THRESHOLD
from assessment.scoring.visibility import threshold_of
from assessment.store import Store

SHELF = 8  # catalogues of older assessments kept in memory


@dataclass(frozen=True)
class Workspace:
    """One store with what is needed to work on it."""

    store: Store
    catalogue: Catalogue
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    new_token: Callable[[], str]  # 24 random bytes in the url-safe alphabet
    threshold: int = THRESHOLD
    _shelf: dict[str, Catalogue] = field(default_factory=dict, compare=False, repr=False)

    def catalogue_of(self, assessment: Assessment) -> Catalogue:
        """Return the catalogue that an assessment was made with, also when it is an old one."""
        wanted = assessment.catalogue_hash
        if wanted == self.catalogue.content_hash:
            return self.catalogue
        if wanted not in self._shelf:
            if len(self._shelf) >= SHELF:
                self._shelf.pop(next(iter(self._shelf)), None)
            self._shelf[wanted] = Catalogue.from_snapshot(self.store.snapshots.get(wanted))
        return self._shelf[wanted]

    def threshold_of(self, assessment: Assessment) -> int:
        """Return from how many levels the anonymous voices of an assessment are shown."""
        return threshold_of(assessment, self.threshold)

    def own_respondent(self, assessment: Assessment) -> Respondent:
        """Return the respondent who speaks for the organisation in the self-audit.

        Raises NotFound when the assessment has none.
        """
        catalogue = self.catalogue_of(assessment)
        respondents = self.store.respondents.all(assessment.id)
        own = [
            respondent
            for respondent in respondents
            if catalogue.role(respondent.role).asked_everything
        ]
        if not own:
            raise NotFound("respondent", assessment.id)
        return own[0]
