"""What each level looks like, in the words of those who read it: side by side where they differ."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.catalogue.model import LEVELS, Catalogue, Criterion, Wording
from locales import Translator
from reports.wording.results import joined


@dataclass(frozen=True)
class Levels:
    """A table with a row per level and a column for each wording."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def for_all(catalogue: Catalogue, criterion: Criterion, t: Translator) -> Levels:
    """Return the levels in the words of everybody who is asked, those of the lead role first."""
    others = (r for r in catalogue.role_ids if catalogue.is_asked(criterion, r))
    return _levels(catalogue, criterion, (criterion.role, *others), t)


def compared(
    catalogue: Catalogue, criterion: str, roles: Iterable[str], t: Translator
) -> Levels | None:
    """Return the levels in the words of roles that are compared; None when all read the same."""
    known = [role for role in roles if role in catalogue.role_ids]
    found = _levels(catalogue, catalogue.by_id[criterion], known, t)
    return found if len(found.header) > len(("level", "words")) else None


def caption(t: Translator) -> str:
    """Return what stands above levels that are compared."""
    return t("The levels, in the words that each group read")


def _levels(
    catalogue: Catalogue, criterion: Criterion, roles: Iterable[str], t: Translator
) -> Levels:
    wordings = catalogue.wordings(criterion, roles)
    labels = [level.label for level in catalogue.scale(criterion.scale).levels]
    rows = tuple(
        (
            f"{n} · {labels[n].in_language(t.language)}",
            *(wording.texts[n].in_language(t.language) for wording in wordings),
        )
        for n in range(LEVELS)
    )
    if len(wordings) == 1:
        return Levels((t("Level"), t("What you see")), rows)
    return Levels((t("Level"), *(_readers(catalogue, w, t) for w in wordings)), rows)


def _readers(catalogue: Catalogue, wording: Wording, t: Translator) -> str:
    titles = [catalogue.role(role).title.in_language(t.language) for role in wording.roles]
    return joined([titles[0], *(title[:1].lower() + title[1:] for title in titles[1:])], t)
