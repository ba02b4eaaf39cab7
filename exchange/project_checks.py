"""What must hold of a project file: every value is checked as if somebody had typed it.

A file may come from anybody. Its catalogues go through the rules of a criteria folder, so that every
screen and every report can be made of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache

from assessment.agreements import checked_agreement
from assessment.answers import checked
from assessment.assessments import Assessment, checked_assessment
from assessment.catalogue.model import Catalogue
from assessment.catalogue.reading.snapshot import check_snapshot
from assessment.choices import checked_choice
from assessment.errors import BundleError, InvalidInput, Problem
from assessment.portfolio.share_files import checked_share_file
from assessment.project_profiles import checked_project_profile
from assessment.projects import checked_project
from exchange.limited_json import limited_json, values_in
from exchange.portfolio.noted_files import moments_of_share_file, share_file_problems
from exchange.project_parts import AssessmentPart, Bundle, against_the_core
from exchange.project_sessions import moments_of, session_problems, typed_session

MAX_CATALOGUE = 30_000  # values in one catalogue; the one that ships holds 8,000
MAX_CATALOGUES = 200_000  # values in all catalogues together
MAX_PROBLEMS = 20  # that are named
LARGE = 2_000_000  # characters of a catalogue that is not kept; the one that ships has 450,000
_SHOWN = 40  # characters of what somebody else wrote
_AHEAD = timedelta(days=2)  # that the clock of another machine may be ahead


def checked_bundle(bundle: Bundle, now: datetime, file: str) -> Bundle:
    """Return what a file holds, trimmed as if it was typed. Raises BundleError with the problems."""
    catalogues = _catalogues(bundle, file)
    texts = [*_problems(bundle, catalogues)]
    try:
        _check_moments(bundle, now)
        bundle = _typed(bundle, now.year)
    except InvalidInput as error:
        texts.append(str(error))
    if texts:
        raise BundleError([Problem(file, 0, 0, text) for text in texts[:MAX_PROBLEMS]])
    return bundle


def _catalogues(bundle: Bundle, file: str) -> dict[str, Catalogue]:
    """Return the catalogues by hash, each checked like a criteria folder."""
    catalogues, problems, values = {}, [], 0
    for name, snapshot in bundle.catalogues.items():
        try:
            size = values_in(limited_json(snapshot))
            values += size
            if size > MAX_CATALOGUE or values > MAX_CATALOGUES:
                raise BundleError([Problem(file, 0, 0, "holds too much in its catalogues.")])
            check = _checked_catalogue if len(snapshot) > LARGE else _kept_catalogue
            catalogue, found = check(snapshot)
        except ValueError:
            problems.append(f"catalogue {name[:12]} cannot be read.")
            continue
        if catalogue.content_hash != name:
            problems.append(f"catalogue {name[:12]} was changed after export.")
        problems += [f"catalogue {name[:12]}: {one.file}: {one.message}" for one in found]
        catalogues[name] = catalogue
    problems += [
        f"assessment {part.assessment.name[:_SHOWN]}: no catalogue."
        for part in bundle.assessments
        if part.assessment.catalogue_hash not in bundle.catalogues
    ]
    problems += [
        f"session {part.session.name[:_SHOWN]}: no catalogue."
        for part in bundle.sessions
        if part.session.catalogue_hash not in bundle.catalogues
    ]
    if problems:
        raise BundleError([Problem(file, 0, 0, text) for text in problems[:MAX_PROBLEMS]])
    return catalogues


@lru_cache(maxsize=2)  # the projects of an organisation mostly share one
def _kept_catalogue(snapshot: str) -> tuple[Catalogue, Sequence[Problem]]:
    return _checked_catalogue(snapshot)


def _checked_catalogue(snapshot: str) -> tuple[Catalogue, Sequence[Problem]]:
    """Return a catalogue with its problems. Raises ValueError when it cannot be read."""
    return Catalogue.from_snapshot(snapshot), tuple(check_snapshot(snapshot))


def _problems(bundle: Bundle, catalogues: dict[str, Catalogue]) -> Iterator[str]:
    """Yield what does not fit together."""
    of = {part.assessment.id: part.assessment for part in bundle.assessments}
    for part in bundle.assessments:
        catalogue = catalogues[part.assessment.catalogue_hash]
        for text in (*_part_problems(part, catalogue), *_chain_problems(part.assessment, of)):
            yield f"assessment {part.assessment.name[:_SHOWN]}: {text}"
    yield from session_problems(bundle, catalogues)
    yield from share_file_problems(bundle)
    if len(of) < len(bundle.assessments):
        yield "two assessments share one id."
    for agreement in bundle.agreements:
        about = f"agreement `{agreement.text[:_SHOWN]}`:"
        if agreement.assessment not in of:
            yield f"{about} no such assessment."
        elif not any(agreement.criterion in known.by_id for known in catalogues.values()):
            yield f"{about} there is no criterion `{agreement.criterion[:_SHOWN]}`."


def _part_problems(part: AssessmentPart, catalogue: Catalogue) -> Iterator[str]:
    own = catalogue.own_role.id
    if part.role != own:
        yield f"role `{part.role[:_SHOWN]}` is not the organisation's own."
    for colleague in part.colleagues:
        if colleague.role not in catalogue.organisation_roles - {own}:
            role = colleague.role[:_SHOWN]
            yield f"role `{role}` does not speak for the organisation beside its own voice."
    spoken = (part.answers, *(colleague.answers for colleague in part.colleagues))
    named = [[answer.criterion for answer in answers] for answers in spoken]
    for names in (*named, [choice.criterion for choice in part.choices]):
        for name in names:
            if name not in catalogue.by_id:
                yield f"there is no criterion `{name[:_SHOWN]}`."
        if len(set(names)) < len(names):
            yield "a criterion stands there twice."
    yield from against_the_core(part, catalogue)
    yield from _header_problems(part.assessment, catalogue)


def _header_problems(assessment: Assessment, catalogue: Catalogue) -> Iterator[str]:
    if (assessment.catalogue, assessment.catalogue_version) != (catalogue.id, catalogue.version):
        yield "it names another catalogue than it was made with."
    if catalogue.profile(assessment.profile) is None:
        yield f"there is no profile `{assessment.profile[:_SHOWN]}`."
    if catalogue.ambition(assessment.ambition) is None:
        yield f"there is no ambition `{assessment.ambition[:_SHOWN]}`."


def _chain_problems(assessment: Assessment, of: dict[str, Assessment]) -> Iterator[str]:
    """Yield where the assessments before one lead: out of the file, or round in a ring."""
    if assessment.previous not in (None, *of):
        yield "its previous assessment is not in the file."
    passed, one = {assessment.id}, of.get(assessment.previous or "")
    while one is not None and one.id not in passed:
        passed.add(one.id)
        one = of.get(one.previous or "")
    if one is not None:
        yield "the assessments before it lead round in a ring."


def _check_moments(bundle: Bundle, now: datetime) -> None:
    """Raise InvalidInput for a moment without time zone, or one that cannot have been yet."""
    moments = [bundle.project.created_at]
    for part in bundle.assessments:
        one = part.assessment
        moments += filter(None, (one.started_at, one.closed_at, one.published_at))
    for held in bundle.sessions:
        moments += moments_of(held.session)
    for noted in bundle.share_files:
        moments += moments_of_share_file(noted)
    for moment in moments:
        if moment.tzinfo is None or moment.year < 2000 or moment > now + _AHEAD:
            text = f"the time {moment} cannot be. Times are written like 2026-11-20T09:00:00Z."
            raise InvalidInput("time", "range", text)


def _typed(bundle: Bundle, year: int) -> Bundle:
    """Return a bundle as if all of it was typed. Raises InvalidInput."""
    for part in bundle.assessments:
        part.assessment = checked_assessment(part.assessment)
        part.answers = [checked(answer) for answer in part.answers]
        for colleague in part.colleagues:
            colleague.answers = [checked(answer) for answer in colleague.answers]
        part.choices = [checked_choice(choice) for choice in part.choices]
    project = replace(checked_project(bundle.project, year), version=0)
    agreements = [checked_agreement(agreement) for agreement in bundle.agreements]
    profiles = [checked_project_profile(profile) for profile in bundle.profiles]
    sessions = [typed_session(part) for part in bundle.sessions]
    share_files = [checked_share_file(noted) for noted in bundle.share_files]
    changed = {"agreements": agreements, "profiles": profiles, "sessions": sessions}
    return bundle.model_copy(update={"project": project, "share_files": share_files, **changed})
