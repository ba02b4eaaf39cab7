"""Small catalogues and answers with sensible defaults: a test names only what it is about."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assessment.answers import Answer, AnswerState
from assessment.catalogue.conversation import Factor
from assessment.catalogue.criterion import Level
from assessment.catalogue.header import Perspective, Phase, Study
from assessment.catalogue.help_numbers import HelpNumber
from assessment.catalogue.model import Ambition, Catalogue, Criterion, Profile, Role, Scale, Text
from assessment.choices import Choice
from assessment.scoring.counts import CountTable, answer_bin
from assessment.scoring.reader import score_table
from assessment.scoring.results import Result
from assessment.scoring.rules import THRESHOLD
from exchange.answers_csv import HEADER, Row

ORGANISATION = ("coordinator", "facilitator")
ROLES = (*ORGANISATION, "mentor", "mentee", "partner")
STATES = {"-": AnswerState.NOT_APPLICABLE, "?": AnswerState.UNKNOWN, "x": AnswerState.DECLINED}


def text(words: str = "words") -> Text:
    return Text({"en": words})


def levels(who: str, *marked: int) -> list[dict[str, Any]]:
    """Five levels in the words of somebody, of which some are marked."""
    return [
        {"en": f"{who} {n}", "nl": f"{who} {n} (nl)", **({"care": True} if n in marked else {})}
        for n in range(5)
    ]


def a_study(**fields: Any) -> Study:
    made = {
        "id": "DB02",
        "authors": "DuBois",
        "year": 2002,
        "title": "Effects",
        "found": text("It helped."),
    }
    return Study.model_validate({**made, **fields})


def a_number(number: str = "102", **fields: Any) -> HelpNumber:
    made = {
        "country": text("Here"),
        "name": text("Somebody"),
        "number": number,
        "when": text("To talk."),
        "source": "www.example.org",
        "checked": None,
    }
    return HelpNumber.model_validate({**made, **fields})


def a_factor(name: str = "F-1", kind: str = "success", **fields: Any) -> Factor:
    made = {"title": text(f"Factor {name}"), "text": text("So it is."), "criteria": ("C-1",)}
    return Factor.model_validate({"id": name, "kind": kind, **made, **fields})


def a_criterion(id: str = "C-1", **fields: Any) -> Criterion:  # noqa: A002 (the field's own name)
    defaults = {
        "title": text(),
        "question": text(),
        "role": "coordinator",
        "phase": "start",
        "requirement": "minimal",
        "scale": "practice",
        "sources": (),
        "perspective": "client",
    }
    return Criterion(id=id, **{**defaults, **fields})


def a_catalogue(*criteria: Criterion | str, **fields: Any) -> Catalogue:
    """A catalogue of these criteria (C-1 by default), with five roles and two perspectives."""
    made = [a_criterion(c) if isinstance(c, str) else c for c in criteria or ["C-1"]]
    roles = [_role(name) for name in ROLES]
    perspectives = [
        Perspective(id=name, title=text(), definition=text(), question=text())
        for name in ("client", "process")
    ]
    defaults = {
        "id": "tiny",
        "version": "1",
        "title": text(),
        "description": text(),
        "languages": ("en",),
        "roles": tuple(roles),
        "perspectives": tuple(perspectives),
        "phases": tuple(Phase(id=n, title=text(), question=text()) for n in ("start", "end")),
        "ambitions": (
            _ambition("floor", 3, None),
            _ambition("growth", 3, 3),
            _ambition("exemplary", 4, 3),
        ),
        "scales": tuple(_scale(name) for name in ("practice", "experience")),
        "criteria": tuple(made),
        "profiles": (Profile(id="full", title=text(), description=text(), criteria="all"),),
    }
    return Catalogue(**{**defaults, **fields})


def _role(name: str) -> Role:
    return Role(
        id=name,
        title=text(),
        plural=text(),
        description=text(),
        organisation=name in ORGANISATION,
        asked_everything=name == "coordinator",
        heard_first=name == "mentee",
    )


def _ambition(name: str, minimal: int | None, growth: int | None) -> Ambition:
    return Ambition(id=name, title=text(), description=text(), minimal=minimal, growth=growth)


def _scale(name: str) -> Scale:
    return Scale(id=name, title=text(), levels=(Level(label=text(), meaning=text()),) * 5)


def said(given: str | Iterable[int]) -> list[tuple[AnswerState, int | None]]:
    """Read answers from signs: a level 0-4, - not applicable, ? unknown, x declined."""
    if not isinstance(given, str):
        return [(AnswerState.LEVEL, level) for level in given]
    return [
        (STATES[sign], None) if sign in STATES else (AnswerState.LEVEL, int(sign)) for sign in given
    ]


def rows_of(answers: Mapping[str, Mapping[str, str]], assessment: str = "A1") -> list[Row]:
    """Rows from `{criterion: {role: signs}}`; the n-th sign is the n-th respondent of the role."""
    return [
        Row(assessment, f"{role}-{number}", role, Answer(criterion, state, level))
        for criterion, voices in answers.items()
        for role, signs in voices.items()
        for number, (state, level) in enumerate(said(signs), 1)
    ]


def count_rows(rows: Iterable[Row], catalogue: Catalogue) -> CountTable:
    """Count rows one by one: what counting by columns is compared with."""
    counted = list(rows)
    names = dict.fromkeys(row.assessment for row in counted)
    table = CountTable.empty(names, catalogue.by_id, catalogue.role_ids)
    return table.with_rows(
        (row.assessment, row.answer.criterion, row.role, bin_, 1)
        for row in counted
        if (bin_ := answer_bin(row.answer.state, row.answer.level)) is not None
    )


def result_of(
    answers: Mapping[str, Mapping[str, str]],
    catalogue: Catalogue | None = None,
    *,
    threshold: int = THRESHOLD,
    **choice: Any,
) -> Result:
    """Score `{criterion: {role: signs}}`; `choice` changes the choice for every criterion.

    The default choice is the criterion's own requirement with target 3.
    """
    known = catalogue or a_catalogue(*answers)
    choices = {
        c.id: Choice(c.id, **{"requirement": c.requirement, "target": 3, **choice})
        for c in known.criteria
    }
    rows = rows_of(answers) or [Row("A1", "r", "coordinator", Answer("none"))]
    return score_table(count_rows(rows, known), known, choices, threshold=threshold)["A1"]


def the_criterion(voices: Mapping[str, str], **more: Any) -> Any:
    """The result of the one criterion C-1 with these voices."""
    return result_of({"C-1": voices}, **more).criteria["C-1"]


CELLS = dict(zip(HEADER, ("A1", "R1", "coordinator", "C-1", "level", "2", "", "", ""), strict=True))


def csv_file(folder: Path, *rows: Mapping[str, str]) -> Path:
    """Write an answers file of these rows; every row names only what differs from CELLS."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows([{**CELLS, **row}[name] for name in HEADER] for row in rows)
    return raw_file(folder, out.getvalue())


def raw_file(folder: Path, content: str | bytes) -> Path:
    path = folder / "answers.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
