"""A folder without mistakes becomes a catalogue; otherwise all problems are reported in one go."""

import pytest
from pydantic import ValidationError

from assessment.catalogue.model import Catalogue, Criterion
from assessment.catalogue.reading.loader import check_folder, load_catalogue
from tests.support.criteria_folder import CriteriaFolder

HEADER = "catalogue.yaml"
CLIENT = "perspectives/client.yaml"


def test_a_valid_folder_has_no_problems(folder: CriteriaFolder) -> None:
    assert folder.problems() == []


def test_criteria_keep_the_order_of_perspectives_and_files(folder: CriteriaFolder) -> None:
    folder.change("catalogue.yaml", "  - id: client", "  - id: first\n    title: *\n  - id: client")
    part = "{nl: x, en: x}"
    folder.change(
        "catalogue.yaml",
        "    title: *",
        f"    title: {part}\n    definition: {part}\n    question: {part}",
    )
    text = (folder.path / "perspectives/client.yaml").read_text(encoding="utf-8")
    folder.write("perspectives/first.yaml", text.replace("C-", "F-"))
    folder.write("ids.lock", "C-1\nC-2\nF-1\nF-2\n")

    catalogue = load_catalogue(folder.path)

    assert [c.id for c in catalogue.criteria] == ["F-1", "F-2", "C-1", "C-2"]


def test_a_criterion_knows_its_perspective_from_its_file(folder: CriteriaFolder) -> None:
    assert {c.perspective for c in load_catalogue(folder.path).criteria} == {"client"}


def test_every_part_arrives_in_the_catalogue(folder: CriteriaFolder) -> None:
    catalogue = load_catalogue(folder.path)

    assert catalogue.by_id["C-1"].supported_by == ("EEP4-S2", "EEP4")
    assert [role.id for role in catalogue.roles] == ["coordinator", "mentor", "mentee"]
    assert [scale.id for scale in catalogue.scales] == ["practice"]
    assert [thesis.id for thesis in catalogue.theses] == ["T-1"]
    assert [profile.id for profile in catalogue.profiles] == ["full", "short"]


def test_theses_may_be_left_out(folder: CriteriaFolder) -> None:
    folder.remove("theses.yaml")

    assert load_catalogue(folder.path).theses == ()


def test_sources_and_standards_may_be_left_out(folder: CriteriaFolder) -> None:
    text = (folder.path / "catalogue.yaml").read_text(encoding="utf-8")
    folder.write("catalogue.yaml", text[: text.index("sources:")])
    folder.change("perspectives/client.yaml", "[S001-A1]", "[]")
    folder.change("perspectives/client.yaml", "[S001]", "[]")
    folder.change("perspectives/client.yaml", "[EEP4-S2, EEP4]", "[]")

    assert folder.problems() == []


def test_other_languages_than_dutch_and_english_are_as_good(folder: CriteriaFolder) -> None:
    for path in folder.path.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(folder.path).as_posix()
        folder.write(name, text.replace("nl:", "de:").replace("en:", "pt-BR:"))
    folder.change("catalogue.yaml", "[nl, en]", "[de, pt-BR]")

    assert load_catalogue(folder.path).by_id["C-1"].title.in_language("pt-BR") == "Safe"


def test_other_files_and_folders_do_not_matter(folder: CriteriaFolder) -> None:
    folder.write("README.md", "# Read me")
    folder.write("example/project.yaml", "name: no catalogue")
    folder.write("perspectives/notes.txt", "later")
    folder.write(".hidden/scales.yml", "&a")
    folder.write("perspectives/.client.yaml.swp", b"\0")

    assert folder.problems() == []


def test_line_ends_and_byte_order_mark_do_not_change_the_catalogue(folder: CriteriaFolder) -> None:
    before = load_catalogue(folder.path).content_hash
    for path in folder.path.rglob("*.*"):
        data = path.read_bytes().replace(b"\n", b"\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + data)

    assert load_catalogue(folder.path).content_hash == before


def test_old_line_ends_do_not_change_the_catalogue(folder: CriteriaFolder) -> None:
    before = load_catalogue(folder.path).content_hash
    for path in folder.path.rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r"))

    assert load_catalogue(folder.path).content_hash == before


def test_a_link_inside_the_folder_is_followed(folder: CriteriaFolder) -> None:
    folder.write("kept/scales.txt", (folder.path / "scales.yaml").read_bytes())
    folder.remove("scales.yaml")
    (folder.path / "scales.yaml").symlink_to(folder.path / "kept/scales.txt")

    assert folder.problems() == []


def test_the_folder_itself_may_be_a_link(folder: CriteriaFolder) -> None:
    link = folder.path.parent / "link"
    link.symlink_to(folder.path)

    assert check_folder(link)[1] == []


def test_numbers_in_quotes_are_text(folder: CriteriaFolder) -> None:
    folder.change("perspectives/client.yaml", "nl: Veilig", 'nl: "010"')

    assert load_catalogue(folder.path).by_id["C-1"].title.in_language("nl") == "010"


def test_a_text_that_only_begins_like_a_date_is_text(folder: CriteriaFolder) -> None:
    folder.change("perspectives/client.yaml", "nl: Veilig", "nl: 2024-01-01 begon het")

    assert folder.problems() == []


def test_a_weight_may_be_a_fraction(folder: CriteriaFolder) -> None:
    folder.change("perspectives/client.yaml", "weight: 1", "weight: 0.5")

    assert load_catalogue(folder.path).by_id["C-1"].weight == 0.5


def test_a_rubric_may_be_left_empty(folder: CriteriaFolder) -> None:
    folder.change("perspectives/client.yaml", "role: mentor", "rubric: []\n  role: mentor")

    assert folder.problems() == []


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


@pytest.fixture
def catalogue(folder: CriteriaFolder) -> Catalogue:
    return load_catalogue(folder.path)


@pytest.fixture
def safe(catalogue: Catalogue) -> Criterion:
    return catalogue.by_id["C-1"]


def test_a_text_is_given_in_a_language(safe: Criterion) -> None:
    assert safe.title.in_language("en") == "Safe"


def test_a_text_in_an_unknown_language_is_given_in_the_first(safe: Criterion) -> None:
    assert safe.title.in_language("fr") == "Veilig"


def test_a_role_is_asked_in_its_own_words(safe: Criterion) -> None:
    assert safe.question_for("mentee").in_language("en") == "Do you feel safe?"


def test_a_role_without_own_words_is_asked_the_question(safe: Criterion) -> None:
    assert safe.question_for("coordinator").in_language("en") == "Is it safe?"


def test_a_role_that_is_asked_everything_is_asked(catalogue: Catalogue) -> None:
    assert catalogue.is_asked(catalogue.by_id["C-2"], "coordinator")


def test_the_lead_role_is_asked(catalogue: Catalogue) -> None:
    assert catalogue.is_asked(catalogue.by_id["C-2"], "mentor")


def test_another_role_is_asked_when_the_criterion_names_it(catalogue: Catalogue) -> None:
    asked = [catalogue.is_asked(catalogue.by_id[name], "mentee") for name in ("C-1", "C-2")]

    assert asked == [True, False]


def test_the_rubric_is_the_criterions_own(catalogue: Catalogue, safe: Criterion) -> None:
    assert [text.in_language("en") for text in catalogue.rubric(safe, "mentee")] == [
        "nought",
        "one",
        "two",
        "three",
        "four",
    ]


def test_without_a_rubric_the_meanings_of_the_scale_stand_in(catalogue: Catalogue) -> None:
    rubric = catalogue.rubric(catalogue.by_id["C-2"], "mentor")

    assert rubric[0].in_language("en") == "This does not exist."


def test_parts_are_found_by_id(catalogue: Catalogue) -> None:
    profile, ambition = catalogue.profile("short"), catalogue.ambition("floor")

    assert profile is not None
    assert profile.title.in_language("en") == "Short"
    assert ambition is not None
    assert ambition.minimal == 3
    assert catalogue.role("mentee").plural.in_language("en") == "mentees"


def test_a_profile_or_ambition_may_not_exist(catalogue: Catalogue) -> None:
    assert (catalogue.profile("x"), catalogue.ambition("x")) == (None, None)


def test_roles_are_known_in_order(catalogue: Catalogue) -> None:
    assert catalogue.role_ids == ("coordinator", "mentor", "mentee")


def test_the_organisation_speaks_through_its_own_roles(catalogue: Catalogue) -> None:
    assert catalogue.organisation_roles == {"coordinator"}


def test_a_snapshot_makes_the_same_catalogue_again(catalogue: Catalogue) -> None:
    again = Catalogue.from_snapshot(catalogue.snapshot)

    assert again == catalogue
    assert again.content_hash == catalogue.content_hash


def test_another_word_is_another_hash(folder: CriteriaFolder, catalogue: Catalogue) -> None:
    folder.change("perspectives/client.yaml", "en: Safe", "en: Secure")

    assert load_catalogue(folder.path).content_hash != catalogue.content_hash


def test_a_comment_or_another_layout_is_no_other_hash(
    folder: CriteriaFolder, catalogue: Catalogue
) -> None:
    folder.change("perspectives/client.yaml", "{nl: Veilig, en: Safe}", "{en: 'Safe', nl: Veilig}")
    folder.change("perspectives/client.yaml", "  role:", "  # who\n  role:")

    assert load_catalogue(folder.path).content_hash == catalogue.content_hash


def test_a_catalogue_does_not_change(catalogue: Catalogue) -> None:
    with pytest.raises(ValidationError):
        catalogue.version = "2"  # type: ignore[misc]
