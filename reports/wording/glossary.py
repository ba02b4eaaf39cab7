"""The words that every screen uses, explained."""

from collections.abc import Mapping

from assessment.catalogue.model import TOP_LEVEL, Catalogue
from locales import Translator


def glossary(catalogue: Catalogue, t: Translator) -> Mapping[str, tuple[str, str]]:
    """Return each word with what it means, by its name in the code."""
    return {
        "level": (t("level"), _levels(catalogue, t)),
        "minimal": (
            t("minimal"),
            t("A must: what has to be in order, also in a small or a new project."),
        ),
        "growth": (t("growth"), t("To aim for, once what is minimal is in order.")),
        "target": (t("target"), t("The level that you want to reach on a criterion.")),
        "ambition": (
            t("ambition"),
            t("How high you aim: it sets the target of all criteria at once."),
        ),
    }


def _levels(catalogue: Catalogue, t: Translator) -> str:
    scales = "; ".join(
        ", ".join(
            f"{n} = {level.label.in_language(t.language)}" for n, level in enumerate(scale.levels)
        )
        for scale in catalogue.scales
    )
    return t(
        "How far something is, from 0 to {top}: {levels}. What each level looks like is said at "
        "every question.",
        top=TOP_LEVEL,
        levels=scales,
    )
