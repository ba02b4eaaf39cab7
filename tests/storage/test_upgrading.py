"""What people wrote in an older database is all there after an upgrade."""

from collections.abc import Iterable, Iterator

import pytest
from sqlalchemy import delete, inspect, select, text
from sqlalchemy.exc import DatabaseError

from assessment.agreements import Agreement, AgreementStatus
from assessment.assessments import Assessment
from assessment.choices import Choice
from assessment.errors import InvitationClosed, InvitationFull
from assessment.pairs import Pair
from assessment.projects import Project
from assessment.respondents import Respondent
from storage import SqlStore, open_store, tables
from storage.engine import address, create, read_transaction, write_transaction
from tests.support.builders import (
    Clock,
    a_pair,
    an_agreement,
    an_answer,
    an_invitation,
    an_invited_respondent,
)
from tests.support.database import history, rows_by_table
from tests.support.older_databases import (
    ANSWERS,
    FIRST,
    FOURTH,
    NEW_NAMES,
    SECOND,
    THEN,
    THIRD,
    Row,
    fill,
)
from tests.support.session.rows import fill_session


@pytest.fixture
def first(database_url: str) -> str:
    """A database of revision 0001 with something in every table."""
    fill(database_url, "0001", FIRST)
    return database_url


def test_a_filled_first_database_keeps_everything(first: str, clock: Clock) -> None:
    store = open_store(first, clock=clock)

    shared = {"catalogue": "mentoring", "catalogue_version": "1", "catalogue_hash": "h"}
    shared |= {"profile": "full", "ambition": "floor", "started_at": THEN, "version": 1}
    assert store.assessments.all("P1") == [
        Assessment("A0", "P1", "A0", closed_at=THEN, **shared),
        Assessment("A1", "P1", "A1", previous="A0", **shared),
    ]
    assert [p.name for p in store.projects.all()] == ["Maatjes"]
    assert isinstance(store.projects.get("P1"), Project)
    assert store.choices.get("A1") == {
        "MC-01": Choice("MC-01", requirement="minimal", target=3, reason="r")
    }
    assert store.respondents.all("A0") == [Respondent("R0", "A0", "mentee")]
    for respondent in ("R0", "R1"):
        assert store.answers.all(respondent) == ANSWERS
        assert [c.answer for c in history(store, respondent, "MC-02")] == [ANSWERS["MC-02"]]
    [counted] = store.answers.counts(["A0"])
    assert (counted.criteria, counted.roles) == (("MC-01", "MC-02"), ("mentee",))
    assert [(row.argmax(), row.sum()) for [row] in counted.counts[0]] == [(3, 1), (5, 1)]
    assert rows(store, "kept_counts", ["assessment"]) == [{"assessment": "A0"}]
    assert store.agreements.all("P1") == [
        Agreement(
            "X1", "P1", "A1", "MC-01", "doen", "bestuur", THEN.date(), AgreementStatus.BUSY, "", 1
        )
    ]
    store.close()


def test_an_upgraded_database_can_be_worked_in(first: str, clock: Clock) -> None:
    store = open_store(first, clock=clock)

    mentor, _ = a_pair(store)
    store.answers.save(mentor, an_answer())
    store.answers.save("R1", an_answer(level=1, version=2))

    assert store.answers.all("R1")["MC-01"].level == 1
    assert len(store.respondents.all("A1")) == 3
    store.projects.erase("P1")
    assert store.projects.all() == []
    store.close()


@pytest.fixture
def second(database_url: str, clock: Clock) -> Iterator[SqlStore]:
    """A store on a database of revision 0002 that was upgraded."""
    fill(database_url, "0002", SECOND)
    store = open_store(database_url, clock=clock)
    yield store
    store.close()


def as_text(row: Row) -> list[str]:
    return [str(value) for value in row.values()]


def rows(store: SqlStore, table: str, names: Iterable[str]) -> list[Row]:
    """Return what stands in a table, as the domain holds it."""
    columns = tables.metadata.tables[table].c
    with read_transaction(store.engine) as connection:
        query = select(*(columns[name] for name in names))
        return [dict(row) for row in connection.execute(query).mappings()]


def promised(table: str, lines: Iterable[Row]) -> list[Row]:
    """Return rows of an older table with what an upgrade adds to them."""
    added: dict[str, Row] = {
        "projects": {"languages": ("nl", "en")},
        "assessments": {"threshold": 5},  # as was promised with the links
    }
    return [row | added.get(table, {}) for row in lines]


def test_every_row_of_a_second_database_stands_under_its_new_name(second: SqlStore) -> None:
    for table, lines in SECOND.items():
        renamed = [{NEW_NAMES.get(name, name): row[name] for name in row} for row in lines]
        expected = promised(table, renamed)

        kept = rows(second, NEW_NAMES.get(table, table), expected[0])

        assert sorted(kept, key=as_text) == sorted(expected, key=as_text), table


def test_the_links_of_a_second_database_find_what_they_found(second: SqlStore) -> None:
    def finds(token: str) -> str | None:
        stored = second.respondents.find(token)
        return stored and stored.respondent.id

    tokens = ("hash-printed", "hash-own", "hash-letter", "hash-joined", "hash-late", "hash-revoked")
    assert [finds(token) for token in tokens] == ["S1", "S2", "S2", "S4", "S5", None]
    open_link = second.invitations.find("hash-open")
    assert open_link is not None
    assert (open_link.invitation.id, open_link.taken) == ("open", 4)
    of_pair = second.respondents.find("hash-mentor-letter")
    assert of_pair is not None
    assert of_pair.pair == Pair("D1", "A1", "elke week bellen", version=2)


def test_people_go_on_in_a_second_database_where_they_were(second: SqlStore, clock: Clock) -> None:
    saved = second.answers.save("S2", an_answer(level=1, version=2), holder="hash-own", most=5)
    second.respondents.begin("hash-printed", "hash-new", "nl")
    second.respondents.join(an_invited_respondent("S9", invitation="open"), 60)

    assert saved.version == 3
    assert second.respondents.get("S1").personal_link_hash == "hash-printed"
    assert [change.answer.version for change in history(second, "S2", "MC-01")] == [2, 3]
    for invitation in ("expired", "closed"):
        with pytest.raises(InvitationClosed):
            second.respondents.join(an_invited_respondent("S8", invitation=invitation), 60)
    with pytest.raises(InvitationFull):
        second.respondents.join(an_invited_respondent("S8", invitation="mentees"), 60)


def test_new_rows_of_a_second_database_come_after_the_old_ones(second: SqlStore) -> None:
    second.invitations.add([an_invitation("a new one")], [], [], threshold=5)
    second.agreements.save(an_agreement("a new one"))
    second.answers.save("R1", an_answer("MC-09"))

    assert [i.id for i in second.invitations.all("A1")][-1] == "a new one"
    assert [a.id for a in second.agreements.all("P1")] == ["X9", "X1", "X5", "a new one"]
    for table, many in (("invitations", 5), ("agreements", 3), ("answer_history", 12)):
        numbers = sorted(row["number"] for row in rows(second, table, ["number"]))
        assert numbers == list(range(1, many + 2))


def test_what_belongs_together_in_a_second_database_is_erased_together(second: SqlStore) -> None:
    with write_transaction(second.engine) as connection:
        connection.execute(delete(tables.invitations).where(tables.invitations.c.id == "open"))

    assert {r.id for r in second.respondents.all("A1")} == {"R1", "S5", "D1-1", "D1-2"}
    second.projects.erase("P1")
    assert not any(rows_by_table(second).values())


@pytest.fixture
def third(database_url: str, clock: Clock) -> Iterator[SqlStore]:
    """A store on a database of revision 0003 that was upgraded."""
    fill(database_url, "0003", THIRD)
    store = open_store(database_url, clock=clock)
    yield store
    store.close()


def test_every_row_of_a_third_database_stays(third: SqlStore) -> None:
    for table, lines in THIRD.items():
        expected = promised(table, lines)

        kept = rows(third, table, expected[0])

        assert sorted(kept, key=as_text) == sorted(expected, key=as_text), table


def test_a_third_database_has_no_contact_codes_or_feedback_yet(third: SqlStore) -> None:
    assert third.projects.get("P1").contact == ""
    assert not any(a.gives_feedback for a in third.assessments.all("P1"))
    invitations = third.invitations.all("A1")
    assert {(i.own_line, i.open_code_hash) for i in invitations} == {("", None)}
    assert {r.code_hash for r in third.respondents.all("A1")} == {None}


def test_people_go_on_in_a_third_database_and_its_letters_can_get_codes(third: SqlStore) -> None:
    third.respondents.begin("hash-printed", "hash-new", "nl")
    third.respondents.replace_link("S3", "hash-again", "hash-code")
    third.answers.save("S2", an_answer(level=1, version=2), holder="hash-own", most=5)

    found = third.respondents.find("hash-code")
    assert found is not None
    assert (found.respondent.id, found.contact) == ("S3", "")
    third.projects.erase("P1")
    assert not any(rows_by_table(third).values())


@pytest.fixture
def fourth(database_url: str, clock: Clock) -> Iterator[SqlStore]:
    """A store on a database of revision 0004 that was upgraded."""
    fill(database_url, "0004", FOURTH)
    store = open_store(database_url, clock=clock)
    yield store
    store.close()


def test_a_fourth_database_is_bound_to_what_was_promised_and_to_what_was_shown(
    fourth: SqlStore,
) -> None:
    numbers = {a.id: a.threshold for a in fourth.assessments.all("P1")}

    # shown from 3 it stays so; nobody asked: no promise yet; links: 5; a lower number rises
    assert numbers == {"A0": 3, "A1": 5, "A2": None, "A3": 5, "A4": 7}
    assert {i.stormed_at for i in fourth.invitations.all("A1")} == {None}


def test_who_began_and_was_revoked_in_a_fourth_database_can_change_what_counts(
    fourth: SqlStore,
) -> None:
    saved = fourth.answers.save("S2", an_answer(level=1, version=2), holder="hash-own", most=5)

    assert saved.version == 3
    assert fourth.respondents.get("S2").revoked_at is None
    assert fourth.respondents.find("hash-revoked") is None  # a letter that nobody began with
    fourth.projects.erase("P1")
    assert not any(rows_by_table(fourth).values())


def test_a_fifth_database_keeps_every_row_and_can_hold_a_session(
    database_url: str, clock: Clock
) -> None:
    fill(database_url, "0005", FOURTH)
    store = open_store(database_url, clock=clock)
    rows = rows_by_table(store)
    fill_session(store, "Samen kijken")

    assert {name: rows[name] for name in FOURTH} == {name: len(FOURTH[name]) for name in FOURTH}
    assert store.sessions.get("S1").name == "Samen kijken"
    store.close()


def test_an_upgrade_that_fails_changes_nothing(database_url: str, clock: Clock) -> None:
    fill(database_url, "0002", SECOND)
    engine = create(address(database_url))
    with write_transaction(engine) as connection:
        connection.execute(text("CREATE TABLE agreements (somebody_elses INTEGER)"))

    with pytest.raises(DatabaseError, match="agreements"):
        open_store(database_url, clock=clock)

    with read_transaction(engine) as connection:
        assert {"rounds", "limits", "actions"} <= set(inspect(connection).get_table_names())
        assert connection.execute(text("SELECT count(*) FROM rounds")).scalar_one() == 5
    engine.dispose()
