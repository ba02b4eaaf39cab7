"""The table of who may do what."""

import pytest

from assessment.access.acts import OF_THE_WHOLE, READS, WHO_MAY, Act, MembershipKind

CHANGES_PROJECTS = (Act.CHANGE_PROJECT, Act.ERASE_PROJECT, Act.ANSWER, Act.RUN_ASSESSMENT)


def test_every_act_has_a_row_and_somebody_who_may() -> None:
    assert set(WHO_MAY) == set(Act)
    assert all(WHO_MAY.values())


def test_a_server_admin_does_nothing_with_projects() -> None:
    may = {act for act, kinds in WHO_MAY.items() if MembershipKind.SERVER_ADMIN in kinds}

    assert may == {Act.MANAGE_SERVER}


def test_an_owner_may_do_all_but_administer_the_server() -> None:
    may = {act for act, kinds in WHO_MAY.items() if MembershipKind.OWNER in kinds}

    assert may == set(Act) - {Act.MANAGE_SERVER}


@pytest.mark.parametrize("act", CHANGES_PROJECTS)
def test_who_reads_or_facilitates_changes_no_answers(act: Act) -> None:
    assert WHO_MAY[act] == {MembershipKind.OWNER, MembershipKind.COORDINATOR}


def test_a_portfolio_reader_sees_the_portfolio_and_no_project() -> None:
    may = {act for act, kinds in WHO_MAY.items() if MembershipKind.PORTFOLIO_READER in kinds}

    assert may == {Act.READ_PORTFOLIO}
    assert may <= READS & OF_THE_WHOLE
