"""Results as text in aligned columns, to read on a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.text_file import printable
from assessment.scoring.results import CriterionResult, GroupResult, Result
from commands.common import aligned

ABSENT = "-"
TITLE_WIDTH = 44

Row = Sequence[str]


def table_text(
    catalogue: Catalogue, results: Iterable[tuple[str, Result]], language: str
) -> Iterator[str]:
    """Yield the text of one assessment after the other, with titles in `language`."""
    number = 0
    for number, (name, result) in enumerate(results, 1):
        lines = "\n".join(_assessment(name, result, catalogue, language))
        yield f"\n{lines}\n" if number > 1 else f"{lines}\n"
    if not number:
        yield "There are no answers in the file.\n"


def _assessment(name: str, result: Result, catalogue: Catalogue, language: str) -> Iterator[str]:
    yield f"Assessment {printable(name)}"
    yield ""
    rows = [
        _group(part.title.in_language(language), result.perspectives[part.id])
        for part in catalogue.perspectives
    ]
    yield from aligned([("Perspective", "Score", "Coverage", "", ""), *rows], left={0, 4})
    yield ""
    rows = [
        _group(part.title.in_language(language), result.phases[part.id])
        for part in catalogue.phases
    ]
    yield from aligned([("Phase", "Score", "Coverage", "", ""), *rows], left={0, 4})
    yield ""
    rows = [_criterion(c, catalogue, language) for c in result.criteria.values()]
    head = ("Criterion", "Score", "Target", "Gap", "Priority", "Spread")
    yield from aligned([head, *rows], left={0, 4, 5})
    yield from _voices(result)
    yield ""
    yield from _findings(result)


def _group(title: str, group: GroupResult) -> Row:
    coverage = ABSENT if group.coverage is None else f"{group.coverage:.0%}"
    counted = f"{group.scored} of {group.applicable}"
    return (
        title,
        _figure(group.score),
        coverage,
        counted,
        "provisional" if group.provisional else "",
    )


def _criterion(result: CriterionResult, catalogue: Catalogue, language: str) -> Row:
    title = f"{result.criterion}  {catalogue.by_id[result.criterion].title.in_language(language)}"
    band = result.priority.band if result.priority else None
    return (
        title if len(title) <= TITLE_WIDTH else f"{title[: TITLE_WIDTH - 1]}…",
        _figure(result.score),
        ABSENT if result.target is None else str(result.target),
        _figure(result.gap),
        band or ABSENT if result.applies else "does not apply",
        result.spread.word.replace("_", " ") if result.spread else ABSENT,
    )


def _voices(result: Result) -> Iterator[str]:
    """Yield the mean of each voice beside the others, when there are others."""
    voices = list(dict.fromkeys(v for c in result.criteria.values() for v in c.voices))
    if len(voices) < 2:
        return
    rows = [
        (criterion.criterion, *(_mean(criterion, voice) for voice in voices))
        for criterion in result.criteria.values()
        if criterion.voices
    ]
    yield ""
    head = ("Mean (answers)", *(voice.replace("_", " ") for voice in voices))
    yield from aligned([head, *rows], left={0})


def _mean(result: CriterionResult, name: str) -> str:
    voice = result.voices.get(name)
    if voice is None:
        return ABSENT
    return f"{_figure(voice.mean)} ({voice.n})"


def _findings(result: Result) -> Iterator[str]:
    floor = result.floor
    yield f"{floor.met} of {floor.of} minimal criteria that apply reach their target."
    if floor.open:
        yield f"Open: {', '.join(floor.open)}."
    left_out = [name for name, c in result.criteria.items() if not c.applies]
    if left_out:
        yield f"Does not apply: {', '.join(left_out)}."
    if result.some_left_out:
        yield "Some answers are not shown: their groups are too small."
    for gap in result.voice_gaps:
        one, other = gap.roles
        yield f"Groups apart on {gap.criterion}: {one} - {other} = {gap.difference:+.2f}."
    if result.discuss_first:
        yield f"Discuss first: {', '.join(result.discuss_first)}."


def _figure(value: float | None) -> str:
    return ABSENT if value is None else f"{round(value, 9):.2f}"
