"""Invitations without a screen: made, listed, replaced, stopped."""

import csv
import json
from pathlib import Path

import pytest

from assessment.invitations import Invitation
from assessment.services import assessments
from commands.common import settings
from commands.database import open_workspace
from tests.support.command_line import Run, listed, refusal
from tests.support.links import begin, new, opens, token


def test_a_group_is_invited_and_its_links_are_printed_once(run: Run, project: str) -> None:
    made = new(run, project)

    assert [link["number"] for link in made["links"]] == [1, 2, 3]
    assert {opens(link) for link in made["links"]} == {"PersonalLink"}
    line = run("invitations", "list", project)
    assert line.stdout.splitlines()[1].split()[:2] == [made["invitation"], "mentee"]
    assert token(made["links"][0]) not in line.stdout + str(listed(run, "invitations", project))


def test_links_to_read_say_that_they_are_shown_once(run: Run, project: str) -> None:
    made = run("invitations", "new", project, "mentor", "--people", "2", "--open")

    head, line = made.stdout.splitlines()
    assert (head.split()[0], line.split()[0]) == ("Kind", "group")
    assert "shown once" in made.stderr
    assert "works on this computer only" in made.stderr


def test_a_reachable_address_needs_no_warning(
    run: Run, project: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORSPIEGEL_PUBLIC_URL", "https://spiegel.example")

    made = run(
        "invitations", "new", project, "mentee", "--people", "2", "--open", "--personal", "1"
    )

    assert made.stdout.count("https://spiegel.example/a/") == 2
    assert "this computer only" not in made.stderr


def test_nobody_invited_is_said(run: Run, project: str) -> None:
    assert run("invitations", "list", project).stdout == "Nobody is invited in 'twee'.\n"
    assert listed(run, "invitations", project) == []


def test_the_list_tells_who_took_part_and_nothing_else(run: Run, project: str) -> None:
    made = new(run, project, "--until", "2999-01-31")
    begin(made["links"][1])

    [line] = listed(run, "invitations", project)

    assert (line["state"], line["until"], line["max_respondents"]) == ("open", "2999-01-31", 3)
    assert (line["started"], line["finished"], line["open_link"]) == (1, 0, False)
    assert [link["state"] for link in line["links"]] == ["unused", "started", "unused"]
    assert set(line) == {
        "asks",
        *("id", "role", "profile", "state", "until", "max_respondents", "open_link"),
        *("stormed_at", "started", "finished", "pairs", "links"),
    }


def test_a_lost_link_is_replaced_after_a_yes(run: Run, project: str) -> None:
    made = new(run, project)
    arguments = ("invitations", "links", project, made["invitation"], "--lost", "2")

    (line,) = refusal(run(*arguments))
    assert line == (
        "The old links stop working at once. Nothing was changed. "
        "Give --yes to go on without a question."
    )
    replaced = json.loads(run(*arguments, "--yes", "--format", "json").stdout)[0]["links"]

    assert [link["number"] for link in replaced] == [2]
    assert (opens(made["links"][1]), opens(replaced[0])) == ("NoneType", "PersonalLink")


def test_who_began_gets_no_new_link(run: Run, project: str) -> None:
    made = new(run, project)
    begin(made["links"][0])

    (line,) = refusal(
        run("invitations", "links", project, made["invitation"], "--lost", "1", "--yes")
    )

    assert line.startswith("Somebody began with this letter")


def test_more_links_and_an_open_one_need_no_yes(run: Run, project: str) -> None:
    made = new(run, project)

    more = run(
        *("invitations", "links", project, made["invitation"]),
        *("--more", "2", "--open", "--format", "json"),
    )

    links = json.loads(more.stdout)[0]["links"]
    assert [(link["kind"], link["number"]) for link in links] == [
        ("person", 4),
        ("person", 5),
        ("group", None),
    ]
    assert refusal(run("invitations", "links", project, made["invitation"], "--open"))


@pytest.mark.parametrize("command", ["links", "revoke"])
def test_which_links_has_to_be_said(run: Run, project: str, command: str) -> None:
    made = new(run, project)

    assert run("invitations", command, project, made["invitation"]).exit_code == 2


@pytest.mark.parametrize(("invitation", "number"), [("other", "1"), ("", "9")])
def test_what_is_not_there_is_named(run: Run, project: str, invitation: str, number: str) -> None:
    made = new(run, project)
    wanted = invitation or made["invitation"]

    (line,) = refusal(run("invitations", "revoke", project, wanted, "--number", number, "--yes"))

    assert line.startswith("There is no ")


def test_links_are_revoked(run: Run, project: str) -> None:
    made = new(run, project, "--open", "--personal", "1")
    person, group = made["links"]

    result = run(
        *("invitations", "revoke", project, made["invitation"], "--number", "1"), "--open", "--yes"
    )

    assert result.stdout == "Revoked: 2.\n"
    assert (opens(person), opens(group)) == ("NoneType", "NoneType")


def test_an_invitation_is_stopped_and_resumed(run: Run, project: str) -> None:
    made = new(run, project)

    assert run("invitations", "stop", project, made["invitation"]).stdout.startswith("Stopped")
    assert listed(run, "invitations", project)[0]["state"] == "closed"
    assert run("invitations", "resume", project, made["invitation"]).stdout == "It is open.\n"


def test_after_closing_nothing_is_resumed_and_no_single_link_is_told(
    run: Run, project: str
) -> None:
    made = new(run, project)
    assert run("close", project, "--yes").exit_code == 0

    (line,) = refusal(run("invitations", "resume", project, made["invitation"]))

    assert line.startswith("Others cannot answer in this assessment any more.")
    assert listed(run, "invitations", project)[0]["links"] == []


def test_links_go_into_a_file_that_only_the_owner_reads(
    run: Run, project: str, tmp_path: Path
) -> None:
    file = tmp_path / "links.csv"

    made = run("invitations", "new", project, "mentee", "--people", "2", "-o", file)

    assert (made.stdout, file.stat().st_mode & 0o777) == (f"Written to {file}: 2 links.\n", 0o600)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["number"] for row in rows] == ["1", "2"]


@pytest.mark.parametrize(("name", "code"), [("links.txt", 2), ("there.csv", 1)])
def test_a_file_that_cannot_be_is_refused_before_links_are_made(
    run: Run, project: str, tmp_path: Path, name: str, code: int
) -> None:
    (tmp_path / "there.csv").write_text("precious")

    made = run("invitations", "new", project, "mentee", "--people", "2", "-o", tmp_path / name)

    assert made.exit_code == code
    assert listed(run, "invitations", project) == []


def test_an_own_line_stands_in_the_letters_and_changes_later(run: Run, project: str) -> None:
    made = new(run, project, "--own-line", " Tot 12 mei. ", "--until", "2999-01-31")
    assert stored(made["invitation"]).own_line == "Tot 12 mei."

    changed = run(
        *("invitations", "change", project, made["invitation"], "--people", "9"),
        *("--until", "none", "--own-line", "Tot 13 mei."),
    )

    assert changed.stdout == f"Changed invitation {made['invitation']}.\n"
    kept = stored(made["invitation"])
    assert (kept.max_respondents, kept.until, kept.own_line) == (9, None, "Tot 13 mei.")
    assert run("invitations", "change", project, made["invitation"]).exit_code == 2


def stored(invitation: str) -> Invitation:
    with open_workspace(settings()) as workspace:
        return workspace.store.invitations.get(invitation)


def test_pairs_are_made_and_only_counted(run: Run, project: str) -> None:
    with open_workspace(settings()) as workspace:
        whole = assessments.start_assessment(
            workspace, project, name="whole", profile="full", ambition="floor"
        )
    command = ("invitations", "pairs", project, "--assessment", whole.id, "--number")
    run(*command, "1")

    made = json.loads(run(*command, "2", "--format", "json").stdout)

    assert [each["role"] for each in made] == ["mentor", "mentee"]
    assert [[link["number"] for link in each["links"]] for each in made] == [[2, 3], [2, 3]]
    lines = listed(run, "invitations", project)
    assert [line["pairs"] for line in lines] == [{"made": 3, "finished": 0}] * 2
    assert [(line["started"], line["links"]) for line in lines] == [(None, [])] * 2
    assert "0 pairs" in run("invitations", "list", project).stdout


def test_an_invitation_is_erased_after_asking(run: Run, project: str) -> None:
    made = new(run, project)
    begin(made["links"][0])
    assert refusal(run("invitations", "erase-group", project, made["invitation"]))
    assert len(listed(run, "invitations", project)) == 1

    result = run("invitations", "erase-group", project, made["invitation"], "--yes")

    assert result.stdout == "Erased, with all answers.\n"
    assert listed(run, "invitations", project) == []
    assert {opens(link) for link in made["links"]} == {"NoneType"}


def test_a_group_can_be_asked_to_judge(run: Run, project: str) -> None:
    run("invitations", "new", project, "mentee", "--people", "5", "--judge")
    run("invitations", "new", project, "mentor", "--people", "5")

    assert [line["asks"] for line in listed(run, "invitations", project)] == ["judge", "rate"]
