"""The keys of a session as square codes, to give one to a helper or to keep a spare one."""

from starlette.responses import Response

from assessment.session.keys import SessionKeys, code_of, join_token_of, screen_of_helper
from assessment.session.states import SessionKey
from reports.letters.pdf import qr_code
from web.session.addresses import control_address, phone_address, screen_address
from web.session.context import KeyContext


def screen_key(context: KeyContext) -> str:
    """Return the key of the screen, from whatever key stands in the address."""
    if context.key is SessionKey.CONTROL:
        return SessionKeys(context.address).screen
    is_helper = context.key is SessionKey.HELPER
    return screen_of_helper(context.address) if is_helper else context.address


def join_code(context: KeyContext) -> str:
    """Return the code that people type."""
    return code_of(join_token_of(screen_key(context)))


def join_address(context: KeyContext) -> str:
    """Return the address in the square code of the screen."""
    token = join_token_of(screen_key(context))
    return f"{context.settings.public_address}{phone_address(token, '')}"


def show_keys(context: KeyContext) -> Response:
    """Show what a key can make: the spare one and those that open less."""
    t, public = context.t, context.settings.public_address
    own = control_address(context.address, "")
    lines = [(t("Spare key"), t("Opens this page on another device."), own)]
    if context.key is SessionKey.CONTROL:
        helper = control_address(SessionKeys(context.address).helper, "")
        told = t("Runs the steps; cannot end the session or change its script.")
        lines.append((t("For a helper"), told, helper))
    screen = screen_address(screen_key(context), "")
    lines.append((t("For the screen"), t("To read only, for the projector."), screen))
    keys = [
        {
            "name": name,
            "line": line,
            "address": f"{public}{path}",
            "svg": qr_code(f"{public}{path}"),
        }
        for name, line, path in lines
    ]
    return context.render("keys", keys=keys)
