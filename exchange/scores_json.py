"""The scores as JSON (docs/scoring.md, "JSON"). Keys are stable; what is absent is null."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from assessment.catalogue.model import Catalogue
from assessment.scoring.results import CriterionResult, GroupResult, Result, Spread, Voice

Json = dict[str, Any]


def scores_json(catalogue: Catalogue, results: Mapping[str, Result]) -> Json:
    """Return the document for all results; numbers are unrounded."""
    return {
        "catalogue": {
            "id": catalogue.id,
            "version": catalogue.version,
            "hash": catalogue.content_hash,
        },
        "assessments": {name: _result(result) for name, result in results.items()},
    }


def _result(result: Result) -> Json:
    return {
        "criteria": {name: _criterion(c) for name, c in result.criteria.items()},
        "perspectives": {name: _group(group) for name, group in result.perspectives.items()},
        "floor": {
            "met": result.floor.met,
            "of": result.floor.of,
            "open": list(result.floor.open),
        },
        "left_out": result.some_left_out,
        "voice_gaps": [
            {"criterion": g.criterion, "roles": list(g.roles), "difference": g.difference}
            for g in result.voice_gaps
        ],
        "discuss_first": list(result.discuss_first),
    }


def _criterion(result: CriterionResult) -> Json:
    return {
        "score": result.score,
        "applies": result.applies,
        "target": result.target,
        "gap": result.gap,
        "priority": None if result.priority is None else asdict(result.priority),
        "by_role": {role: _voice(voice) for role, voice in result.voices.items()},
        "spread": _spread(result.spread),
    }


def _voice(voice: Voice) -> Json:
    return {
        "shown": True,
        "n": voice.n,
        "mean": voice.mean,
        "levels": list(voice.levels),
        "not_applicable": voice.not_applicable,
        "unknown": voice.unknown,
        "declined": voice.declined,
        "spread": _spread(voice.spread),
    }


def _spread(spread: Spread | None) -> Json | None:
    if spread is None:
        return None
    return asdict(spread) | {"word": spread.word.replace("_", " ")}


def _group(group: GroupResult) -> Json:
    return {
        "score": group.score,
        "coverage": group.coverage,
        "scored": group.scored,
        "applicable": group.applicable,
        "provisional": group.provisional,
    }
