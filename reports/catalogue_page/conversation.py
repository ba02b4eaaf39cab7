"""What a catalogue holds beside its criteria, as Markdown: theses, tensions, boundaries, phases."""

from collections.abc import Iterator, Sequence

from assessment.catalogue.conversation import Boundaries, Relationship, Timeline
from assessment.catalogue.model import Catalogue, Text
from locales import Translator
from reports.catalogue_page.markdown import bullets, safe, table, words_of
from reports.wording import choices


def extras(catalogue: Catalogue, language: str, t: Translator) -> Iterator[str]:
    """Return the blocks of everything beside the criteria that there is."""
    if catalogue.theses:
        yield from _theses(catalogue, language, t)
    if catalogue.tensions:
        yield from _tensions(catalogue, language, t)
    if catalogue.boundaries:
        yield from _boundaries(catalogue, catalogue.boundaries, language, t)
    if catalogue.relationship:
        yield from _relationship(catalogue.relationship, language, t)
    if catalogue.factors:
        yield from _factors(catalogue, language, t)
    if catalogue.studies:
        yield from _studies(catalogue, t)
    if catalogue.help:
        yield from _help(catalogue, language, t)


def _theses(catalogue: Catalogue, language: str, t: Translator) -> Iterator[str]:
    yield f"## {t('Theses to talk about')}"
    yield t("Each is nearly true and goes wrong at one word. Vote, talk, vote again.")
    for thesis in catalogue.theses:
        yield f"### {thesis.id} · {safe(thesis.statement.in_language(language))}"
        parts: tuple[tuple[str, Sequence[Text]], ...] = (
            (t("The word that carries it"), (thesis.carried_by,)),
            (t("What argues for it"), thesis.speaks_for),
            (t("What argues against it"), thesis.speaks_against),
            (t("Questions for the talk"), thesis.talking_points),
            (t("What to keep of the talk"), (thesis.outcome,)),
        )
        for title, texts in parts:
            if texts:
                yield f"**{title}**"
                yield words_of(texts, language)
        yield _criteria(thesis.criteria, t)


def _tensions(catalogue: Catalogue, language: str, t: Translator) -> Iterator[str]:
    yield f"## {t('Where the sources do not agree')}"
    yield t("Both sides can be defended. The project chooses, and says what it chose.")
    for tension in catalogue.tensions:
        yield f"### {tension.id} · {safe(tension.title.in_language(language))}"
        yield bullets(
            text.in_language(language)
            for text in (tension.one_side, tension.other_side, tension.handling)
        )
        yield _criteria(tension.criteria, t)


def _boundaries(
    catalogue: Catalogue, boundaries: Boundaries, language: str, t: Translator
) -> Iterator[str]:
    yield f"## {safe(boundaries.title.in_language(language))}"
    yield safe(boundaries.introduction.in_language(language))
    titles = {p.id: p.title.in_language(language) for p in boundaries.professions}
    rows = []
    for aspect in boundaries.aspects:
        others = [aspect.others.get(name) for name in titles]
        cells = [aspect.title, aspect.own, *others]
        rows.append([cell.in_language(language) if cell else "" for cell in cells])
    role = catalogue.role(boundaries.role).title.in_language(language)
    yield table(("", role, *titles.values()), rows)
    yield table(
        (t("Signal"), t("Leans to"), t("What helps")),
        [
            (
                signal.signal.in_language(language),
                titles[signal.profession],
                signal.action.in_language(language),
            )
            for signal in boundaries.signals
        ],
    )


def _relationship(relationship: Relationship, language: str, t: Translator) -> Iterator[str]:
    yield f"## {safe(relationship.title.in_language(language))}"
    yield safe(relationship.introduction.in_language(language))
    for phase in relationship.phases:
        yield f"### {safe(phase.title.in_language(language))}"
        texts = (phase.happens, phase.leads, phase.question)
        yield bullets(text.in_language(language) for text in texts)
        yield _criteria(phase.criteria, t)
    if relationship.timeline:
        yield from _timeline(relationship.timeline, language, t)


def _timeline(timeline: Timeline, language: str, t: Translator) -> Iterator[str]:
    yield f"### {safe(timeline.title.in_language(language))}"
    yield safe(timeline.note.in_language(language))
    cells = [(s.moment, s.step, s.who, s.product) for s in timeline.steps]
    rows = [[text.in_language(language) if text else "" for text in row] for row in cells]
    yield table((t("When"), t("What"), t("Who"), t("What it yields")), rows)


def _factors(catalogue: Catalogue, language: str, t: Translator) -> Iterator[str]:
    for kind, title in choices.factors(t).items():
        inside = [factor for factor in catalogue.factors if factor.kind == kind]
        if inside:
            yield f"## {title}"
        for factor in inside:
            yield f"### {factor.id} · {safe(factor.title.in_language(language))}"
            yield safe(factor.text.in_language(language))
            yield _criteria(factor.criteria, t)


def _help(catalogue: Catalogue, language: str, t: Translator) -> Iterator[str]:
    yield f"## {t('Whom to call')}"
    rows = [
        (
            number.country.in_language(language),
            number.name.in_language(language),
            number.number,
            number.when.in_language(language),
            number.source,
            t.date(number.checked) if number.checked else t("not yet: check it yourself"),
        )
        for number in catalogue.help
    ]
    header = (t("Country"), t("Name"), t("Number"), t("What for"), t("Source"), t("Checked on"))
    yield table(header, rows)


def _studies(catalogue: Catalogue, t: Translator) -> Iterator[str]:
    yield f"## {t('What studies found')}"
    for study in catalogue.studies:
        yield f"### {study.id} · {safe(f'{study.authors} ({study.year})')}"
        yield safe(choices.study(study, t))
        resting = [c.id for c in catalogue.criteria if study.id in c.studies]
        if resting:
            yield _criteria(resting, t)


def _criteria(ids: Sequence[str], t: Translator) -> str:
    return f"{t('Criteria it touches')}: {', '.join(ids)}."
