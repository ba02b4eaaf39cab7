"""What makes a project succeed or fail, and where the gaps of one project touch it."""

from dataclasses import dataclass

from assessment.catalogue.conversation import Factor
from assessment.services.outcome import Outcome
from locales import Translator
from reports.wording.results import named


@dataclass(frozen=True)
class FactorHere:
    """A factor with the criteria that carry it, as far as an assessment asks them."""

    factor: Factor
    asked: tuple[str, ...]
    below: tuple[str, ...]  # those below their target, the most urgent first


def here(outcome: Outcome, kind: str) -> tuple[FactorHere, ...]:
    """Return the factors of a kind as one assessment touches them."""
    return tuple(
        FactorHere(
            factor,
            tuple(name for name in factor.criteria if name in outcome.result.criteria),
            tuple(gap.criterion for gap in outcome.gaps if gap.criterion in factor.criteria),
        )
        for factor in outcome.catalogue.factors
        if factor.kind == kind
    )


def sentence(outcome: Outcome, found: FactorHere, t: Translator) -> str:
    """Return where the gaps of a project touch a factor, or why nothing can be said of it."""
    if not found.asked:
        return t("None of the criteria that carry this is asked here.")
    if found.below:
        criteria = named(outcome, found.below, t)
        return t("Below its target here: {criteria}.", criteria=criteria)
    if all(outcome.result.criteria[name].score is None for name in found.asked):
        return t("There is no figure on this yet.")
    return t("Nothing that carries this is below its target.")


def title(t: Translator) -> str:
    """Return what stands above the factors."""
    return t("What makes it work, and what makes it fail")
