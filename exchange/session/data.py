"""A group session as data: JSON, and CSV files with a codebook in one zip. Only what may be seen.

Names of files and columns are English and stay the same; what they mean stands in codebook.csv.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from assessment.session.states import Turn
from assessment.session.voting.results import ItemResult, VoteVoice
from exchange.csv_files import csv_text, zipped
from exchange.session.codebook import COLUMNS, codebook_rows
from reports.session import votes
from reports.session.material import SessionMaterial

FORMAT = "mentorspiegel-session-1"
EVERYBODY = "all"  # all groups that are shown, together

Row = Mapping[str, object]


def session_json(material: SessionMaterial) -> bytes:
    """Return a session as JSON in UTF-8, with its codebook."""
    session = material.session
    data = {
        "format": FORMAT,
        "made_at": material.made_at.isoformat(timespec="seconds"),
        "session": {
            "id": session.id,
            "name": session.name,
            "project": material.project,
            "purpose": session.purpose,
            "state": session.state,
            "people": material.outcome.people,
            "threshold": session.threshold,
            "catalogue": {
                "id": session.catalogue,
                "version": session.catalogue_version,
                "hash": session.catalogue_hash,
            },
            "script": session.script.model_dump(mode="json"),
        },
        **{name.removesuffix(".csv"): list(rows) for name, rows in _tables(material).items()},
        "codebook": list(codebook_rows(material)),
    }
    return json.dumps(data, ensure_ascii=False, indent=1, default=str).encode()


def session_csv(material: SessionMaterial) -> bytes:
    """Return items.csv, votes.csv, agreements.csv, notes.csv and codebook.csv as the bytes of a zip."""
    texts = {name: csv_text(rows, tuple(COLUMNS[name])) for name, rows in _tables(material).items()}
    texts["codebook.csv"] = csv_text(codebook_rows(material))
    return zipped(texts, material.made_at)


def _tables(material: SessionMaterial) -> dict[str, Iterator[Row]]:
    return {
        "items.csv": _items(material),
        "votes.csv": _votes(material),
        "agreements.csv": _agreements(material),
        "notes.csv": _notes(material),
    }


def _items(material: SessionMaterial) -> Iterator[Row]:
    for step in material.session.script.steps:
        for item in material.items_of(step):
            result, agreed = material.result(step, item), material.agreed(step, item)
            yield {
                "step": step.id,
                "kind": step.kind,
                "item": item,
                "verdict": result.verdict if result else None,
                "changed": result.changed if result else None,
                "agreed": agreed.value if agreed else None,
                "requirement": agreed.requirement if agreed else None,
                "in_scope": agreed.in_scope if agreed else None,
                "reason": agreed.reason if agreed else None,
                "for_it": agreed.for_it if agreed else None,
                "live_with_it": agreed.live_with_it if agreed else None,
                "not_yet": agreed.not_yet if agreed else None,
                "dissent": agreed.dissent if agreed else None,
            }


def _votes(material: SessionMaterial) -> Iterator[Row]:
    for result in material.outcome.items:
        for turn, shown in votes.both(result):
            for question, one in shown.items():
                if one.together is None:
                    continue
                named = (*one.ballot.options, *one.ballot.others)
                for voice in (one.together, *one.voices.values()):
                    bins = [(choice, one.ballot.bin_of(choice)) for choice in named]
                    counts = {c: voice.bins[b] for c, b in bins if b is not None}
                    yield from _counts(result, turn, question, voice, counts)


def _counts(
    result: ItemResult, turn: Turn, question: str, voice: VoteVoice, counts: Mapping[str, int]
) -> Iterator[Row]:
    """Yield a row per thing that could be chosen; figures of levels stand on each of them."""
    spread = asdict(voice.spread) if voice.spread else {}
    for choice, number in counts.items():
        yield {
            "step": result.step,
            "item": result.item,
            "vote": turn,
            "question": question,
            "role": voice.role or EVERYBODY,
            "choice": choice,
            "number": number,
            "of": voice.n,
            "by_hand": voice.by_hand,
            "mean": voice.mean,
            "median": spread.get("median"),
            "neighbour_share": spread.get("neighbour_share"),
            "word": spread.get("word"),
            "consensus": spread.get("consensus"),
        }


def _agreements(material: SessionMaterial) -> Iterator[Row]:
    for agreement in material.outcome.agreements:
        yield {
            "text": agreement.text,
            "owner": agreement.owner,
            "due": agreement.due,
            "criterion": agreement.criterion,
        }


def _notes(material: SessionMaterial) -> Iterator[Row]:
    for note in sorted(material.outcome.notes, key=lambda note: (note.step, note.item, note.text)):
        yield {"step": note.step, "item": note.item, "kind": note.kind, "text": note.text}
