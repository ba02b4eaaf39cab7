"""The sheet of voices: how often each level was given, per group, as far as it may be shown."""

from assessment.scoring.results import CriterionResult, Voice
from assessment.services.outcome import Outcome
from exchange.spreadsheets.write import Book, Cell
from locales import Translator
from reports.material import Material
from reports.wording import choices
from reports.wording.voices import spread_sentence


def voices(book: Book, material: Material, t: Translator) -> None:
    """Render every voice on every criterion, as far as it may be shown."""
    outcome = material.outcome
    header = (
        (t("No."), 9),
        (t("Criterion"), 40),
        (t("Group"), 24),
        (t("Mean"), 9),
        (t("Levels given"), 10),
        *((t("Level {level}", level=level), 9) for level in range(5)),
        (t("does not apply"), 12),
        (t("don't know"), 12),
        (t("rather not say"), 12),
        (t("Spread"), 48),
    )
    rows = [
        _voice(book, outcome, result, voice, t)
        for result in outcome.result.criteria.values()
        for voice in result.voices.values()
    ]
    book.listing(t("Groups"), header, rows)


def _voice(
    book: Book, outcome: Outcome, result: CriterionResult, voice: Voice, t: Translator
) -> list[Cell]:
    spread = "" if voice.spread is None else spread_sentence(voice.levels, voice.spread, t)
    counts = (*voice.levels, voice.not_applicable, voice.unknown, voice.declined)
    return [
        result.criterion,
        choices.criterion_title(outcome.catalogue, result.criterion, t),
        choices.voice(outcome.catalogue, voice.role, voice.n, t),
        (voice.mean, book.number),
        (voice.n, book.whole),
        *((count, book.whole) for count in counts),
        spread,
    ]
