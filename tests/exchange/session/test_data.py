"""A session as data: both votes, what was agreed, notes; with a codebook, and nothing hidden."""

import csv
import io
import json
import zipfile
from typing import Any

from assessment.services.context import Workspace
from exchange.session.codebook import COLUMNS
from exchange.session.data import session_csv, session_json
from reports.session.material import SessionMaterial
from tests.support.session.evenings import a_vote_of_too_few


def tables(data: bytes) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {
            name: list(csv.DictReader(io.StringIO(packed.read(name).decode())))
            for name in packed.namelist()
        }


def test_both_votes_and_what_was_agreed_are_there(evening: SessionMaterial) -> None:
    found = tables(session_csv(evening))
    rated = [
        row
        for row in found["votes.csv"]
        if (row["item"], row["vote"], row["role"]) == ("MC-41", "first", "mentor")
    ]
    [item] = [row for row in found["items.csv"] if row["item"] == "MC-41"]

    assert {row["choice"]: row["number"] for row in rated}["3"] == "4"
    assert {row["of"] for row in rated} == {"6"}
    assert (item["agreed"], item["for_it"]) == ("2", "9")
    assert item["reason"] == "We ask, and not everybody."
    [agreement] = found["agreements.csv"]
    assert (agreement["due"], agreement["criterion"]) == ("2027-03-01", "MC-41")
    assert [row["text"] for row in found["notes.csv"]] == ["Counting is not looking."]


def test_what_is_hidden_in_the_room_is_in_no_file(evening: SessionMaterial) -> None:
    everything = session_json(evening).decode()
    roles = {row["role"] for row in tables(session_csv(evening))["votes.csv"]}

    assert roles == {"all", "mentor", "mentee"}  # two partners are too few
    for word in ("token", "phrase", "person"):
        assert f'"{word}' not in everything


def test_every_column_is_explained(evening: SessionMaterial) -> None:
    found = tables(session_csv(evening))
    explained = {
        (row["code"], row["field"]) for row in found["codebook.csv"] if row["part"] == "column"
    }

    for name, rows in found.items():
        if name != "codebook.csv":
            assert {(name, column) for column in rows[0]} <= explained
            assert list(rows[0]) == list(COLUMNS[name])


def test_json_holds_the_same_with_the_script(evening: SessionMaterial) -> None:
    data: dict[str, Any] = json.loads(session_json(evening))

    assert data["format"] == "mentorspiegel-session-1"
    assert data["session"]["people"] == 14
    assert len(data["session"]["script"]["steps"]) == 6
    assert len(data["votes"]) == len(tables(session_csv(evening))["votes.csv"])
    assert {"items", "notes", "agreements", "codebook"} <= set(data)


def test_a_vote_of_too_few_leaves_no_figure(workspace: Workspace) -> None:
    room = a_vote_of_too_few(workspace)
    found = tables(session_csv(SessionMaterial.of(workspace, room.session, "en")))

    assert found["votes.csv"] == []
    assert [row["item"] for row in found["items.csv"]] == ["MC-01"]
