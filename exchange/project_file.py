"""A project as one file: everything the organisation wrote, to keep, move or hand over.

Other respondents are anonymous: of a closed assessment the file holds what may be shown of them, as
counts to read. They are not read back; a backup of the database keeps them.
"""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from assessment.access.acts import Act
from assessment.assessments import Assessment
from assessment.errors import BundleError, Problem
from assessment.projects import Project
from assessment.respondents import Respondent
from assessment.services.context import Workspace, requires
from assessment.services.judging.outcome import judging_outcome
from assessment.services.outcome import Comments, Outcome, outcome_of
from assessment.services.project_list import Fault, made_or_fault
from assessment.store import RespondentAnswer
from exchange.limited_json import limited_json, values_in
from exchange.portfolio.noted_files import write_share_files
from exchange.project_checks import MAX_PROBLEMS, checked_bundle
from exchange.project_parts import AssessmentPart, Bundle, ColleaguePart
from exchange.project_sessions import session_parts, write_sessions
from exchange.scores_json import judged_json, scores_json

FORMAT = "mentorspiegel-project-2"
FIRST_FORMAT = "mentorspiegel-project-1"  # it called the agreements `actions`
MAX_BYTES = 20_000_000  # ten assessments with as many catalogues take 5 MB
MAX_VALUES = 100_000  # in the file without its catalogues; an assessment holds 2,000
MAX_FAULTS = 1_000  # beyond which none is named by itself


@requires(Act.EXPORT_PROJECT)
def export_project(workspace: Workspace, project_id: str) -> str:
    """Return a project as JSON, also one that cannot be shown. Raises NotFound."""
    store = workspace.store
    assessments = sorted(store.assessments.all(project_id), key=lambda a: a.started_at)
    sessions = session_parts(workspace, project_id)
    hashes = [a.catalogue_hash for a in assessments]
    hashes += [part.session.catalogue_hash for part in sessions]
    bundle = Bundle(
        format=FORMAT,
        project=store.projects.get(project_id),
        catalogues={name: store.snapshots.get(name) for name in hashes},
        assessments=[_part_or_bare(workspace, assessment) for assessment in assessments],
        agreements=store.agreements.all(project_id),
        profiles=store.project_profiles.all(project_id),
        sessions=sessions,
        share_files=store.share_files.all(project_id),
    )
    return bundle.model_dump_json(indent=1)


def export_outcome(outcome: Outcome, project: Project, quotes: Comments) -> str:
    """Return one assessment with its project and agreements as JSON, to be read back likewise.

    `quotes` holds what others wrote, as far as it may be shown.
    """
    catalogue = outcome.catalogue
    role = catalogue.own_role.id
    bundle = Bundle(
        format=FORMAT,
        project=project,
        catalogues={catalogue.content_hash: catalogue.snapshot},
        assessments=[
            AssessmentPart(
                assessment=replace(outcome.assessment, previous=None),
                role=role,
                choices=list(outcome.choices.values()),
                answers=list(outcome.answers.values()),
                colleagues=_colleagues(outcome),
                scores=_scores(outcome),
                comments=_comments(quotes) or None,
            )
        ],
        agreements=list(outcome.agreed_now),
    )
    return bundle.model_dump_json(indent=1)


def _comments(by_criterion: Comments) -> dict[str, dict[str, list[str]]]:
    return {
        criterion: {role: list(texts) for role, texts in by_role.items()}
        for criterion, by_role in by_criterion.items()
    }


def _colleagues(outcome: Outcome) -> list[ColleaguePart]:
    return [
        ColleaguePart(role=colleague.role, answers=list(colleague.answers.values()))
        for colleague in outcome.colleagues
    ]


def _scores(outcome: Outcome) -> dict[str, Any] | None:
    if not outcome.assessment.is_closed:
        return None
    return scores_json(outcome.catalogue, {outcome.assessment.id: outcome.result})


def _part(workspace: Workspace, assessment: Assessment) -> AssessmentPart:
    outcome = outcome_of(workspace, assessment)
    return AssessmentPart(
        assessment=assessment,
        role=workspace.own_respondent(assessment).role,
        choices=list(outcome.choices.values()),
        answers=list(outcome.answers.values()),
        colleagues=_colleagues(outcome),
        scores=_scores(outcome),
        comments=_comments(outcome.comments) or None,
        judged=judged_json(judging_outcome(workspace, assessment)),
    )


def _part_or_bare(workspace: Workspace, assessment: Assessment) -> AssessmentPart:
    """Return an assessment; what is written down of it without figures when there can be none."""
    made = made_or_fault(lambda: _part(workspace, assessment))
    return _bare_part(workspace, assessment) if isinstance(made, Fault) else made


def _bare_part(workspace: Workspace, assessment: Assessment) -> AssessmentPart:
    """Return an assessment as it is stored, with what those say who speak for the organisation."""
    store = workspace.store
    roles = made_or_fault(lambda: _spoken_roles(store.snapshots.get(assessment.catalogue_hash)))
    spoken = [
        ColleaguePart(role=one.role, answers=list(store.answers.all(one.id).values()))
        for one in store.respondents.all(assessment.id)
        if one.invitation is None and not isinstance(roles, Fault) and one.role in roles
    ]
    own = spoken[0] if spoken else ColleaguePart(role="", answers=[])
    return AssessmentPart(
        assessment=assessment,
        role=own.role,
        choices=list(store.choices.get(assessment.id).values()),
        answers=own.answers,
        colleagues=spoken[1:],
    )


def _spoken_roles(snapshot: str) -> set[str]:
    """Return the roles of the organisation, of a catalogue of which no more may be right."""
    return {role["id"] for role in json.loads(snapshot)["roles"] if role["organisation"] is True}


@requires(Act.CREATE_PROJECT)
def import_project(workspace: Workspace, text: str, file: str) -> Project:
    """Add the project of a file as a new project.

    Raises BundleError with every problem; nothing of such a file is used.
    """
    return write_project(workspace, read_project(text, workspace.now(), file))


def read_project(text: str, now: datetime, file: str) -> Bundle:
    """Return what a file holds. Raises BundleError with every problem."""
    return checked_bundle(_parsed(text, file), now, file)


def _parsed(text: str, file: str) -> Bundle:
    if len(text) > MAX_BYTES:
        raise BundleError([Problem(file, 0, 0, "is too large. Export the project again.")])
    try:
        data = _in_this_format(_without_what_is_only_read(limited_json(text)))
    except ValueError as error:
        raise BundleError([Problem(file, 0, 0, f"the file: no usable JSON: {error}.")]) from error
    if values_in(data) > MAX_VALUES:
        raise BundleError([Problem(file, 0, 0, "is too large. Export the project again.")])
    try:
        bundle = Bundle.model_validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        raise BundleError([Problem(file, 0, 0, text) for text in _faults(error)]) from error
    if bundle.format != FORMAT:
        text = f"format `{bundle.format[:60]}` is not known. This version reads `{FORMAT}`."
        raise BundleError([Problem(file, 0, 0, text)])
    return bundle


def _without_what_is_only_read(data: object) -> object:
    """Take scores, comments, and results and notes of sessions out, unchecked."""
    read_only = {"assessments": ("scores", "comments", "judged"), "sessions": ("results", "notes")}
    for kind, names in read_only.items():
        parts = data.get(kind) if isinstance(data, dict) else None
        for part in parts if isinstance(parts, list) else ():
            for name in names if isinstance(part, dict) else ():
                part.pop(name, None)
    return data


def _in_this_format(data: object) -> object:
    """Return a file of the first format as one of this one; a mixture stays, and is refused later."""
    if not isinstance(data, dict) or data.get("format") != FIRST_FORMAT:
        return data
    if "actions" in data and "agreements" not in data:
        data["agreements"] = data.pop("actions")
        data["format"] = FORMAT
    return data


def _faults(error: ValidationError) -> list[str]:
    if error.error_count() > MAX_FAULTS:
        return ["the file: almost nothing in it is right. Export the project again."]
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    return [
        f"{'.'.join(str(step)[:60] for step in fault['loc'])[:200] or 'the file'}: {fault['msg']}."
        for fault in faults[:MAX_PROBLEMS]
    ]


@requires(Act.CREATE_PROJECT)
def write_project(workspace: Workspace, bundle: Bundle) -> Project:
    """Save what `read_project` returned under new ids: all of it, or nothing."""
    with workspace.store.all_or_nothing():
        return _write(workspace, bundle)


def _write(workspace: Workspace, bundle: Bundle) -> Project:
    store = workspace.store
    ids = {part.assessment.id: workspace.new_id() for part in bundle.assessments}
    project = replace(bundle.project, id=workspace.new_id(), version=0, is_example=False)
    project = store.projects.save(project)
    for name, snapshot in bundle.catalogues.items():
        store.snapshots.add(name, snapshot)
    for part in bundle.assessments:
        _write_part(workspace, part, project.id, ids)
    for agreement in bundle.agreements:
        ids[agreement.id] = workspace.new_id()
        moved = replace(
            agreement,
            id=ids[agreement.id],
            project=project.id,
            assessment=ids[agreement.assessment],
            version=0,
        )
        store.agreements.save(moved)
    write_sessions(workspace, bundle, project.id, ids)
    write_share_files(workspace, bundle, project.id, ids)
    return project


def _write_part(
    workspace: Workspace, part: AssessmentPart, project: str, ids: dict[str, str]
) -> None:
    old = part.assessment
    assessment = replace(
        old,
        id=ids[old.id],
        project=project,
        previous=ids[old.previous] if old.previous else None,
        version=0,
    )
    respondent = Respondent(workspace.new_id(), assessment.id, part.role)
    respondents = [respondent]
    given = [RespondentAnswer(respondent, answer) for answer in part.answers]
    for colleague in part.colleagues:
        other = Respondent(workspace.new_id(), assessment.id, colleague.role)
        given += [RespondentAnswer(other, answer) for answer in colleague.answers]
        respondents.append(other)
    workspace.store.assessments.add(assessment, part.choices, respondents)
    workspace.store.answers.add(given)
