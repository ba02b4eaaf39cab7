"""The appendix: every answer of the organisation's own voice, with all its words."""

from assessment.answers import Answer, AnswerState
from assessment.catalogue.model import Criterion
from assessment.scoring.explanation import StaysOut
from locales import Translator
from reports.document.model import Block, Bullets, Facts, Heading, Paragraph, Section
from reports.material import Material
from reports.wording import choices


def appendix(material: Material, t: Translator) -> Section:
    """Return answers, reasons, comments and evidence per perspective, then what is open."""
    outcome = material.outcome
    criteria = [outcome.catalogue.by_id[name] for name in outcome.result.criteria]
    blocks: list[Block] = []
    for perspective in outcome.catalogue.perspectives:
        answered = [
            block
            for criterion in criteria
            if criterion.perspective == perspective.id and _says_anything(material, criterion)
            for block in _answer(material, criterion, t)
        ]
        if answered:
            blocks += [Heading(perspective.title.in_language(t.language)), *answered]
    unanswered = [c for c in criteria if not _says_anything(material, c)]
    if unanswered:
        titles = tuple(choices.criterion_title(outcome.catalogue, c.id, t) for c in unanswered)
        blocks += [Heading(t("Not answered yet")), Bullets(titles)]
    return Section(t("Appendix: our own answers"), tuple(blocks))


def _says_anything(material: Material, criterion: Criterion) -> bool:
    answer = material.outcome.answers.get(criterion.id)
    return answer is not None and (
        answer.is_answered or bool(answer.comment or answer.evidence or answer.marked)
    )


def _answer(material: Material, criterion: Criterion, t: Translator) -> list[Block]:
    answer = material.outcome.answers[criterion.id]
    title = choices.criterion_title(material.outcome.catalogue, criterion.id, t)
    pairs = [
        (t("Our answer"), _said(material, criterion, answer, t)),
        (t("Reason"), _reason(answer, t)),
        (t("Comment"), answer.comment),
        (t("Evidence"), answer.evidence),
        (t("For the talk"), t("Marked for the talk") if answer.marked else ""),
    ]
    return [
        Heading(f"{criterion.id} · {title}", 4),
        Paragraph(criterion.question_for(_own_role(material)).in_language(t.language), "soft"),
        Facts(tuple((name, fact) for name, fact in pairs if fact.strip())),
    ]


def _own_role(material: Material) -> str:
    return material.outcome.catalogue.own_role.id


def _said(material: Material, criterion: Criterion, answer: Answer, t: Translator) -> str:
    if answer.level is not None:
        level = material.outcome.catalogue.scale(criterion.scale).levels[answer.level]
        return f"{answer.level} · {level.label.in_language(t.language)}"
    states = {
        None: StaysOut.NOT_ANSWERED,
        AnswerState.NOT_APPLICABLE: StaysOut.NOT_APPLICABLE,
        AnswerState.UNKNOWN: StaysOut.UNKNOWN,
        AnswerState.DECLINED: StaysOut.DECLINED,
    }
    return choices.omissions(t)[states[answer.state]]


def _reason(answer: Answer, t: Translator) -> str:
    if answer.reason is None:
        return answer.reason_text
    word, own = choices.reasons(t)[answer.reason], answer.reason_text.strip()
    return f"{word}: {own}" if own else word
