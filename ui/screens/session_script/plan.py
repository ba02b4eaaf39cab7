"""The script of a session: planned time against the time there is, and every step to change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import streamlit as st

from assessment.catalogue.model import Catalogue
from assessment.services.context import Workspace
from assessment.services.session import drafting
from assessment.services.session.entering import session_now
from assessment.services.session.preparing import catalogue_of, change_draft
from assessment.services.session.proposing import ItemPool, steps_to_add
from assessment.session.control.clock import timetable
from assessment.session.group_session import GroupSession
from assessment.session.script import MAX_MINUTES, Script, SessionStep, StepKind
from assessment.session.states import SessionState
from reports.session import step_words, wording
from ui import session
from ui.widgets import choose
from ui.widgets.autosave import Autosave
from ui.widgets.fields import fields_of
from ui.widgets.html import alert, bar, note, plain, soft, stacked_table, text
from ui.widgets.refusal import attempt

Change = Callable[[Script], Script]
_TAKES_ITEMS = (StepKind.THESIS, StepKind.JUDGE, StepKind.RATE, StepKind.TABLES, StepKind.LAST_TIME)


def plan(workspace: Workspace, one: GroupSession) -> None:
    """Render the plan; while nobody was let in it can be changed."""
    t = session.words()
    catalogue = catalogue_of(workspace, one)
    _time(one)
    if one.state is not SessionState.DRAFT:
        st.html(_table(catalogue, one))
        st.html(
            soft(t("People were let in. From now on the script is changed on the control page."))
        )
        return
    today, pool = steps_to_add(workspace, one)
    for number, step in enumerate(one.script.steps, start=1):
        label = f"{number} · {_title(step)} · {_length(step)}"
        with st.expander(plain(label), key=f"step:{one.id}:{step.id}"):
            _step(workspace, one, step, _Offered(catalogue, pool))
    _more(workspace, one, today, pool)


def _title(step: SessionStep) -> str:
    t = session.words()
    return step.title.in_language(t.language) if step.title else step_words.step_names(t)[step.kind]


def _length(step: SessionStep) -> str:
    t = session.words()
    minutes = t.plural("one minute", "{n} minutes", step.minutes)
    if not step.items:
        return minutes
    items = t.plural("one item", "{n} items", len(step.items))
    return f"{minutes} · {items}"


def _time(one: GroupSession) -> None:
    t, planned, there_is = session.words(), one.script.minutes, one.planned_minutes
    words = t("Planned: {planned} of {available} minutes", planned=planned, available=there_is)
    st.html(bar(planned / there_is, words))
    if planned > there_is:
        over = t.plural(
            "That is one minute too long.", "That is {n} minutes too long.", planned - there_is
        )
        st.html(note(over))


def _table(catalogue: Catalogue, one: GroupSession) -> str:
    t = session.words()
    start = one.created_at
    rows = [
        (_passed(when.begins - start), _title(step), str(step.minutes), _about(catalogue, step))
        for step, when in zip(one.script.steps, timetable(one.script, start), strict=True)
    ]
    header = (t("From"), t("Step"), t("Minutes"), t("About"))
    return stacked_table(t("The plan"), header, rows)


def _passed(passed: timedelta) -> str:
    minutes = int(passed.total_seconds()) // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def _about(catalogue: Catalogue, step: SessionStep) -> str:
    t = session.words()
    return "\n".join(wording.item_title(catalogue, step, item, t) for item in step.items)


class _Offered:
    """What a step can be about, with the words of it."""

    def __init__(self, catalogue: Catalogue, pool: ItemPool) -> None:
        self.catalogue, self.pool = catalogue, pool

    def words(self, step: SessionStep) -> dict[str, str]:
        """Return what a step has, then what it can have."""
        t, pool = session.words(), self.pool
        more: tuple[str, ...] = pool.items_for(step.kind, len(pool.criteria) + len(pool.theses))
        if step.kind is StepKind.LAST_TIME:
            more = ()
        first = t("to discuss first")
        return {
            item: wording.item_title(self.catalogue, step, item, t)
            + (f" · {first}" if item in pool.discuss_first else "")
            for item in dict.fromkeys((*step.items, *more))
        }


def _step(workspace: Workspace, one: GroupSession, step: SessionStep, offered: _Offered) -> None:
    t, name = session.words(), _title(step)
    if step.instruction:
        st.html(f'<p class="ms-text">{text(step.instruction.in_language(t.language))}</p>')
    with fields_of(_saving_minutes(workspace, one, step.id)) as fields:
        fields.number("minutes", t("Minutes for: {step}", step=name), 1, MAX_MINUTES)
    if step.kind in _TAKES_ITEMS:
        _items(workspace, one, step, offered)
    with st.container(horizontal=True):
        for way, label, change in (
            ("earlier", t("Earlier: {step}", step=name), _moving(step.id, -1)),
            ("later", t("Later: {step}", step=name), _moving(step.id, 1)),
            ("out", t("Take out: {step}", step=name), _dropping(step.id)),
        ):
            st.button(
                plain(label),
                key=f"{way}:{one.id}:{step.id}",
                on_click=_change,
                args=(workspace, one, change),
            )


def _saving_minutes(
    workspace: Workspace, one: GroupSession, step_id: str
) -> Autosave[GroupSession]:
    """Return how the minutes of one step are saved: typed ones never overwrite another window's."""

    def minutes(session_: GroupSession) -> dict[str, int | None]:
        step = session_.script.step(step_id)
        return {"minutes": step.minutes if step else None}

    def change(session_: GroupSession, _part: str, value: int | None) -> GroupSession:
        kept = value or minutes(session_)["minutes"] or 1  # an empty field goes back to what it was
        return replace(session_, script=drafting.with_minutes(session_.script, step_id, kept))

    return Autosave(
        f"plan:{one.id}:{step_id}",
        one,
        read=lambda: session_now(workspace, one.id),
        save=lambda changed: change_draft(workspace, changed),
        change=change,
        parts=minutes,
    )


def _moving(step_id: str, by: int) -> Change:
    return lambda script: drafting.moved(script, step_id, by)


def _dropping(step_id: str) -> Change:
    return lambda script: drafting.without(script, step_id)


def _items(workspace: Workspace, one: GroupSession, step: SessionStep, offered: _Offered) -> None:
    t, words = session.words(), offered.words(step)
    key = session.key_in_language(f"items:{one.id}:{step.id}")
    st.multiselect(
        t("What it is about, in this order: {step}", step=_title(step)),
        list(words),
        default=list(step.items),
        format_func=words.__getitem__,
        placeholder=t("Choose"),
        key=key,
        on_change=lambda: _change(
            workspace,
            one,
            lambda script: drafting.with_items(script, step.id, st.session_state[key]),
        ),
    )
    if not step.items:
        st.html(alert(t("This step is about nothing yet.")))


def _more(workspace: Workspace, one: GroupSession, today: Catalogue, pool: ItemPool) -> None:
    """Render the choice of one more step."""
    t = session.words()
    words = {
        kind: guide.title.in_language(t.language) if guide else title
        for kind, title in step_words.step_names(t).items()
        for guide in [today.guide(kind)]
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = choose.select("one_more_step", t("One more step"), words)
        st.button(
            t("Add it"),
            key="add_step",
            on_click=_change,
            args=(
                workspace,
                one,
                lambda script: drafting.with_new_step(script, today, kind, pool),
            ),
        )


def _change(workspace: Workspace, one: GroupSession, change: Change) -> None:
    attempt(lambda: change_draft(workspace, replace(one, script=change(one.script))))
