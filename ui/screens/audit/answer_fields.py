"""The fields of one answer: their keys, what stands in them, how it is saved, and whether it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.answers import Answer, AnswerState, Reason
from assessment.catalogue.model import LEVELS, Criterion
from assessment.errors import InvalidInput, MentorspiegelError
from assessment.services import self_audit
from assessment.services.context import Workspace
from assessment.services.self_audit import Audit
from locales import Translator, translator
from reports.wording import choices
from ui import session
from ui.widgets import save_line
from ui.widgets.autosave import (
    Autosave,
    Notice,
    never_arrived,
    saved_words,
    show_conflict,
    show_unsaved,
)
from ui.widgets.refusal import refusal
from ui.widgets.save_line import FieldState

ANSWER = "answer"  # is saved as a whole: what is chosen and what is noted belong together
CHOICE, NOTES = "choice_part", "notes_part"  # are drawn apart
_FIELDS = {
    CHOICE: ("state", "level", "reason", "reason_text"),
    NOTES: ("comment", "evidence", "marked"),
}
_IN_WORDS = ("choice", "reason")  # fields whose options are shown in words


@dataclass(frozen=True)
class AnswerFields:
    """The fields as the page drew them: in which language, and which time."""

    audit: Audit
    criterion: Criterion
    saving: Autosave[Answer]
    language: str
    epoch: int
    line: DeltaGenerator  # where the one line for the whole question stands
    drawn: Answer  # as the rest of the page shows it: the counter, the list, the way on

    @property
    def t(self) -> Translator:
        """The words of the page; to ask the address for its language again takes longer than to save."""
        return translator(self.language)

    def key(self, field: str) -> str:
        """Return the key of a field or a button."""
        key = f"{self.saving.name}:{field}:{self.epoch}"
        return f"{key}:{self.language}" if field in _IN_WORDS else key

    def common(self, part: str) -> dict[str, Any]:
        """Return what all widgets of a part have in common."""
        return {
            "on_change": self._keep,
            "args": (part,),
            "disabled": self.audit.assessment.is_closed,
        }

    def follow_page(self) -> None:
        """Run the whole page when more of it changes than the part that was touched.

        That is when the answer is drawn anew, and when the question becomes answered, open or marked.
        """
        stored, drawn = self.saving.seen.row, self.drawn
        is_counted = (stored.is_answered, stored.marked) == (drawn.is_answered, drawn.marked)
        if self.saving.seen.epochs[ANSWER] != self.epoch or not is_counted:
            st.rerun()

    def replace_by(self, answer: Answer) -> None:
        """Save another answer than the one that stands in the fields, and show it."""
        self.saving.write(ANSWER, answer)
        self.saving.draw_anew(ANSWER)

    def note(self, part: str, shown: Answer) -> None:
        """Render below a part what is not saved of it, and in the line whether everything is."""
        if self.saving.is_conflict(ANSWER):
            if st.session_state.get(self._changed_part, CHOICE) == part:
                show_conflict(self.saving, self._notice(part))
        elif self._differ(shown, _FIELDS[part]):
            show_unsaved(self.saving, self._notice(part))
        if not self.audit.assessment.is_closed:
            standing = self._standing()
            self.line.html(save_line.save_line(self._status(standing), self._states(standing)))

    def _differ(self, shown: Answer, names: tuple[str, ...]) -> bool:
        stored = self.saving.seen.row
        return any(getattr(shown, name) != getattr(stored, name) for name in names)

    def _status(self, standing: Answer) -> str:
        t, saving = self.t, self.saving
        unsaved, names = saving.seen.unsaved.get(ANSWER), _FIELDS[CHOICE] + _FIELDS[NOTES]
        if unsaved is not None:
            reason = unsaved.trouble or _changed_elsewhere()
            return save_line.not_saved(t("Not saved: {reason}", reason=reason))
        if self._differ(standing, names):
            return save_line.not_saved(t("Not saved: {reason}", reason=never_arrived()))
        if any(getattr(standing, name) for name in names if name != "level"):
            return save_line.saved(saved_words(saving))
        nothing = t("Nothing chosen yet. What you choose is saved at once.")
        return save_line.nothing_yet(nothing)

    def _states(self, standing: Answer, part: str = "") -> list[FieldState]:
        """Return all fields, or those of a part, as they are on the screen and in the database."""
        stored, reasons = self.saving.seen.row, choices.reasons(self.t)

        def state(field: str, before: str, now: str) -> FieldState:
            return FieldState(f"{self.saving.name}:{field}", self.key(field), before, now)

        def in_words(reason: Reason | None) -> str:
            return reasons[reason] if reason else ""

        texts = {"reason_text": CHOICE, "comment": NOTES, "evidence": NOTES}
        states = {
            "choice": state("choice", _position(stored), _position(standing)),
            "reason": state("reason", in_words(stored.reason), in_words(standing.reason)),
            "marked": state("marked", str(int(stored.marked)), str(int(standing.marked))),
            **{one: state(one, getattr(stored, one), getattr(standing, one)) for one in texts},
        }
        parts = {"choice": CHOICE, "reason": CHOICE, "marked": NOTES, **texts}
        return [found for name, found in states.items() if part in ("", parts[name])]

    def _keep(self, part: str) -> None:
        """Save what stands in all fields, after a change in one part."""
        st.session_state[self._changed_part] = part
        self.saving.keep(ANSWER, self._standing())

    def _write(self, part: str) -> None:
        """Save what stands in all fields, because somebody said so below one part."""
        st.session_state[self._changed_part] = part
        self.saving.write(ANSWER, self._standing())
        self.saving.draw_anew(ANSWER)  # the other part may still ask which answer to keep

    @property
    def _changed_part(self) -> str:
        return f"changed_part:{self.saving.name}"

    def _standing(self) -> Answer:
        """Return what stands in the fields right now, also before the page has run again."""
        answer = self.saving.mine(ANSWER)
        choice, reason, reason_text = self._value("choice", option(answer)), None, ""
        if choice == AnswerState.NOT_APPLICABLE:
            reason = self._value("reason", answer.reason)
            reason_text = self._value("reason_text", answer.reason_text)
        chosen = with_choice(answer, choice, reason, reason_text)
        notes = {name: self._value(name, getattr(answer, name)) for name in _FIELDS[NOTES]}
        return replace(chosen, **notes)

    def _value(self, field: str, otherwise: Any) -> Any:
        return st.session_state.get(self.key(field), otherwise)

    def _notice(self, part: str) -> Notice:
        t = self.t
        return Notice(
            part=ANSWER,
            key=lambda button: self.key(
                button if button in ("mine", "theirs") else f"{part}_{button}"
            ),
            write=lambda: self._write(part),
            in_words=self._in_words,
            changed=_changed_elsewhere(),
            here=t("Here"),
            keep_here=t("Keep what stands here"),
            fields=self._states(self._standing(), part),
        )

    def _in_words(self, answer: Answer) -> str:
        t = self.t
        levels = self.audit.catalogue.scale(self.criterion.scale).levels
        choice = t("not answered")
        if answer.level is not None:
            choice = f"{answer.level} · {levels[answer.level].label.in_language(t.language)}"
        elif answer.state is AnswerState.NOT_APPLICABLE:
            choice = t("Does not apply to us")
        elif answer.state is AnswerState.UNKNOWN:
            choice = t("I don't know")
        parts = (choice, answer.reason_text, answer.comment, answer.evidence)
        return " · ".join(part for part in parts if part)


def answer_fields(
    workspace: Workspace, audit: Audit, criterion: Criterion, stored: Answer, line: DeltaGenerator
) -> AnswerFields:
    """Return the fields of an answer, in step with what is stored."""
    saving = Autosave(
        f"answer:{audit.assessment.id}:{criterion.id}",
        stored,
        read=lambda: workspace.store.answers.get(audit.respondent.id, criterion.id),
        save=lambda answer: self_audit.write_answer(workspace, audit, answer),
        change=_with_answer,
        parts=_parts,
        refusal=_refusal,
    )
    epoch = saving.seen.epochs[ANSWER]
    return AnswerFields(audit, criterion, saving, session.language(), epoch, line, stored)


def _changed_elsewhere() -> str:
    return session.words()("This answer was changed in another window. Nothing was overwritten.")


def _position(answer: Answer) -> str:
    """Return at which place among the options an answer stands, as the browser counts."""
    without = (AnswerState.NOT_APPLICABLE, AnswerState.UNKNOWN, AnswerState.DECLINED)
    if answer.state in without:
        return str(LEVELS + without.index(answer.state))
    return "" if answer.level is None else str(answer.level)


def option(answer: Answer) -> str | None:
    """Return the option that stands for an answer, None if there is none."""
    if answer.state is AnswerState.LEVEL:
        return str(answer.level)
    return str(answer.state) if answer.state else None


def with_choice(
    answer: Answer, choice: str | None, reason: Reason | None, reason_text: str
) -> Answer:
    """Return an answer with another choice; only one that does not apply carries a reason."""
    is_level = choice in [str(level) for level in range(LEVELS)]
    is_left_out = choice == AnswerState.NOT_APPLICABLE
    return replace(
        answer,
        state=(AnswerState.LEVEL if is_level else AnswerState(choice)) if choice else None,
        level=int(choice) if is_level and choice else None,
        reason=reason if is_left_out else None,
        reason_text=reason_text if is_left_out else "",
    )


def _parts(answer: Answer) -> Mapping[str, Answer]:
    """Return the one part of an answer: all of it but its version."""
    return {ANSWER: replace(answer, version=0)}


def _with_answer(present: Answer, _: str, answer: Answer) -> Answer:
    return replace(answer, version=present.version)


def _refusal(error: MentorspiegelError) -> str:
    if not isinstance(error, InvalidInput):
        return refusal(error)
    t = session.words()
    return {
        "too_long": t("This text is too long: at most 100,000 characters are kept."),
        "characters": t(
            "This text holds characters that cannot be kept, such as NUL. Remove them."
        ),
    }.get(error.rule, str(error))
