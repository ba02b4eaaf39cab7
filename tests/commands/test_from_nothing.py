"""The worked example of docs/command-line.md, run as it is written."""

import re
import shlex
from pathlib import Path

import pytest

from tests.support.command_line import ROOT, Run
from tests.support.files.documents import pdf_text
from tests.support.files.filled_forms import fill


def example() -> list[list[str]]:
    """Return the commands of the example, each as the words that the program gets."""
    text = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    part = text.partition("## From nothing to a report\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", part, flags=re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line)[2:] for line in lines]


def test_the_example_leads_from_nothing_to_a_report(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = ""

    for command in example():
        if command[:2] == ["offline", "read"]:  # somebody filled it in meanwhile
            blank = Path(command[2])
            fill(blank, MC_41={"answer": 3, "comment": "We ask"}).replace(blank)
        result = run(*command)
        assert result.exit_code == 0, (command, result.stderr)
        said += result.stdout

    assert "Made 'Samen Sterk' as " in said
    assert "Written: 1." in said
    assert "Written to letters.pdf: 8 links." in said
    assert "Closed 'Meting" in said
    letters = pdf_text(Path("letters.pdf").read_bytes(), tmp_path, "-layout")
    assert letters.count("the confidential adviser, 010 123 45 67") >= 8
    assert letters.count("We talk about it on 12 May.") >= 8
    report = pdf_text(Path("report.pdf").read_bytes(), tmp_path, "-layout")
    assert "Samen Sterk" in report
    assert "Ask every mentee in May" in report
