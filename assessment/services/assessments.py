"""Assessments: start, choose what is asked, close and reopen."""

from dataclasses import replace
from datetime import datetime, timedelta

from assessment.access.acts import Act
from assessment.assessments import Assessment, checked_assessment_name
from assessment.catalogue.model import Ambition, Catalogue, Profile, Requirement
from assessment.choices import (
    Choice,
    check_core,
    checked_choice,
    preset_choices,
    preset_target,
    with_core,
)
from assessment.errors import AssessmentClosed, NotFound
from assessment.project_profiles import ProjectProfile
from assessment.respondents import Respondent
from assessment.services.context import Workspace, requires
from assessment.services.judging.outcome import shows_judgements
from assessment.services.outcome import result_of


def proposed_preset(
    catalogue: Catalogue, earlier: Assessment | None = None
) -> tuple[Profile, Ambition]:
    """Return the profile and ambition of an earlier assessment, or the first that there are."""
    profile, ambition = catalogue.audit_profiles[0], catalogue.ambitions[0]
    if earlier is None:
        return profile, ambition
    return (
        catalogue.profile(earlier.profile) or profile,
        catalogue.ambition(earlier.ambition) or ambition,
    )


@requires(Act.RUN_ASSESSMENT)
def start_assessment(
    workspace: Workspace,
    project_id: str,
    *,
    name: str,
    profile: str | ProjectProfile,
    ambition: str,
    catalogue_id: str | None = None,
) -> Assessment:
    """Start an assessment, following the newest one of the project.

    It is on the catalogue of today that is named, else on the one that the project goes on with.
    `profile` is the id of one of the catalogue, or a profile of the project's own.
    Scope, requirements and targets come from the profile and the ambition, always with the whole
    core; `continue_choices` copies them from the previous assessment instead. Raises NotFound for an unknown project,
    catalogue, profile or ambition, InvalidInput for a name that is too long.
    """
    store = workspace.store
    store.projects.get(project_id)
    catalogue = (
        workspace.catalogue_for(project_id)
        if catalogue_id is None
        else workspace.catalogue_named(catalogue_id)
    )
    previous = next(iter(store.assessments.all(project_id)), None)
    own = None if isinstance(profile, str) else profile
    base = profile if isinstance(profile, str) else profile.base
    choices = _preset(catalogue, base, ambition, own)
    assessment = Assessment(
        id=workspace.new_id(),
        project=project_id,
        name=checked_assessment_name(name) or str(workspace.now().year),
        catalogue=catalogue.id,
        catalogue_version=catalogue.version,
        catalogue_hash=catalogue.content_hash,
        profile=base,
        ambition=ambition,
        started_at=_after(previous, workspace.now()),
        previous=previous.id if previous else None,
    )
    store.snapshots.add(catalogue.content_hash, catalogue.snapshot)
    respondent = Respondent(workspace.new_id(), assessment.id, catalogue.own_role.id)
    return store.assessments.add(assessment, choices.values(), [respondent])


def _after(previous: Assessment | None, now: datetime) -> datetime:
    """Return when an assessment starts: after the one before, also when the clock was set back."""
    return now if previous is None else max(now, previous.started_at + timedelta(microseconds=1))


def _preset(
    catalogue: Catalogue, profile_id: str, ambition_id: str, own: ProjectProfile | None = None
) -> dict[str, Choice]:
    profile, ambition = catalogue.profile(profile_id), catalogue.ambition(ambition_id)
    if profile is None:
        raise NotFound("profile", profile_id)
    if ambition is None:
        raise NotFound("ambition", ambition_id)
    preset = preset_choices(catalogue, profile, ambition)
    if own is not None:
        return own.on(catalogue, ambition, preset)
    return {name: with_core(catalogue, ambition, choice) for name, choice in preset.items()}


@requires(Act.RUN_ASSESSMENT)
def continue_choices(workspace: Workspace, assessment: Assessment) -> int:
    """Copy the choices of the previous assessment where the criterion is still comparable.

    What has become core since stays in, minimal and no lower. Returns how many were copied.
    """
    if assessment.previous is None:
        return 0
    before = workspace.store.assessments.get(assessment.previous)
    now, then = workspace.catalogue_of(assessment), workspace.catalogue_of(before)
    ambition = now.ambition(assessment.ambition)
    comparable = [
        with_core(now, ambition, choice)
        for name, choice in workspace.store.choices.get(before.id).items()
        if now.id == then.id
        and name in now.by_id
        and now.by_id[name].scale == then.by_id[name].scale
    ]
    workspace.store.choices.save(assessment.id, comparable)
    return len(comparable)


@requires(Act.RUN_ASSESSMENT)
def change_choice(workspace: Workspace, assessment_id: str, choice: Choice) -> None:
    """Save a changed choice. Raises InvalidInput, also for the core, NotFound, AssessmentClosed."""
    assessment = workspace.store.assessments.get(assessment_id)
    catalogue = workspace.catalogue_of(assessment)
    choice = checked_choice(choice)  # first: what came from a browser may be no number at all
    check_core(catalogue, catalogue.ambition(assessment.ambition), choice)
    workspace.store.choices.save(assessment_id, [choice])


@requires(Act.RUN_ASSESSMENT)
def apply_preset(
    workspace: Workspace, assessment: Assessment, profile: str, ambition: str
) -> Assessment:
    """Set scope, requirements and targets of all criteria from a profile and an ambition.

    Reasons that were written stay. Raises NotFound, StaleWrite, AssessmentClosed.
    """
    if workspace.store.assessments.get(assessment.id).is_closed:
        raise AssessmentClosed(assessment.id)
    changes = preset_changes(workspace, assessment, profile, ambition)
    changed = replace(assessment, profile=profile, ambition=ambition)
    saved = workspace.store.assessments.save(changed)
    workspace.store.choices.save(assessment.id, [after for _, after in changes])
    return saved


@requires(Act.SEE_PROJECTS)
def preset_changes(
    workspace: Workspace, assessment: Assessment, profile: str, ambition: str
) -> list[tuple[Choice, Choice]]:
    """Return every choice that `apply_preset` would change, as it is now and as it would be.

    Raises NotFound for an unknown profile or ambition.
    """
    present = workspace.store.choices.get(assessment.id)
    fresh = _preset(workspace.catalogue_of(assessment), profile, ambition)
    changes = []
    for name, choice in fresh.items():
        now = present.get(name, Choice(name, in_scope=False))
        after = replace(choice, reason=now.reason)
        if now != after:
            changes.append((now, after))
    return changes


def with_requirement(
    catalogue: Catalogue, assessment: Assessment, choice: Choice, requirement: str
) -> Choice:
    """Return the choice with another requirement, and the target that the ambition sets for it."""
    wanted: Requirement = "minimal" if requirement == "minimal" else "growth"
    ambition = catalogue.ambition(assessment.ambition)
    target = preset_target(ambition, wanted) if ambition else choice.target
    return replace(choice, requirement=wanted, target=target)


@requires(Act.RUN_ASSESSMENT)
def rename_assessment(workspace: Workspace, assessment: Assessment, name: str) -> Assessment:
    """Rename an assessment; an empty name changes nothing. Raises InvalidInput, StaleWrite."""
    wanted = checked_assessment_name(name)
    if not wanted:
        return assessment
    return workspace.store.assessments.save(replace(assessment, name=wanted))


@requires(Act.RUN_ASSESSMENT)
def close_assessment(workspace: Workspace, assessment_id: str) -> Assessment:
    """Close an assessment; closing twice is no error. From then on other voices are shown.

    Whether any level of theirs is shown is noted last, when no answer can change any more. Raises
    StaleWrite, NotFound.
    """
    assessment = workspace.store.assessments.get(assessment_id)
    if assessment.is_closed:
        return assessment
    threshold, now = workspace.threshold_of(assessment), workspace.now()
    closed = workspace.store.assessments.save(
        replace(assessment, closed_at=now, threshold=threshold)
    )
    if closed.published_at is None and is_final_for_others(workspace, closed):
        return workspace.store.assessments.save(replace(closed, published_at=now))
    return closed


@requires(Act.RUN_ASSESSMENT)
def reopen_assessment(workspace: Workspace, assessment_id: str) -> Assessment:
    """Open a closed assessment again, so that the organisation's own answers can change.

    Those of others can change only if no level of theirs was shown: one more answer could be read
    from the difference. What others can read of the outcome is chosen anew after closing. Raises
    StaleWrite, NotFound.
    """
    assessment = workspace.store.assessments.get(assessment_id)
    published = assessment.published_at
    if published is None and is_final_for_others(workspace, assessment):
        published = assessment.closed_at
    changed = replace(assessment, closed_at=None, published_at=published, gives_feedback=False)
    return workspace.store.assessments.save(changed)


@requires(Act.SEE_PROJECTS)
def is_final_for_others(workspace: Workspace, assessment: Assessment) -> bool:
    """Return whether others cannot answer any more when this closed assessment is reopened."""
    if assessment.published_at is not None:
        return True
    own = workspace.catalogue_of(assessment).organisation_roles
    if not assessment.is_closed:
        return False
    shows_answers = result_of(workspace, assessment).shows_others(own)
    return shows_answers or shows_judgements(workspace, assessment)
