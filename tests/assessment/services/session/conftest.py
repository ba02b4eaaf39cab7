"""What several tests of sessions stand on."""

import pytest

from assessment.assessments import Assessment
from assessment.services import assessments
from assessment.services.context import Workspace


@pytest.fixture
def in_scope(workspace: Workspace, assessment: Assessment) -> Assessment:
    return assessments.apply_preset(workspace, assessment, "full", "floor")
