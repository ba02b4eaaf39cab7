"""Signing in with a provider, or adding one to an account."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

from starlette.responses import RedirectResponse, Response

from assessment.access.accounts import SignInFactor
from assessment.errors import NotFound, SignInRefused, StaleWrite
from assessment.services.access import own_account, sign_in
from web.accounts.context import AccountContext
from web.accounts.providers import Begun, Provider

COOKIE = "__Host-ms_provider"  # what only this browser can bring back
WITHIN = 60 * 10  # seconds


def begin(context: AccountContext) -> Response:
    """Send somebody to a provider. Raises NotFound, SignInRefused."""
    begun = _provider(context).begin(_callback(context))
    response: Response = RedirectResponse(begun.address, 303)
    kept = {**vars(begun), "next": context.after, "adds": "add" in context.form}
    text = urlsafe_b64encode(json.dumps(kept).encode()).decode()
    response.set_cookie(
        COOKIE, text, max_age=WITHIN, path="/", secure=True, httponly=True, samesite="lax"
    )
    return response


def finish(context: AccountContext) -> Response:
    """Let in who came back from a provider, or add it to an account. Raises SignInRefused."""
    begun, after, adds = _kept(context)
    query = context.request.query_params
    if query.get("state") != begun.state or "code" not in query:
        raise SignInRefused
    who = _provider(context).finish(_callback(context), query["code"], begun)
    done = (
        _add(context, who.issuer, who.subject)
        if adds
        else _sign_in(context, who.issuer, who.subject, after)
    )
    done.delete_cookie(COOKIE, secure=True, httponly=True, samesite="lax")
    return done


def _sign_in(context: AccountContext, issuer: str, subject: str, after: str) -> Response:
    workspace = context.workspace
    known = workspace.store.access.accounts.identity(issuer, subject)
    if known is None:
        raise SignInRefused
    account = workspace.store.access.accounts.get(known.account)
    factors = {SignInFactor.PROVIDER}
    opened = sign_in.open_login(workspace, account, factors, context.label, context.login)
    return context.signed_in(context.go_to(after), opened)


def _add(context: AccountContext, issuer: str, subject: str) -> Response:
    login = context.any_login
    try:
        own_account.add_identity(context.workspace, login, issuer, subject)
    except StaleWrite:
        raise SignInRefused from None
    if login.is_complete:
        return context.go_to(context.at("ways"))
    opened = own_account.finish(context.workspace, login, SignInFactor.PROVIDER)
    return context.signed_in(context.go_to("/"), opened)


def _provider(context: AccountContext) -> Provider:
    name = context.request.path_params["provider"]
    if name not in context.providers:
        raise NotFound("provider", name)
    return context.providers[name]


def _callback(context: AccountContext) -> str:
    return (
        f"{context.site.origin}{context.at('provider')}/{context.request.path_params['provider']}"
    )


def _kept(context: AccountContext) -> tuple[Begun, str, bool]:
    try:
        kept = json.loads(urlsafe_b64decode(context.request.cookies[COOKIE]))
        adds, after = bool(kept.pop("adds")), str(kept.pop("next"))
        return Begun(**kept), after, adds
    except (KeyError, ValueError, TypeError):
        raise SignInRefused from None
