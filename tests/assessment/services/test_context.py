"""The workspace: today's catalogue and older ones, and who speaks for the organisation."""

from dataclasses import replace

import pytest

from assessment.assessments import Assessment
from assessment.catalogue.model import Catalogue
from assessment.errors import NotFound
from assessment.respondents import Respondent
from assessment.services import assessments
from assessment.services.context import CatalogueCache, Workspace
from tests.support.builders import NOW, Clock
from tests.support.catalogues import a_number
from tests.support.database import add_respondents


def changed(catalogue: Catalogue, version: str) -> Catalogue:
    return Catalogue.model_validate({**catalogue.model_dump(), "version": version})


def on(workspace: Workspace, catalogue: Catalogue | None) -> Workspace:
    return replace(workspace, current_catalogue=catalogue)


def test_an_older_assessment_keeps_its_own_catalogue(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue
) -> None:
    newer = on(workspace, changed(catalogue, "2027"))
    assert newer.catalogue_of(assessment).content_hash == catalogue.content_hash
    assert newer.catalogue_of(assessment) is newer.catalogue_of(assessment)


def test_an_assessment_of_today_has_the_catalogue_of_today(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue
) -> None:
    assert workspace.catalogue_of(assessment) is catalogue


def test_a_workspace_without_a_catalogue_of_today_says_so(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue
) -> None:
    bare = on(workspace, None)

    assert bare.catalogue_of(assessment).content_hash == catalogue.content_hash
    with pytest.raises(LookupError, match="without the catalogue of today"):
        _ = bare.catalogue


def test_only_a_few_older_catalogues_are_kept_in_memory(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue
) -> None:
    cache = CatalogueCache()
    reader = replace(on(workspace, changed(catalogue, "now")), older_catalogues=cache)
    for number in range(CatalogueCache.MOST + 2):
        older = changed(catalogue, f"old-{number}")
        workspace.store.snapshots.add(older.content_hash, older.snapshot)
        reader.catalogue_of(replace(assessment, catalogue_hash=older.content_hash))
    assert len(cache) == CatalogueCache.MOST


def test_the_catalogue_that_was_read_first_makes_room(catalogue: Catalogue) -> None:
    cache, read = CatalogueCache(), []

    def snapshot(content_hash: str) -> str:
        read.append(content_hash)
        return catalogue.snapshot

    names = [f"hash-{number}" for number in range(CatalogueCache.MOST + 1)]
    for name in [*names, names[-1], names[0]]:
        cache.get(name, snapshot)

    assert read == [*names, names[0]]


def test_an_assessment_without_own_voice_is_said(
    workspace: Workspace, assessment: Assessment
) -> None:
    bare = replace(assessment, id="bare", version=0)
    workspace.store.assessments.add(bare, [], [])
    with pytest.raises(NotFound):
        workspace.own_respondent(bare)


def test_the_own_voice_is_found_among_others(workspace: Workspace, assessment: Assessment) -> None:
    add_respondents(workspace.store, [Respondent("0", assessment.id, "facilitator")])
    assert workspace.own_respondent(assessment).role == "coordinator"


def test_an_assessment_that_was_closed_keeps_the_threshold_of_then(
    workspace: Workspace, assessment: Assessment
) -> None:
    strict = replace(workspace, threshold=9)

    assert strict.threshold_of(assessment) == 9
    assert strict.threshold_of(replace(assessment, closed_at=NOW, threshold=5)) == 5


def test_a_project_goes_on_with_its_own_catalogue_while_that_is_there(
    workspace: Workspace, assessment: Assessment, catalogue: Catalogue, clock: Clock
) -> None:
    clock.forward(days=1)
    other = Catalogue.model_validate({**catalogue.model_dump(), "id": "other"})
    both = replace(workspace, more_catalogues=(other,))
    begun = assessments.start_assessment(
        both,
        assessment.project,
        name="2027",
        profile="short",
        ambition="floor",
        catalogue_id="other",
    )

    assert begun.catalogue == "other"
    assert both.catalogue_for(assessment.project) is other
    assert both.catalogue_of(begun) is other
    assert workspace.catalogue_for(assessment.project) is catalogue
    assert both.catalogue_for("no project yet") is catalogue


def test_a_catalogue_that_is_not_there_is_named(
    workspace: Workspace, assessment: Assessment
) -> None:
    with pytest.raises(NotFound):
        workspace.catalogue_named("gone")


def test_on_one_machine_without_accounts_everything_is_open_for_reading(
    workspace: Workspace,
) -> None:
    assert workspace.opened_for_reading() is workspace


def test_numbers_to_call_are_those_of_today_of_the_same_catalogue(
    workspace: Workspace, catalogue: Catalogue
) -> None:
    one, other, third = a_number("1"), a_number("2"), a_number("3")
    first = catalogue.model_copy(update={"help": (one,)})
    second = catalogue.model_copy(update={"id": "other", "help": (other,)})
    silent = catalogue.model_copy(update={"id": "silent", "help": ()})
    several = replace(workspace, current_catalogue=first, more_catalogues=(second, silent))
    read = replace(on(workspace, None), numbers={"mentoring": (one,), "other": (third,)})

    assert several.numbers_to_call("other") == (other,)
    assert several.numbers_to_call("silent") == several.numbers_to_call("gone") == (one,)
    assert read.numbers_to_call("other") == (third,)
    assert on(workspace, None).numbers_to_call("mentoring") == ()
