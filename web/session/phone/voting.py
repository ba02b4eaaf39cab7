"""What a phone sends: a vote, a note, its table. "Saved" is said only of what the database has."""

from dataclasses import replace

from starlette.responses import JSONResponse, RedirectResponse, Response

from assessment.errors import InvalidInput, SessionRefused, StaleWrite
from assessment.services.session import joining, limits, notes, voting
from assessment.session.states import Turn
from assessment.session.voting.votes import SessionVote
from web.participant.messages import wants_json
from web.session.context import PhoneContext
from web.session.phone.page import PhonePage, PhoneView, phone_page
from web.session.refused import to_person

SENT = "sent"  # in an address: that a note was just sent
ITEM = "i/"  # below it stands each item that one answers at one's own pace


def show(context: PhoneContext) -> Response:
    """Show where the session is."""
    is_sent = bool(context.request.query_params.get(SENT))
    return _page(context, notice=context.t("Sent. Thank you.") if is_sent else "", is_good=is_sent)


def show_item(context: PhoneContext) -> Response:
    """Show one of the items that are answered at one's own pace; another address leads to the step."""
    item = context.request.path_params["item"]
    if not context.session.takes_votes or item not in context.session.open_items:
        return RedirectResponse(context.at(""), 303)
    return _page(context, item)


def _page(
    context: PhoneContext,
    item: str = "",
    *,
    notice: str = "",
    is_good: bool = False,
    text: str = "",
    status: int = 200,
) -> Response:
    seen = PhoneView(
        role=context.person.role,
        outcome=context.outcome,
        votes=voting.votes_of(context.workspace, context.person, context.session.step),
        person=context.person,
        item=item,
    )
    page = replace(phone_page(context, seen), notice=notice, is_good=is_good)
    if text and page.note is not None:
        page = replace(page, note=replace(page.note, text=text))
    return _rendered(context, page, item, status)


def _rendered(context: PhoneContext, page: PhonePage, item: str, status: int) -> Response:
    here = context.at(f"{ITEM}{item}" if item else "")
    values = {"page": page, "live": context.live, "preview": False, "here": here}
    return context.render("step", status=status, **values)


def vote(context: PhoneContext) -> Response:
    """Save what was chosen, or say why it was not."""
    limits.count_change(context.workspace, context.person)
    try:
        saved = voting.vote(context.workspace, _read(context))
    except SessionRefused as refused:
        return _refused(context, to_person(refused.reason, context.t))
    except StaleWrite:
        told = context.t("This was answered on another device too. This is what is saved there:")
        return _refused(context, told)
    except InvalidInput:
        return _refused(context, context.t("That could not be read. Choose again."), 422)
    if wants_json(context.request):
        return JSONResponse({"saved": True, "version": str(saved.version)})
    return RedirectResponse(context.at(_following(context, saved.item)), 303)


def _refused(context: PhoneContext, told: str, status: int = 409) -> Response:
    if wants_json(context.request):
        return JSONResponse({"saved": False}, status)
    return _page(context, notice=told, status=status)


def _read(context: PhoneContext) -> SessionVote:
    """Return the vote that a form holds. Raises InvalidInput for what our form never sends."""
    form = context.form
    version, turn = form.get("version", "0"), form.get("turn", "")
    is_number = version.isascii() and version.isdigit() and len(version) < len("1000000000")
    if not is_number or turn not in tuple(Turn):
        raise InvalidInput("version", "unknown", "This is no form of ours.")
    return SessionVote(
        person=context.person.id,
        step=form.get("step", ""),
        item=form.get("item", ""),
        turn=Turn(turn),
        choice=form.get("choice", ""),
        need=form.get("need", ""),
        word=form.get("word", ""),
        version=int(version),
    )


def _following(context: PhoneContext, item: str) -> str:
    """Return the page that a button leads to, at one's own pace."""
    items, go = context.session.open_items, context.form.get("go", "")
    if go not in ("next", "back") or item not in items:
        return ""
    place = items.index(item) + (1 if go == "next" else -1)
    return f"{ITEM}{items[place]}" if 0 <= place < len(items) else ""


def note(context: PhoneContext) -> Response:
    """Save what somebody writes to the group, and say so; what could not be saved stays in the field."""
    limits.count_change(context.workspace, context.person)
    t, text = context.t, context.form.get("text", "")
    if context.form.get("step", "") != context.session.step:
        return _page(
            context,
            notice=t("The group has moved on. Send it once more, if it still fits."),
            text=text,
            status=409,
        )
    try:
        notes.write_note(context.workspace, context.person, context.session, text)
    except SessionRefused as refused:
        return _page(context, notice=to_person(refused.reason, t), text=text, status=409)
    except InvalidInput as error:
        told = {"missing": t("Nothing was sent: the field was empty.")}
        wrong = t("Not sent: your words are too long, or hold a character that cannot be kept.")
        return _page(context, notice=told.get(error.rule, wrong), text=text, status=422)
    return RedirectResponse(f"{context.at('')}?{SENT}=1", 303)


def table(context: PhoneContext) -> Response:
    """Let this phone give the values of a table, or no more."""
    limits.count_change(context.workspace, context.person)
    number = context.form.get("table", "")
    is_number = number.isascii() and number.isdigit() and len(number) < len("1000")
    try:
        if number and not is_number:
            raise InvalidInput("table", "range", "This is no number of a table.")
        joining.take_table(context.workspace, context.person, int(number) if number else None)
    except InvalidInput:
        return _page(context, notice=context.t("Type the number of your table."), status=422)
    return RedirectResponse(context.at(""), 303)
