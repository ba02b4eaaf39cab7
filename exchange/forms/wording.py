"""What happens with a form that comes back, in sentences."""

from assessment.catalogue.model import Catalogue
from assessment.errors import Problem, SheetProblem
from exchange.answer_wording import answer_words
from exchange.forms.import_plan import Decision, LineChange, Note, Remark, Step
from locales import Translator
from reports.wording import choices


def problem(fault: Problem, t: Translator) -> str:
    """Return what is wrong in a spreadsheet, with its sheet and cell."""
    if not isinstance(fault, SheetProblem):
        return str(fault)
    return f"{fault.file}: {t(fault.template, **dict(fault.values))}"


def changes(t: Translator) -> dict[LineChange, str]:
    """Return the words for what a line of a form would do."""
    return {
        LineChange.NEW: t("new"),
        LineChange.CHANGED: t("changed"),
        LineChange.CONFLICT: t("changed here and in the form"),
        LineChange.EMPTIED: t("the form takes an answer or words away"),
    }


def decisions(t: Translator) -> dict[Decision, str]:
    """Return the words for what somebody wants with such a line."""
    return {
        Decision.KEEP: t("Keep what stands here"),
        Decision.TAKE: t("Take the form"),
        Decision.BOTH: t("Take the form, and keep the words of both"),
    }


def note(catalogue: Catalogue, remarked: Note, t: Translator) -> str:
    """Return what is worth knowing about a form or one of its lines."""
    remarks = {
        Remark.OTHER_ASSESSMENT: t(
            "The form was made for another assessment, so you decide about every difference."
        ),
        Remark.OTHER_VERSION: t("The form was made with another version of the criteria."),
        Remark.NOT_ASKED: t("is not asked here and was left out"),
        Remark.OTHER_SCALE: t("has another scale now: only the words are taken over"),
        Remark.OTHER_WORDS: t("was worded differently when the form was made"),
        Remark.NO_LINE: t("is gone from the form and stays as it is"),
    }
    words = remarks[remarked.remark]
    if not remarked.criterion:
        return words
    title = remarked.criterion
    if title in catalogue.by_id:
        title = f"{title} · {choices.criterion_title(catalogue, title, t)}"
    return f"{title}: {words}"


def sides(catalogue: Catalogue, step: Step, t: Translator) -> tuple[str, str]:
    """Return what stands in the database and what the form says, each on lines of its own."""
    criterion = catalogue.by_id[step.criterion]
    texts = []
    for answer in (step.stored, step.filled):
        reason = choices.reasons(t)[answer.reason] if answer.reason else ""
        parts = (
            answer_words(catalogue, criterion, answer, t) or t("no answer"),
            reason,
            answer.reason_text,
            answer.comment,
            answer.evidence,
        )
        texts.append("\n".join(part for part in parts if part.strip()))
    return texts[0], texts[1]
