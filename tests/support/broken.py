"""Projects that no import would take, as an earlier release may have left them in a database."""

import json
from collections.abc import Callable
from typing import Any

from assessment.assessments import Assessment
from assessment.services.context import Workspace
from storage import SqlStore
from storage.engine import write_transaction
from storage.tables import assessments, snapshots


def break_catalogue(
    workspace: Workspace, assessment: Assessment, change: Callable[[dict[str, Any]], object]
) -> None:
    """Give an assessment a rewritten catalogue."""
    data = json.loads(workspace.store.snapshots.get(assessment.catalogue_hash))
    change(data)
    break_snapshot(workspace, assessment, json.dumps(data))


def break_snapshot(workspace: Workspace, assessment: Assessment, snapshot: str) -> None:
    """Put another snapshot in place of that of an assessment."""
    store = workspace.store
    assert isinstance(store, SqlStore)
    with write_transaction(store.engine) as connection:
        connection.execute(snapshots.insert().values(hash="broken", snapshot=snapshot))
        changed = assessments.update().where(assessments.c.id == assessment.id)
        connection.execute(changed.values(catalogue_hash="broken"))


def nobody_is_asked_everything(data: dict[str, Any]) -> None:
    """What the review did: then there is no own voice."""
    for role in data["roles"]:
        role["asked_everything"] = False
