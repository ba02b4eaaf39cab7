"""What one browser tab knows about the answer it shows. It is no storage: the database is."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from assessment.answers import Answer
from assessment.services.context import Workspace
from assessment.services.self_audit import Audit
from locales import Translator, translator
from ui import session

CHOICE, NOTES = "choice_part", "notes_part"
FIELDS = {
    CHOICE: ("state", "level", "reason", "reason_text"),
    NOTES: ("comment", "evidence", "marked"),
}


@dataclass
class CardState:
    """The answer as this tab last saw or wrote it, and what went wrong since."""

    name: str
    base: Answer
    language: str  # in which its fields were drawn
    epoch: int = 0  # fields with an older epoch are thrown away
    mine: Answer | None = None  # what stands on the screen but could not be written
    theirs: Answer | None = None
    trouble: str = ""
    part: str = CHOICE  # where the last write came from
    is_fresh: bool = False  # `base` was read back by the write of this very run
    is_renewed: bool = False  # both parts have to be drawn anew

    def key(self, field: str) -> str:
        """Return the key of a field."""
        key = f"answer:{self.name}:{field}:{self.epoch}"
        return f"{key}:{self.language}" if field in ("choice", "reason") else key

    @property
    def words(self) -> Translator:
        """The translator of the language in which the card is drawn."""
        return translator(self.language)

    def value(self, field: str, otherwise: Any) -> Any:
        """Return what stands in a field, `otherwise` if it is not on the screen."""
        return st.session_state.get(self.key(field), otherwise)

    def forget_trouble(self) -> None:
        """Forget what went wrong with an earlier try."""
        self.mine = None
        self.theirs = None
        self.trouble = ""

    def start_anew(self) -> None:
        """Throw the fields away, so that they show what the database holds."""
        self.forget_trouble()
        self.epoch += 1
        self.is_renewed = True


def stored_answer(workspace: Workspace, audit: Audit, criterion: str) -> Answer:
    """Return what the database holds; right after a write, what that write read back."""
    card: CardState | None = st.session_state.get(f"card:{audit.assessment.id}:{criterion}")
    if card is not None and card.is_fresh:
        card.is_fresh = False
        return card.base
    return workspace.store.answers.get(audit.respondent.id, criterion)


def card_state(audit: Audit, criterion: str, stored: Answer) -> CardState:
    """Return the state of a card, in step with what is stored.

    When another window wrote meanwhile and nothing stands here unsaved, its answer is taken over.
    """
    place = f"{audit.assessment.id}:{criterion}"
    card: CardState | None = st.session_state.get(f"card:{place}")
    if card is None:
        card = CardState(place, stored, session.language())
        st.session_state[f"card:{place}"] = card
    elif stored.version != card.base.version and card.theirs is None and not card.trouble:
        card.start_anew()
    card.language = session.language()
    if card.is_renewed:
        card.is_renewed = False
        card.base = stored
        st.rerun()  # the whole page: the other part shows old fields otherwise
    return card
