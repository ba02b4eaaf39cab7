"""Where the pages stand."""

from web.session.addresses import control_address, phone_address, screen_address


def test_the_first_page_has_no_name() -> None:
    assert phone_address("K7M4QX", "") == "/s/K7M4QX"
    assert control_address("key", "do") == "/control/key/do"
    assert screen_address("key", "state") == "/screen/key/state"
