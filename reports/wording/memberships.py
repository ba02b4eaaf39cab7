"""Memberships in words: what they are called, and what they let somebody do."""

from assessment.access.acts import Act, MembershipKind
from assessment.access.log import NOT_PERMITTED
from assessment.access.memberships import OrganisationKind
from locales import Translator


def membership_name(t: Translator, kind: MembershipKind) -> str:
    """Return what a membership is called."""
    return {
        MembershipKind.OWNER: t("Owner"),
        MembershipKind.COORDINATOR: t("Coordinator"),
        MembershipKind.FACILITATOR: t("Facilitator"),
        MembershipKind.READER: t("Reader"),
        MembershipKind.PORTFOLIO_READER: t("Reader of the portfolio"),
        MembershipKind.SERVER_ADMIN: t("Server admin"),
    }[kind]


def membership_says(t: Translator, kind: MembershipKind) -> str:
    """Return in one sentence what a membership lets somebody do."""
    return {
        MembershipKind.OWNER: t(
            "Does everything in the organisation, and says who else may come in."
        ),
        MembershipKind.COORDINATOR: t(
            "Answers, invites, closes, agrees and reports; of all projects or of one."
        ),
        MembershipKind.FACILITATOR: t(
            "Leads group sessions, sees outcomes and writes agreements; changes no answers."
        ),
        MembershipKind.READER: t("Sees outcomes and reports, and changes nothing."),
        MembershipKind.PORTFOLIO_READER: t(
            "Sees what projects sent to the portfolio, and nothing else."
        ),
        MembershipKind.SERVER_ADMIN: t(
            "Looks after accounts, organisations and backups; sees no answers, no outcomes and no names of projects."
        ),
    }[kind]


def session_membership_says(t: Translator, session: str) -> str:
    """Return in words what a membership of one session lets somebody do."""
    return t(
        "Leads one group session, {session}: prepares it, leads it, looks back on it and makes its report; sees nothing else.",
        session=session,
    )


def organisation_kinds(t: Translator) -> dict[OrganisationKind, str]:
    """Return what kinds of organisations are called."""
    return {
        OrganisationKind.PROJECT: t("Organisation with mentoring projects"),
        OrganisationKind.FUNDER: t("Funder"),
        OrganisationKind.UMBRELLA: t("Umbrella organisation"),
    }


def act_names(t: Translator) -> dict[str, str]:
    """Return what the acts of the log are called."""
    return {
        Act.SEE_PROJECTS: t("saw projects"),
        Act.SEE_OUTCOME: t("saw outcomes"),
        Act.CREATE_PROJECT: t("made a project"),
        Act.CHANGE_PROJECT: t("changed a project"),
        Act.EXPORT_PROJECT: t("exported a project"),
        Act.ERASE_PROJECT: t("erased a project"),
        Act.RUN_ASSESSMENT: t("began, changed, closed or reopened an assessment"),
        Act.ANSWER: t("answered for the organisation"),
        Act.INVITE: t("invited others or changed an invitation"),
        Act.AGREE: t("wrote an agreement"),
        Act.SEE_SESSION: t("saw group sessions"),
        Act.MAKE_SESSION: t("made or erased a group session"),
        Act.LEAD_SESSION: t("prepared or led a group session"),
        Act.SHARE: t("sent or withdrew a share"),
        Act.READ_PORTFOLIO: t("read a portfolio"),
        Act.MANAGE_PORTFOLIO: t("changed a portfolio"),
        Act.MANAGE_MEMBERS: t("invited people or ended a membership"),
        Act.MANAGE_ORGANISATION: t("changed the organisation"),
        Act.READ_LOG: t("read the log"),
        Act.MANAGE_SERVER: t("changed the server"),
        NOT_PERMITTED: t("tried what is not permitted"),
        "ways_in_reset": t("used a link for new ways to sign in, made by who runs the server"),
    }
