"""One's own account: name, language, logins, and erasing it."""

from starlette.responses import Response

from assessment.errors import InvalidInput, LastOne
from assessment.services.access import own_account
from web.accounts.context import AccountContext
from web.accounts.messages import told


def show(context: AccountContext, problem: str = "", status: int = 200) -> Response:
    """Show one's own account."""
    login = context.whole_login
    return context.page(
        "mine",
        status=status,
        account=own_account.means_of(context.workspace, login).account,
        logins=own_account.logins_of(context.workspace, login),
        login=login,
        is_fresh=login.is_fresh(context.workspace.now()),
        problem=problem,
    )


def change(context: AccountContext) -> Response:
    """Change name and language."""
    form = context.form
    try:
        own_account.rename(
            context.workspace, context.whole_login, form.get("name", ""), form.get("language", "")
        )
    except InvalidInput as error:
        return show(context, told(context.t, error), 422)
    return context.go_to(f"{context.at('')}?lang={form.get('language', '')}")


def end_login(context: AccountContext) -> Response:
    """End one of one's own logins, or all of them."""
    workspace, login = context.workspace, context.whole_login
    wanted = context.form.get("login", "")
    if wanted == "all":
        own_account.sign_out_everywhere(workspace, login)
        return context.signed_out(context.go_to(context.at("sign-in")))
    own_account.end_login(workspace, login, wanted)
    return context.go_to(context.at(""))


def ask_erase(context: AccountContext, problem: str = "", status: int = 200) -> Response:
    """Show what erasing the account means."""
    account = own_account.means_of(context.workspace, context.whole_login).account
    return context.page("erase", status=status, account=account, problem=problem)


def erase(context: AccountContext) -> Response:
    """Erase one's own account. Raises NotPermitted for who signed in too long ago."""
    login = context.whole_login
    account = own_account.means_of(context.workspace, login).account
    if context.form.get("address", "").strip().casefold() != account.address:
        problem = context.t("Type the e-mail address of your account to confirm.")
        return ask_erase(context, problem, 422)
    try:
        own_account.erase_account(context.workspace, login)
    except LastOne as error:
        return ask_erase(context, told(context.t, error), 422)
    return context.signed_out(context.page("gone"))
