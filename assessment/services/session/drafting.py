"""Changing the script of a session that is being prepared: steps and items in another order or number.

Every function returns a new script; a step that is not there (any more) changes nothing.
"""

from collections.abc import Sequence

from assessment.catalogue.model import Catalogue
from assessment.services.session.proposing import OWN_PACE, ItemPool
from assessment.session.script import MAX_MINUTES, Script, SessionStep, StepKind

NEW_STEP_MINUTES = 5
NEW_STEP_ITEMS = 3
LAST = (StepKind.CHECKOUT,)  # a new step comes before these


def moved(script: Script, step_id: str, by: int) -> Script:
    """Return a script in which a step stands `by` places later, as far as there are places."""
    at = script.place(step_id)
    if at < 0:
        return script
    rest = [step for step in script.steps if step.id != step_id]
    rest.insert(min(max(at + by, 0), len(rest)), script.steps[at])
    return with_steps(script, rest)


def without(script: Script, step_id: str) -> Script:
    """Return a script without a step; the last one stays."""
    kept = [step for step in script.steps if step.id != step_id]
    return with_steps(script, kept) if kept else script


def with_minutes(script: Script, step_id: str, minutes: int) -> Script:
    """Return a script in which a step takes so many minutes, at least one."""
    length = min(max(minutes, 1), MAX_MINUTES)
    return _with_fields(script, step_id, minutes=length)


def with_items(script: Script, step_id: str, items: Sequence[str]) -> Script:
    """Return a script in which a step has these items, in this order."""
    step = script.step(step_id)
    if step is None:
        return script
    at_own_pace = step.at_own_pace if len(items) > 1 else False
    if step.kind in OWN_PACE and len(items) > 1 and len(step.items) <= 1:
        at_own_pace = True
    texts = {name: text for name, text in step.texts.items() if name in items}
    return _with_fields(script, step_id, items=tuple(items), texts=texts, at_own_pace=at_own_pace)


def with_new_step(script: Script, catalogue: Catalogue, kind: StepKind, pool: ItemPool) -> Script:
    """Return a script with one more step, before the checkout, with what its guide says."""
    guide = catalogue.guide(kind)
    names = {step.id for step in script.steps}
    number = next(n for n in range(1, len(names) + 2) if _name(kind, n) not in names)
    items = pool.items_for(kind, NEW_STEP_ITEMS)
    step = SessionStep(
        id=_name(kind, number),
        kind=kind,
        minutes=NEW_STEP_MINUTES,
        items=items,
        title=guide.title if guide else None,
        instruction=guide.instruction if guide else None,
        prompts=guide.prompts if guide else (),
        listen_for=guide.listen_for if guide else (),
        at_own_pace=kind in OWN_PACE and len(items) > 1,
    )
    steps = list(script.steps)
    at = len(steps) - 1 if steps and steps[-1].kind in LAST else len(steps)
    return with_steps(script, [*steps[:at], step, *steps[at:]])


def with_steps(script: Script, steps: Sequence[SessionStep]) -> Script:
    """Return a script with other steps."""
    return script.model_copy(update={"steps": tuple(steps)})


def _name(kind: StepKind, number: int) -> str:
    return str(kind) if number == 1 else f"{kind}-{number}"


def _with_fields(script: Script, step_id: str, **fields: object) -> Script:
    return with_steps(
        script,
        [step.model_copy(update=fields) if step.id == step_id else step for step in script.steps],
    )
