"""The method in sentences: how to answer, how scores arise, what is shown of whom."""

from assessment.catalogue.model import Catalogue
from locales import Translator
from reports.wording.results import joined


def states(t: Translator) -> tuple[str, ...]:
    """Explain the states of an answer."""
    return (
        t("A level from 0 to 4: counts in the score."),
        t("Does not apply, with a reason: stays out of the score and of what had to be answered."),
        t("I don't know: stays out of the score, and shows as not answered. A finding in itself."),
        t("I'd rather not say: likewise."),
        t("Not answered yet: likewise. It never counts as 0."),
    )


def steps(catalogue: Catalogue, t: Translator) -> tuple[str, ...]:
    """Explain the steps from answers to scores."""
    return (
        t(
            "Per criterion each group ({groups}) has the mean of its levels.",
            groups=", ".join(role.plural.in_language(t.language) for role in catalogue.roles),
        ),
        t(
            "The score of a criterion is the mean of the groups. Each counts once: thirty "
            "people of one group do not drown the one of another."
        ),
        t(
            "The score of a perspective or phase is the mean of its criteria. Beside it stands "
            "how many were answered; below 60 % it is called provisional."
        ),
        t(
            "The floor: how many of the minimal criteria reach their target. What is not "
            "answered does not reach it."
        ),
        t(
            "What is still missing is how far a score lies below its target. The priority is "
            "that distance, doubled for a minimal criterion: from 3 high, from 1.5 medium."
        ),
        t(
            "How far answers lie apart is said in one word: shared, mostly shared, spread out or "
            "two camps. A high mean is never called agreement."
        ),
        t(
            "There is no total of everything, on purpose: one figure would hide what the ways to "
            "look show."
        ),
    )


def privacy(catalogue: Catalogue, threshold: int, t: Translator) -> tuple[str, ...]:
    """Explain what is shown of whom; `threshold` is the number of levels a group is shown from."""
    return (
        t(
            "What the organisation itself answers ({own}) is not anonymous. What others answer "
            "({others}) is.",
            own=joined(_titles(catalogue, t, organisation=True), t),
            others=joined(_titles(catalogue, t, organisation=False), t),
        ),
        t(
            "Their answers are shown from {n} levels given on a criterion. Smaller groups are "
            "put together as other groups, or left out.",
            n=threshold,
        ),
        t(
            "While an assessment is open only how many took part is shown; the levels appear when "
            "it is closed."
        ),
        t("Nobody is asked for a name or an e-mail address."),
    )


def _titles(catalogue: Catalogue, t: Translator, *, organisation: bool) -> list[str]:
    """Return the roles of the organisation, or the groups of others, as within a sentence."""
    return [
        (
            role.title.in_language(t.language).lower()
            if organisation
            else role.plural.in_language(t.language)
        )
        for role in catalogue.roles
        if role.organisation == organisation
    ]
