"""What who leads a session sees: now, next, the buttons, and what belongs to this moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from starlette.responses import Response

from assessment.services.session import notes, running, watching
from assessment.session.control.clock import behind
from assessment.session.script import SessionStep, StepKind
from assessment.session.states import Command, SessionKey, SessionPhase, SessionState
from locales import Translator
from web.session import outcome, questions
from web.session.addresses import screen_address
from web.session.context import KeyContext
from web.session.control import buttons, forms
from web.session.control.keys import screen_key
from web.session.phone.page import PhoneView, phone_page, role_choices
from web.session.result import ResultView, result_views

LATE = timedelta(minutes=1)  # from which the plan is said to be missed
TOLD = (
    SessionPhase.SHOWN,
    SessionPhase.TALKING,
    SessionPhase.SHOWN_AGAIN,
    SessionPhase.AGREED,
)


@dataclass(frozen=True)
class StepMark:
    """A step in the line of all steps."""

    name: str
    minutes: int
    is_now: bool
    is_done: bool


@dataclass(frozen=True)
class ItemChoice:
    """An item that can be put on the table."""

    item: str
    name: str
    mark: str  # what was done with it; empty for nothing yet
    is_now: bool


def as_role(context: KeyContext) -> str:
    """Return the role whose phone is previewed."""
    asked = context.request.query_params.get("as", "")
    return asked if asked in context.session.roles else context.session.roles[0]


def home(context: KeyContext) -> Response:
    """Show the control."""
    return show(context)


def show(context: KeyContext, *, notice: str = "", status: int = 200) -> Response:
    """Show the control, with what was not done and why."""
    role = as_role(context)
    query = f"?as={role}" if context.request.query_params.get("as") else ""
    seen = PhoneView(role=role, outcome=context.outcome)
    return context.render(
        "control",
        status=status,
        here=f"{context.at('')}{query}",
        to=lambda page: f"{context.at(page)}{query}",
        live=context.live,
        version=context.session.version,
        page={**_page(context, role), "notice": notice},
        phone=phone_page(context, seen),
    )


def _page(context: KeyContext, role: str) -> Mapping[str, object]:
    session, t = context.session, context.t
    step = session.present_step
    allowed = running.allowed(context.workspace, session, context.key)
    return {
        "name": session.name,
        "who": t("Helper") if context.key is SessionKey.HELPER else t("Control"),
        "steps": _steps(context),
        "now": questions.title(step, t)
        if step and session.is_joinable
        else _state_name(session.state, t),
        "item": _item(context, step),
        "phase": _phase_name(context, step),
        "seconds": context.seconds,
        "is_paused": session.state is SessionState.PAUSED,  # then the time stands still
        "plan": _plan(context),
        **_counts(context),
        **_buttons(context, step, allowed),
        **_talk(context, step),
        **_results(context, step),
        **forms.forms(context, step, allowed),
        "new_notes": notes.number_of_new(context.workspace, session.id),
        "is_open": session.is_joinable,
        "is_ready": session.phase is SessionPhase.READY,
        "without_phone": session.without_phone,
        "screen": screen_address(screen_key(context), ""),
        "preview_roles": [{**one, "is_now": one["id"] == role} for one in role_choices(context)],
    }


def _steps(context: KeyContext) -> tuple[StepMark, ...]:
    session = context.session
    place = session.script.place(session.step)
    return tuple(
        StepMark(questions.title(step, context.t), step.minutes, n == place, n < place)
        for n, step in enumerate(session.script.steps)
    )


def _item(context: KeyContext, step: SessionStep | None) -> str:
    item = context.session.item
    if step is None or not item or item == step.id:
        return ""
    return questions.name(context.catalogue, step, item, context.t)


def _state_name(state: SessionState, t: Translator) -> str:
    return {
        SessionState.LOBBY: t("People come in"),
        SessionState.ENDED: t("The session has ended"),
    }.get(state, t("Not open yet"))


def _phase_name(context: KeyContext, step: SessionStep | None) -> str:
    session, t = context.session, context.t
    if session.state is SessionState.PAUSED:
        return t("A pause")
    if step is None or session.state is not SessionState.RUNNING:
        return _state_name(session.state, t)
    if context.is_writing and session.phase is SessionPhase.VOTING:
        return t("People write")
    return {
        SessionPhase.READY: t("Ready to start"),
        SessionPhase.VOTING: t("The vote is open"),
        SessionPhase.CLOSED: t("Closed, not shown yet"),
        SessionPhase.SHOWN: t("Shown"),
        SessionPhase.TALKING: t("People talk"),
        SessionPhase.VOTING_AGAIN: t("The second vote is open"),
        SessionPhase.SHOWN_AGAIN: t("Second vote shown"),
        SessionPhase.AGREED: t("Agreed"),
    }[session.phase]


def _plan(context: KeyContext) -> str:
    """Return how the session stands against its plan."""
    session, t = context.session, context.t
    if session.started_at is None or not session.is_joinable:
        return t("Planned: {n} minutes", n=session.planned_minutes)
    late = behind(session, context.workspace.now())
    n = round(abs(late) / timedelta(minutes=1))
    if abs(late) < LATE:
        return t("On schedule")
    if late > timedelta():
        return t.plural("One minute later than planned", "{n} minutes later than planned", n)
    return t.plural("One minute earlier than planned", "{n} minutes earlier than planned", n)


def _counts(context: KeyContext) -> Mapping[str, object]:
    """Return how many answered: all, and by role where that may be shown."""
    pulse, t = context.pulse, context.t
    is_vote = bool(context.session.open_items) and not context.is_writing
    line = t("{answered} of {present} answered") if is_vote else t("{present} here")
    roles = watching.answering(context.workspace, context.session) if is_vote else ()
    return {
        "counts": line,
        "count": line.format(answered=pulse.answered, present=pulse.present),
        "roles": [
            {
                "name": context.role_name(one.role),
                "answered": one.answered,
                "present": one.present,
            }
            for one in roles
        ],
    }


def _buttons(
    context: KeyContext, step: SessionStep | None, allowed: frozenset[Command]
) -> Mapping[str, object]:
    session, t = context.session, context.t
    offered = _offered(context, step) if Command.ITEM in allowed else {}
    return {
        "first": (
            *buttons.item_buttons(offered, t),
            *buttons.first_buttons(allowed, session.state, session.phase, step, t),
        ),
        "other": buttons.other_buttons(allowed, t),
        "following": _following(context),
        "choose": _choices(context, step) if Command.ITEM in allowed else (),
        "can_end": Command.END in allowed,
        "end": buttons.end_button(t),
        "tip": _tip(context, step, allowed),
    }


def _is_overview(context: KeyContext, step: SessionStep | None) -> bool:
    """Return whether all items of a step are on the table at once."""
    return step is not None and not context.session.item and len(step.on_the_table) > 1


def _votes(context: KeyContext, step: SessionStep | None) -> bool:
    return step is not None and step.has_vote and context.has_enough


def _offered(context: KeyContext, step: SessionStep | None) -> Mapping[str, str]:
    """Return the items to talk about that the tool offers, where all of them were shown."""
    if step is None or not _is_overview(context, step):
        return {}
    items = context.outcome.talk_first(step.id)
    return {item: questions.name(context.catalogue, step, item, context.t) for item in items}


def _following(context: KeyContext) -> str:
    session, t = context.session, context.t
    step = session.present_step
    if step is None:
        return questions.title(session.script.steps[0], t) if session.is_joinable else ""
    if not step.is_whole and session.item in step.on_the_table[:-1]:
        item = step.on_the_table[step.on_the_table.index(session.item) + 1]
        return questions.name(context.catalogue, step, item, t)
    place = session.script.place(step.id) + 1
    return (
        questions.title(session.script.steps[place], t) if place < len(session.script.steps) else ""
    )


def _choices(context: KeyContext, step: SessionStep | None) -> tuple[ItemChoice, ...]:
    if step is None or len(step.items) < 2 or step.takes_notes:
        return ()
    seen, t = context.outcome, context.t
    whole = ("",) if step.is_whole else ()
    return tuple(
        ItemChoice(
            item,
            questions.name(context.catalogue, step, item, t) if item else t("All of them"),
            t("agreed")
            if (step.id, item) in seen.agreed
            else t("shown")
            if seen.item(step.id, item)
            else "",
            item == context.session.item,
        )
        for item in (*whole, *step.items)
    )


def _tip(context: KeyContext, step: SessionStep | None, allowed: frozenset[Command]) -> str:
    """Return what helps at this moment."""
    session, t = context.session, context.t
    is_ready = session.state is SessionState.RUNNING and session.phase is SessionPhase.READY
    if is_ready and step is not None and step.has_vote and Command.START not in allowed:
        return t(
            "Fewer than five people are here, so nobody votes. Talk, and write down what you agree on."
        )
    is_to_talk = step is not None and step.kind not in buttons.WITHOUT_TALK
    if is_to_talk and session.phase in (SessionPhase.SHOWN, SessionPhase.SHOWN_AGAIN):
        return t("Ask: who can speak for the smallest group? Not: who chose this?")
    if session.phase is SessionPhase.CLOSED and not context.is_writing:
        return t("Did people raise hands? Type them in now, before you show the result.")
    is_many = (
        step is not None and step.kind is StepKind.JUDGE and context.outcome.has_too_many_minimal
    )
    return t("More than 60 % is minimal so far. Ask: what may wait?") if is_many else ""


def _talk(context: KeyContext, step: SessionStep | None) -> Mapping[str, object]:
    if step is None:
        return {"instruction": "", "prompts": (), "listen_for": ()}
    language = context.language
    item = context.session.item
    more = questions.prompts(context.catalogue, item)
    return {
        "instruction": step.instruction.in_language(language) if step.instruction else "",
        "prompts": [text.in_language(language) for text in (*step.prompts, *more)],
        "listen_for": [text.in_language(language) for text in step.listen_for],
    }


def _results(context: KeyContext, step: SessionStep | None) -> Mapping[str, object]:
    """Return what everybody sees by now. Nothing of a vote that was not shown is in an outcome."""
    nothing: Mapping[str, tuple[ResultView, ...]] = {"results": (), "overview": ()}
    if step is None or context.session.phase not in TOLD:
        return nothing
    if _is_overview(context, step):
        return {**nothing, "overview": outcome.overview(context, context.outcome, step)}
    found = context.outcome.item(step.id, context.session.item or step.on_the_table[0])
    return {**nothing, "results": () if found is None else result_views(context, step, found, {})}
