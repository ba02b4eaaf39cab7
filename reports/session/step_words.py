"""The words of a session: steps, what can be chosen, and what is asked of people."""

from collections.abc import Mapping

from assessment.answers import AnswerState
from assessment.session.script import StepKind
from assessment.session.states import TalkForm, Turn
from assessment.session.voting import ballots
from assessment.session.voting.verdicts import Verdict
from locales import Translator

YES_OR_NO = (StepKind.WELCOME, StepKind.CHECKOUT)


def step_names(t: Translator) -> Mapping[StepKind, str]:
    """Return what a step is called that has no title of its own."""
    return {
        StepKind.WELCOME: t("Welcome"),
        StepKind.LAST_TIME: t("What did we agree last time?"),
        StepKind.THESIS: t("A thesis"),
        StepKind.JUDGE: t("What counts for us?"),
        StepKind.RATE: t("How do we see it?"),
        StepKind.TABLES: t("At the tables"),
        StepKind.MISSING: t("What is missing?"),
        StepKind.CHOOSE: t("Our next steps"),
        StepKind.AGREE: t("What we agree on"),
        StepKind.CHECKOUT: t("To end with"),
    }


def option_names(kind: StepKind, t: Translator) -> Mapping[str, str]:
    """Return what can be chosen in a step, but for levels, in words."""
    return {
        ballots.FOR: t("For"),
        ballots.AGAINST: t("Against"),
        ballots.DEPENDS: t("It depends on one word"),
        ballots.APPLIES: t("Applies to us"),
        ballots.PARTLY: t("Applies partly"),
        ballots.DOES_NOT_APPLY: t("Does not apply to us"),
        ballots.MINIMAL: t("Minimal: we need this"),
        ballots.DESIRABLE: t("Desirable: we want to grow to this"),
        ballots.NOT_NEEDED_NOW: t("Not needed now"),
        ballots.PICK: t("Chosen"),
        ballots.PASS: t("Not chosen"),
        **other_names(t),
        **({"yes": t("Yes"), "partly": t("Partly"), "no": t("No")} if kind in YES_OR_NO else {}),
    }


def result_names(t: Translator) -> Mapping[str, str]:
    """Return what options are called in a result, where a row has little room."""
    return {
        **column_names(t),
        ballots.DEPENDS: t("It depends"),
        ballots.APPLIES: t("Applies to us"),
        ballots.PARTLY: t("Applies partly"),
        ballots.DOES_NOT_APPLY: t("Does not apply"),
        ballots.NOT_NEEDED_NOW: t("Not needed now"),
    }


def column_names(t: Translator) -> Mapping[str, str]:
    """Return what options are called at the top of a narrow column."""
    return {
        ballots.FOR: t("For"),
        ballots.AGAINST: t("Against"),
        ballots.DEPENDS: t("Depends"),
        ballots.APPLIES: t("Applies"),
        ballots.PARTLY: t("Partly"),
        ballots.DOES_NOT_APPLY: t("Not"),
        ballots.MINIMAL: t("Minimal"),
        ballots.DESIRABLE: t("Desirable"),
        ballots.NOT_NEEDED_NOW: t("Not now"),
        "yes": t("Yes"),
        "no": t("No"),
    }


def other_names(t: Translator) -> Mapping[str, str]:
    """Return the ways of not choosing an option."""
    return {
        AnswerState.NOT_APPLICABLE.value: t("This does not apply to me"),
        AnswerState.UNKNOWN.value: t("I don't know"),
        AnswerState.DECLINED.value: t("I'd rather not say"),
    }


def own_questions(t: Translator) -> Mapping[StepKind, str]:
    """Return what is asked in the steps that bring a question of their own."""
    return {
        StepKind.WELCOME: t("To try it out: is this your first group session of this kind?"),
        StepKind.MISSING: t("What is missing in what we looked at?"),
        StepKind.CHOOSE: t("What is one next step for us?"),
        StepKind.CHECKOUT: t("Could I be honest in this session?"),
    }


def verdict_names(t: Translator) -> Mapping[Verdict, str]:
    """Return what comes of judging an item, in words."""
    return {
        Verdict.MINIMAL: t("clear: minimal"),
        Verdict.DOES_NOT_APPLY: t("clear: does not apply to us"),
        Verdict.TALK: t("to talk about"),
    }


def turn_names(t: Translator) -> Mapping[Turn, str]:
    """Return what the two votes are called."""
    return {Turn.FIRST: t("First"), Turn.SECOND: t("Second")}


def talk_lines(t: Translator) -> Mapping[TalkForm, str]:
    """Return what people do in a talk."""
    return {
        TalkForm.PAIRS: t("Talk with the person beside you. What makes you see it this way?"),
        TalkForm.FOURS: t("Two pairs together: what did you hear that was new?"),
        TalkForm.TABLES: t("Talk at your table. Let everybody say something first."),
        TalkForm.PLENARY: t("Talk together. Who has said little begins."),
    }


def talk_names(t: Translator) -> Mapping[TalkForm, str]:
    """Return what a talk is called on a button."""
    return {
        TalkForm.PAIRS: t("Talk in pairs"),
        TalkForm.FOURS: t("Talk in fours"),
        TalkForm.TABLES: t("Talk at tables"),
        TalkForm.PLENARY: t("Talk together"),
    }


def first_ballot(kind: StepKind) -> ballots.Ballot | None:
    """Return what is asked in the first vote of a step, None where nobody votes."""
    return next(iter(ballots.ballots(kind, Turn.FIRST)), None)
