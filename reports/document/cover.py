"""The front of a report: which project, which assessment, which criteria."""

from collections.abc import Iterator

from assessment.text import MAX_NAME
from locales import Translator
from reports.document.model import Facts
from reports.material import Material
from reports.plain_text import shortened
from reports.wording import choices, voices
from settings import VERSION

NAME_BELOW = 60  # characters of a name below every page


def facts(material: Material, t: Translator) -> Facts:
    """Return the context of the project and of the assessment, only what is known."""
    pairs = [*_assessment(material, t)]
    if not material.short:
        pairs += [*_project(material, t), *_criteria(material, t)]
    return Facts(tuple((name, fact) for name, fact in pairs if fact))


def _assessment(material: Material, t: Translator) -> Iterator[tuple[str, str]]:
    assessment = material.outcome.assessment
    state = t("open: this is the picture so far")
    if assessment.closed_at is not None:
        state = t("closed on {date}", date=t.date(assessment.closed_at.date()))
    name = shortened(assessment.name, MAX_NAME)
    yield t("Assessment"), f"{name} ({state})" if name else state
    if any(material.outcome.participation.values()):
        yield t("Who answered"), voices.who_answered(material.outcome, t)
    yield t("Made on"), t.date(material.made_at.date())


def _project(material: Material, t: Translator) -> Iterator[tuple[str, str]]:
    project = material.project
    yield t("Kind of project"), choices.kinds(t)[project.kind] if project.kind else ""
    yield t("For whom"), project.target_group
    yield (
        t("Is it for people under eighteen?"),
        choices.minors(t)[project.minors] if project.minors else "",
    )
    yield t("How far is the programme?"), choices.stages(t)[project.stage] if project.stage else ""
    size = "" if project.size is None else t.number(project.size, 0)
    yield choices.size_label(material.outcome.catalogue, t), size
    yield t("Place or region"), project.region
    yield t("Running since"), "" if project.start_year is None else str(project.start_year)


def _criteria(material: Material, t: Translator) -> Iterator[tuple[str, str]]:
    outcome, catalogue = material.outcome, material.outcome.catalogue
    number = len(outcome.result.criteria)
    title = catalogue.title.in_language(t.language)
    yield (
        t("Criteria"),
        t.plural(
            "one criterion from ‘{title}’, version {version}",
            "{n} criteria from ‘{title}’, version {version}",
            number,
            title=title,
            version=catalogue.version,
        ),
    )
    ambition = catalogue.ambition(outcome.assessment.ambition)
    yield t("How high we aim"), ambition.title.in_language(t.language) if ambition else ""
    # one hash is enough to know for certain which texts were used
    yield t("Fingerprint of the criteria"), catalogue.content_hash[:16]


def footer(material: Material, t: Translator) -> str:
    """Return what stands below every page."""
    parts = [
        shortened(name, NAME_BELOW)
        for name in (material.project.name, material.outcome.assessment.name)
    ]
    made = t(
        "made on {date} with Mentorspiegel {version}",
        version=VERSION,
        date=t.date(material.made_at.date()),
    )
    return " · ".join([*(part for part in parts if part), made])
