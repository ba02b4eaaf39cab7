"""The statement of docs/scaling.md counts as we do, on every engine it names."""

import random
import re
from itertools import product
from pathlib import Path

import duckdb
import pytest
from sqlalchemy import text

from assessment.answers import STATES, AnswerState
from assessment.scoring.counts import BINS, CountTable
from exchange.answer_files.read import count_answers
from exchange.answers_csv import Row, write_answers
from storage import SqlStore
from tests.support.builders import a_respondent, an_answer, begin
from tests.support.catalogues import a_catalogue

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "scaling.md"
COUNTING, NAMING = re.findall(r"```sql\n(.*?)```", DOCUMENT.read_text("utf-8"), flags=re.DOTALL)
ROLES = ("coordinator", "mentor", "mentor", "mentee", "mentee", "mentee")
CRITERIA = ("C-1", "C-2", "C-3")
CATALOGUE = a_catalogue(*CRITERIA)

Counted = list[tuple[str, str, str, *tuple[int, ...]]]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """The answers of six respondents, with every state and level, and a note that is no answer."""
    chance = random.Random(1)  # noqa: S311  (the same rows every time)
    made = []
    for (number, role), criterion in product(enumerate(ROLES), CRITERIA):
        state = chance.choice((*STATES, AnswerState.LEVEL, AnswerState.LEVEL))
        level = chance.randrange(5) if state is AnswerState.LEVEL else None
        made.append(Row("A1", f"R{number}", role, an_answer(criterion, state=state, level=level)))
    note = an_answer(CRITERIA[0], state=None, level=None, comment="later")
    return [*made[1:], Row("A1", "R0", ROLES[0], note)]


@pytest.fixture(scope="module")
def file(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("answers") / "answers.csv"
    path.write_text(write_answers(rows), encoding="utf-8", newline="")
    return path


def as_rows(table: CountTable) -> Counted:
    """Our own counts in the shape of the statement: without rows in which nothing was answered."""
    axes = product(table.assessments, table.criteria, table.roles)
    counts = table.counts.reshape(-1, BINS).tolist()
    return sorted((*axis, *row) for axis, row in zip(axes, counts, strict=True) if any(row))


@pytest.fixture(scope="module")
def ours(file: Path) -> Counted:
    (table,) = count_answers(file, CATALOGUE, lambda _: None).tables()
    return as_rows(table)


def test_sqlite_and_postgresql_count_their_own_answers_as_we_do(
    store: SqlStore, rows: list[Row], ours: Counted
) -> None:
    begin(store, *(a_respondent(f"R{n}", role=role) for n, role in enumerate(ROLES)))
    for row in rows:
        store.answers.save(row.respondent, row.answer)

    with store.engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(COUNTING))]

    assert sorted(found) == ours
    [table] = store.answers.counts(["A1"])
    assert as_rows(table) == ours


@pytest.mark.parametrize("parquet", [False, True])
def test_duckdb_counts_files_as_we_do(file: Path, ours: Counted, parquet: bool) -> None:
    naming = NAMING.replace("answers/*.csv", f"{file.parent}/*.csv")
    with duckdb.connect() as engine:
        engine.execute(naming)
        if parquet:
            packed = file.with_suffix(".parquet")
            engine.execute(f"COPY answers TO '{packed}' (FORMAT parquet)")
            engine.execute(f"CREATE OR REPLACE VIEW answers AS FROM read_parquet('{packed}')")
            (table,) = count_answers(packed, CATALOGUE, lambda _: None).tables()
            assert as_rows(table) == ours
        found = engine.execute(COUNTING).fetchall()

    assert found == ours
