"""A folder without mistakes becomes a catalogue."""

from assessment.catalogue.reading.loader import check_folder, load_catalogue
from tests.assessment.catalogue.reading.conftest import CriteriaFolder


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
