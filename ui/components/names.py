"""Words for the fixed choices of the domain."""

from assessment.projects import ActionStatus, Kind, Minors, Stage
from locales import Translator


def kinds(t: Translator) -> dict[Kind, str]:
    """Return the words for kinds of mentoring."""
    return {
        Kind.SCHOOL: t("At school or in higher education"),
        Kind.WORK: t("Towards work"),
        Kind.WELFARE: t("Welfare and care"),
        Kind.COMMUNITY: t("Neighbourhood or community"),
        Kind.PROFESSION: t("Among colleagues in a profession"),
        Kind.OTHER: t("Another kind"),
    }


def minors(t: Translator) -> dict[Minors, str]:
    """Return the words for whether mentees are minors."""
    return {
        Minors.NO: t("No, all are adults"),
        Minors.SOME: t("Some are"),
        Minors.ALL: t("Yes, all are"),
    }


def stages(t: Translator) -> dict[Stage, str]:
    """Return the words for how far a programme has come."""
    return {
        Stage.PREPARING: t("Being prepared, no pairs yet"),
        Stage.FIRST_YEAR: t("In its first year"),
        Stage.RUNNING: t("Running for some years"),
        Stage.ESTABLISHED: t("Established, part of the organisation"),
    }


def statuses(t: Translator) -> dict[ActionStatus, str]:
    """Return the words for how far an action is."""
    return {
        ActionStatus.OPEN: t("Not started"),
        ActionStatus.BUSY: t("Under way"),
        ActionStatus.DONE: t("Done"),
        ActionStatus.DROPPED: t("Dropped"),
    }
