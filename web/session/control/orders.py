"""What a control sends: commands, hands, agreed values, agreements, and what becomes of notes."""

from collections.abc import Callable
from datetime import date

from starlette.responses import RedirectResponse, Response

from assessment.errors import InvalidInput, NotFound, SessionRefused, StaleWrite
from assessment.services.session import agreements, hands, history, notes, running
from assessment.session.agreed_values import AgreedValue, judged
from assessment.session.agreements import SessionAgreement
from assessment.session.control.orders import Order
from assessment.session.group_session import GroupSession
from assessment.session.notes import NoteStatus
from assessment.session.script import StepKind
from assessment.session.states import Command, SessionKey, TalkForm
from locales import Translator
from web.session.context import KeyContext
from web.session.control import buttons
from web.session.control.page import as_role, show
from web.session.refused import to_control

LONGEST_NUMBER = 9  # digits
HAND = "hand"  # how the fields of counted hands begin
Handler = Callable[[KeyContext], None]


def _guarded(change: Handler, place: str = "") -> Callable[[KeyContext], Response]:
    """Return a handler that goes back to the control, or shows there why nothing was done."""

    def respond(context: KeyContext) -> Response:
        t = context.t
        try:
            change(context)
        except StaleWrite as stale:
            return show(context, notice=_meanwhile(context, stale), status=409)
        except SessionRefused as refused:
            return show(context, notice=to_control(refused.reason, t), status=409)
        except NotFound as missing:
            if missing.kind == "session":
                raise
            return show(
                context, notice=t("That is no longer there. Nothing was changed."), status=409
            )
        except InvalidInput as error:
            return show(context, notice=_invalid(error, t), status=422)
        role = as_role(context)
        query = f"?as={role}" if context.request.query_params.get("as") else ""
        return RedirectResponse(f"{context.at('')}{query}{place}", 303)

    return respond


def _invalid(error: InvalidInput, t: Translator) -> str:
    reasons = {
        "missing": t("Nothing was saved: there were no words."),
        "too_long": t("Nothing was saved: that is too long."),
        "range": t("Nothing was saved: a number must be between 0 and 1000."),
        "date": t("Nothing was saved: that is no date."),
    }
    return reasons.get(error.rule, t("That could not be read. Nothing was changed."))


def _meanwhile(context: KeyContext, stale: StaleWrite[object]) -> str:
    """Return what happened since the page of a command was made."""
    t = context.t
    if not isinstance(stale.current, GroupSession):
        return t("Somebody else changed this meanwhile. Here is what is saved now.")
    done = history.commands_since(context.workspace, context.session, _number(context, "version"))
    command = context.form.get("command", "")
    if [entry.command.value for entry in done] == [command]:
        return t("That is done. It was pressed twice, or on two devices, and counted once.")
    who = {
        SessionKey.CONTROL: t("from the control"),
        SessionKey.HELPER: t("by the helper"),
        SessionKey.CLOCK: t("by the clock"),
    }
    said = "; ".join(f"{buttons.names(t)[e.command]} ({who.get(e.by, '')})" for e in done)
    if not said:
        return t("The session has changed meanwhile. Look what is on the table, then press again.")
    return t(
        "Nothing was done, for the session had moved on meanwhile: {what}. Look, then press again.",
        what=said,
    )


def _number(context: KeyContext, name: str) -> int:
    """Return a number of a form; 0 for an empty field. Raises InvalidInput."""
    text = context.form.get(name, "").strip()
    if text and not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
        raise InvalidInput(name, "range", "This is no number.")
    return int(text or 0)


def _command(context: KeyContext) -> None:
    form = context.form
    command, talk = form.get("command", ""), form.get("talk", "")
    if command not in tuple(Command) or (talk and talk not in tuple(TalkForm)):
        raise InvalidInput("command", "unknown", "There is no such command.")
    order = Order(
        Command(command),
        item=form.get("item"),
        talk=TalkForm(talk) if talk else None,
        minutes=_number(context, "minutes"),
        number=_number(context, "number"),
    )
    running.run(context.workspace, context.address, order, _number(context, "version"))


def _hands(context: KeyContext) -> None:
    """Set the hands of one role: fields are called `hand:<question>:<choice>`."""
    fields = [name.split(":") for name in context.form if name.startswith(f"{HAND}:")]
    counts = {
        (question, choice): _number(context, ":".join((HAND, question, choice)))
        for question, choice in (field[1:] for field in fields if len(field) == len("abc"))
    }
    item, role = context.form.get("item", ""), context.form.get("role", "")
    version = _number(context, "version")
    hands.set_hands(context.workspace, context.address, item, role, counts, version)


def _agree(context: KeyContext) -> None:
    form = context.form
    value = AgreedValue(
        session=context.session.id,
        step=form.get("step", ""),
        item=form.get("item", ""),
        value=form.get("value", ""),
        reason=form.get("reason", ""),
        for_it=_number(context, "for_it"),
        live_with_it=_number(context, "live_with_it"),
        not_yet=_number(context, "not_yet"),
        dissent=form.get("dissent", ""),
        version=_number(context, "value_version"),
    )
    step = context.session.script.step(value.step)
    if step is not None and step.kind is StepKind.JUDGE:
        value = judged(value)
    running.agree(context.workspace, context.address, value, _number(context, "version"))


def _agreement(context: KeyContext) -> None:
    form = context.form
    name, due = form.get("id", ""), form.get("due", "")
    if form.get("go") == "erase":
        agreements.erase_session_agreement(context.workspace, context.address, name)
        return
    try:
        day = date.fromisoformat(due) if due else None
    except ValueError:
        raise InvalidInput("due", "date", "This is no date.") from None
    made = SessionAgreement(
        id=name,
        session=context.session.id,
        text=form.get("text", ""),
        owner=form.get("owner", ""),
        due=day,
        version=_number(context, "version"),
    )
    agreements.save_session_agreement(context.workspace, context.address, made)


def _note(context: KeyContext) -> None:
    form, workspace = context.form, context.workspace
    name, go = form.get("id", ""), form.get("go", "")
    if go == "merge":
        notes.merge_notes(workspace, context.address, (form.get("into", ""), name))
    elif go in ("release", "hide"):
        status = NoteStatus.RELEASED if go == "release" else NoteStatus.HIDDEN
        notes.set_note(workspace, context.address, name, status)
    else:
        raise InvalidInput("go", "unknown", "There is no such button.")


command = _guarded(_command)
set_hands = _guarded(_hands, "#hands")
agree = _guarded(_agree)
save_agreement = _guarded(_agreement, "#agreements")
change_note = _guarded(_note, "#notes")
