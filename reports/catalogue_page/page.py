"""The whole catalogue as one page of Markdown, to read and to review."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assessment.catalogue.model import Catalogue, Criterion, Text
from locales import Translator, translator
from reports.catalogue_page.conversation import extras
from reports.catalogue_page.markdown import bullets, safe, table, words_of
from reports.wording import choices, rubrics

_NO_ANCHOR = re.compile(r"[^\w\- ]")


def overview_page(catalogue: Catalogue, language: str) -> str:
    """Return everything that a catalogue says in one language, as Markdown.

    The headings are in English when the interface does not speak the language.
    """
    t = translator(language)
    blocks = [
        f"# {safe(catalogue.title.in_language(language))}",
        safe(catalogue.description.in_language(language)),
        _facts(catalogue, t),
        t("Made by `python cli.py overview`. Change the criteria, not this page."),
        *_profiles(catalogue, language, t),
        *_criteria(catalogue, language, t),
        *extras(catalogue, language, t),
    ]
    contents = _contents(blocks, t)
    return "\n\n".join([*blocks[:4], contents, *blocks[4:]]) + "\n"


def _facts(catalogue: Catalogue, t: Translator) -> str:
    minimal = sum(c.requirement == "minimal" for c in catalogue.criteria)
    core = len(catalogue.core)
    facts = t(
        "Catalogue {id}, version {version}: {criteria} criteria, of which {minimal} minimal.",
        id=safe(catalogue.id),
        version=safe(catalogue.version),
        criteria=len(catalogue.criteria),
        minimal=minimal,
    )
    more = t.plural("One of these is the core.", "{n} of these are the core.", core)
    return f"{facts} {more} {choices.core(t)}" if core else facts


def _contents(blocks: Iterable[str], t: Translator) -> str:
    titles = [b.removeprefix("## ") for b in blocks if b.startswith("## ")]
    links = [
        f"[{title}](#{_NO_ANCHOR.sub('', title.lower()).replace(' ', '-')})" for title in titles
    ]
    return f"{t('Contents')}: {' · '.join(links)}"


def _profiles(catalogue: Catalogue, language: str, t: Translator) -> Iterator[str]:
    yield f"## {t('Questionnaires')}"
    rows = []
    for profile in catalogue.profiles:
        is_all = profile.criteria == "all"
        number = str(len(catalogue.criteria if is_all else profile.criteria))
        words = choices.requirements(t)
        changed = ", ".join(f"{name}: {words[r]}" for name, r in profile.requirement.items())
        title = profile.title.in_language(language)
        rows.append((title, profile.description.in_language(language), number, changed))
    header = (t("Questionnaire"), t("For whom"), t("Criteria"), t("Other requirement"))
    yield table(header, rows)


def _criteria(catalogue: Catalogue, language: str, t: Translator) -> Iterator[str]:
    for perspective in catalogue.perspectives:
        yield f"## {safe(perspective.title.in_language(language))}"
        yield safe(perspective.definition.in_language(language))
        yield f"*{safe(perspective.question.in_language(language))}*"
        for criterion in catalogue.criteria:
            if criterion.perspective == perspective.id:
                yield from _criterion(criterion, catalogue, language, t)


def _criterion(
    criterion: Criterion, catalogue: Catalogue, language: str, t: Translator
) -> Iterator[str]:
    yield f"### {criterion.id} · {safe(criterion.title.in_language(language))}"
    yield _place(criterion, catalogue, language, t)
    asked = [role for role in catalogue.roles if catalogue.is_asked(criterion, role.id)]
    yield table(
        (t("Asked of"), t("Question")),
        [
            (r.title.in_language(language), criterion.question_for(r.id).in_language(language))
            for r in asked
        ],
    )
    levels = rubrics.for_all(catalogue, criterion, t)
    yield table(levels.header, levels.rows)
    parts: tuple[tuple[str, Sequence[Text]], ...] = (
        (t("Why this matters"), (criterion.why,) if criterion.why else ()),
        (t("What you could look for"), criterion.look_for),
        (t("Questions for the talk"), criterion.prompts),
        (t("Next steps"), criterion.next_steps),
        (
            t("When it does not apply"),
            (criterion.not_applicable,) if criterion.not_applicable else (),
        ),
    )
    for title, texts in parts:
        if texts:
            yield f"**{title}**"
            yield words_of(texts, language)
    yield from _grounds(criterion, catalogue, language, t)


def _place(criterion: Criterion, catalogue: Catalogue, language: str, t: Translator) -> str:
    phase = next(p for p in catalogue.phases if p.id == criterion.phase)
    parts = (
        phase.title.in_language(language),
        choices.requirement(catalogue, criterion.id, criterion.requirement, t),
        catalogue.scale(criterion.scale).title.in_language(language),
    )
    return safe(" · ".join(parts))


def _grounds(
    criterion: Criterion, catalogue: Catalogue, language: str, t: Translator
) -> Iterator[str]:
    lines = [
        (t("Where this comes from"), choices.origins(t)[criterion.origin]),
        (t("Sources"), ", ".join(criterion.sources)),
        (t("Studies"), ", ".join(criterion.studies)),
        (t("Standards"), ", ".join(criterion.supported_by)),
    ]
    evidence = choices.evidence(criterion, t)
    if evidence:
        lines.append((t("Evidence"), ". ".join(evidence)))
    for tension in catalogue.tensions_of(criterion):
        lines.append((t("Both can be defended"), tension.title.in_language(language)))
    yield bullets(f"{title}: {words}" for title, words in lines if words)
