"""The sheets of figures: summary, criteria, gaps and voices. Numbers are unrounded."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from assessment.catalogue.model import TOP_LEVEL
from assessment.choices import Choice
from assessment.scoring.results import CriterionResult
from assessment.services.group_lines import GroupLine
from assessment.services.outcome import Outcome
from exchange.spreadsheets.write import TITLE_HEIGHT, Book, Cell, grow, put
from locales import Translator
from reports.charts.axes import FEWEST_AXES
from reports.document.cover import facts
from reports.identity import LIGHT
from reports.material import Material
from reports.wording import choices, overview, results, voices

_SUMMARY_WIDTHS = (36, 26, 10, 10, 12, 12, 12, 12)
_COLUMNS = 19  # of the sheet of criteria
_BESIDE = 480  # pixels


def summary(book: Book, material: Material, t: Translator) -> None:
    """Render context, what stands out, perspectives with a chart, and phases."""
    outcome = material.outcome
    sheet = book.sheet(t("Summary"), _SUMMARY_WIDTHS)
    sheet.set_portrait()
    put(sheet, 0, 0, material.project.name, book.title)
    sheet.set_row(0, TITLE_HEIGHT)
    row = 1
    for name, fact in facts(material, t).pairs:
        put(sheet, row, 0, name, book.strong)
        sheet.merge_range(row, 1, row, 7, "", book.text)
        put(sheet, row, 1, fact, book.text)
        grow(sheet, row, [(fact, sum(_SUMMARY_WIDTHS[1:])), (name, _SUMMARY_WIDTHS[0])])
        row += 1
    row = _stand_out(book, sheet, row + 1, outcome, t)
    lines = outcome.perspective_lines
    row = _groups(book, sheet, row + 1, t("Perspective"), lines, t)
    _chart(book, sheet, (row - len(lines), row + 1), lines, t)
    _groups(book, sheet, row + 19, t("Phase"), outcome.phase_lines, t)


def _stand_out(book: Book, sheet: Worksheet, row: int, outcome: Outcome, t: Translator) -> int:
    sentences = overview.stand_out(outcome, t)
    if not outcome.assessment.is_closed:
        sentences = [results.so_far(outcome, t), *sentences]
    left_out = filter(None, [voices.left_out(outcome, t)])
    for sentence in (*sentences, results.no_total(t), *left_out):
        sheet.merge_range(row, 0, row, 7, "", book.text)
        put(sheet, row, 0, sentence, book.text)
        grow(sheet, row, [(sentence, sum(_SUMMARY_WIDTHS))])
        row += 1
    return row


def _groups(
    book: Book, sheet: Worksheet, top: int, first: str, lines: Sequence[GroupLine], t: Translator
) -> int:
    """Render score and coverage of groups; return the row below."""
    header = (
        first,
        t("Remark"),
        t("Score"),
        t("Target"),
        t("Last time"),
        t("Scored"),
        t("That apply"),
        t("Coverage"),
    )
    for column, text in enumerate(header):
        put(sheet, top, column, text, book.header)
    for row, line in enumerate(lines, top + 1):
        result = line.result
        note = results.missing(line, t) if result.score is None else ""
        cells: list[Cell] = [
            line.title.in_language(t.language),
            t("provisional") if results.is_thin(line) else note,
            (result.score, book.number),
            (line.target, book.number),
            (line.then, book.number),
            (result.scored, book.whole),
            (result.applicable, book.whole),
            (result.coverage, book.share),
        ]
        book.row(sheet, row, cells)
    return top + len(lines)


def _chart(
    book: Book, sheet: Worksheet, rows: tuple[int, int], lines: Sequence[GroupLine], t: Translator
) -> None:
    """Render the perspectives as a chart of the spreadsheet's own, from the cells of the table."""
    if not lines:
        return
    first, below = rows
    last = first + len(lines) - 1
    kind = (
        {"type": "radar", "subtype": "with_markers"}
        if len(lines) >= FEWEST_AXES
        else {"type": "bar"}
    )
    chart = book.workbook.add_chart(kind)
    series = (
        (2, t("Score"), LIGHT.current, "solid", "circle"),
        (3, t("Target"), LIGHT.target, "dash", "diamond"),
        (4, t("Last time"), LIGHT.previous, "round_dot", "square"),
    )
    for column, name, colour, dash, marker in series:
        if column == 4 and all(line.then is None for line in lines):
            continue
        line_style = {"color": colour, "width": 2.25, "dash_type": dash}
        shape = {"type": marker, "size": 7, "fill": {"color": colour}, "border": {"color": colour}}
        chart.add_series(
            {
                "name": name,
                "categories": [sheet.name, first, 0, last, 0],
                "values": [sheet.name, first, column, last, column],
                "line": line_style,
                **({"marker": shape} if len(lines) >= FEWEST_AXES else {"fill": {"color": colour}}),
            }
        )
    chart.set_title({"name": t("Score per perspective, from 0 to 4"), "name_font": {"size": 12}})
    axis = {"min": 0, "max": TOP_LEVEL, "major_unit": 1, "num_format": "0"}
    if len(lines) >= FEWEST_AXES:
        chart.set_y_axis(axis)
    else:
        chart.set_x_axis(axis)
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 640, "height": 340})
    sheet.insert_chart(below, 0, chart, {"description": results.picture(lines, t), "y_offset": 8})


def _against_target(t: Translator) -> tuple[tuple[str, int], ...]:
    """Return the columns that hold a score against its target, with their widths."""
    return (
        (t("Score"), 9),
        (t("Target"), 9),
        (t("Missing"), 9),
        (t("Priority"), 10),
        (t("Priority in words"), 12),
    )


def criteria(book: Book, material: Material, t: Translator) -> None:
    """Render every figure of every criterion."""
    outcome = material.outcome
    header = (
        (t("No."), 9),
        (t("Criterion"), 40),
        (t("Perspective"), 15),
        (t("Phase"), 18),
        (t("Requirement"), 13),
        *_against_target(t),
        (t("Levels given"), 10),
        (t("Spread"), 20),
        (t("Neighbouring answers"), 14),
        (t("Consensus"), 11),
        (t("Median"), 9),
        (t("Last time"), 9),
        (t("Change"), 9),
        (t("Remark"), 36),
        (t("Reason of our choice"), 40),
    )
    rows = [_criterion(book, outcome, result, t) for result in outcome.result.criteria.values()]
    rows += [_left_out(outcome, c, t) for c in outcome.choices.values() if _is_explained(c)]
    book.listing(t("Criteria"), header, rows)


def _criterion(book: Book, outcome: Outcome, result: CriterionResult, t: Translator) -> list[Cell]:
    catalogue, number = outcome.catalogue, book.number
    criterion = catalogue.by_id[result.criterion]
    spread, priority = result.spread, result.priority
    choice = outcome.choices.get(result.criterion)
    moved = outcome.movement.get(result.criterion)
    perspectives = {p.id: p.title for p in catalogue.perspectives}
    phases = {p.id: p.title for p in catalogue.phases}
    return [
        criterion.id,
        criterion.title.in_language(t.language),
        perspectives[criterion.perspective].in_language(t.language),
        phases[criterion.phase].in_language(t.language),
        choices.requirement(catalogue, criterion.id, result.requirement, t),
        (result.score, number),
        (result.target, book.whole),
        (result.gap, number),
        (priority.value if priority else None, number),
        choices.bands(t)[priority.band] if priority and priority.band else "",
        (spread.n if spread else None, book.whole),
        choices.spread_words(t)[spread.word] if spread else "",
        (spread.neighbour_share if spread else None, book.share),
        (spread.consensus if spread else None, number),
        (spread.median if spread else None, number),
        (moved.then if moved else None, number),
        (moved.change if moved else None, number),
        _remark(outcome, result, t),
        choice.reason if choice else "",
    ]


def _is_explained(choice: Choice) -> bool:
    """Return whether a project left a criterion out and said why; a profile leaves out many more."""
    return not choice.in_scope and bool(choice.reason.strip())


def _left_out(outcome: Outcome, choice: Choice, t: Translator) -> list[Cell]:
    """Return a criterion that the project left out: no figures, but its reason."""
    is_present = choice.criterion in outcome.catalogue.by_id
    title = choices.criterion_title(outcome.catalogue, choice.criterion, t) if is_present else ""
    blank = [""] * (_COLUMNS - 4)
    return [choice.criterion, title, *blank, t("not part of this assessment"), choice.reason]


def _remark(outcome: Outcome, result: CriterionResult, t: Translator) -> str:
    """Return what the figures do not: it does not apply, has no score or cannot be compared."""
    moved = outcome.movement.get(result.criterion)
    parts = []
    if not result.applies:
        parts.append(t("does not apply"))
    elif result.score is None:
        parts.append(t("no score yet"))
    if moved is not None and moved.reason is not None:
        parts.append(choices.not_comparable(t)[moved.reason])
    return " · ".join(parts)


def gaps(book: Book, material: Material, t: Translator) -> None:
    """Render what lies below its target, most urgent first, with what helps."""
    outcome = material.outcome
    header = (
        (t("No."), 9),
        (t("Criterion"), 40),
        (t("Requirement"), 13),
        *_against_target(t),
        (t("What helps"), 70),
    )
    rows: list[list[Cell]] = []
    for result in outcome.gaps:
        criterion = outcome.catalogue.by_id[result.criterion]
        helps = (step.in_language(t.language) for step in criterion.next_steps)
        band = result.priority.band if result.priority else None
        rows.append(
            [
                criterion.id,
                criterion.title.in_language(t.language),
                choices.requirement(outcome.catalogue, criterion.id, result.requirement, t),
                (result.score, book.number),
                (result.target, book.whole),
                (result.gap, book.number),
                (result.priority.value if result.priority else None, book.number),
                choices.bands(t)[band] if band else "",
                "\n".join(helps),
            ]
        )
    book.listing(t("Still missing"), header, rows)
