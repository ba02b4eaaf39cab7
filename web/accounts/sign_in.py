"""Signing in and out: passkey, password with a code, or a provider."""

import json
from urllib.parse import quote

from starlette.responses import JSONResponse, Response

from assessment.access.accounts import SignInFactor
from assessment.errors import SignInRefused
from assessment.services.access import sign_in
from assessment.services.access.challenges import new_challenge, spend_challenge
from web.accounts import codes, passkeys, passwords
from web.accounts.context import AccountContext
from web.accounts.messages import told


def show(context: AccountContext) -> Response:
    """Show the ways to sign in."""
    if context.login is not None and context.login.is_complete:
        return context.go_to(context.after)
    return _page(context)


def with_password(context: AccountContext) -> Response:
    """Look at address and password; the code is asked next."""
    password = context.form.get("password", "")
    try:
        account = sign_in.check_password(
            context.workspace,
            context.form.get("address", ""),
            context.device,
            lambda stored: passwords.fits(password, stored),
        )
    except SignInRefused as error:
        return _page(context, problem=told(context.t, error), status=422)
    factors = {SignInFactor.PASSWORD}
    opened = sign_in.open_login(context.workspace, account, factors, context.label, context.login)
    return context.signed_in(context.go_to(_code_page(context)), opened)


def ask_code(context: AccountContext, problem: str = "", status: int = 200) -> Response:
    """Show where the code of the app is typed."""
    return context.page("code", status=status, problem=problem)


def with_code(context: AccountContext) -> Response:
    """Look at the code of the app, or at a recovery code."""
    workspace, typed = context.workspace, context.form.get("code", "")
    try:
        if "-" in typed:
            opened = sign_in.use_recovery_code(workspace, context.any_login, context.device, typed)
        else:
            use = workspace.store.access.accounts.use_code
            verify = codes.verifier(typed, workspace.now(), use)
            opened = sign_in.check_second(workspace, context.any_login, context.device, verify)
    except SignInRefused as error:
        return ask_code(context, told(context.t, error), 422)
    return context.signed_in(context.go_to(context.after), opened)


def passkey_options(context: AccountContext) -> Response:
    """Return what a browser needs to use a passkey."""
    challenge = new_challenge(context.workspace, context.device)
    return JSONResponse(json.loads(passkeys.options_to_use(context.site, challenge)))


def with_passkey(context: AccountContext) -> Response:
    """Look at what a passkey answered. Raises SignInRefused."""
    workspace, answer = context.workspace, context.form.get("answer", "")
    accounts = workspace.store.access.accounts
    challenge = spend_challenge(workspace, passkeys.challenge_of(answer))
    passkey = accounts.passkey(passkeys.credential_of(answer))
    if passkey is None:
        raise SignInRefused
    counter = passkeys.used(context.site, passkey, challenge, answer)
    if not accounts.use_passkey(passkey.credential_id, counter):
        raise SignInRefused
    account = accounts.get(passkey.account)
    factors = {SignInFactor.PASSKEY}
    opened = sign_in.open_login(workspace, account, factors, context.label, context.login)
    return context.signed_in(JSONResponse({"next": context.after}), opened)


def sign_out(context: AccountContext) -> Response:
    """End the login."""
    if context.login is not None:
        sign_in.sign_out(context.workspace, context.login)
    return context.signed_out(context.go_to(context.at("sign-in")))


def _code_page(context: AccountContext) -> str:
    return f"{context.at('code')}?next={quote(context.after, safe='')}"


def _page(context: AccountContext, *, problem: str = "", status: int = 200) -> Response:
    return context.page(
        "sign_in",
        status=status,
        problem=problem,
        address=context.form.get("address", ""),
        providers=context.providers,
    )
