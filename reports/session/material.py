"""What the report of a session is made of: only what may be seen of it at that moment."""

from dataclasses import dataclass
from datetime import datetime

from assessment.catalogue.model import Catalogue
from assessment.services.context import Workspace
from assessment.services.session.preparing import catalogue_of, project_name
from assessment.services.session.results import SessionOutcome, outcome_of_session
from assessment.session.agreed_values import AgreedValue
from assessment.session.group_session import GroupSession
from assessment.session.script import SessionStep
from assessment.session.voting.results import ItemResult
from locales import Translator
from reports.session import step_words, wording


@dataclass(frozen=True)
class SessionMaterial:
    """An outcome of a session with its catalogue and project, and how the report is wanted."""

    outcome: SessionOutcome
    catalogue: Catalogue
    project: str  # its name, empty for a session on its own
    language: str
    made_at: datetime

    @classmethod
    def of(cls, workspace: Workspace, session: GroupSession, language: str) -> "SessionMaterial":
        """Read what a report of a session is made of. Raises NotFound."""
        return cls(
            outcome=outcome_of_session(workspace, session),
            catalogue=catalogue_of(workspace, session),
            project=project_name(workspace, session),
            language=language,
            made_at=workspace.now(),
        )

    @property
    def session(self) -> GroupSession:
        """The session that it is about."""
        return self.outcome.session

    @property
    def has_anything(self) -> bool:
        """Return whether anything was shown or agreed yet."""
        return bool(self.outcome.items or self.outcome.agreed or self.outcome.agreements)

    def step_title(self, step: SessionStep, t: Translator) -> str:
        """Return what a step is called."""
        return (
            step.title.in_language(t.language)
            if step.title
            else step_words.step_names(t)[step.kind]
        )

    def item_title(self, step: SessionStep, item: str, t: Translator) -> str:
        """Return what an item is called: a note that was chosen by its own words."""
        note = next((note for note in self.outcome.notes if note.id == item), None)
        if note is not None:
            return note.text
        if item == step.id:
            return self.step_title(step, t)
        return wording.item_title(self.catalogue, step, item, t)

    def items_of(self, step: SessionStep) -> list[str]:
        """Return the items of a step of which anything was shown or agreed."""
        shown = [result.item for result in self.outcome.items if result.step == step.id]
        agreed = [item for at, item in self.outcome.agreed if at == step.id]
        return list(dict.fromkeys((*shown, *agreed)))

    def result(self, step: SessionStep, item: str) -> ItemResult | None:
        """Return both votes on an item as far as they were shown."""
        return self.outcome.item(step.id, item)

    def agreed(self, step: SessionStep, item: str) -> AgreedValue | None:
        """Return what the room agreed on an item."""
        return self.outcome.agreed.get((step.id, item))
