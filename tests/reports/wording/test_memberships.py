"""Memberships, organisations and acts have words."""

import pytest

from assessment.access.acts import Act, MembershipKind
from assessment.access.memberships import OrganisationKind
from locales import translator
from reports.wording.memberships import (
    act_names,
    membership_name,
    membership_says,
    organisation_kinds,
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_membership_kind_and_act_is_named(language: str) -> None:
    t = translator(language)

    assert all(membership_name(t, kind) and membership_says(t, kind) for kind in MembershipKind)
    assert set(organisation_kinds(t)) == set(OrganisationKind)
    assert set(Act) <= set(act_names(t))
