"""Words for the fixed choices that a result is made of."""

from assessment.agreements import AgreementStatus
from assessment.answers import Reason
from assessment.catalogue.effort import Effort
from assessment.catalogue.header import Study
from assessment.catalogue.model import Catalogue, Criterion, Requirement
from assessment.projects import Kind, Minors, Stage
from assessment.scoring.explanation import StaysOut
from assessment.scoring.movement import NotComparable
from assessment.scoring.visibility import OTHER_VOICES
from locales import Translator

_LONG = 90  # minutes, from which hours are easier to think of


def criterion_title(catalogue: Catalogue, criterion: str, t: Translator) -> str:
    """Return the title of a criterion."""
    return catalogue.by_id[criterion].title.in_language(t.language)


def voice(catalogue: Catalogue, role: str, n: int | None, t: Translator) -> str:
    """Return the name of one voice, or of the group when more than one speaks, as a label."""
    if role == OTHER_VOICES:
        return t("Other groups together")
    known_role = catalogue.role(role)
    name = (known_role.title if n == 1 else known_role.plural).in_language(t.language)
    return name[:1].upper() + name[1:]


def group(catalogue: Catalogue, role: str, t: Translator) -> str:
    """Return the people of a role, as within a sentence; the organisation's own voice is one."""
    name = voice(catalogue, role, 1 if role in catalogue.organisation_roles else None, t)
    return name[:1].lower() + name[1:]


def requirements(t: Translator) -> dict[str, str]:
    """Return the words for the two requirements."""
    return {"minimal": t("minimal"), "growth": t("growth")}


def requirement(catalogue: Catalogue, criterion: str, word: Requirement, t: Translator) -> str:
    """Return the requirement of a criterion in words, and whether it is of the core."""
    if criterion in catalogue.core:
        return t("minimal, core")
    return requirements(t)[word]


def core(t: Translator) -> str:
    """Return what the core is."""
    return t(
        "The core: it always counts, is always minimal, and its target is never lower than your "
        "ambition asks. So projects can be compared on it."
    )


def origins(t: Translator) -> dict[str, str]:
    """Return the words for where a criterion comes from."""
    return {
        "sources": t("from the sources"),
        "standards": t("from the standards of the field"),
    }


def evidence(criterion: Criterion, t: Translator) -> tuple[str, str] | None:
    """Return how strong the ground of a criterion is: a few words, and what they mean."""
    if criterion.evidence is None:
        return None
    if criterion.evidence == "one_source" and criterion.origin == "standards":
        return t("Named by one standard"), t("Only one standard of the field asks for this.")
    return {
        "research": (
            t("Backed by research"),
            t("A study that a source or standard names supports this very point."),
        ),
        "practice": (
            t("Known from practice"),
            t("Two or more independent sources or standards ask for this from experience."),
        ),
        "law": (
            t("Asked by a law"),
            t("Why this matters names the law, and where it holds."),
        ),
        "one_source": (
            t("Named by one source"),
            t("Only one source names this, and no standard really asks for it."),
        ),
    }[criterion.evidence]


def factors(t: Translator) -> dict[str, str]:
    """Return the titles of the two kinds of factors."""
    return {"success": t("What makes it work"), "failure": t("What makes it fail")}


def study(study: Study, t: Translator) -> str:
    """Return who found what, and who doubts it."""
    found = f"{study.authors} ({study.year}), {study.title}. {study.found.in_language(t.language)}"
    if study.doubts is None:
        return found
    doubts = study.doubts.in_language(t.language)
    return f"{found} {t('Doubts: {words}', words=doubts)}"


def bands(t: Translator) -> dict[str, str]:
    """Return the words for the priority of a gap."""
    return {"high": t("high"), "medium": t("medium"), "low": t("low")}


def reasons(t: Translator) -> dict[Reason, str]:
    """Return the words for why a criterion does not apply."""
    return {
        Reason.OTHER_TARGET_GROUP: t("It does not fit our target group"),
        Reason.DONE_BY_PARTNER: t("A partner does this"),
        Reason.NOT_IN_THIS_PHASE: t("Not in this phase of the project"),
        Reason.OTHER: t("Another reason"),
    }


def omissions(t: Translator) -> dict[StaysOut, str]:
    """Return the words for why something does not count in a figure."""
    return {
        StaysOut.NOT_APPLICABLE: t("does not apply"),
        StaysOut.UNKNOWN: t("don't know"),
        StaysOut.DECLINED: t("rather not say"),
        StaysOut.NOT_ANSWERED: t("not answered yet"),
        StaysOut.NO_SCORE: t("no score"),
    }


def not_comparable(t: Translator) -> dict[NotComparable, str]:
    """Return the words for why there is no movement."""
    return {
        NotComparable.OTHER_CATALOGUE: t("another catalogue was used"),
        NotComparable.NEW: t("was not asked last time"),
        NotComparable.OTHER_SCALE: t("the scale has changed"),
        NotComparable.NO_SCORE_NOW: t("no score now"),
        NotComparable.NO_SCORE_THEN: t("no score last time"),
    }


def spread_words(t: Translator) -> dict[str, str]:
    """Return the words for how far answers lie apart."""
    return {
        "too_few": t("too few answers for a word"),
        "two_camps": t("two camps"),
        "shared": t("shared"),
        "mostly_shared": t("mostly shared"),
        "spread_out": t("spread out"),
    }


def kinds(t: Translator) -> dict[Kind, str]:
    """Return the words for kinds of projects."""
    return {
        Kind.SCHOOL: t("At school or in higher education"),
        Kind.WORK: t("Towards work"),
        Kind.WELFARE: t("Welfare and care"),
        Kind.COMMUNITY: t("Neighbourhood or community"),
        Kind.PROFESSION: t("Among colleagues in a profession"),
        Kind.OTHER: t("Another kind"),
    }


def minors(t: Translator) -> dict[Minors, str]:
    """Return the words for whether those it is for are minors."""
    return {
        Minors.NO: t("No, all are adults"),
        Minors.SOME: t("Some are"),
        Minors.ALL: t("Yes, all are"),
    }


def stages(t: Translator) -> dict[Stage, str]:
    """Return the words for how far a programme has come."""
    return {
        Stage.PREPARING: t("Being prepared, not begun yet"),
        Stage.FIRST_YEAR: t("In its first year"),
        Stage.RUNNING: t("Running for some years"),
        Stage.ESTABLISHED: t("Established, part of the organisation"),
    }


def effort(effort: Effort, t: Translator) -> str:
    """Return how much is asked; what is long in half hours."""
    if effort.minutes >= _LONG:
        hours = round(effort.minutes / 30) / 2
        return t.plural(
            "one question, about {hours} hours",
            "{n} questions, about {hours} hours",
            effort.questions,
            hours=t.number(hours, 0 if hours == int(hours) else 1),
        )
    return t.plural(
        "one question, about {minutes} minutes",
        "{n} questions, about {minutes} minutes",
        effort.questions,
        minutes=effort.minutes,
    )


def size_label(catalogue: Catalogue, t: Translator) -> str:
    """Return what the size of a project counts: pairs where the catalogue has some, else people."""
    return t("Pairs in a year") if catalogue.pair_profiles else t("People in a year")


def statuses(t: Translator) -> dict[AgreementStatus, str]:
    """Return the words for how far an agreement is."""
    return {
        AgreementStatus.OPEN: t("Not started"),
        AgreementStatus.BUSY: t("Under way"),
        AgreementStatus.DONE: t("Done"),
        AgreementStatus.DROPPED: t("Dropped"),
    }
