"""The feedback to those who answered, in plain words; page, hand-out and preview say the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.catalogue.model import Catalogue
from assessment.services.feedback import Feedback
from locales import Translator
from reports.plain_text import shortened
from reports.wording import choices
from reports.wording.results import figure
from reports.wording.voices import capital

MOST_AGREEMENTS = 5
LONGEST = 200  # characters of an agreement


@dataclass(frozen=True)
class Passage:
    """One part: a title, what is said first, and a list."""

    title: str
    sentences: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


def title(t: Translator) -> str:
    """Return what stands above it."""
    return t("What came of your answers")


def passages(
    feedback: Feedback, catalogue: Catalogue, contact: str, t: Translator
) -> list[Passage]:
    """Return everything that is told, part by part."""
    well = _list(t("This goes well"), feedback, feedback.goes_well, catalogue, t)
    talk = _list(t("We are going to talk about this"), feedback, feedback.talk_about, catalogue, t)
    if well and talk:
        talk = replace(talk, sentences=())  # the first list says what the figures are
    told = [
        _who_took_part(feedback, catalogue, t),
        well,
        talk,
        _agreements(feedback, t),
        _contact(contact, t),
    ]
    return [passage for passage in told if passage is not None]


def _who_took_part(feedback: Feedback, catalogue: Catalogue, t: Translator) -> Passage:
    counts = tuple(
        f"{group.took_part} {choices.group(catalogue, group.role, t)}" for group in feedback.groups
    )
    thanks = t("Thank you for answering. It helps the project to become better.")
    if not counts:
        few = t(
            "Too few people of one group answered to tell what they said. That protects everybody "
            "who answered."
        )
        return Passage(t("Who took part"), (thanks, few))
    why = t(
        "We only tell about groups of at least {n} people. So nobody can be recognised.",
        n=feedback.threshold,
    )
    return Passage(t("Who took part"), (thanks, why), counts)


def _list(
    heading: str, feedback: Feedback, criteria: Sequence[str], catalogue: Catalogue, t: Translator
) -> Passage | None:
    if not criteria:
        return None
    scale = t(
        "Behind each point stands what each group chose on average, from 0 (lowest) to 4 (highest)."
    )
    return Passage(heading, (scale,), tuple(_said(feedback, c, catalogue, t) for c in criteria))


def _said(feedback: Feedback, criterion: str, catalogue: Catalogue, t: Translator) -> str:
    """Return a criterion with what each group said of it."""
    means = "".join(
        f" {capital(choices.group(catalogue, role, t))}: {figure(mean, t)}."
        for role, mean in feedback.said[criterion].items()
    )
    return f"{choices.criterion_title(catalogue, criterion, t)}.{means}"


def _agreements(feedback: Feedback, t: Translator) -> Passage:
    heading, made = t("What we agreed"), feedback.agreements
    if not made:
        return Passage(heading, (t("We agreed on nothing yet. Ask the project about it."),))
    shown = tuple(shortened(text, LONGEST) for text in made[:MOST_AGREEMENTS])
    rest = len(made) - len(shown)
    more = (t.plural("And one more.", "And {n} more.", rest),) if rest else ()
    return Passage(heading, more, shown)


def _contact(contact: str, t: Translator) -> Passage | None:
    if not contact:
        return None
    asked = t("Do you have a question, or are you worried? Talk about it with:")
    return Passage(t("Whom can you turn to?"), (asked,), (contact,))
