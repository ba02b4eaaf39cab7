"""A catalogue as YAML files: reading them gives the same catalogue."""

import json
from pathlib import Path

from assessment.catalogue.reading.loader import check_folder, load_catalogue, write_ids_lock
from exchange.xlsform.criteria_folder import yaml_files
from tests.support.catalogues import a_catalogue, a_criterion, text
from tests.support.files.xlsforms import back
from tests.support.workspace import CRITERIA

SHIPPED = load_catalogue(CRITERIA)


def test_yaml_to_xlsform_to_yaml_is_the_same_catalogue(tmp_path: Path) -> None:
    for name, content in yaml_files(back(SHIPPED)).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    catalogue, problems = check_folder(tmp_path)

    assert catalogue is not None
    assert [problem.file for problem in problems] == ["ids.lock"]
    write_ids_lock(tmp_path, catalogue)
    again = load_catalogue(tmp_path)
    assert again.content_hash == SHIPPED.content_hash
    assert (again.guides, again.scripts) == (SHIPPED.guides, SHIPPED.scripts)


def test_every_perspective_and_profile_has_a_file_of_its_own() -> None:
    files = yaml_files(SHIPPED)

    assert {f"perspectives/{p.id}.yaml" for p in SHIPPED.perspectives} <= set(files)
    assert {f"profiles/{p.id}.yaml" for p in SHIPPED.profiles} <= set(files)
    assert {"catalogue.yaml", "scales.yaml"} <= set(files)


def test_nothing_typed_is_read_as_anything_but_text() -> None:
    odd = 'yes: no # "quoted" é\n- 1'
    catalogue = a_catalogue(a_criterion("C-1", why=text(odd)))

    (client,) = [t for name, t in yaml_files(catalogue).items() if name.endswith("/client.yaml")]

    assert json.dumps(odd, ensure_ascii=False) in client
    assert "perspective:" not in client
