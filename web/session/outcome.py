"""What was agreed, and what all items of a session came to, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.services.session.results import SessionOutcome
from assessment.session.agreed_values import JUDGED, AgreedValue
from assessment.session.agreements import SessionAgreement
from assessment.session.script import ABOUT_CRITERIA, SessionStep, StepKind
from assessment.session.voting.ballots import LEVEL_OPTIONS
from assessment.session.voting.results import ItemResult
from locales import Translator
from reports.session import step_words
from web.session.context import GroupContext
from web.session.questions import name, short_names
from web.session.result import result_views


@dataclass(frozen=True)
class AgreedView:
    """What the room agreed at an item."""

    label: str
    reason: str
    support: str  # how many are for it; empty if nobody was counted


@dataclass(frozen=True)
class AgreementView:
    """What will be done, and by which role and when."""

    text: str
    more: str


def agreed_view(context: GroupContext, step: SessionStep, value: AgreedValue) -> AgreedView:
    """Return an agreed value in words."""
    return AgreedView(value_label(context, step, value), value.reason, _support(value, context.t))


def value_label(context: GroupContext, step: SessionStep, value: AgreedValue) -> str:
    """Return what was agreed, as short as a level or an option is called."""
    t = context.t
    labels = dict(value_options(context, step, value.item))
    return labels.get(value.value) or t("Nothing agreed yet")


def value_options(context: GroupContext, step: SessionStep, item: str) -> list[tuple[str, str]]:
    """Return what can be agreed at an item: the options of its vote, none where nobody votes."""
    if step.kind is StepKind.JUDGE:
        names = step_words.option_names(step.kind, context.t)
        return [(value, names[value]) for value in JUDGED]
    asked = step_words.first_ballot(step.kind)
    if asked is None or step.kind in (StepKind.WELCOME, StepKind.CHECKOUT):
        return []
    labels = short_names(context.catalogue, step, item, asked, context.t)
    return list(zip(asked.options, labels, strict=True))


def _support(value: AgreedValue, t: Translator) -> str:
    if not (value.for_it or value.live_with_it or value.not_yet):
        return ""
    return t(
        "{for_it} for it, {live_with_it} can live with it, {not_yet} not yet.",
        for_it=value.for_it,
        live_with_it=value.live_with_it,
        not_yet=value.not_yet,
    )


def agreements(made: Sequence[SessionAgreement], t: Translator) -> tuple[AgreementView, ...]:
    """Return agreements with role and date."""
    return tuple(
        AgreementView(
            one.text,
            " · ".join(filter(None, (one.owner, t.date(one.due) if one.due else ""))),
        )
        for one in made
    )


def overview(
    context: GroupContext, outcome: SessionOutcome, only: SessionStep | None = None
) -> tuple[tuple[str, str], ...]:
    """Return every item that was shown with a line on it, of one step or of all."""
    steps = {step.id: step for step in context.session.script.steps if only in (None, step)}
    wanted = [r for r in outcome.items if r.step in steps]
    wanted = [r for r in wanted if r.kind in (*ABOUT_CRITERIA, StepKind.THESIS)]
    return tuple(
        (
            name(context.catalogue, steps[r.step], r.item, context.t),
            _line(context, outcome, steps[r.step], r),
        )
        for r in wanted
    )


def _line(
    context: GroupContext, outcome: SessionOutcome, step: SessionStep, result: ItemResult
) -> str:
    value = outcome.agreed.get((result.step, result.item))
    if value is not None and value.value:
        return context.t("Agreed: {value}", value=value_label(context, step, value))
    views = result_views(context, step, result, {})
    first, last = views[0], views[-1]
    is_level = result.latest["choice"].ballot.options == LEVEL_OPTIONS
    return first.lines[0] if is_level or not last.word else last.word
