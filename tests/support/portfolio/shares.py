"""Portfolios, shares and snapshots to test with."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from assessment.agreements import AgreementStatus
from assessment.portfolio.charter import Charter, Portfolio
from assessment.portfolio.share_files import ShareFile, share_file_of
from assessment.portfolio.shares import OutsideLook, ShareRow
from assessment.portfolio.snapshot import (
    AboutAssessment,
    AboutProject,
    GroupLevel,
    Openness,
    OwnLevel,
    Requirement,
    SharedAgreement,
    Snapshot,
)
from assessment.services.context import Workspace
from tests.support.builders import NOW

TODAY = NOW.date()


def a_charter(**fields: Any) -> Charter:
    charter = Charter(
        "Zien waar projecten hulp nodig hebben",
        "Twee adviseurs",
        TODAY + timedelta(days=365),
        never_ranks=True,
    )
    return replace(charter, **fields)


def a_portfolio(id: str = "F1", **fields: Any) -> Portfolio:  # noqa: A002 (the field's own name)
    return replace(Portfolio(id, None, "Mentorprojecten 2026", a_charter(), NOW), **fields)


def about_assessment(**fields: Any) -> AboutAssessment:
    given: dict[str, Any] = {
        "name": "2026",
        "closed_on": TODAY,
        "catalogue": "mentoring",
        "catalogue_version": "2027.1",
        "criteria": 20,
        "coverage": 0.9,
        "voices": 12,
        "fillers": 2,
    }
    return AboutAssessment(**{**given, **fields})


def own_level(criterion: str = "MC-01", level: float = 2.0, **fields: Any) -> OwnLevel:
    given = {"criterion": criterion, "scale": "assurance", "perspective": "client", "level": level}
    return OwnLevel(**{**given, **fields})


def a_snapshot(**fields: Any) -> Snapshot:
    """A snapshot that shows everything."""
    given: dict[str, Any] = {
        "openness": Openness.VOICES,
        "project": AboutProject(kind="school", size=40),
        "assessment": about_assessment(),
        "agreements_made": 3,
        "agreements_kept": 1,
        "requirements": (
            Requirement(criterion="MC-01", is_core=True, met=True),
            Requirement(criterion="MC-02", is_core=False, met=False),
        ),
        "own_levels": (own_level(), own_level("MC-02", 1.0)),
        "group_levels": (
            GroupLevel(criterion="MC-01", scale="assurance", role="mentee", n=6, mean=2.5, sd=0.5),
        ),
        "agreements": (SharedAgreement(criterion="MC-02", status=AgreementStatus.DONE),),
        "explanation": "Wij begonnen net.",
    }
    return Snapshot.model_validate({**given, **fields}, strict=False)


def a_share(id: str = "S1", **fields: Any) -> ShareRow:  # noqa: A002 (the field's own name)
    share = ShareRow(
        id=id,
        portfolio="F1",
        project=None,
        assessment=f"A-{id}",
        alias=f"Project {id}",
        group="",
        charter_edition=1,
        consented_by="de coördinator",
        consented_at=NOW,
        snapshot=a_snapshot(),
    )
    return replace(share, **fields)


def a_look(id: str = "L1", **fields: Any) -> OutsideLook:  # noqa: A002 (the field's own name)
    return replace(OutsideLook(id, "S1", "een collega-project", TODAY, {"MC-01": 3.0}), **fields)


def closed_on(days_ago: int, **fields: Any) -> Snapshot:
    day: date = TODAY - timedelta(days=days_ago)
    return a_snapshot(assessment=about_assessment(closed_on=day), **fields)


def a_share_file(id: str = "S1", **fields: object) -> ShareFile:  # noqa: A002 (the field's own name)
    """Return what a project notes of a file that it made for a portfolio elsewhere."""
    made = share_file_of(a_portfolio(), a_share(id, project="P1"), a_snapshot())
    return replace(made, **fields)  # type: ignore[arg-type]


def add(workspace: Workspace, portfolio: Portfolio, id: str, **fields: Any) -> None:  # noqa: A002
    """Send a share to a portfolio."""
    workspace.store.shares.save(a_share(id, portfolio=portfolio.id, **fields))
