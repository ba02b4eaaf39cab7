"""Setting up and removing ways to sign in."""

import json

from starlette.responses import JSONResponse, Response

from assessment.access.accounts import SignInFactor
from assessment.access.passwords import check_password
from assessment.errors import InvalidInput, LastOne, SignInRefused, StaleWrite
from assessment.services.access import own_account
from assessment.services.access.challenges import new_challenge, spend_challenge
from web.accounts import codes, passkeys, passwords
from web.accounts.context import AccountContext
from web.accounts.messages import told
from web.accounts.passkeys import PROGRAM


def show(context: AccountContext, problem: str = "", status: int = 200) -> Response:
    """Show with what somebody signs in, and what can be added."""
    login = context.any_login
    means = own_account.means_of(context.workspace, login)
    return context.page(
        "ways",
        status=status,
        means=means,
        is_whole=login.is_complete,
        is_fresh=login.is_fresh(context.workspace.now()),
        providers=context.providers,
        problem=problem,
    )


def passkey_options(context: AccountContext) -> Response:
    """Return what a browser needs to make a passkey."""
    means = own_account.means_of(context.workspace, context.any_login)
    challenge = new_challenge(context.workspace, context.device)
    return JSONResponse(json.loads(passkeys.options_to_add(context.site, means, challenge)))


def add_passkey(context: AccountContext) -> Response:
    """Add the passkey that a browser made. Raises SignInRefused, NotPermitted."""
    workspace, login = context.workspace, context.any_login
    answer = context.form.get("answer", "")
    challenge = spend_challenge(workspace, passkeys.challenge_of(answer))
    account = own_account.means_of(workspace, login).account
    passkey = passkeys.made(context.site, account, challenge, answer, workspace.now())
    try:
        own_account.add_passkey(workspace, login, passkey)
    except StaleWrite:
        raise SignInRefused from None
    return _finished(context, JSONResponse({"next": _after(context)}), SignInFactor.PASSKEY)


def new_password(context: AccountContext) -> Response:
    """Show the form for a password with an app; the secret is in the page until it is confirmed."""
    return _password_page(context, codes.new_secret())


def set_password(context: AccountContext) -> Response:
    """Set a password once a code of the app shows that the app has the secret. Raises NotPermitted."""
    workspace, login, form = context.workspace, context.any_login, context.form
    secret, password = form.get("secret", ""), form.get("password", "")
    account = own_account.means_of(workspace, login).account
    try:
        check_password(password, passwords.common_passwords(), account.name, account.address)
        if codes.period_of(secret, form.get("code", ""), workspace.now()) is None:
            text = "This code is not right. Type the one that the app shows now."
            raise InvalidInput("code", "wrong", text)
    except InvalidInput as error:
        return _password_page(context, secret, told(context.t, error), 422)
    own_account.set_password(workspace, login, passwords.hash_password(password), secret)
    made = codes.new_recovery_codes()
    own_account.replace_recovery_codes(workspace, login, made)
    page = context.page("recovery", codes=made, goes_on=_after(context))
    return _finished(context, page, SignInFactor.PASSWORD)


def new_recovery_codes(context: AccountContext) -> Response:
    """Show new recovery codes, once; the former ones are dead. Raises NotPermitted."""
    made = codes.new_recovery_codes()
    own_account.replace_recovery_codes(context.workspace, context.whole_login, made)
    return context.page("recovery", codes=made, goes_on=context.at("ways"))


def remove(context: AccountContext) -> Response:
    """Remove one way in, but never the last one. Raises NotPermitted."""
    workspace, login, form = context.workspace, context.whole_login, context.form
    try:
        if "passkey" in form:
            own_account.remove_passkey(workspace, login, form["passkey"])
        elif "issuer" in form:
            own_account.remove_identity(workspace, login, form["issuer"], form.get("subject", ""))
        elif "password" in form:
            own_account.remove_password(workspace, login)
    except LastOne as error:
        return show(context, told(context.t, error), 422)
    return context.go_to(context.at("ways"))


def _password_page(
    context: AccountContext, secret: str, problem: str = "", status: int = 200
) -> Response:
    account = own_account.means_of(context.workspace, context.any_login).account
    address = codes.app_address(secret, account, PROGRAM)
    return context.page(
        "password",
        status=status,
        secret=secret,
        address=account.address,
        picture=codes.picture(address),
        problem=problem,
    )


def _after(context: AccountContext) -> str:
    return context.at("ways") if context.any_login.is_complete else "/"


def _finished(context: AccountContext, response: Response, factor: SignInFactor) -> Response:
    """Let somebody in who came by a link and has a way in now."""
    login = context.any_login
    if login.is_complete:
        return response
    return context.signed_in(response, own_account.finish(context.workspace, login, factor))
