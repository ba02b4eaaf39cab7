"""All problems of all files are reported in one go."""

from tests.assessment.catalogue.reading.conftest import CriteriaFolder

HEADER = "catalogue.yaml"
CLIENT = "perspectives/client.yaml"


def test_all_problems_of_all_files_come_at_once_in_order(folder: CriteriaFolder) -> None:
    folder.change(CLIENT, "title:", "titel:")
    folder.change(CLIENT, "role: coordinator", "role: coordinater")
    folder.change("scales.yaml", ", en: Absent", "")
    folder.change("theses.yaml", "[C-1]", "[C-9]")
    folder.change("profiles/short.yaml", "growth", "no")
    folder.change(HEADER, "  - id: floor", "  - id: floor\n    levels: 5")
    folder.change("ids.lock", "C-2", "C-3")

    assert folder.problems() == [
        f"{HEADER}:32:5: unknown key `levels`. "
        "Use one of: id, title, description, minimal, growth.",
        "ids.lock:2:1: no criterion has the id C-3 any more. Restore the criterion, "
        "or retire its id with `python cli.py check-criteria --lock`.",
        f"{CLIENT}:1:3: the key `title` is missing. Add it.",
        f"{CLIENT}:2:3: unknown key `titel`. Did you mean `title`?",
        f"{CLIENT}:6:9: there is no role `coordinater`. Did you mean `coordinator`?",
        f"{CLIENT}:23:7: the id `C-2` is not in ids.lock. "
        "Add it with `python cli.py check-criteria --lock`.",
        "profiles/short.yaml:5:20: `no` is not allowed. Use one of: minimal, growth.",
        "scales.yaml:4:14: the text lacks `en`. Add it.",
        "theses.yaml:7:14: there is no criterion `C-9`. Did you mean `C-2`?",
    ]


def test_no_file_hides_the_problems_of_another(folder: CriteriaFolder) -> None:
    folder.write(HEADER, "[")
    folder.change(CLIENT, "title:", "titel:")
    folder.change("theses.yaml", "[C-1]", "[C-9]")

    assert [problem.rsplit(": ", 1)[-1] for problem in folder.problems()][1:] == [
        "the key `title` is missing. Add it.",
        "unknown key `titel`. Did you mean `title`?",
        "there is no criterion `C-9`. Did you mean `C-2`?",
    ]


def test_a_flood_of_problems_is_cut_off_and_says_so(folder: CriteriaFolder) -> None:
    folder.write("theses.yaml", "- 1\n" * 5_000)

    found = [problem for problem in folder.problems() if problem.startswith("theses.yaml")]

    assert len(found) == 1_000
    assert found[0] == (
        "theses.yaml: 1,000 problems or more; the rest is not shown. Correct these first."
    )
