"""The codebook that travels with data: what every file, column, code and criterion means."""

from collections.abc import Iterator

from assessment.answers import Reason
from assessment.catalogue.model import Catalogue, Criterion, Text
from assessment.scoring.visibility import OTHER_VOICES
from reports.material import Material
from settings import VERSION

# by file and column; plain English, as the columns themselves
COLUMNS = {
    "answers.csv": {
        "assessment": "id of the assessment",
        "respondent": "who answers; here the organisation's own",
        "role": "role of that respondent",
        "criterion": "id of the criterion; ids are permanent",
        "state": "level, not_applicable, unknown or declined; empty for a note without an answer",
        "level": "0 to 4 on the scale of the criterion; empty for every other state",
        "reason": "why it does not apply: a code, or `other: ` with own words",
        "comment": "what was written with the answer",
        "evidence": "what the organisation points at",
    },
    "scores.csv": {
        "in_scope": "false when the project left the criterion out; it has no figures then",
        "choice_reason": "why the project left it out, or changed its requirement",
        "requirement": "minimal or growth, as this project chose",
        "weight": "weight in its perspective",
        "applies": "false when the organisation says that it does not apply",
        "score": "unweighted mean of the means of shown groups, 0 to 4; empty when there is none",
        "target": "the level that was chosen; empty for none",
        "gap": "target minus score, never below 0",
        "priority": "gap x 2 on a minimal criterion, x 1 on a growth criterion",
        "priority_band": "high from 3, medium from 1.5, low above 0",
        "meets_target": "whether the score reaches the target",
        "n": "levels given by shown groups together",
        "neighbour_share": "largest share of two adjacent levels",
        "word": "too_few, two_camps, shared, mostly_shared or spread_out",
        "consensus": "Cns of Tastle and Wierman (2007), 0 to 1",
        "agreement": "A of van der Eijk (2001), -1 to 1",
        "sd": "population standard deviation",
        "median": "median, the mean of the two middle levels",
        "previous_score": "score in the assessment before",
        "change": "score minus previous_score, only where both can be compared",
        "not_comparable": "why they cannot be compared",
    },
    "groups.csv": {
        "kind": "perspective or phase",
        "score": "weighted mean of its criteria that have a score",
        "coverage": "scored divided by applicable",
        "scored": "criteria with a score",
        "applicable": "criteria that apply",
        "provisional": "true when coverage is below 0.6",
    },
    "counts.csv": {
        "role": f"a group that may be shown; {OTHER_VOICES} stands for small groups taken together",
        "mean": "mean of the levels that this group gave",
        "level_0 to level_4": "how often each level was given",
        "not_applicable, unknown, declined": "how often each other state was given",
    },
    "agreements.csv": {
        "text": "what will be done",
        "owner": "role that does it, never the name of a person",
        "due": "date, year-month-day",
        "status": "open, busy, done or dropped",
        "outcome": "what happened",
    },
    "comments.csv": {
        "comment": "written by a respondent in a group that may be shown; sorted by text, not by time",
    },
}
_TEXTS = {
    "': at the start of a cell": "keeps a spreadsheet from calculating it; take it off",
    "empty cell": "there is no value; never 0",
}


def codebook_rows(material: Material, form: str) -> Iterator[dict[str, object]]:
    """Return one row per thing that is explained, with its text in every language."""
    catalogue = material.outcome.catalogue
    for values in (*_about(material, form), *_columns(), *_catalogue(catalogue)):
        part, code, field, english, text = values
        languages = {name: _in_language(text, name, english) for name in catalogue.languages}
        yield {"part": part, "code": code, "field": field, **languages}


_Entry = tuple[str, str, str, str, Text | None]


def _in_language(text: Text | None, language: str, english: str) -> str:
    return english if text is None else text.root.get(language, "")


def _about(material: Material, form: str) -> Iterator[_Entry]:
    assessment, catalogue = material.outcome.assessment, material.outcome.catalogue
    facts = {
        "format": form,
        "made_at": material.made_at.isoformat(timespec="seconds"),
        "program": f"Mentorspiegel {VERSION}",
        "assessment": assessment.id,
        "assessment_name": assessment.name,
        "closed_at": assessment.closed_at.isoformat() if assessment.closed_at else "",
        "catalogue": catalogue.id,
        "catalogue_version": catalogue.version,
        "catalogue_hash": catalogue.content_hash,
        "threshold": str(material.outcome.threshold),
        "left_out": str(material.outcome.result.some_left_out).lower(),
    }
    for name, value in facts.items():
        yield "about", name, "", value, None


def _columns() -> Iterator[_Entry]:
    for file, columns in COLUMNS.items():
        for name, meaning in columns.items():
            yield "column", file, name, meaning, None
    for name, meaning in _TEXTS.items():
        yield "cell", name, "", meaning, None
    for reason in Reason:
        yield "reason", reason, "", reason.replace("_", " "), None


def _catalogue(catalogue: Catalogue) -> Iterator[_Entry]:
    for role in catalogue.roles:
        yield "role", role.id, "title", "", role.title
    for perspective in catalogue.perspectives:
        yield "perspective", perspective.id, "title", "", perspective.title
    for phase in catalogue.phases:
        yield "phase", phase.id, "title", "", phase.title
    for scale in catalogue.scales:
        for number, level in enumerate(scale.levels):
            yield "scale", scale.id, f"label {number}", "", level.label
            yield "scale", scale.id, f"meaning {number}", "", level.meaning
    for criterion in catalogue.criteria:
        yield from _criterion(catalogue, criterion)


def _criterion(catalogue: Catalogue, criterion: Criterion) -> Iterator[_Entry]:
    yield "criterion", criterion.id, "title", "", criterion.title
    yield "criterion", criterion.id, "question", "", criterion.question
    for role, text in criterion.ask.items():
        yield "criterion", criterion.id, f"question for {role}", "", text
    yield "criterion", criterion.id, "scale", criterion.scale, None
    for number, level in enumerate(catalogue.rubric(criterion, criterion.role)):
        yield "criterion", criterion.id, f"level {number}", "", level
    for role, levels in criterion.rubric_for.items():
        for number, level in enumerate(levels):
            yield "criterion", criterion.id, f"level {number} for {role}", "", level
