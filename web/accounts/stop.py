"""Stopping reminders from a mail, without signing in: opening the address changes nothing."""

from starlette.responses import Response

from assessment.services.access import mails
from web.accounts.context import AccountContext


def show(context: AccountContext) -> Response:
    """Show the button that stops reminders."""
    return context.page("stop", here=context.request.url.path, is_done=False)


def stop(context: AccountContext) -> Response:
    """Stop them; programs for mail do so with one click. Raises LinkSpent, TooOften."""
    mails.stop_reminders(context.workspace, str(context.request.path_params["token"]))
    return context.page("stop", here=context.request.url.path, is_done=True)
