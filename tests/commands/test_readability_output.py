"""check-criteria --readability: texts that may be hard to read are named, and nothing is wrong."""

import re
from pathlib import Path

from tests.support.command_line import Run


def ask_of_a_mentee(folder: Path, words: str) -> int:
    """Give MC-05 other Dutch words for a mentee; return their line."""
    client = folder / "perspectives" / "client.yaml"
    lines = client.read_text(encoding="utf-8").split("\n")
    line = lines.index("    mentee:", lines.index("- id: MC-05")) + 1
    assert lines[line].startswith("      nl: ")
    lines[line] = f"      nl: {words}"
    client.write_text("\n".join(lines), encoding="utf-8")
    return line + 1


def test_texts_that_may_be_hard_to_read_are_named_with_their_line(run: Run, folder: Path) -> None:
    line = ask_of_a_mentee(folder, " en ".join(["jij"] * 21))

    result = run("check-criteria", folder, "--readability")

    assert result.exit_code == 0
    assert (
        f"perspectives/client.yaml:{line}: MC-05.ask.mentee (nl): "
        "a sentence of 41 words, more than 20. Cut it in two."
    ) in result.stdout
    assert "mentee, nl: reading ease " in result.stdout


def test_long_words_are_named_too(run: Run, folder: Path) -> None:
    line = ask_of_a_mentee(folder, "Organisatieverantwoordelijkheden gemeenschappelijk")

    assert (f"perspectives/client.yaml:{line}: MC-05.ask.mentee (nl): reading ease ") in run(
        "check-criteria", folder, "--readability"
    ).stdout


def test_a_language_that_cannot_be_measured_is_named(run: Run, folder: Path) -> None:
    for path in folder.rglob("*.yaml"):
        if path.parent.name != "example":
            text = re.sub(r"\ben(: |\])", r"fr\1", path.read_text(encoding="utf-8"))
            path.write_text(text, encoding="utf-8")

    assert "Not measured: fr." in run("check-criteria", folder, "--readability").stdout
