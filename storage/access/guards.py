"""Nobody locks everybody out: the last owner, and the last server admin, stay."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, exists, func, insert, or_, select

from assessment.access.acts import MembershipKind
from assessment.access.memberships import Membership
from assessment.errors import LastOne, NotFound
from storage.access import tables
from storage.session.tables import sessions
from storage.tables import projects

_GUARDED = {MembershipKind.OWNER: "owner", MembershipKind.SERVER_ADMIN: "server admin"}


def lock(connection: Connection) -> None:
    """Lock all accounts for this transaction: of two who remove each other, one comes second."""
    table = tables.accounts
    connection.execute(select(table.c.id).order_by(table.c.id).with_for_update()).all()


def check(connection: Connection, lost: Iterable[Membership], today: date) -> None:
    """Raise LastOne when nobody who can sign in is left in place of a `lost` owner or server admin.

    An organisation that is gone needs no owner.
    """
    for membership in lost:
        name = _GUARDED.get(membership.kind)
        if name is not None and not _has_another(connection, membership, today):
            raise LastOne(name)


def _has_another(connection: Connection, lost: Membership, today: date) -> bool:
    memberships, accounts = tables.memberships, tables.accounts
    of = memberships.c.organisation.is_not_distinct_from(lost.organisation)
    holds = or_(memberships.c.until.is_(None), memberships.c.until >= today)
    query = (
        select(memberships.c.id)
        .join_from(memberships, accounts, memberships.c.account == accounts.c.id)
        .where(of, memberships.c.kind == lost.kind, holds, can_sign_in())
    )
    return connection.execute(query.limit(1)).first() is not None


def can_sign_in() -> ColumnElement[bool]:
    """Return the condition that an account is enabled and has a complete way in."""
    accounts = tables.accounts
    return and_(
        accounts.c.disabled_at.is_(None),
        or_(
            and_(accounts.c.password_hash.is_not(None), accounts.c.code_secret.is_not(None)),
            exists().where(tables.passkeys.c.account == accounts.c.id),
            exists().where(tables.identities.c.account == accounts.c.id),
        ),
    )


def add_membership(connection: Connection, membership: Membership) -> None:
    """Insert a membership; one just like it is there already: nothing is added.

    Raises NotFound for an account, organisation, project or session that is not there.
    """
    table = tables.memberships
    _check_target(connection, membership)
    same = [table.c[name].is_not_distinct_from(getattr(membership, name)) for name in _TARGET]
    if connection.execute(select(table.c.id).where(*same)).first() is None:
        connection.execute(insert(table), vars(membership))


_TARGET = ("account", "organisation", "kind", "project", "until", "session")


def _check_target(connection: Connection, membership: Membership) -> None:
    accounts, organisations = tables.accounts, tables.organisations
    wanted = [("account", accounts, accounts.c.id == membership.account)]
    if membership.organisation is not None:
        is_it = organisations.c.id == membership.organisation
        wanted.append(("organisation", organisations, is_it))
    if membership.project is not None:
        of = projects.c.organisation == membership.organisation
        wanted.append(("project", projects, and_(projects.c.id == membership.project, of)))
    if membership.session is not None:
        theirs = func.coalesce(projects.c.organisation, sessions.c.organisation)
        joined = sessions.outerjoin(projects, sessions.c.project == projects.c.id)
        of = and_(sessions.c.id == membership.session, theirs == membership.organisation)
        wanted.append(("session", sessions, exists().select_from(joined).where(of)))
    for kind, table, is_it in wanted:
        if connection.execute(select(table.c.id).where(is_it)).first() is None:
            raise NotFound(kind, str(getattr(membership, kind)))
