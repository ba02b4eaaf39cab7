"""The pages of a link: to join an organisation, to begin as first admin, or to choose new ways in.

Opening the address shows what it is for and changes nothing: scanners of mail open addresses too.
"""

from starlette.responses import Response

from assessment.access.accounts import Account
from assessment.access.links import AccountLink, LinkPurpose
from assessment.errors import InvalidInput
from assessment.services.access import joining
from reports.wording.memberships import membership_says, session_membership_says
from web.accounts.context import AccountContext
from web.accounts.messages import told


def show(context: AccountContext) -> Response:
    """Show what a link is for. Raises LinkSpent, TooOften."""
    return _page(context, joining.find_link(context.workspace, _link(context)))


def begin(context: AccountContext) -> Response:
    """Use a link: with the account that is signed in, with a new one, or for new ways in."""
    workspace, token = context.workspace, _link(context)
    link = joining.find_link(workspace, token)
    if link.purpose is LinkPurpose.RESET:
        opened = joining.begin_reset(workspace, token, context.login)
        return context.signed_in(context.go_to(context.at("ways")), opened)
    if "join" in context.form:
        joined = joining.join(workspace, token, context.whole_login.account)
        return context.go_to(f"/?organisation={joined.organisation or ''}")
    try:
        opened = joining.begin_account(
            workspace,
            token,
            _draft(context),
            context.form.get("organisation", ""),
            context.login,
        )
    except InvalidInput as error:
        return _page(context, link, problem=told(context.t, error), status=422)
    return context.signed_in(context.go_to(context.at("ways")), opened)


def _link(context: AccountContext) -> str:
    return str(context.request.path_params["link"])


def _draft(context: AccountContext) -> Account:
    form = context.form
    return Account(
        id="",
        address=form.get("address", ""),
        name=form.get("name", ""),
        language=context.t.language,
        created_at=context.workspace.now(),
    )


def _page(
    context: AccountContext, link: AccountLink, *, problem: str = "", status: int = 200
) -> Response:
    store = context.workspace.store.access
    named = store.organisations.get(link.organisation).name if link.organisation else ""
    login = context.login
    account = store.accounts.get(login.account) if login is not None and login.is_complete else None
    return context.page(
        "join",
        status=status,
        link=link,
        organisation=named,
        kind_text=_says(context, link),
        until="" if link.membership_until is None else context.t.date(link.membership_until),
        account=account,
        here=context.request.url.path,
        typed={name: context.form.get(name, "") for name in ("name", "address", "organisation")},
        problem=problem,
    )


def _says(context: AccountContext, link: AccountLink) -> str:
    """Return what the membership of a link lets somebody do."""
    if link.session is not None:
        session = context.workspace.store.sessions.get(link.session)
        return session_membership_says(context.t, session.name)
    return "" if link.kind is None else membership_says(context.t, link.kind)
