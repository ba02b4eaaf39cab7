"""Results of a session: what was shown, what was agreed, and what people wrote to the group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.access.acts import Act
from assessment.services.context import Workspace, requires
from assessment.services.session.notes import released_notes
from assessment.session.agreed_values import AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.group_session import GroupSession
from assessment.session.notes import SessionNote
from assessment.session.script import StepKind
from assessment.session.voting.results import Counted, ItemResult, results, talk_first
from assessment.session.voting.verdicts import Verdict, has_too_many_minimal


@dataclass(frozen=True)
class SessionOutcome:
    """All that may be seen of a session at a moment: on screens and phones, in the report."""

    session: GroupSession
    people: int  # who joined with a phone, and those in the room without one
    items: tuple[ItemResult, ...]
    agreed: Mapping[tuple[str, str], AgreedValue]  # by step and item
    notes: Sequence[SessionNote]  # released, in no order
    agreements: Sequence[SessionAgreement]

    def item(self, step: str, item: str) -> ItemResult | None:
        """Return the result of one item, None while nothing of it was shown."""
        return next((r for r in self.items if (r.step, r.item) == (step, item)), None)

    def talk_first(self, step: str) -> tuple[str, ...]:
        """Return the items of a step on which opinions part most: at most three."""
        return talk_first(r for r in self.items if r.step == step)

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """What was judged, by criterion."""
        return {r.item: r.verdict for r in self.items if r.verdict is not None}

    @property
    def has_too_many_minimal(self) -> bool:
        """Return whether so much was judged minimal that one should ask what may wait."""
        return has_too_many_minimal(self.verdicts.values())

    def chosen(self, step: str) -> tuple[ItemResult, ...]:
        """Return what was chosen from many in a step, most often chosen first."""
        kinds = (StepKind.MISSING, StepKind.CHOOSE)
        found = [r for r in self.items if r.step == step and r.kind in kinds and r.picks]
        return tuple(sorted(found, key=lambda result: (-result.picks, result.item)))


@requires(Act.SEE_SESSION)
def outcome_of_session(workspace: Workspace, session: GroupSession) -> SessionOutcome:
    """Return what may be seen of a session: nothing of a vote that was not shown."""
    store = workspace.store
    shown = store.sessions.shown(session.id)
    counted = Counted(
        roles=session.roles,
        threshold=session.threshold,
        shown=shown,
        votes=store.session_votes.counts(session.id),
        hands=store.session_hands.all(session.id),
        changes=store.session_votes.changes(session.id),
    )
    return SessionOutcome(
        session=session,
        people=sum(store.session_people.present(session.id).values()) + session.without_phone,
        items=results(session.script.steps, counted),
        agreed={(a.step, a.item): a for a in store.agreed_values.all(session.id)},
        notes=released_notes(workspace, session),
        agreements=store.session_agreements.all(session.id),
    )
