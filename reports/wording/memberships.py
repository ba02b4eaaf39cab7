"""Memberships in words: what they are called, and what they let somebody do."""

from assessment.access.acts import MembershipKind
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
