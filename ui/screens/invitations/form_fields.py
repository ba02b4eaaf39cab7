"""The fields of a form that invites: what is typed stays on the device until its button is pressed."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import streamlit as st

from assessment.invitations import MAX_RESPONDENTS
from assessment.services.context import Workspace
from assessment.text import MAX_NAME
from ui import session
from ui.widgets.save_line import FieldState, form_line

WEEKS = 3  # that an invitation is open, unless chosen otherwise


@dataclass(frozen=True)
class FormFields:
    """The fields of one form; once it did what it is for, the next `turn` starts with empty ones."""

    kind: str
    of: str  # the id of what it adds to
    turn: int
    states: list[FieldState] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the name of the form, under which its texts stay on the device."""
        return f"{self.kind}:{self.of}:{self.turn}"

    def whole_number(self, label: str, name: str, present: int) -> int:
        """Render the choice of a number of people."""
        key = self._key(name)
        number = int(
            st.number_input(label, min_value=1, max_value=MAX_RESPONDENTS, value=present, key=key)
        )
        self.states.append(FieldState(name, key, str(present), str(number)))
        return number

    def own_line(self) -> str:
        """Render the field for what the organisation adds to its letters."""
        t, key = session.words(), self._key("own_line")
        typed = st.text_input(
            t("A line of your own in the letter (not needed)"),
            placeholder=t("Such as: we talk about the outcome on 12 May."),
            max_chars=MAX_NAME,
            key=key,
        )
        self.states.append(FieldState("own_line", key, "", typed))
        return typed

    def last_day(self, workspace: Workspace) -> date | None:
        """Render the choice of the last day; none is until the assessment closes."""
        today, key = workspace.now().astimezone().date(), self._key("until")
        first = today + timedelta(weeks=WEEKS)
        chosen: date | None = st.date_input(
            session.words()("Until when? Empty: until you close the assessment"),
            value=first,
            min_value=today,
            format="DD-MM-YYYY",
            key=key,
        )
        self.states.append(FieldState("until", key, str(first), str(chosen or "")))
        return chosen

    def line(self) -> None:
        """Render that what is typed stays on the device."""
        st.html(form_line(self.name, self.states))

    def made(self) -> None:
        """Remember that what the form is for is done."""
        session.made(self.name)

    def _key(self, name: str) -> str:
        return f"{self.kind}_{name}:{self.of}:{self.turn}"
