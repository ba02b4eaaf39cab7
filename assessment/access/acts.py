"""The table of who may do what: every act, and the memberships that may do it.

It is the rule, the page `docs/access.md` and the test in one. A membership is never a role: a role is
whose view an answer is.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class MembershipKind(StrEnum):
    """What a membership lets somebody do."""

    OWNER = "owner"
    COORDINATOR = "coordinator"
    FACILITATOR = "facilitator"
    READER = "reader"
    PORTFOLIO_READER = "portfolio_reader"
    SERVER_ADMIN = "server_admin"


class Act(StrEnum):
    """One thing to do, as fine as the table tells apart."""

    SEE_PROJECTS = "see_projects"
    SEE_OUTCOME = "see_outcome"
    CREATE_PROJECT = "create_project"
    CHANGE_PROJECT = "change_project"
    EXPORT_PROJECT = "export_project"
    ERASE_PROJECT = "erase_project"
    RUN_ASSESSMENT = "run_assessment"
    ANSWER = "answer"
    INVITE = "invite"
    AGREE = "agree"
    SEE_SESSION = "see_session"
    MAKE_SESSION = "make_session"
    LEAD_SESSION = "lead_session"
    SHARE = "share"
    READ_PORTFOLIO = "read_portfolio"
    MANAGE_PORTFOLIO = "manage_portfolio"
    MANAGE_MEMBERS = "manage_members"
    MANAGE_ORGANISATION = "manage_organisation"
    READ_LOG = "read_log"
    MANAGE_SERVER = "manage_server"


_LEADING = frozenset({MembershipKind.OWNER, MembershipKind.COORDINATOR})
_WORKING = _LEADING | {MembershipKind.FACILITATOR}
_LOOKING = _WORKING | {MembershipKind.READER}
_OWNING = frozenset({MembershipKind.OWNER})

WHO_MAY: Mapping[Act, frozenset[MembershipKind]] = MappingProxyType(
    {
        Act.SEE_PROJECTS: _LOOKING,
        Act.SEE_OUTCOME: _LOOKING,
        Act.CREATE_PROJECT: _LEADING,
        Act.CHANGE_PROJECT: _LEADING,
        Act.EXPORT_PROJECT: _LEADING,
        Act.ERASE_PROJECT: _LEADING,
        Act.RUN_ASSESSMENT: _LEADING,
        Act.ANSWER: _LEADING,
        Act.INVITE: _LEADING,
        Act.AGREE: _WORKING,
        Act.SEE_SESSION: _LOOKING,
        Act.MAKE_SESSION: _WORKING,
        Act.LEAD_SESSION: _WORKING,
        Act.SHARE: _LEADING,
        Act.READ_PORTFOLIO: _OWNING | {MembershipKind.PORTFOLIO_READER},
        Act.MANAGE_PORTFOLIO: _OWNING,
        Act.MANAGE_MEMBERS: _OWNING,
        Act.MANAGE_ORGANISATION: _OWNING,
        Act.READ_LOG: _OWNING,
        Act.MANAGE_SERVER: frozenset({MembershipKind.SERVER_ADMIN}),
    }
)
# what reads and changes nothing: it is not written to the log of acts
READS = frozenset(
    {Act.SEE_PROJECTS, Act.SEE_OUTCOME, Act.SEE_SESSION, Act.READ_PORTFOLIO, Act.READ_LOG}
)
# what concerns the organisation as a whole: a membership of one project does not do for it
OF_THE_WHOLE = frozenset(
    {
        *(Act.CREATE_PROJECT, Act.READ_PORTFOLIO, Act.MANAGE_PORTFOLIO),
        *(Act.MANAGE_MEMBERS, Act.MANAGE_ORGANISATION, Act.READ_LOG, Act.MANAGE_SERVER),
    }
)
# all that a membership of one session does for
OF_ONE_SESSION = frozenset({Act.SEE_SESSION, Act.LEAD_SESSION})
# what there is nothing of without accounts
OF_ACCOUNTS = frozenset(
    {Act.MANAGE_MEMBERS, Act.MANAGE_ORGANISATION, Act.READ_LOG, Act.MANAGE_SERVER}
)
