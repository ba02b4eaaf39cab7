"""What stands in a mail."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessment.access.mails import Mail, MailKind
from assessment.services.access.mails import Posting
from settings import Settings
from tests.support.builders import NOW
from web.accounts.mail.letter import compose

SETTINGS = Settings(
    public_url="https://us.example", mail_host="localhost", mail_sender="spiegel@us.example"
)


def a_posting(kind: MailKind, **fields: object) -> Posting:
    mail = Mail(
        "M1",
        kind,
        "kim@example.org",
        "en",
        "tok-1",
        date(2026, 12, 1),
        NOW,
        NOW + timedelta(days=1),
    )
    return Posting(replace(mail, **fields), "Samen <sterk>", "")  # type: ignore[arg-type]


def texts(posting: Posting) -> tuple[str, str]:
    """Return a mail as plain text and as HTML."""
    letter = compose(posting, SETTINGS, NOW)
    plain, page = letter.get_body(("plain",)), letter.get_body(("html",))
    assert plain is not None
    assert page is not None
    return plain.get_content(), page.get_content()


@pytest.mark.parametrize("kind", [MailKind.JOIN, MailKind.RESET])
def test_a_link_stands_in_text_and_in_html_with_markup_as_text(kind: MailKind) -> None:
    plain, page = texts(a_posting(kind))

    assert "https://us.example/account/join/tok-1\n" in plain
    assert 'href="https://us.example/account/join/tok-1"' in page
    assert "<sterk>" not in page


@pytest.mark.parametrize("kind", [MailKind.INVITATION_ENDS, MailKind.AGREEMENT_DUE])
def test_a_reminder_names_the_day_and_no_project_and_can_be_stopped_with_one_click(
    kind: MailKind,
) -> None:
    posting = replace(a_posting(kind, thing="P-secret"), stop_token="stop-1")
    letter = compose(posting, SETTINGS, NOW)
    plain, page = texts(posting)

    for text in (plain, page):
        assert "1 December 2026" in text
        assert "P-secret" not in text
        assert "https://us.example/account/stop/stop-1" in text
    assert letter["List-Unsubscribe"] == "<https://us.example/account/stop/stop-1>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("kind", MailKind)
def test_a_mail_speaks_the_language_of_who_gets_it(kind: MailKind) -> None:
    english, dutch = texts(a_posting(kind)), texts(a_posting(kind, language="nl"))

    assert 'lang="nl"' in dutch[1]
    assert english[0].splitlines()[0] != dutch[0].splitlines()[0]
    unknown = texts(a_posting(kind, language=""))
    assert unknown == dutch  # the language of the server


def test_a_mail_that_is_tried_again_is_known_by_its_id_and_no_name_adds_a_header() -> None:
    first, again = (compose(a_posting(MailKind.JOIN), SETTINGS, NOW) for _ in range(2))
    other = compose(a_posting(MailKind.JOIN, id="M2"), SETTINGS, NOW)
    assert first["Message-ID"] == again["Message-ID"] != other["Message-ID"]

    hostile = replace(a_posting(MailKind.JOIN), organisation="x\r\nBcc: a@b.example")
    assert compose(hostile, SETTINGS, NOW)["Bcc"] is None
