"""Write an answer, and say whether what stands on the screen is what the database holds.

The database is the truth. Three things can differ from it, and each is said aloud: a change made in
another window, a choice that could not be written, and a screen that lost its server.
"""

from dataclasses import replace

import streamlit as st

from assessment.answers import Answer, AnswerState
from assessment.errors import AssessmentClosed, InvalidInput, StaleWrite, StorageError
from assessment.services import self_audit
from assessment.services.context import Workspace
from assessment.services.self_audit import Audit
from ui.screens.audit.answer_state import CHOICE, FIELDS, CardState
from ui.widgets.html import text


def keep(workspace: Workspace, audit: Audit, card: CardState, answer: Answer, part: str) -> None:
    """Write an answer; what could not be written stays in the card, with the reason."""
    t = card.words
    card.part = part
    card.forget_trouble()
    try:
        card.base = self_audit.write_answer(workspace, audit, answer)
        card.is_fresh = True
        return
    except StaleWrite as stale:
        card.theirs = stale.current if isinstance(stale.current, Answer) else None
    except InvalidInput as error:
        card.trouble = {
            "too_long": t("This text is too long: at most 100,000 characters are kept."),
            "characters": t(
                "This text holds characters that cannot be kept, such as NUL. Remove them."
            ),
        }.get(error.rule, str(error))
    except AssessmentClosed:
        card.trouble = t("This assessment was closed meanwhile. Reopen it under Settings to go on.")
    except StorageError as error:
        card.trouble = str(error)
    card.mine = answer


def word(
    workspace: Workspace,
    audit: Audit,
    card: CardState,
    stored: Answer,
    shown: Answer,
    *,
    part: str = CHOICE,
) -> None:
    """Return below a part of the card whether it is saved."""
    t = card.words
    same = all(getattr(shown, name) == getattr(stored, name) for name in FIELDS[part])
    if card.theirs is not None:
        if card.part == part:
            _conflict(workspace, audit, card, card.theirs, shown)
    elif not same:
        _unsaved(workspace, audit, card, replace(shown, version=stored.version), part)
    elif any(getattr(stored, name) for name in FIELDS[part]):
        st.html(f'<p class="ms-saved" role="status">✓ {t("Saved")}</p>')
    elif part == CHOICE:
        said = t("Nothing chosen yet. What you choose is saved at once.")
        st.html(f'<p class="ms-soft" role="status">{said}</p>')


def _unsaved(workspace: Workspace, audit: Audit, card: CardState, shown: Answer, part: str) -> None:
    t = card.words
    reason = card.trouble or t("The connection was lost before this reached the database.")
    st.html(f'<p class="ms-unsaved" role="alert">⚠ {t("Not saved yet.")} {text(reason)}</p>')
    again = (workspace, audit, card, shown, part)
    with st.container(horizontal=True):
        st.button(
            t("Save what stands here"), on_click=keep, args=again, key=card.key(f"{part}_again")
        )
        st.button(
            t("Back to what was saved"), on_click=card.start_anew, key=card.key(f"{part}_back")
        )


def _conflict(
    workspace: Workspace, audit: Audit, card: CardState, theirs: Answer, mine: Answer
) -> None:
    t = card.words
    st.html(
        f'<p class="ms-unsaved" role="alert">⚠ '
        f"{t('This answer was changed in another window. Nothing was overwritten.')}</p>"
        f'<p class="ms-text"><strong>{t("There")}:</strong> {text(_in_words(audit, card, theirs))}</p>'
        f'<p class="ms-text"><strong>{t("Here")}:</strong> {text(_in_words(audit, card, mine))}</p>'
    )
    again = (workspace, audit, card, replace(mine, version=theirs.version), card.part)
    with st.container(horizontal=True):
        st.button(t("Keep what stands here"), on_click=keep, args=again, key=card.key("mine"))
        st.button(t("Take over the other"), on_click=card.start_anew, key=card.key("theirs"))


def _in_words(audit: Audit, card: CardState, answer: Answer) -> str:
    t, language = card.words, card.language
    scale = audit.catalogue.scale(audit.catalogue.by_id[answer.criterion].scale)
    said = t("not answered")
    if answer.level is not None:
        said = f"{answer.level} · {scale.levels[answer.level].label.in_language(language)}"
    elif answer.state is AnswerState.NOT_APPLICABLE:
        said = t("Does not apply to us")
    elif answer.state is AnswerState.UNKNOWN:
        said = t("I don't know")
    parts = [said, answer.reason_text, answer.comment, answer.evidence]
    return " · ".join(part for part in parts if part)
