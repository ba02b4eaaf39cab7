"""What was shown and agreed, step by step: both votes, the value, the reason, the dissent."""

from collections.abc import Iterator

import streamlit as st

from assessment.session.script import SessionStep, StepKind
from assessment.session.voting.results import ItemResult
from reports.session import step_words, votes
from reports.session.material import SessionMaterial
from reports.wording.results import NOTHING
from ui import session
from ui.widgets.html import bullets, details, plain, soft, stacked_table, text
from ui.widgets.level_bars import level_bar

_WITHOUT = (StepKind.WELCOME,)  # the trial vote is nobody's business afterwards


def looking_back(material: SessionMaterial) -> None:
    """Render every step of which anything may be told, then the agreements."""
    t = session.words()
    for step in material.session.script.steps:
        if step.kind in _WITHOUT:
            continue
        body = "".join([*_items(material, step), *_notes(material, step)])
        if body:
            st.subheader(plain(material.step_title(step, t)), anchor=False)
            st.html(body)
    _agreements(material)


def _items(material: SessionMaterial, step: SessionStep) -> Iterator[str]:
    t = session.words()
    for item in material.items_of(step):
        result = material.result(step, item)
        told = [*(_votes(material, result) if result else ()), *_agreed(material, step, item)]
        if not told:
            continue
        if item != step.id:
            yield f'<h4 class="ms-small-title ms-item">{text(material.item_title(step, item, t))}</h4>'
        yield from told


def _votes(material: SessionMaterial, result: ItemResult) -> Iterator[str]:
    t = session.words()
    shown = dict(votes.both(result))
    if not any(shown.values()):
        return
    tables = votes.vote_tables(material, result, t)
    if not tables:
        yield soft(t("Too few people voted to show anything."))
        return
    drawn = votes.spreads(material, result, t)
    if drawn:
        yield from (level_bar(f"{one.name}: {one.sentence}", one.levels) for one in drawn)
    else:
        lines = [
            f"{votes.turns(t)[turn]}: {votes.sentence(asked.get('choice'), t)}"
            for turn, asked in shown.items()
            if asked
        ]
        yield bullets(lines)
    if told := votes.changed(result, t):
        yield f"<p>{text(told)}</p>"
    figures = "".join(
        stacked_table(table.caption, table.header, table.rows, figures=table.figures)
        for table in tables
    )
    yield details(t("The numbers"), figures)


def _agreed(material: SessionMaterial, step: SessionStep, item: str) -> Iterator[str]:
    t, result = session.words(), material.result(step, item)
    agreed = material.agreed(step, item)
    if result is not None and result.verdict is not None:
        verdict = step_words.verdict_names(t)[result.verdict]
        yield f"<p>{text(t('Judged: {verdict}', verdict=verdict))}</p>"
    if agreed is None:
        return
    value = t("Agreed: {value}", value=votes.agreed_value(agreed, t))
    yield f"<p><strong>{text(value)}</strong></p>"
    for told in (
        t("Because: {reason}", reason=agreed.reason) if agreed.reason else "",
        votes.confirmation(agreed, t),
        t("Who sees it differently: {words}", words=agreed.dissent) if agreed.dissent else "",
    ):
        if told:
            yield f'<p class="ms-text">{text(told)}</p>'


def _notes(material: SessionMaterial, step: SessionStep) -> Iterator[str]:
    texts = [note.text for note in material.outcome.notes if note.step == step.id]
    if texts:
        yield details(session.words()("Written to the group"), bullets(texts), opened=True)


def _agreements(material: SessionMaterial) -> None:
    t, made = session.words(), material.outcome.agreements
    if not made:
        return
    st.subheader(t("Agreements"), anchor=False)
    rows = [
        (one.text, one.owner or NOTHING, NOTHING if one.due is None else t.date(one.due))
        for one in made
    ]
    st.html(stacked_table(t("What will be done"), (t("What"), t("Who"), t("When")), rows))
