"""The texts of one criterion: facts in one line, and parts that open on demand, as HTML."""

from collections.abc import Sequence

from assessment.catalogue.conversation import Tension
from assessment.catalogue.model import Catalogue, Criterion, Text
from locales import Translator, translator
from reports.wording import choices, rubrics
from ui.widgets.html import bullets, details, soft, table, text


def background(criterion: Criterion, catalogue: Catalogue, language: str) -> str:
    """Return what helps to answer: why it matters, what to look for, questions, sources."""
    t = translator(language)
    tensions = catalogue.tensions_of(criterion)
    return _help(criterion, catalogue, language) + "".join(
        soft(_tension_title(tension, t)) for tension in tensions
    )


def _help(criterion: Criterion, catalogue: Catalogue, language: str) -> str:
    t = translator(language)
    parts = [
        _paragraph(t("Why this matters"), criterion.why, language),
        _list(t("What you could look for"), criterion.look_for, language),
        _list(t("Questions for the talk"), criterion.prompts, language),
        _paragraph(t("When it does not apply"), criterion.not_applicable, language),
        details(t("Where this comes from"), grounds(criterion, catalogue, t)),
    ]
    return "".join(parts)


def whole(criterion: Criterion, catalogue: Catalogue, language: str) -> str:
    """Return everything that the catalogue says about a criterion."""
    t = translator(language)
    levels = rubrics.for_all(catalogue, criterion, t)
    return "".join(
        (
            _questions(criterion, catalogue, t),
            table(t("What each level looks like"), levels.header, levels.rows),
            _list(t("Next steps"), criterion.next_steps, language),
            _help(criterion, catalogue, language),
            *(_tension(tension, language) for tension in catalogue.tensions_of(criterion)),
        )
    )


def facts(criterion: Criterion, catalogue: Catalogue, language: str) -> str:
    """Return where a criterion belongs, in one line."""
    t = translator(language)
    parts = (
        criterion.id,
        *perspective_and_phase(criterion, catalogue, t),
        requirement(criterion, criterion.requirement, t),
        catalogue.scale(criterion.scale).title.in_language(language),
        *from_standards(criterion, t),
    )
    return " · ".join(parts)


def perspective_and_phase(
    criterion: Criterion, catalogue: Catalogue, t: Translator
) -> tuple[str, str]:
    """Return the titles of the perspective and the phase of a criterion."""
    perspective = next(p for p in catalogue.perspectives if p.id == criterion.perspective)
    phase = next(p for p in catalogue.phases if p.id == criterion.phase)
    return perspective.title.in_language(t.language), phase.title.in_language(t.language)


def requirement(criterion: Criterion, word: str, t: Translator) -> str:
    """Return what a requirement, "minimal" or "growth", asks, and whether it is of the core."""
    if criterion.core:
        return t("core: a must for every project")
    return t("growth: to aim for") if word == "growth" else t("minimal: a must")


def from_standards(criterion: Criterion, t: Translator) -> tuple[str, ...]:
    """Return the words to add where only standards ask for a criterion."""
    return (choices.origins(t)["standards"],) if criterion.origin == "standards" else ()


def grounds(criterion: Criterion, catalogue: Catalogue, t: Translator) -> str:
    """Return how strong the ground of a criterion is, in words, and what it rests on."""
    strength = ""
    evidence = choices.evidence(criterion, t)
    if evidence:
        strength = f"<p><strong>{text(evidence[0])}.</strong> {text(evidence[1])}</p>"
    return strength + sources(criterion, catalogue, t)


def sources(criterion: Criterion, catalogue: Catalogue, t: Translator) -> str:
    """Return the documents and studies that a criterion rests on, and the standards beside it."""
    named = {s.id: s.title.in_language(t.language) for s in catalogue.sources}
    rows: dict[str, list[str]] = {}
    for row in criterion.sources:
        rows.setdefault(row.split("-", 1)[0], []).append(row)
    documents = [f"{named.get(name, name)}: {', '.join(parts)}" for name, parts in rows.items()]
    standards = [
        f"{standard.title.in_language(t.language)} ({', '.join(codes)})"
        for standard in catalogue.standards
        if (
            codes := [
                c
                for c in criterion.supported_by
                if c == standard.id or c.startswith(f"{standard.id}-")
            ]
        )
    ]
    beside = (
        f"<p>{text(t('Standards of the field that say something alike:'))}</p>{bullets(standards)}"
    )
    rests_on = [s for s in catalogue.studies if s.id in criterion.studies]
    studies = "".join(f"<p>{text(choices.study(study, t))}</p>" for study in rests_on)
    origin = "".join(
        f"<p>{text(words[:1].upper() + words[1:])}.</p>" for words in from_standards(criterion, t)
    )
    parts = (bullets(documents) if documents else "", studies, beside if standards else "")
    return origin + "".join(parts)


def _tension_title(tension: Tension, t: Translator) -> str:
    return t("Both can be defended: {title}", title=tension.title.in_language(t.language))


def _tension(tension: Tension, language: str) -> str:
    t = translator(language)
    sides = (tension.one_side, tension.other_side)
    body = bullets(side.in_language(language) for side in sides)
    handling = f"<p>{text(tension.handling.in_language(language))}</p>"
    return details(_tension_title(tension, t), body + handling)


def _questions(criterion: Criterion, catalogue: Catalogue, t: Translator) -> str:
    asked = [role for role in catalogue.roles if catalogue.is_asked(criterion, role.id)]
    rows = [
        (
            role.title.in_language(t.language),
            criterion.question_for(role.id).in_language(t.language),
        )
        for role in asked
    ]
    return table(t("How it is asked"), (t("Asked of"), t("Question")), rows)


def _paragraph(title: str, words: Text | None, language: str) -> str:
    return details(title, f"<p>{text(words.in_language(language))}</p>") if words else ""


def _list(title: str, items: Sequence[Text], language: str) -> str:
    return details(title, bullets(i.in_language(language) for i in items)) if items else ""
