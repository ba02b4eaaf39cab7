"""What happens with a form that comes back, in sentences."""

from assessment.catalogue.model import Catalogue
from assessment.errors import Problem, SheetProblem
from exchange.answer_wording import answer_words
from exchange.forms.import_plan import Change, Decision, Note, Remark, Step
from locales import Translator
from reports.wording import choices


def problem(found: Problem, t: Translator) -> str:
    """Return what is wrong in a spreadsheet, with its sheet and cell."""
    if not isinstance(found, SheetProblem):
        return str(found)
    return f"{found.file}: {t(found.template, **dict(found.values))}"


def changes(t: Translator) -> dict[Change, str]:
    """Return the words for what a line of a form would do."""
    return {
        Change.NEW: t("new"),
        Change.CHANGED: t("changed"),
        Change.CONFLICT: t("changed here and in the form"),
        Change.EMPTIED: t("the form takes an answer or words away"),
    }


def decisions(t: Translator) -> dict[Decision, str]:
    """Return the words for what somebody wants with such a line."""
    return {
        Decision.KEEP: t("Keep what stands here"),
        Decision.TAKE: t("Take the form"),
        Decision.BOTH: t("Take the form, and keep the words of both"),
    }


def note(catalogue: Catalogue, found: Note, t: Translator) -> str:
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
    said = remarks[found.remark]
    if not found.criterion:
        return said
    title = found.criterion
    if title in catalogue.by_id:
        title = f"{title} · {choices.criterion_title(catalogue, title, t)}"
    return f"{title}: {said}"


def sides(catalogue: Catalogue, step: Step, t: Translator) -> tuple[str, str]:
    """Return what stands in the database and what the form says, each on lines of its own."""
    criterion = catalogue.by_id[step.criterion]
    found = []
    for answer in (step.stored, step.filled):
        reason = choices.reasons(t)[answer.reason] if answer.reason else ""
        parts = (
            answer_words(catalogue, criterion, answer, t) or t("no answer"),
            reason,
            answer.reason_text,
            answer.comment,
            answer.evidence,
        )
        found.append("\n".join(part for part in parts if part.strip()))
    return found[0], found[1]
