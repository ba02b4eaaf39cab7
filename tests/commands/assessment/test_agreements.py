"""Agreements without a screen."""

import pytest

from tests.support.command_line import Run, listed, refusal


def add(run: Run, project: str, *more: str) -> str:
    result = run("agreements", "add", project, "MC-05", "Write the plan down", *more)
    assert result.exit_code == 0, result.stderr
    return result.stdout.strip().rpartition(" ")[2].rstrip(".")


def test_an_agreement_is_added_and_listed(run: Run, project: str) -> None:
    name = add(run, project, "--owner", "coordinator", "--due", "2027-01-31")

    [line] = listed(run, "agreements", project)
    assert line["id"] == name
    assert (line["criterion"], line["text"]) == ("MC-05", "Write the plan down")
    assert (line["owner"], line["due"], line["status"]) == ("coordinator", "2027-01-31", "open")
    head, row = run("agreements", "list", project).stdout.splitlines()
    assert head.split() == ["Id", "Criterion", "Status", "Due", "Owner", "What"]
    assert row.split()[:4] == [name, "MC-05", "open", "2027-01-31"]


def test_what_is_not_named_stays_as_it_is(run: Run, project: str) -> None:
    name = add(run, project, "--owner", "coordinator", "--due", "2027-01-31")

    assert run("agreements", "change", project, name, "--due", "none").exit_code == 0
    done = run(
        "agreements", "change", project, name, "--status", "done", "--outcome", "It is there"
    )

    assert done.stdout == f"Changed agreement {name}.\n"
    [line] = listed(run, "agreements", project)
    assert (line["owner"], line["due"], line["text"]) == (
        "coordinator",
        None,
        "Write the plan down",
    )
    assert (line["status"], line["outcome"]) == ("done", "It is there")
    assert listed(run, "agreements", project, "--unsettled") == []


def test_a_project_without_agreements_says_so(run: Run, project: str) -> None:
    assert run("agreements", "list", project).stdout == "There are no agreements.\n"


def test_a_long_text_is_shortened_in_the_list_only(run: Run, project: str) -> None:
    run("agreements", "add", project, "MC-05", "words " * 30)

    assert run("agreements", "list", project).stdout.rstrip().endswith("…")
    assert listed(run, "agreements", project)[0]["text"] == ("words " * 30).strip()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "P", "MC-99", "text"), "This assessment has no criterion 'MC-99'."),
        (("add", "P", "MC-05", " "), "An agreement needs words: what will be done?"),
        (("change", "P", "other", "--text", "new"), "There is no agreement 'other'."),
    ],
)
def test_what_cannot_be_is_refused(
    run: Run, project: str, arguments: tuple[str, ...], said: str
) -> None:
    (line,) = refusal(run("agreements", *(project if a == "P" else a for a in arguments)))

    assert line.startswith(said)


@pytest.mark.parametrize(
    "arguments", [("change", "P", "X"), ("add", "P", "MC-05", "text", "--due", "soon")]
)
def test_wrong_usage_is_told(run: Run, project: str, arguments: tuple[str, ...]) -> None:
    assert run("agreements", *(project if a == "P" else a for a in arguments)).exit_code == 2
