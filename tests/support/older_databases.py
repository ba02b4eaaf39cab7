"""Databases as older releases left them, filled with something of everything."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from assessment.answers import Answer, AnswerState, Reason
from storage.engine import address, create, write_transaction
from storage.migrate import upgrade

Row = dict[str, Any]
Rows = dict[str, list[Row]]

THEN = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANSWERS = {
    "MC-01": Answer("MC-01", AnswerState.LEVEL, 3, comment="goed", evidence="map", version=2),
    "MC-02": Answer(
        "MC-02", AnswerState.NOT_APPLICABLE, None, Reason.OTHER, "omdat", marked=True, version=1
    ),
    "MC-03": Answer("MC-03", comment="nog open", version=1),
}


def with_answers(rows: Rows, *who: tuple[str, str, str]) -> Rows:
    """Add the ANSWERS of respondents, each given as (id, assessment, role), with their history."""
    answers = [
        vars(answer) | {"respondent": respondent, "assessment": assessment, "role": role}
        for respondent, assessment, role in who
        for answer in ANSWERS.values()
    ]
    history = [
        {name: value for name, value in row.items() if name not in ("assessment", "role")}
        for row in answers
    ]
    return {
        **rows,
        "answers": [row | {"updated_at": THEN} for row in answers],
        "answer_history": [row | {"changed_at": THEN} for row in history],
    }


FIRST = with_answers(
    {
        "projects": [
            {
                "id": "P1",
                "name": "Maatjes",
                "created_at": THEN,
                "kind": "school",
                "target_group": "t",
            }
            | {"minors": None, "stage": None, "size": 40, "region": "r", "start_year": 2020}
            | {"languages": '["nl", "en"]', "is_example": False, "version": 3, "updated_at": THEN}
        ],
        "snapshots": [{"hash": "h", "snapshot": "{}"}],
        "assessments": [
            {"id": name, "project": "P1", "name": name, "catalogue": "mentoring"}
            | {
                "catalogue_version": "1",
                "catalogue_hash": "h",
                "profile": "full",
                "ambition": "floor",
            }
            | {"started_at": THEN, "closed_at": closed, "previous": before, "version": 1}
            | {"updated_at": THEN}
            for name, closed, before in (("A0", THEN, None), ("A1", None, "A0"))
        ],
        "choices": [
            {"assessment": "A1", "criterion": "MC-01", "in_scope": True, "requirement": "minimal"}
            | {"target": 3, "reason": "r"}
        ],
        "respondents": [
            {"id": "R0", "assessment": "A0", "role": "mentee", "token_hash": None},
            {"id": "R1", "assessment": "A1", "role": "coordinator", "token_hash": None},
        ],
        "actions": [
            {"id": "X1", "project": "P1", "assessment": "A1", "criterion": "MC-01", "text": "doen"}
            | {
                "owner": "bestuur",
                "due": THEN.date(),
                "status": "busy",
                "outcome": "",
                "version": 1,
            }
        ],
    },
    ("R0", "A0", "mentee"),
    ("R1", "A1", "coordinator"),
)


def invited(id: str, invitation: str | None, **fields: Any) -> Row:  # noqa: A002
    """Return the row of a respondent of revision 0002."""
    nothing = dict.fromkeys(
        ("token_hash", "letter_hash", "pair", "revoked_at", "started_at", "finished_at")
    )
    row = {"id": id, "assessment": "A1", "role": "mentee", "round": invitation, "number": 0}
    return row | nothing | {"shares": False, "language": ""} | fields


SECOND = with_answers(
    {
        **{name: FIRST[name] for name in ("projects", "snapshots")},
        "assessments": [
            row | {"threshold": 5 if row["closed_at"] else None, "published_at": row["closed_at"]}
            for row in FIRST["assessments"]
        ],
        "choices": FIRST["choices"],
        "rounds": [
            {"id": name, "assessment": "A1", "role": "mentee", "profile": "short", "seats": 9}
            | {"until": None, "open_hash": None, "in_pairs": False, "closed_at": None, "version": 1}
            | fields
            for name, fields in {
                "open": {"open_hash": "hash-open", "until": date(2027, 1, 1), "version": 3},
                "expired": {"until": date(2026, 2, 1), "role": "partner"},
                "closed": {"closed_at": THEN, "open_hash": "hash-closed"},
                "mentors": {"in_pairs": True, "role": "mentor", "profile": "pair", "seats": 1},
                "mentees": {"in_pairs": True, "profile": "pair", "seats": 1},
            }.items()
        ],
        "pairs": [{"id": "D1", "assessment": "A1", "agreement": "elke week bellen", "version": 2}],
        "respondents": [
            invited("R1", None, role="coordinator"),
            invited("S1", "open", number=1, token_hash="hash-printed"),
            invited("S2", "open", number=2, token_hash="hash-own", letter_hash="hash-letter")
            | {"started_at": THEN, "finished_at": THEN, "language": "en"},
            invited("S3", "open", number=3, token_hash="hash-revoked", revoked_at=THEN),
            invited("S4", "open", token_hash="hash-joined", started_at=THEN, language="nl"),
            invited("S5", "closed", number=1, token_hash="hash-late"),
            invited("D1-1", "mentors", number=1, pair="D1", role="mentor", token_hash="hash-mentor")
            | {"started_at": THEN, "shares": True, "letter_hash": "hash-mentor-letter"},
            invited("D1-2", "mentees", number=1, pair="D1", token_hash="hash-mentee"),
        ],
        "actions": [
            FIRST["actions"][0] | {"id": name, "status": status, "outcome": outcome}
            for name, status, outcome in (
                ("X9", "busy", ""),
                ("X1", "dropped", "te druk"),
                ("X5", "done", "gelukt"),
            )
        ],
        "limits": [
            {"bucket": "unknown", "minute": 29_000_000, "count": 7},
            {"bucket": "answer:S2", "minute": 29_000_000, "count": 1},
        ],
    },
    ("R1", "A1", "coordinator"),
    ("S2", "A1", "mentee"),
    ("S4", "A1", "mentee"),
    ("D1-1", "A1", "mentor"),
)


NEW_NAMES = {  # of revision 0003
    "rounds": "invitations",
    "actions": "agreements",
    "limits": "rate_limits",
    "seats": "max_respondents",
    "round": "invitation",
    "letter_hash": "personal_link_hash",
}
THIRD = {
    NEW_NAMES.get(table, table): [
        {NEW_NAMES.get(name, name): value for name, value in row.items()} for row in lines
    ]
    for table, lines in SECOND.items()
}


_NO_FEEDBACK: Row = {"gives_feedback": False}
FOURTH: Rows = {
    **THIRD,
    "projects": [row | {"contact": "de coördinator"} for row in THIRD["projects"]],
    "assessments": [
        THIRD["assessments"][0] | {"threshold": 3} | _NO_FEEDBACK,  # was shown
        THIRD["assessments"][1] | _NO_FEEDBACK,
        *(
            THIRD["assessments"][1] | {"id": name, "threshold": number} | _NO_FEEDBACK
            for name, number in (("A2", None), ("A3", 3), ("A4", 7))
        ),
    ],
    "invitations": [row | {"own_line": "", "open_code_hash": None} for row in THIRD["invitations"]],
    "respondents": [
        row | {"code_hash": None} | ({"revoked_at": THEN} if row["id"] == "S2" else {})
        for row in THIRD["respondents"]
    ],
}


@contextmanager
def at_revision(url: str, revision: str) -> Iterator[Connection]:
    """Make a database of an older revision, to be filled."""
    engine = create(address(url))
    if engine.dialect.name == "sqlite":
        Path(str(engine.url.database)).parent.mkdir()
    with write_transaction(engine) as connection:
        upgrade(connection, revision)
        yield connection
    engine.dispose()


def fill(url: str, revision: str, rows: Rows) -> None:
    """Make a database of an older revision with these rows."""
    with at_revision(url, revision) as connection:
        for table, lines in rows.items():
            for line in lines:
                values = ", ".join(f":{name}" for name in line)
                sql = f"INSERT INTO {table} ({', '.join(line)}) VALUES ({values})"  # noqa: S608
                # these get the type of their column, as the program writes them
                times = {name: value for name, value in line.items() if isinstance(value, date)}
                connection.execute(text(sql).bindparams(**times), line)
