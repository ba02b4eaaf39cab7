"""Coming in: the role, the four words to come back with, the language."""

from starlette.responses import RedirectResponse, Response

from assessment.errors import InvalidInput, NotFound, SessionRefused
from assessment.services.session import joining, limits
from assessment.services.session.joining import Joined
from assessment.session.states import SessionState
from web.participant import messages
from web.participant.messages import Message
from web.session import cookie
from web.session.context import GuestContext, PhoneContext
from web.session.phone.page import role_choices
from web.session.refused import to_person


def ask_role(context: GuestContext, problem: str = "", status: int = 200) -> Response:
    """Show who may come in, and what is seen of what one says; a kind page after the end."""
    t = context.t
    if context.session.state is SessionState.ENDED:
        over = Message(
            410,
            t("This session is over"),
            (
                t("It was on another moment, and nobody can join it any more."),
                t("Is there a session now? Type the code that is on the screen there."),
            ),
        )
        link = messages.MessageLink("/join", t("Type a code"))
        return messages.respond(context.request, t, over, link)
    return context.render(
        "role",
        status=status,
        name=context.session.name,
        roles=role_choices(context),
        threshold=context.session.threshold,
        problem=problem,
    )


def join(context: GuestContext) -> Response:
    """Let somebody in, in the role of the button that they pressed."""
    limits.count_join(context.workspace, context.session.id)
    role = context.form.get("role", "")
    try:
        joined = joining.join(context.workspace, context.session, role, context.language)
    except InvalidInput:
        return ask_role(context, context.t("Choose one of these roles."), 422)
    except SessionRefused as refused:
        return ask_role(context, to_person(refused.reason, context.t), 409)
    return _come_in(context, joined)


def ask_phrase(context: GuestContext, problem: str = "", status: int = 200) -> Response:
    """Show where one types the four words."""
    return context.render("phrase", status=status, problem=problem)


def rejoin(context: GuestContext) -> Response:
    """Let somebody go on who was in the session on another device."""
    limits.count_phrase(context.workspace, context.session.id)
    phrase = context.form.get("phrase", "")
    try:
        joined = joining.rejoin(context.workspace, context.session, phrase, context.language)
    except NotFound:
        problem = context.t("Nobody in this session has these four words. Look at them again.")
        return ask_phrase(context, problem, 404)
    return _come_in(context, joined)


def _come_in(context: GuestContext, joined: Joined) -> Response:
    """Show the four words this once, and have the phone remember who it is."""
    response = context.render(
        "joined", phrase=joined.phrase, role_name=context.role_name(joined.person.role)
    )
    cookie.remember(response, context.settings, joined.token, context.language)
    return response


def leave(context: PhoneContext) -> Response:
    """Leave: this phone is counted no more, and asks for a role again."""
    joining.leave(context.workspace, context.person)
    response = RedirectResponse(context.at(""), 303)
    cookie.forget(response, context.settings)
    return response


def to_start(context: GuestContext) -> Response:
    """Lead to the present step."""
    return RedirectResponse(context.at(""), 303)
