"""The settings of an assessment."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.assessments import Assessment
from tests.support.ui.screens import OpenPage


@pytest.fixture
def app(open_page: OpenPage, assessment: Assessment) -> AppTest:
    """The settings of the assessment, in one window."""
    return open_page("settings", assessment=assessment.id, criterion="MC-03")
