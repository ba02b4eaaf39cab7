"""No secret address in a log, and nothing that a terminal would act on."""

import logging

import pytest

from web.server.logging.addresses import LOGGERS, MaskAddresses, mask_addresses

TOKEN = "x" * 31 + "-"


@pytest.mark.parametrize("name", LOGGERS)
def test_an_address_is_masked(name: str, caplog: pytest.LogCaptureFixture) -> None:
    mask_addresses()
    mask_addresses()
    logger = logging.getLogger(name)
    logger.propagate = True

    sender = "203.0.113.7:4242"
    logger.error('%s - "%s %s HTTP/%s" %d', sender, "GET", f"/a/{TOKEN}/q/MC-01?x", "1.1", 200)
    logger.error('%s - "WebSocket %s" [accepted]', sender, f"/a/{TOKEN}")
    logger.error(f"failed: /a/{TOKEN}")

    assert TOKEN not in caplog.text
    assert "203.0.113" not in caplog.text
    assert '"GET /a/***/q/MC-01?x HTTP/1.1" 200' in caplog.text
    assert len([f for f in logger.filters if isinstance(f, MaskAddresses)]) == 1


def test_values_by_name_stay_as_they_are(caplog: pytest.LogCaptureFixture) -> None:
    mask_addresses()
    logger = logging.getLogger(LOGGERS[0])
    logger.propagate = True

    logger.error("%(what)s", {"what": "started"})

    assert "started" in caplog.text


def test_the_key_of_the_screens_is_masked(caplog: pytest.LogCaptureFixture) -> None:
    mask_addresses()
    logger = logging.getLogger(LOGGERS[0])
    logger.propagate = True

    logger.error('%s - "%s %s HTTP/%s" %d', "addr", "GET", f"/?key={TOKEN}&lang=nl", "1.1", 303)
    logger.error('%s - "%s %s HTTP/%s" %d', "addr", "GET", f"/x?lang=nl&key={TOKEN}", "1.1", 303)

    assert TOKEN not in caplog.text
    assert "/?key=***&lang=nl HTTP/1.1" in caplog.text


@pytest.mark.parametrize(
    "address",
    [
        f"/account/join/{TOKEN}",
        f"/account/sign-in?next=%2Faccount%2Fjoin%2F{TOKEN}",
        f"/x?a=%2Faccount%2Fjoin%2F{TOKEN}",
        f"/account/provider/school?code={TOKEN}&state={TOKEN}",
    ],
)
def test_asvs_14_2_1_no_link_of_an_account_is_logged(
    caplog: pytest.LogCaptureFixture, address: str
) -> None:
    mask_addresses()
    logger = logging.getLogger(LOGGERS[0])
    logger.propagate = True

    logger.error('%s - "%s %s HTTP/%s" %d', "addr", "GET", address, "1.1", 200)

    assert TOKEN not in caplog.text


@pytest.mark.parametrize("name", LOGGERS)
def test_an_error_tells_no_address_and_moves_nothing_on_a_terminal(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    mask_addresses()
    logger = logging.getLogger(name)
    logger.propagate = True

    try:
        raise ValueError(f"cannot open /a/{TOKEN}/q: \x1b[2J\u202egnp")
    except ValueError:
        logger.exception("a page failed: %s", "\x1b]0;title\x07")

    assert TOKEN not in caplog.text
    assert "cannot open /a/***/q: \\u001b[2J\\u202egnp" in caplog.text
    assert "a page failed: \\u001b]0;title\\u0007" in caplog.text
    assert "test_addresses.py" in caplog.text
