"""check-criteria: everything that is wrong at once, each on a line of its own."""

import json
from pathlib import Path

import pytest

from tests.support.command_line import Run, change, program, refusal


def test_the_shipped_criteria_are_in_order() -> None:
    result = program("check-criteria")

    assert result.returncode == 0
    assert "nothing is wrong" in result.stdout
    assert "4 perspectives, 75 criteria, 3 theses, 9 profiles, 2 languages" in result.stdout


def test_who_reads_the_words_of_another_role_is_a_notice_and_no_error(
    run: Run, folder: Path
) -> None:
    before = run("check-criteria", folder)
    file = folder / "perspectives" / "client.yaml"
    for name in ("MC-36", "MC-63"):
        text = file.read_text(encoding="utf-8")
        start = text.index("    mentee:\n      - nl:", text.index(f"- id: {name}\n"))
        own = text[start : text.index("  why:", start)]
        change(file, own, "")

    after = run("check-criteria", folder)

    assert before.exit_code == after.exit_code == 0
    assert "Notice" not in before.stdout
    assert notice("mentee", ["MC-36", "MC-63"]) in after.stdout


def notice(role: str, names: list[str]) -> str:
    return (
        f"Notice: {role} reads the levels in the words of the lead role, having none in "
        f"`rubric_for`, in {len(names)} criteria: {', '.join(names)}."
    )


def test_every_problem_stands_on_its_own_line_with_its_place(run: Run, folder: Path) -> None:
    change(folder / "perspectives" / "client.yaml", "scale: assurance", "scale: asurance")
    change(folder / "profiles" / "short.yaml", "id: short", "id: brief")

    first, second = refusal(run("check-criteria", folder))

    assert first.startswith("perspectives/client.yaml:")
    assert "`assurance`" in first
    assert second.startswith("profiles/short.yaml:1:")


def test_a_folder_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    (line,) = refusal(run("check-criteria", tmp_path / "nowhere"))

    assert "no such criteria folder" in line


def test_the_folder_may_be_a_setting(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(folder))

    assert str(folder) in run("check-criteria").stdout


def test_a_new_id_waits_for_the_lock(run: Run, folder: Path) -> None:
    lock = folder / "ids.lock"
    change(lock, "MC-60\n", "")

    (before,) = refusal(run("check-criteria", folder))
    after = run("check-criteria", folder, "--lock")

    assert "--lock" in before
    assert after.exit_code == 0
    assert "MC-60" in lock.read_text(encoding="utf-8")


def test_broken_criteria_are_not_locked(run: Run, folder: Path) -> None:
    lock = folder / "ids.lock"
    change(lock, "MC-60\n", "")
    change(folder / "scales.yaml", "- id: assurance", "- ident: assurance")

    refusal(run("check-criteria", folder, "--lock"))

    assert "MC-60" not in lock.read_text(encoding="utf-8")


def test_the_schema_is_written_to_the_screen_or_to_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "scales.json"

    whole = json.loads(run("schema").stdout)
    assert run("schema", "scales", "-o", target).stdout == ""

    assert len(whole["anyOf"]) == 12
    assert json.loads(target.read_text(encoding="utf-8"))["type"] == "array"


def test_the_page_to_read_is_written_per_language(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("overview", folder, "-o", tmp_path / "pages")

    assert result.exit_code == 0
    pages = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert pages == ["catalogue.en.md", "catalogue.nl.md"]


def test_a_new_catalogue_can_be_used_at_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "more" / "meetings"

    made = run("new-catalogue", folder)

    assert made.stdout.endswith(f"MENTORSPIEGEL_CATALOGUES={tmp_path / 'more'}\n")
    checked = run("check-criteria", folder)
    assert "Catalogue meetings 1: 2 perspectives, 3 criteria, 1 theses" in checked.stdout
    monkeypatch.setenv("MENTORSPIEGEL_CRITERIA", str(folder))
    assert run("overview", "-o", tmp_path / "pages").exit_code == 0


@pytest.mark.parametrize(("name", "code"), [("not an id", 2), ("there", 1)])
def test_a_new_catalogue_needs_a_name_of_its_own(
    run: Run, tmp_path: Path, name: str, code: int
) -> None:
    (tmp_path / "there").mkdir()

    assert run("new-catalogue", tmp_path / name).exit_code == code
    assert not (tmp_path / name / "catalogue.yaml").exists()


def test_questionnaires_are_listed_with_questions_and_minutes_of_each_role(run: Run) -> None:
    rows = json.loads(run("profiles", "--format", "json").stdout)

    asked = {(row["profile"], row["role"]): row for row in rows}
    assert asked["short", "coordinator"]["questions"] == 20
    assert 50 <= asked["short", "coordinator"]["minutes"] <= 65
    assert asked["interim", "mentee"]["questions"] == 8
    assert ("interim", "coordinator") not in asked
    table = run("profiles", "--language", "en").stdout.splitlines()
    assert table[0].split() == ["profile", "role", "questions", "minutes"]
    assert len(table) == len(rows) + 1


def test_a_language_that_is_not_there_is_wrong_usage(run: Run) -> None:
    assert run("profiles", "--language", "fr").exit_code == 2
