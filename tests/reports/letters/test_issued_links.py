"""Links that were just made, as letters."""

from assessment.assessments import Assessment
from assessment.codes import code_of
from assessment.invitations import Invitation, IssuedLink
from assessment.services.context import Workspace
from reports.letters import issued_links
from reports.letters.build import LinkKind
from tests.support.ui.screens import an_invitation

LINKS = [IssuedLink(1, "R1", "one"), IssuedLink(2, "R2", "two")]


def invitation(**fields: bool) -> Invitation:
    return Invitation("I1", "A1", "mentee", "short", 3, **fields)


def test_personal_and_open_links_go_together() -> None:
    new = issued_links.both(invitation(), LINKS, "open")

    assert [(link.kind, link.number, link.token) for link in new.links] == [
        (LinkKind.PERSON, 1, "one"),
        (LinkKind.PERSON, 2, "two"),
        (LinkKind.GROUP, None, "open"),
    ]
    assert issued_links.both(invitation(), [], None).links == ()


def test_a_link_of_a_pair_carries_the_number_of_the_pair() -> None:
    new = issued_links.personal(invitation(in_pairs=True), LINKS)

    assert [(link.kind, link.number) for link in new.links] == [
        (LinkKind.PAIR, 1),
        (LinkKind.PAIR, 2),
    ]


def test_a_letter_says_how_much_is_asked_and_where(
    workspace: Workspace, assessment: Assessment
) -> None:
    issued = an_invitation(workspace, assessment, personal=1)
    new = issued_links.personal(issued.invitation, issued.links)

    [letter] = issued_links.letters(workspace, assessment, new, "https://spiegel.example")

    assert letter.address == f"https://spiegel.example/a/{issued.links[0].token}"
    assert letter.code == code_of(issued.links[0].token)
    assert letter.code_address == "spiegel.example/a"
    assert letter.questions > 0
    assert letter.number == 1


def test_letters_speak_the_languages_of_the_project(
    workspace: Workspace, assessment: Assessment
) -> None:
    text = issued_links.letter_text(workspace, assessment)

    assert (text.project, text.languages, text.threshold) == ("Maatjes", ("nl",), 5)


def test_letters_carry_the_numbers_of_today_and_a_pair_its_warning(
    workspace: Workspace, assessment: Assessment
) -> None:
    catalogue = workspace.catalogue
    [warned, *_] = [p for p in catalogue.pair_profiles if p.warning]
    invited = Invitation("I1", assessment.id, "mentee", warned.id, 3, in_pairs=True)
    alone = Invitation("I2", assessment.id, "mentee", warned.id, 3)

    [of_pair] = issued_links.letters(
        workspace, assessment, issued_links.personal(invited, LINKS[:1]), "https://x.example"
    )
    [of_one] = issued_links.letters(
        workspace, assessment, issued_links.personal(alone, LINKS[:1]), "https://x.example"
    )

    assert of_pair.warning == warned.warning
    assert of_one.warning is None
    assert issued_links.letter_text(workspace, assessment).numbers == catalogue.help
