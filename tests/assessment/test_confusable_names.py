"""Whatever gets a name: two that look the same but for what nobody sees are the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from assessment.access.accounts import Account, checked_account
from assessment.access.memberships import Organisation, OrganisationKind, checked_organisation
from assessment.assessments import checked_assessment
from assessment.errors import InvalidInput
from assessment.portfolio.charter import checked_portfolio
from assessment.portfolio.shares import checked_share
from assessment.project_profiles import ProjectProfile, checked_project_profile
from assessment.projects import checked_project
from assessment.session.agreements import SessionAgreement, checked_session_agreement
from assessment.session.group_session import checked_session
from tests.support.builders import NOW, a_project, an_assessment
from tests.support.portfolio.shares import a_portfolio, a_share
from tests.support.session.room import a_session

HIDDEN = "\u0301\u202eKl\u200bim\u00adop\ufe0f  \u0308\U000e0041Oost\u3164"
SEEN = "Klimop Oost"

NAMED: dict[str, Callable[[str], str]] = {
    "project": lambda n: checked_project(a_project(name=n), 2026).name,
    "assessment": lambda n: checked_assessment(an_assessment(name=n)).name,
    "questionnaire": lambda n: (
        checked_project_profile(ProjectProfile("", "P", n, "m", "full")).name
    ),
    "session": lambda n: checked_session(a_session(name=n)).name,
    "role of an agreement": lambda n: (
        checked_session_agreement(SessionAgreement("G", "S", "Do it", n)).owner
    ),
    "organisation": lambda n: (
        checked_organisation(Organisation("O", n, OrganisationKind.PROJECT, NOW)).name
    ),
    "account": lambda n: checked_account(Account("A", "a@example.org", n, "nl", NOW)).name,
    "alias in a portfolio": lambda n: checked_share(replace(a_share(), alias=n)).alias,
    "who consents": lambda n: checked_share(replace(a_share(), consented_by=n)).consented_by,
    "portfolio": lambda n: checked_portfolio(a_portfolio(name=n), date(2026, 1, 1)).name,
}


@pytest.mark.parametrize("kind", NAMED)
def test_a_name_is_what_one_sees_of_it(kind: str) -> None:
    assert NAMED[kind](HIDDEN) == NAMED[kind](SEEN) == SEEN


@pytest.mark.parametrize("kind", [kind for kind in NAMED if not kind.startswith("role")])
def test_a_name_of_which_one_sees_nothing_is_missing(kind: str) -> None:
    with pytest.raises(InvalidInput) as missing:
        NAMED[kind]("\u200b\u2800 \u202e\ufe0f")

    assert missing.value.rule == "missing"
