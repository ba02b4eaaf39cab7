"""Organisations, memberships, and what they let somebody do."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from assessment.access.acts import (
    OF_ACCOUNTS,
    OF_ONE_SESSION,
    OF_THE_WHOLE,
    WHO_MAY,
    Act,
    MembershipKind,
)
from assessment.errors import InvalidInput, NotPermitted
from assessment.text import short_text

ONE_PROJECT = frozenset(
    {MembershipKind.COORDINATOR, MembershipKind.FACILITATOR, MembershipKind.READER}
)  # may be of one project


class OrganisationKind(StrEnum):
    """What kind of organisation it is."""

    PROJECT = "project"
    FUNDER = "funder"
    UMBRELLA = "umbrella"


@dataclass(frozen=True)
class Organisation:
    """Who has projects, or a portfolio. `version` counts the changes."""

    id: str
    name: str
    kind: OrganisationKind
    created_at: datetime
    version: int = 0


def checked_organisation(organisation: Organisation) -> Organisation:
    """Return an organisation with a trimmed name. Raises InvalidInput for a missing or long one."""
    name = short_text("name", organisation.name)
    if not name:
        raise InvalidInput("name", "missing", "An organisation needs a name. Type one.")
    return Organisation(
        organisation.id,
        name,
        organisation.kind,
        organisation.created_at,
        organisation.version,
    )


@dataclass(frozen=True)
class Membership:
    """What one account may do in one organisation; a server admin is of none.

    `project`: of this one alone; `until`: the last day; `session`: of this group session alone, and of
    nothing else of its project.
    """

    id: str
    account: str
    organisation: str | None
    kind: MembershipKind
    project: str | None = None
    until: date | None = None
    session: str | None = None

    def holds(self, today: date) -> bool:
        """Return whether its last day has not passed."""
        return self.until is None or today <= self.until


def check_membership(
    kind: MembershipKind,
    organisation: str | None,
    project: str | None,
    session: str | None = None,
) -> None:
    """Raise InvalidInput for a membership that there cannot be."""
    if kind not in set(MembershipKind):
        raise InvalidInput("kind", "membership", "There is no such membership. Choose another one.")
    kind = MembershipKind(kind)  # what came from a browser may be the word alone
    if (organisation is None) != (kind is MembershipKind.SERVER_ADMIN):
        text = "A server admin belongs to no organisation, and all others to one."
        raise InvalidInput("organisation", "membership", text)
    if project is not None and kind not in ONE_PROJECT:
        text = f"A membership as {kind.value} is of the whole organisation, not of one project."
        raise InvalidInput("project", "membership", text)
    if session is not None and (kind is not MembershipKind.FACILITATOR or project is not None):
        text = "Of one session alone is a facilitator only, who is not of a project too."
        raise InvalidInput("session", "membership", text)


@dataclass(frozen=True)
class Reach:
    """The projects of an organisation on which something may be done, and sessions beside these."""

    organisation: str
    projects: frozenset[str] | None = None  # None: all of them
    sessions: frozenset[str] = frozenset()

    def holds(self, project: str | None, session: str | None = None) -> bool:
        """Return whether a project of the organisation, or a session on it, is among them.

        None is what stands on no project.
        """
        return self.projects is None or project in self.projects or session in self.sessions


@dataclass(frozen=True)
class Access:
    """Who is at work: the memberships of an account in the organisation that is open.

    Without accounts it is the person at this machine, who may do everything there is to do with
    projects. Pages of respondents have the access of their token, which is looked at elsewhere.
    """

    account: str | None = None
    organisation: str | None = None
    memberships: tuple[Membership, ...] = ()

    @property
    def is_local(self) -> bool:
        """Return whether there are no accounts: who is here is the person at this machine."""
        return self.account is None

    def reach(self, act: Act) -> Reach | None:
        """Return on what of the open organisation an act may be done, None for nowhere."""
        may = self._that_may(act)
        if self.organisation is None or not may:
            return None
        if any(m.project is None and m.session is None for m in may):
            return Reach(self.organisation)
        return Reach(
            self.organisation,
            frozenset(m.project for m in may if m.project),
            frozenset(m.session for m in may if m.session),
        )

    def kinds(self, act: Act) -> list[str]:
        """Return as what somebody may do an act in the open organisation, and no more of who they are."""
        return sorted({m.kind.value for m in self._that_may(act)})

    @property
    def visible(self) -> Reach | None:
        """All that may be seen of the open organisation: projects, and sessions beside these."""
        return self.reach(Act.SEE_SESSION)  # whoever sees a project sees its sessions

    def may(self, act: Act, project: str | None = None) -> bool:
        """Return whether an act may be done: on a project, or at all somewhere."""
        if self.is_local:
            return act not in OF_ACCOUNTS
        if act is Act.MANAGE_SERVER:
            return any(m.kind is MembershipKind.SERVER_ADMIN for m in self.memberships)
        reach = self.reach(act)
        return reach is not None and (project is None or reach.holds(project))

    def require(self, act: Act, project: str | None = None) -> None:
        """Raise NotPermitted unless an act may be done."""
        if not self.may(act, project):
            raise NotPermitted(act.value)

    def _that_may(self, act: Act) -> list[Membership]:
        here = (m for m in self.memberships if m.organisation == self.organisation)
        may = [m for m in here if m.kind in WHO_MAY[act]]
        if act not in OF_ONE_SESSION:
            may = [m for m in may if m.session is None]
        if act in OF_THE_WHOLE:
            may = [m for m in may if m.project is None]
        return may


LOCAL = Access()
