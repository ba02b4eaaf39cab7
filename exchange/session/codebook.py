"""The codebook of a session's data: what every file, column, code and item means."""

from collections.abc import Iterator

from assessment.catalogue.model import Text
from assessment.scoring.visibility import OTHER_VOICES
from assessment.session.voting.votes import TABLES
from locales import translator
from reports.session.material import SessionMaterial
from settings import VERSION

# by file and column; plain English, as the columns themselves
COLUMNS = {
    "items.csv": {
        "step": "id of the step of the script",
        "kind": "thesis, judge, rate, tables, missing, choose, agree or checkout",
        "item": "id of a criterion, a thesis or a note, or of the step itself",
        "verdict": "of a judge step: minimal, does_not_apply or talk",
        "changed": "people whose second vote differs; empty when it may not be told",
        "agreed": "what the room agreed: a level, or one of the options",
        "requirement": "minimal or growth, as the room agreed",
        "in_scope": "false when the room agreed that it does not apply",
        "reason": "why, in the words of the room",
        "for_it": "people who were for the agreed value",
        "live_with_it": "people who can live with it",
        "not_yet": "people who cannot yet",
        "dissent": "what those who see it differently wanted to be kept",
    },
    "votes.csv": {
        "step": "id of the step of the script",
        "item": "as in items.csv",
        "vote": "first or second",
        "question": "choice, or need: the second question of a judge step",
        "role": f"a role that may be shown; {OTHER_VOICES}: small ones together; all; {TABLES}",
        "choice": "a level 0 to 4, an option, or not_applicable, unknown, declined",
        "number": "how many chose it, phones and hands together",
        "of": "how many chose a level or an option",
        "by_hand": "how many of those raised a hand",
        "mean": "mean of levels, 0 to 4",
        "median": "median of levels",
        "neighbour_share": "largest share of two adjacent levels",
        "word": "too_few, two_camps, shared, mostly_shared or spread_out",
        "consensus": "Cns of Tastle and Wierman (2007), 0 to 1",
    },
    "agreements.csv": {
        "text": "what will be done",
        "owner": "role that does it, never the name of a person",
        "due": "date, year-month-day",
        "criterion": "id of the criterion that it is about",
    },
    "notes.csv": {
        "step": "id of the step in which it was written",
        "item": "id of the item on the table",
        "kind": "note to the group, proposal, or word on which a thesis depends",
        "text": "as it was released to the group; sorted by text, not by time",
    },
}
_Entry = tuple[str, str, str, str, Text | None]


def codebook_rows(material: SessionMaterial) -> Iterator[dict[str, object]]:
    """Return one row per thing that is explained, with its text in every language."""
    languages = material.catalogue.languages
    for part, code, field, english, text in (*_about(material), *_columns(), *_items(material)):
        words = {name: english if text is None else text.root.get(name, "") for name in languages}
        yield {"part": part, "code": code, "field": field, **words}


def _about(material: SessionMaterial) -> Iterator[_Entry]:
    session = material.session
    facts = {
        "program": f"Mentorspiegel {VERSION}",
        "made_at": material.made_at.isoformat(timespec="seconds"),
        "session": session.id,
        "name": session.name,
        "people": str(material.outcome.people),
        "threshold": str(session.threshold),
        "catalogue": session.catalogue,
        "catalogue_version": session.catalogue_version,
        "catalogue_hash": session.catalogue_hash,
    }
    for name, value in facts.items():
        yield "about", name, "", value, None


def _columns() -> Iterator[_Entry]:
    for file, columns in COLUMNS.items():
        for name, meaning in columns.items():
            yield "column", file, name, meaning, None


def _items(material: SessionMaterial) -> Iterator[_Entry]:
    catalogue, t = material.catalogue, translator(material.language)
    for step in material.session.script.steps:
        yield "step", step.id, "title", material.step_title(step, t), step.title
        for item in material.items_of(step):
            known = catalogue.by_id.get(item)
            if known is not None:
                yield "criterion", item, "title", "", known.title
                yield "criterion", item, "question", "", known.question
                for number, level in enumerate(catalogue.rubric(known, known.role)):
                    yield "criterion", item, f"level {number}", "", level
            else:
                yield "item", item, "title", material.item_title(step, item, t), None
