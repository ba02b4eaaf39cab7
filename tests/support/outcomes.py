"""Outcomes with sensible defaults, made from answers in signs: a test names only what it is about."""

from collections.abc import Mapping
from typing import Any

from assessment.answers import Answer, AnswerState, Reason
from assessment.catalogue.criterion import Level
from assessment.catalogue.header import Perspective, Phase
from assessment.catalogue.model import Catalogue, Role, Scale, Text
from assessment.choices import Choice
from assessment.scoring.movement import movements, voice_movements
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Earlier, Outcome
from locales import Translator
from tests.support.builders import an_assessment
from tests.support.catalogues import a_catalogue, a_criterion, a_factor, result_of

ENGLISH = Translator("en", {})
DUTCH = Translator("nl", {})
LABELS = {
    "practice": ("Absent", "One person", "Agreed", "Done", "Improved"),
    "experience": ("Not at all", "A little", "Partly", "Mostly", "Fully"),
}
PERSPECTIVES = {"client": "Client", "process": "Process", "result": "Result", "staff": "Staff"}

Signs = Mapping[str, Mapping[str, str]]


def text(words: str) -> Text:
    return Text({"en": words, "nl": f"{words} (nl)"})


def catalogue_of(**criteria: dict[str, Any]) -> Catalogue:
    """A catalogue with these criteria; `C_1` becomes C-1, titled "Criterion C-1"."""
    made = [
        a_criterion(
            name.replace("_", "-"),
            **{"title": text(f"Criterion {name.replace('_', '-')}"), **fields},
        )
        for name, fields in criteria.items()
    ]
    return a_catalogue(
        *made,
        roles=tuple(
            _role(name) for name in ("coordinator", "facilitator", "mentor", "mentee", "partner")
        ),
        perspectives=tuple(
            Perspective(id=name, title=text(title), definition=text(""), question=text(""))
            for name, title in PERSPECTIVES.items()
        ),
        phases=tuple(
            Phase(id=name, title=text(title), question=text(""))
            for name, title in (("start", "Start"), ("end", "End"))
        ),
        scales=tuple(
            Scale(
                id=name,
                title=text(name),
                levels=tuple(Level(label=text(label), meaning=text("")) for label in labels),
            )
            for name, labels in LABELS.items()
        ),
    )


def _role(name: str) -> Role:
    return Role(
        id=name,
        title=text(name.title()),
        plural=text(f"{name}s"),
        description=text(""),
        organisation=name in ("coordinator", "facilitator"),
        asked_everything=name == "coordinator",
        heard_first=name == "mentee",
    )


def an_outcome(
    answers: Signs,
    catalogue: Catalogue | None = None,
    *,
    previous: Outcome | None = None,
    reason: Reason | None = Reason.OTHER,
    reason_text: str = "",
    **choice: Any,
) -> Outcome:
    """The outcome of `{criterion: {role: signs}}`, by default all minimal with target 3."""
    known = catalogue or catalogue_of(**{name.replace("-", "_"): {} for name in answers})
    result = result_of(answers, known, **choice)
    own = {
        name: _own(name, said["coordinator"])
        for name, said in answers.items()
        if "coordinator" in said
    }
    own = {
        name: Answer(name, a.state, reason=reason, reason_text=reason_text)
        if a.state is AnswerState.NOT_APPLICABLE
        else a
        for name, a in own.items()
    }
    pair = (result, known, previous.result, previous.catalogue) if previous else None
    return Outcome(
        assessment=an_assessment(),
        catalogue=known,
        choices={
            n: Choice(n, requirement=c.requirement, target=c.target)
            for n, c in result.criteria.items()
        },
        answers=own,
        result=result,
        previous=Earlier(previous.assessment, previous.catalogue, previous.result)
        if previous
        else None,
        movement=movements(*pair) if pair else {},
        voice_movement=voice_movements(*pair) if pair else {},
        participation=_participation(answers),
        threshold=5,
    )


def outcome_with_factors() -> Outcome:
    """An outcome with gaps on C-1 and C-3, and factors that these and others carry."""
    catalogue = catalogue_of(C_1={}, C_2={}, C_3={}, C_4={})
    factors = (
        a_factor("F-1", criteria=("C-1", "C-2", "C-3")),
        a_factor("F-2", criteria=("C-2",)),
        a_factor("F-3", criteria=("C-4",)),
        a_factor("F-4", "failure", criteria=("C-9",)),
    )
    parts = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    levels = {"C-1": "2", "C-2": "3", "C-3": "0", "C-4": "?"}
    signs = {name: {"coordinator": sign} for name, sign in levels.items()}
    return an_outcome(signs, Catalogue(**{**parts, "factors": factors}))


def _own(name: str, signs: str) -> Answer:
    states = {"-": AnswerState.NOT_APPLICABLE, "?": AnswerState.UNKNOWN, "x": AnswerState.DECLINED}
    if signs[0] in states:
        return Answer(name, states[signs[0]])
    return Answer(name, AnswerState.LEVEL, int(signs[0]))


def _participation(answers: Signs) -> dict[str, int]:
    roles = dict.fromkeys(role for said in answers.values() for role in said)
    return {role: max(len(said.get(role, "")) for said in answers.values()) for role in roles}


def lines_of(
    scores: Mapping[str, str], *, previous: Outcome | None = None, **choice: Any
) -> list[GroupLine]:
    """The lines of perspectives; each has as many criteria as signs, `.` for one without answer."""
    criteria = {
        f"{perspective}_{number}": {"perspective": perspective}
        for perspective, signs in scores.items()
        for number in range(len(signs))
    }
    answers = {
        f"{perspective}-{number}": {"coordinator": sign}
        for perspective, signs in scores.items()
        for number, sign in enumerate(signs)
        if sign != "."
    }
    outcome = an_outcome(answers, catalogue_of(**criteria), previous=previous, **choice)
    return list(outcome.perspective_lines)
