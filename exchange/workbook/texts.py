"""The sheets of words: comments, agreements, answers of the organisation, and the codebook."""

from assessment.catalogue.model import Catalogue, Criterion
from exchange.answer_wording import answer_words
from exchange.spreadsheets.write import Book, Cell, pieces
from locales import Translator
from reports.material import Material
from reports.wording import choices, method, rubrics


def comments(book: Book, material: Material, t: Translator) -> None:
    """Render what others wrote, as far as it may be shown; no sheet when there is nothing."""
    catalogue = material.outcome.catalogue
    rows: list[list[Cell]] = [
        [
            name,
            choices.criterion_title(catalogue, name, t),
            choices.voice(catalogue, role, 2, t),
            part,
        ]
        for name, by_role in material.quotes.items()
        for role, texts in by_role.items()
        for text in texts
        for part in pieces(text)
    ]
    if rows:
        header = ((t("No."), 9), (t("Criterion"), 40), (t("Group"), 24), (t("Comment"), 80))
        book.listing(t("Comments"), header, rows)


def agreements(book: Book, material: Material, t: Translator) -> None:
    """Render every agreement of the project."""
    present = material.outcome.assessment.id
    header = (
        (t("No."), 9),
        (t("Criterion"), 40),
        (t("What will be done"), 60),
        (t("Who"), 22),
        (t("When"), 14),
        (t("How far"), 16),
        (t("What happened"), 50),
        (t("Agreed"), 20),
    )
    catalogue = material.outcome.catalogue
    rows: list[list[Cell]] = [
        [
            agreement.criterion,
            choices.criterion_title(catalogue, agreement.criterion, t)
            if agreement.criterion in catalogue.by_id
            else "",
            agreement.text,
            agreement.owner,
            (agreement.due, book.day),
            choices.statuses(t)[agreement.status],
            agreement.outcome,
            t("in this assessment") if agreement.assessment == present else t("before"),
        ]
        for agreement in material.outcome.agreements
    ]
    book.listing(t("Agreements"), header, rows)


def answers(book: Book, material: Material, t: Translator) -> None:
    """Render every answer of the organisation itself; a long text goes on in the next rows."""
    header = (
        (t("No."), 9),
        (t("Criterion"), 40),
        (t("Our answer"), 26),
        (t("Level"), 8),
        (t("Reason"), 30),
        (t("That reason in your own words"), 30),
        (t("Comment"), 60),
        (t("What shows it?"), 50),
        (t("Marked for the talk"), 14),
    )
    rows = []
    catalogue = material.outcome.catalogue
    for criterion in catalogue.criteria:
        if criterion.id in material.outcome.result.criteria or (
            criterion.id in material.outcome.answers
        ):
            rows += _answer(book, material, criterion, t)
    book.listing(t("Our answers"), header, rows)


def _answer(
    book: Book, material: Material, criterion: Criterion, t: Translator
) -> list[list[Cell]]:
    title = criterion.title.in_language(t.language)
    answer = material.outcome.answers.get(criterion.id)
    if answer is None:
        return [[criterion.id, title, t("not answered yet")]]
    words = answer_words(material.outcome.catalogue, criterion, answer, t)
    texts = [pieces(text) for text in (answer.reason_text, answer.comment, answer.evidence)]
    rows: list[list[Cell]] = []
    for number in range(max(map(len, texts))):
        own, comment, evidence = (part[number] if number < len(part) else "" for part in texts)
        head: list[Cell] = [criterion.id, t("(continued)"), "", "", "", own, comment, evidence]
        if not number:
            reason = choices.reasons(t)[answer.reason] if answer.reason else ""
            marked = t("yes") if answer.marked else ""
            head[1:5] = [title, words or t("not answered yet"), (answer.level, book.whole), reason]
            head.append(marked)
        rows.append(head)
    return rows


def codebook(book: Book, material: Material, t: Translator) -> None:
    """Render what every code, level and figure means, with the exact catalogue."""
    catalogue, language = material.outcome.catalogue, t.language
    rows: list[list[Cell]] = [
        [t("Catalogue"), catalogue.id, catalogue.title.in_language(language)],
        [t("Catalogue"), t("version"), catalogue.version],
        [t("Catalogue"), "SHA-256", catalogue.content_hash],
    ]
    rows += [[t("How figures arise"), "", sentence] for sentence in method.steps(catalogue, t)]
    rows += [[t("Ways to answer"), "", sentence] for sentence in method.states(t)]
    rows += [
        [t("Role"), role.id, role.description.in_language(language)] for role in catalogue.roles
    ]
    for scale in catalogue.scales:
        title = t("Scale {name}", name=scale.id)
        rows += [
            [
                title,
                str(n),
                f"{one.label.in_language(language)}: {one.meaning.in_language(language)}",
            ]
            for n, one in enumerate(scale.levels)
        ]
    for criterion in catalogue.criteria:
        kind = t(
            "Criterion, scale {name}, weight {weight}",
            name=criterion.scale,
            weight=f"{criterion.weight:g}",
        )
        asked = (
            f"{criterion.title.in_language(language)}\n{criterion.question.in_language(language)}"
        )
        rows.append([kind, criterion.id, f"{asked}\n{_seen(catalogue, criterion, t)}"])
    header = ((t("What"), 34), (t("Code"), 16), (t("Meaning"), 110))
    book.listing(t("Codebook"), header, rows)


def _seen(catalogue: Catalogue, criterion: Criterion, t: Translator) -> str:
    """Return what each level looks like; in all the words in which it is asked, if there are more."""
    levels = rubrics.for_all(catalogue, criterion, t)
    numbers = [row[0].partition(" · ")[0] for row in levels.rows]
    parts = []
    for column, who in enumerate(levels.header[1:], 1):
        if len(levels.header) > 2:
            parts.append(f"{who}:")
        parts += [f"{n} · {row[column]}" for n, row in zip(numbers, levels.rows, strict=True)]
    return "\n".join(parts)
