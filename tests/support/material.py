"""A whole material to make documents of: every part of a report has something to say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from assessment.agreements import Agreement, AgreementStatus
from assessment.answers import Answer, AnswerState, Reason
from assessment.catalogue.model import Catalogue
from assessment.choices import Choice
from assessment.projects import Kind, Minors, Project, Stage
from assessment.services.outcome import Comments, Outcome
from assessment.text import MAX_LONG, MAX_NAME
from reports.material import Material
from tests.support.builders import a_project, an_agreement
from tests.support.outcomes import Signs, an_outcome, catalogue_of, text

MADE_AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SIGNS: Signs = {
    "C-1": {"coordinator": "3", "mentor": "33334", "mentee": "111223"},
    "C-2": {"coordinator": "1", "mentee": "22222"},
    "C-3": {"coordinator": "4", "mentor": "0044400"},
    "C-4": {"coordinator": "2", "mentee": "111"},  # too few mentees to show
    "C-5": {"coordinator": "-", "mentee": "33333"},
    "C-6": {"coordinator": "3"},
    "C-7": {"coordinator": "?"},
}
BEFORE: Signs = {
    "C-1": {"coordinator": "2"},
    "C-2": {"coordinator": "2"},
    "C-3": {"coordinator": "3"},
    "C-6": {"coordinator": "3"},
}
PERSPECTIVES = {"C_1": "client", "C_2": "client", "C_3": "process", "C_4": "process"}
PERSPECTIVES |= {"C_5": "result", "C_6": "result", "C_7": "staff", "C_8": "staff"}
COMMENTS = {"C-1": {"mentee": ("I wanted it.", "Nobody asked."), "facilitator": ("Ask twice.",)}}


def the_catalogue(**fields: dict[str, Any]) -> Catalogue:
    """Eight criteria in four perspectives, one with prompts."""
    criteria = {name: {"perspective": place} for name, place in PERSPECTIVES.items()}
    criteria["C_1"]["prompts"] = (text("What happened?"),)
    criteria["C_2"] |= {"scale": "experience", "requirement": "growth"}
    return catalogue_of(
        **{name: {**shape, **fields.get(name, {})} for name, shape in criteria.items()}
    )


def the_outcome(signs: Signs = SIGNS, *, is_closed: bool = True, before: bool = True) -> Outcome:
    """An outcome with gaps, strengths, voices apart, something left out and something not shown."""
    catalogue = the_catalogue()
    previous = an_outcome(BEFORE, catalogue) if before else None
    made = an_outcome(
        signs, catalogue, previous=previous, reason=Reason.DONE_BY_PARTNER, reason_text="The town"
    )
    closed = replace(made.assessment, closed_at=MADE_AT) if is_closed else made.assessment
    answers = {
        **made.answers,
        "C-1": replace(made.answers["C-1"], comment="We ask.\nAlways.", evidence="The form"),
        "C-8": Answer("C-8", None, comment="Later", marked=True),
    }
    choices = {
        **made.choices,
        "C-2": Choice("C-2", requirement="growth", target=3, reason="We just began"),
        "C-9": Choice("C-9", in_scope=False, reason="Gone from the catalogue"),
        "C-10": Choice("C-10", in_scope=False),
    }
    return replace(made, assessment=closed, answers=answers, choices=choices)


def the_project(**fields: Any) -> Project:
    """A project with all its context."""
    context = {
        "kind": Kind.SCHOOL,
        "target_group": "Students in their first year",
        "minors": Minors.SOME,
        "stage": Stage.RUNNING,
        "size": 40,
        "region": "A town",
        "start_year": 2020,
    }
    return a_project(**{**context, **fields})


def the_agreements() -> list[Agreement]:
    """An open agreement, one from before with its outcome, one on a criterion that is gone."""
    return [
        an_agreement(
            "X1",
            criterion="C-2",
            text="Ask every mentee",
            owner="Coordinator",
            due=date(2027, 1, 15),
        ),
        an_agreement(
            "X2",
            assessment="A0",
            criterion="C-9",
            text="Write it down",
            status=AgreementStatus.DONE,
            outcome="It stands in the plan",
        ),
    ]


def the_material(
    outcome: Outcome | None = None,
    *,
    agreements: Sequence[Agreement] | None = None,
    comments: Comments = COMMENTS,
    **fields: Any,
) -> Material:
    """Everything that a report can hold, in English unless told otherwise."""
    made = outcome or the_outcome()
    agreed = the_agreements() if agreements is None else agreements
    return Material(
        **{
            "outcome": replace(made, agreements=agreed, comments=comments),
            "project": the_project(),
            "language": "en",
            "made_at": MADE_AT,
            **fields,
        }
    )


def with_text(words: str) -> Material:
    """A material in which everything that somebody can type holds these words, as far as kept."""
    made, name, long = the_outcome(), words[:MAX_NAME], words[:MAX_LONG]
    answer = Answer(
        "C-1",
        AnswerState.LEVEL,
        3,
        comment=words,
        evidence=words,
    )
    left_out = Answer(
        "C-5", AnswerState.NOT_APPLICABLE, reason=Reason.OTHER, reason_text=words, comment=words
    )
    outcome = replace(
        made,
        assessment=replace(made.assessment, name=name),
        answers={**made.answers, "C-1": answer, "C-5": left_out},
        choices={**made.choices, "C-2": Choice("C-2", reason=long)},
    )
    return the_material(
        outcome,
        project=the_project(name=name, target_group=name, region=name),
        agreements=[an_agreement(criterion="C-1", text=long, owner=name, outcome=long)],
        comments={"C-1": {"mentee": (words,), "facilitator": (words,)}},
    )
