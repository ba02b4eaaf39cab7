"""What each voice said on a criterion: its spread, and what people wrote."""

from collections.abc import Mapping, Sequence

from assessment.scoring.results import CriterionResult, Voice
from assessment.services.outcome import Outcome
from reports.wording import choices, voices
from ui import session
from ui.widgets.html import soft, text


def spreads(outcome: Outcome) -> str:
    """Return the criteria on which others are shown, with bars, sentences and comments, as HTML."""
    return "".join(
        _criterion(outcome, result, outcome.comments.get(result.criterion, {}))
        for result in outcome.result.criteria.values()
        if result.shows_others({outcome.catalogue.own_role.id})
    )


def _criterion(
    outcome: Outcome, result: CriterionResult, written: Mapping[str, Sequence[str]]
) -> str:
    t = session.words()
    title = choices.criterion_title(outcome.catalogue, result.criterion, t)
    by_voice = "".join(_voice(outcome, voice) for voice in result.voices.values())
    together = voices.together_sentence(result, t)
    comments = "".join(_comments(outcome, role, lines) for role, lines in written.items())
    return f"<p><strong>{text(title)}</strong></p>{by_voice}{soft(together)}{comments}"


def _voice(outcome: Outcome, voice: Voice) -> str:
    t = session.words()
    if voice.levels is None or voice.spread is None:  # nobody of this voice gave a level
        return ""
    who = choices.voice(outcome.catalogue, voice.role, voice.n, t)
    sentence = voices.spread_sentence(voice.levels, voice.spread, t)
    bar = _stack(voice.levels) if voice.spread.n > 1 else ""
    return f'<p class="ms-voice">{text(f"{who}: {sentence}")}</p>{bar}'


def _stack(levels: Sequence[int]) -> str:
    """Return a bar with a part per level, as wide as often it was given; for the eye only."""
    parts = "".join(
        f'<span class="ms-level-{level}" style="flex:{number}">{level}</span>'
        for level, number in enumerate(levels)
        if number
    )
    return f'<div class="ms-levels" aria-hidden="true">{parts}</div>'


def _comments(outcome: Outcome, role: str, lines: Sequence[str]) -> str:
    t = session.words()
    who = t("What {voices} wrote, in no order:", voices=choices.group(outcome.catalogue, role, t))
    quotes = "".join(f'<li class="ms-text">{text(line)}</li>' for line in lines)
    return f'<p class="ms-voice">{text(who)}</p><ul class="ms-quotes">{quotes}</ul>'
