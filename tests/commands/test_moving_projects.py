"""export, import and erase: what leaves, what comes back and what is gone."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from exchange import project_file
from tests.support.command_line import Run, refusal


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Path:
    """The example project as a file; the database holds it too."""
    run("demo", "--language", "en")
    return export(run, first_project(run), tmp_path / "example.json")


def first_project(run: Run) -> str:
    return run("export").stdout.split()[0]


def export(run: Run, project: str, file: Path) -> Path:
    result = run("export", project, "-o", file)
    assert result.exit_code == 0, result.stderr
    return file


def imported(run: Run, file: Path) -> str:
    """Import a file and return the id of the new project."""
    result = run("import", file)
    assert result.exit_code == 0, result.stderr
    return result.stdout.strip().removesuffix(".").rpartition(" ")[2]


def without_ids(file: Path) -> str:
    """Return an export in which ids are numbered in the order in which they appear."""
    text = file.read_text(encoding="utf-8")
    document = json.loads(text)
    ids = [document["project"]["id"]]
    ids += [part["assessment"]["id"] for part in document["assessments"]]
    ids += [agreement["id"] for agreement in document["agreements"]]
    for one in document.get("sessions", ()):
        ids.append(one["session"]["id"] if "session" in one else one["id"])
        ids += [
            each["id"]
            for part in one.values()
            if isinstance(part, list)
            for each in part
            if isinstance(each, dict) and "id" in each
        ]
    for number, name in enumerate(ids):
        text = text.replace(f'"{name}"', f'"id-{number}"')
    return text


def test_an_imported_project_exports_as_the_same_file_but_for_its_ids(
    run: Run, exported: Path, tmp_path: Path
) -> None:
    once = export(run, imported(run, exported), tmp_path / "once.json")
    twice = export(run, imported(run, once), tmp_path / "twice.json")

    assert without_ids(twice) == without_ids(once)
    assert twice.read_text() != once.read_text()


def test_what_the_organisation_wrote_comes_back(run: Run, exported: Path, tmp_path: Path) -> None:
    again = export(run, imported(run, exported), tmp_path / "again.json")
    before, after = (json.loads(file.read_text()) for file in (exported, again))

    for name in ("name", "target_group", "kind", "stage", "size"):
        assert after["project"][name] == before["project"][name]
    for old, new in zip(before["assessments"], after["assessments"], strict=True):
        assert new["answers"] == old["answers"]
        assert new["choices"] == old["choices"]
    assert [a["text"] for a in after["agreements"]] == [a["text"] for a in before["agreements"]]


def test_a_project_moves_to_another_database(run: Run, exported: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"

    assert run("import", exported, "--data", other).exit_code == 0
    assert len(run("export", "--data", other).stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "p.json: "),
        (b"{", "p.json: "),
        (b"[1]", "p.json: "),
        (b"{}", "p.json: "),
        (b'{"name":\n"caf\xe9"}', "p.json:2: not written in UTF-8"),
        (b"\0" * 100, "p.json: "),
        (b"[" * 100_000, "p.json: "),
    ],
)
def test_a_broken_file_imports_nothing(run: Run, tmp_path: Path, content: bytes, said: str) -> None:
    run("migrate")
    file = tmp_path / "p.json"
    file.write_bytes(content)

    lines = refusal(run("import", file))

    assert lines
    assert all(line.startswith(said) for line in lines)
    assert run("export").stdout == "There are no projects.\n"


def test_a_very_large_file_is_refused_unread(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "p.json"
    with file.open("wb") as out:
        out.truncate(project_file.MAX_BYTES + 1)

    (line,) = refusal(run("import", file))

    assert line == "p.json: is too large. Export the project again."


def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    (line,) = refusal(run("import", tmp_path / "p.json"))

    assert line == f"{tmp_path}/p.json: No such file or directory. Check the name and the rights."


def test_erasing_leaves_nothing_in_any_file(run: Run, exported: Path, data: Path) -> None:
    name = json.loads(exported.read_text())["project"]["name"].encode()

    result = run("erase", first_project(run), "--yes")

    assert result.stdout.startswith("Erased ")
    assert all(name not in file.read_bytes() for file in data.iterdir())
    with closing(sqlite3.connect(data / "mentorspiegel.sqlite3")) as connection:
        assert connection.execute("SELECT count(*) FROM answers").fetchone() == (0,)


def test_erasing_asks_for_the_name(run: Run, exported: Path) -> None:
    name = json.loads(exported.read_text())["project"]["name"]

    result = run("erase", first_project(run), typed=f"{name}\n")

    assert result.exit_code == 0
    assert run("export").stdout == "There are no projects.\n"


@pytest.mark.parametrize("typed", ["yes\n", "\n", ""])
def test_another_answer_erases_nothing(run: Run, exported: Path, typed: str) -> None:
    result = run("erase", first_project(run), typed=typed)

    assert result.exit_code == 1
    assert len(run("export").stdout.splitlines()) == 1


def test_broken_criteria_are_no_hindrance_to_erasing(
    run: Run, exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(tmp_path / "nowhere"))

    assert run("erase", first_project(run), "--yes").exit_code == 0
