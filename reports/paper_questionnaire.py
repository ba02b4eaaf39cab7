"""The questionnaire on paper: for people without a screen, one per role and language."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from assessment.catalogue.model import Catalogue, Criterion
from locales import Translator, translator
from reports.writers import typst
from reports.writers.typst import Ready

_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)  # the moment of a document that has none


def questionnaire(
    catalogue: Catalogue, criteria: Sequence[Criterion], role: str, language: str
) -> bytes:
    """Return a PDF that asks `criteria` in the words for `role`. It shows no scores."""
    ready, t = Ready(), translator(language)
    asked = catalogue.role(role)
    data = {
        "title": ready.heading(
            t("Questions: {title}", title=catalogue.title.in_language(language))
        ),
        "role": ready.text(t("For: {role}", role=asked.plural.in_language(language))),
        "advice": [ready.text(sentence) for sentence in _advice(asked.organisation, t)],
        "date": t("Date"),
        "note": t("Room for a comment. Write it so that it points at nobody."),
        "thanks": t("Thank you. Your answers count."),
        "footer": ready.text(
            f"{catalogue.title.in_language(language)} · {t('version {version}', version=catalogue.version)}"
        ),
        "language": language,
        "questions": [_question(catalogue, c, role, ready, t) for c in criteria],
    }
    return typst.pdf("paper.typ", data, _ALWAYS)


def _advice(is_organisation: bool, t: Translator) -> list[str]:
    sentences = [
        t(
            "Tick one box for each question: the last answer that is wholly true now, not what you would like."
        ),
        t("Something does not apply, or you don't know? Then tick that. No answer is wrong."),
    ]
    if not is_organisation:
        sentences.append(
            t(
                "Do not write your name on it. Whoever collects it can read it; the outcome shows answers only together with those of others."
            )
        )
    return sentences


def _question(
    catalogue: Catalogue, criterion: Criterion, role: str, ready: Ready, t: Translator
) -> dict[str, Any]:
    language = t.language
    scale = catalogue.scale(criterion.scale)
    is_own = catalogue.has_own_words(criterion, role)
    names = ["" if is_own else f" · {level.label.in_language(language)}" for level in scale.levels]
    levels = zip(names, catalogue.levels_to_choose(criterion, role, language), strict=True)
    return {
        "question": ready.heading(criterion.question_for(role).in_language(language)),
        "name": ready.text(f"{criterion.id} · {criterion.title.in_language(language)}"),
        "levels": [
            [
                ready.text(f"{number}{name}"),
                ready.text(looks),
            ]
            for number, (name, looks) in enumerate(levels)
        ],
        "others": [t("Does not apply"), t("I don't know"), t("I'd rather not say")],
    }
