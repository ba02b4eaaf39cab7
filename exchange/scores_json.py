"""The scores, and what was judged at home, as JSON. Keys are stable; what is absent is null.

Those of scores stand in docs/scoring.md, "JSON".
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assessment.catalogue.model import Catalogue
from assessment.scoring.reader import MOST_KNOWN
from assessment.scoring.results import CriterionResult, GroupResult, Result, Spread, Voice
from assessment.services.judging.outcome import JudgingOutcome
from assessment.session.voting.results import QuestionResult

Json = dict[str, Any]
_text = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def scores_json(catalogue: Catalogue, results: Mapping[str, Result]) -> Json:
    """Return the document for all results; numbers are unrounded."""
    assessments = {name: _result(result) for name, result in results.items()}
    return {"catalogue": _about(catalogue), "assessments": assessments}


def json_text(catalogue: Catalogue, results: Iterable[tuple[str, Result]]) -> Iterator[str]:
    """Yield the text of the same document piece by piece, a line per assessment."""
    voices, ids = _VoiceTexts(), {name: _text(name) for name in catalogue.by_id}
    yield f'{{"catalogue": {_text(_about(catalogue))},\n"assessments": {{'
    for number, (name, result) in enumerate(results):
        criteria = ", ".join(
            f'{ids[id_]}: {_opened(_figures(c))}, "by_role": {{{voices.of(c)}}}}}'
            for id_, c in result.criteria.items()
        )
        lead = ",\n" if number else "\n"
        yield f'{lead}{_text(name)}: {_opened(_about_all(result))}, "criteria": {{{criteria}}}}}'
    yield "\n}}\n"


class _VoiceTexts:
    """The text of every voice, made once: most voices of many assessments are the same object."""

    def __init__(self) -> None:
        self.known: dict[int, tuple[str, Voice]] = {}  # the voice, so that no other gets its id

    def of(self, criterion: CriterionResult) -> str:
        """Return the text of the voices on one criterion."""
        known = self.known
        return ", ".join([(known.get(id(v)) or self._new(v))[0] for v in criterion.voices.values()])

    def _new(self, voice: Voice) -> tuple[str, Voice]:
        if len(self.known) > MOST_KNOWN:
            self.known.clear()
        made = self.known[id(voice)] = f"{_text(voice.role)}: {_text(_voice(voice))}", voice
        return made


def _opened(value: Json) -> str:
    """Return the text of an object that goes on."""
    return _text(value)[:-1]


def _about(catalogue: Catalogue) -> Json:
    return {"id": catalogue.id, "version": catalogue.version, "hash": catalogue.content_hash}


def _result(result: Result) -> Json:
    criteria = {
        name: _figures(c) | {"by_role": {role: _voice(v) for role, v in c.voices.items()}}
        for name, c in result.criteria.items()
    }
    return _about_all(result) | {"criteria": criteria}


def _about_all(result: Result) -> Json:
    return {
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


def _figures(result: CriterionResult) -> Json:
    return {
        "score": result.score,
        "applies": result.applies,
        "target": result.target,
        "gap": result.gap,
        "priority": None if result.priority is None else dict(vars(result.priority)),
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
    return vars(spread) | {"word": spread.word.replace("_", " ")}


def _group(group: GroupResult) -> Json:
    return {
        "score": group.score,
        "coverage": group.coverage,
        "scored": group.scored,
        "applicable": group.applicable,
        "provisional": group.provisional,
    }


def judged_json(outcome: JudgingOutcome) -> dict[str, Any] | None:
    """Return what may be seen of judging, None when that is nothing."""
    if not outcome.criteria and not outcome.missing:
        return None
    return {
        "took_part": dict(outcome.took_part),
        "shown_from": outcome.threshold,
        "criteria": {
            one.criterion: {
                "verdict": one.verdict.value,
                **{name: _judged(result) for name, result in one.result.latest.items()},
            }
            for one in outcome.criteria
        },
        "notes": {
            criterion: {role: list(texts) for role, texts in by_role.items()}
            for criterion, by_role in outcome.notes.items()
        },
        "missing": list(outcome.missing),
    }


def _judged(result: QuestionResult) -> dict[str, dict[str, int]]:
    """Return by group how often each option was chosen."""
    said = (*result.ballot.options, *result.ballot.others)
    numbered = {option: result.ballot.bin_of(option) for option in said}
    return {
        role: {option: voice.bins[n] for option, n in numbered.items() if n is not None}
        for role, voice in result.voices.items()
    }
