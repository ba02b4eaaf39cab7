"""One criterion to answer: choose, note, mark. Everything is written at once and read back.

The database is the truth. Three things can differ from it, and each is said aloud: a change made in
another window, a choice that could not be written, and a screen that lost its server.
"""

from dataclasses import replace
from typing import Any

import streamlit as st

from assessment.answers import Answer, AnswerState, Reason
from assessment.catalogue import LEVELS, Criterion
from assessment.errors import AssessmentClosed, InvalidInput, StaleWrite, StorageError
from assessment.services import audit as service
from assessment.services.audit import Audit
from assessment.services.workspace import Workspace
from reports import names as result_names
from ui import state
from ui.components.answer_state import CardState, card_state
from ui.components.html import text

_OTHER_STATES = (AnswerState.NOT_APPLICABLE, AnswerState.UNKNOWN)


@st.fragment
def answer_card(workspace: Workspace, audit: Audit, criterion: Criterion) -> None:
    """Draw one criterion with its answer; only this part runs again when something is changed."""
    stored = workspace.store.answer(audit.respondent.id, criterion.id)
    card = card_state(audit, criterion.id, stored)
    shown = _fields(workspace, audit, criterion, card.mine or stored, card)
    _word_on_saving(workspace, audit, card, stored, shown)


def _fields(
    workspace: Workspace, audit: Audit, criterion: Criterion, stored: Answer, card: CardState
) -> Answer:
    """Draw the fields and return the answer that stands on the screen."""
    t = state.words()
    common: dict[str, Any] = {
        "on_change": _write,
        "args": (workspace, audit, card),
        "disabled": audit.assessment.is_closed,
    }
    choice = _choice(audit, criterion, stored, card, common)
    reason, reason_text = stored.reason, stored.reason_text
    if choice == AnswerState.NOT_APPLICABLE:
        reason, reason_text = _reason(stored, card, common)
    comment = st.text_area(
        t("What do you want to note?"),
        value=stored.comment,
        key=card.key("comment"),
        placeholder=t("For yourself, your team or next year"),
        height=96,
        **common,
    )
    evidence = st.text_input(
        t("What could you point at? A document, a habit or a link"),
        value=stored.evidence,
        key=card.key("evidence"),
        **common,
    )
    marked = st.checkbox(
        t("Mark this one for the talk"), value=stored.marked, key=card.key("marked"), **common
    )
    return _answer(stored, choice, reason, (reason_text, comment, evidence), marked)


def _choice(
    audit: Audit, criterion: Criterion, stored: Answer, card: CardState, common: dict[str, Any]
) -> str | None:
    """Draw the levels with what each looks like, and the ways not to choose one."""
    t, language = state.words(), state.language()
    labels = audit.catalogue.scale(criterion.scale).levels
    titles = {
        str(n): f"{n} · {level.label.in_language(language)}" for n, level in enumerate(labels)
    }
    captions = [part.in_language(language) for part in audit.catalogue.rubric(criterion)]
    others = [*_OTHER_STATES, *({stored.state} - {AnswerState.LEVEL, None, *_OTHER_STATES})]
    words = {
        AnswerState.NOT_APPLICABLE: (
            t("Does not apply to us"),
            t("It stays out of every score. Say why below."),
        ),
        AnswerState.UNKNOWN: (
            t("I don't know"),
            t("Worth knowing too: it shows what to find out."),
        ),
        AnswerState.DECLINED: (t("I'd rather not say"), ""),
    }
    for other in others:
        titles[str(other)] = words[other][0]  # type: ignore[index]
        captions.append(words[other][1])  # type: ignore[index]
    question = criterion.question_for(audit.respondent.role).in_language(language)
    options = list(titles)
    present = _option(stored)
    chosen = st.radio(
        f"**{question}**",
        options,
        index=options.index(present) if present else None,
        format_func=titles.__getitem__,
        captions=captions,
        key=card.key("choice"),
        **common,
    )
    return chosen if isinstance(chosen, str) else None


def _reason(stored: Answer, card: CardState, common: dict[str, Any]) -> tuple[Reason | None, str]:
    t = state.words()
    words = result_names.reasons(t)
    options = list(words)
    reason = st.selectbox(
        t("Why does it not apply?"),
        options,
        index=options.index(stored.reason) if stored.reason else None,
        format_func=words.__getitem__,
        placeholder=t("Choose a reason"),
        key=card.key("reason"),
        **common,
    )
    reason_text = st.text_input(
        t("In your own words"), value=stored.reason_text, key=card.key("reason_text"), **common
    )
    return reason, reason_text


def _option(answer: Answer) -> str | None:
    if answer.state is AnswerState.LEVEL:
        return str(answer.level)
    return str(answer.state) if answer.state else None


def _answer(
    base: Answer,
    choice: str | None,
    reason: Reason | None,
    texts: tuple[str, str, str],
    marked: bool,
) -> Answer:
    """Return the answer that a set of field values stands for."""
    is_level = choice in [str(level) for level in range(LEVELS)]
    is_left_out = choice == AnswerState.NOT_APPLICABLE
    return replace(
        base,
        state=(AnswerState.LEVEL if is_level else AnswerState(choice)) if choice else None,
        level=int(choice) if is_level and choice else None,
        reason=reason if is_left_out else None,
        reason_text=texts[0] if is_left_out else "",
        comment=texts[1],
        evidence=texts[2],
        marked=marked,
    )


def _from_fields(card: CardState) -> Answer:
    """Return what stands in the fields right now, also before the page has run again."""
    base = card.base
    return _answer(
        base,
        card.value("choice", _option(base)),
        card.value("reason", base.reason),
        (
            card.value("reason_text", base.reason_text),
            card.value("comment", base.comment),
            card.value("evidence", base.evidence),
        ),
        card.value("marked", base.marked),
    )


def _write(workspace: Workspace, audit: Audit, card: CardState) -> None:
    """Keep what stands in the fields; remember why when that fails."""
    _keep(workspace, audit, card, _from_fields(card))


def _keep(workspace: Workspace, audit: Audit, card: CardState, answer: Answer) -> None:
    t = state.words()
    card.forget_trouble()
    try:
        card.base = service.write_answer(workspace, audit, answer)
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


def _word_on_saving(
    workspace: Workspace, audit: Audit, card: CardState, stored: Answer, shown: Answer
) -> None:
    """Say whether what stands on the screen is what the database holds."""
    t = state.words()
    if card.theirs is not None:
        _conflict(workspace, audit, card, card.theirs, shown)
    elif shown != replace(stored, version=shown.version):
        reason = card.trouble or t("The connection was lost before this reached the database.")
        st.html(f'<p class="ms-unsaved" role="alert">⚠ {t("Not saved yet.")} {text(reason)}</p>')
        again = (workspace, audit, card, replace(shown, version=stored.version))
        with st.container(horizontal=True):
            st.button(t("Save what stands here"), on_click=_keep, args=again, key=card.key("again"))
            st.button(t("Back to what was saved"), on_click=card.start_anew, key=card.key("back"))
    elif stored.version:
        st.html(f'<p class="ms-saved" role="status">✓ {t("Saved")}</p>')
    else:
        st.html(
            f'<p class="ms-soft" role="status">{t("Nothing chosen yet. What you choose is saved at once.")}</p>'
        )


def _conflict(
    workspace: Workspace, audit: Audit, card: CardState, theirs: Answer, mine: Answer
) -> None:
    t = state.words()
    st.html(
        f'<p class="ms-unsaved" role="alert">⚠ '
        f"{t('This answer was changed in another window. Nothing was overwritten.')}</p>"
        f'<p class="ms-text"><strong>{t("There")}:</strong> {text(_in_words(audit, theirs))}</p>'
        f'<p class="ms-text"><strong>{t("Here")}:</strong> {text(_in_words(audit, mine))}</p>'
    )
    again = (workspace, audit, card, replace(mine, version=theirs.version))
    with st.container(horizontal=True):
        st.button(t("Keep what stands here"), on_click=_keep, args=again, key=card.key("mine"))
        st.button(t("Take over the other"), on_click=card.start_anew, key=card.key("theirs"))


def _in_words(audit: Audit, answer: Answer) -> str:
    t, language = state.words(), state.language()
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
