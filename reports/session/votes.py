"""The votes of a session in words and as tables: what was chosen, by whom that may be shown."""

from collections.abc import Iterator, Mapping, Sequence

from assessment.answers import AnswerState
from assessment.catalogue.model import LEVELS
from assessment.scoring.visibility import OTHER_VOICES
from assessment.session.agreed_values import AgreedValue
from assessment.session.states import Turn
from assessment.session.voting import ballots
from assessment.session.voting.ballots import LEVEL_OPTIONS, NEED
from assessment.session.voting.results import ItemResult, QuestionResult, VoteVoice
from assessment.session.voting.votes import TABLES
from locales import Translator
from reports.charts.bars import VoiceSpread
from reports.session import step_words
from reports.session.material import SessionMaterial
from reports.tables import Table
from reports.wording import choices, voices
from reports.wording.results import NOTHING


def options(t: Translator) -> Mapping[str, str]:
    """Return the words for everything that can be chosen, but for levels."""
    return {
        **step_words.result_names(t),
        **step_words.other_names(t),
        ballots.APPLIES: t("Applies"),
        ballots.PARTLY: t("Partly"),
        ballots.PICK: t("Chosen"),
        ballots.PASS: t("Not chosen"),
        AnswerState.NOT_APPLICABLE.value: t("Does not apply"),
    }


def turns(t: Translator) -> Mapping[Turn, str]:
    """Return what the two votes are called."""
    return {Turn.FIRST: t("First vote"), Turn.SECOND: t("Second vote")}


def option(choice: str, t: Translator) -> str:
    """Return one choice in words; a level as its number."""
    return choice if choice in LEVEL_OPTIONS else options(t).get(choice, choice)


def voice_name(material: SessionMaterial, role: str, t: Translator) -> str:
    """Return whose votes these are."""
    if role in ("", TABLES):
        return t("Tables") if role else t("All together")
    if role == OTHER_VOICES:
        return t("Other groups together")
    return choices.voice(material.catalogue, role, None, t)


def both(result: ItemResult) -> Iterator[tuple[Turn, Mapping[str, QuestionResult]]]:
    """Yield the votes that were shown, the first one first."""
    for turn, shown in ((Turn.FIRST, result.first), (Turn.SECOND, result.second)):
        if shown is not None:
            yield turn, shown


def vote_tables(material: SessionMaterial, result: ItemResult, t: Translator) -> list[Table]:
    """Return a table per question: a row per vote and group, a column per thing to choose."""
    asked = dict.fromkeys(question for _, shown in both(result) for question in shown)
    return [
        table
        for question in asked
        for table in [_table(material, result, question, t)]
        if table.rows
    ]


def _table(material: SessionMaterial, result: ItemResult, question: str, t: Translator) -> Table:
    asked = [(turn, shown[question]) for turn, shown in both(result) if question in shown]
    ballot = asked[0][1].ballot
    given = [choice for choice in ballot.others if any(one.count(choice) for _, one in asked)]
    named = (*ballot.options, *given)
    rows = tuple(
        (f"{turns(t)[turn]}: {voice_name(material, voice.role, t)}", *_counts(voice, one, named))
        for turn, one in asked
        for voice in _voices(one)
    )
    caption = t("How necessary it is") if question == NEED.question else t("Votes")
    header = (t("Vote and group"), *(option(choice, t) for choice in named))
    widths = (3.4, *[1.0] * len(named))
    return Table(caption, header, rows, figures=len(named), widths=widths)


def _voices(one: QuestionResult) -> list[VoteVoice]:
    """Return all together, then each group, unless one group is all there is."""
    if one.together is None:
        return []
    groups = list(one.voices.values())
    return groups if len(groups) == 1 else [one.together, *groups]


def _counts(voice: VoteVoice, one: QuestionResult, named: Sequence[str]) -> list[str]:
    bins = [one.ballot.bin_of(choice) for choice in named]
    return [NOTHING if bin_ is None else str(voice.bins[bin_]) for bin_ in bins]


def sentence(one: QuestionResult | None, t: Translator) -> str:
    """Return what a vote says in one sentence; that too few answered when nothing may be shown."""
    if one is None or one.together is None:
        return t("too few votes to show")
    if one.together.spread is not None:
        return voices.spread_sentence(one.together.bins[:LEVELS], one.together.spread, t)
    ranked = sorted(one.ballot.options, key=one.count, reverse=True)
    return ", ".join(
        f"{option(choice, t)} {one.count(choice)}" for choice in ranked if one.count(choice)
    )


def spreads(material: SessionMaterial, result: ItemResult, t: Translator) -> list[VoiceSpread]:
    """Return the levels of both votes as bars: all together, then each group."""
    short = {Turn.FIRST: t("{who}, first"), Turn.SECOND: t("{who}, second")}
    return [
        VoiceSpread(
            short[turn].format(who=voice_name(material, voice.role, t)),
            voice.bins[:LEVELS],
            voices.spread_sentence(voice.bins[:LEVELS], voice.spread, t),
        )
        for turn, shown in both(result)
        if "choice" in shown
        for voice in _voices(shown["choice"])
        if voice.spread is not None and voice.n
    ]


def changed(result: ItemResult, t: Translator) -> str:
    """Return how many changed their vote; empty where that may not be told."""
    if result.changed is None:
        return ""
    return t.plural("One person changed.", "{n} people changed.", result.changed)


def agreed_value(agreed: AgreedValue, t: Translator) -> str:
    """Return what was agreed: a value, and what it makes of the criterion."""
    parts = []
    if agreed.level is not None:
        parts.append(t("Level {level}", level=agreed.level))
    if agreed.in_scope is False:
        parts.append(t("Does not apply to us"))
    elif agreed.requirement is not None:
        parts.append(choices.requirements(t)[agreed.requirement])
    elif agreed.level is None and agreed.value:
        parts.append(option(agreed.value, t))
    said = " · ".join(dict.fromkeys(part[:1].upper() + part[1:] for part in parts))
    return said or t("No value")


def confirmation(agreed: AgreedValue, t: Translator) -> str:
    """Return how many were for it, could live with it, and not yet; empty when nobody was counted."""
    if not (agreed.for_it or agreed.live_with_it or agreed.not_yet):
        return ""
    return t(
        "{for_it} for it, {live} can live with it, {not_yet} not yet",
        for_it=agreed.for_it,
        live=agreed.live_with_it,
        not_yet=agreed.not_yet,
    )
