"""Who types many wrong codes waits; whom it is not known of does not make others wait."""

import pytest
from starlette.requests import Request

from assessment.errors import TooOften
from assessment.services.responding import MOST_WRONG_CODES
from tests.support.builders import Clock
from web.codes.guesses import MOST, Guesses, network


def a_request(host: str | None, **headers: str) -> Request:
    sent = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    client = None if host is None else (host, 1234)
    return Request({"type": "http", "headers": sent, "client": client})


@pytest.fixture
def guesses(clock: Clock) -> Guesses:
    return Guesses(clock)


def test_many_wrong_codes_from_one_network_wait_for_the_next_minute(
    guesses: Guesses, clock: Clock
) -> None:
    for _ in range(MOST):
        guesses.check(a_request("203.0.113.7"))
        guesses.count(a_request("203.0.113.7"))

    with pytest.raises(TooOften):
        guesses.check(a_request("203.0.113.7"))
    guesses.check(a_request("203.0.113.8"))
    clock.forward(minutes=1)
    guesses.check(a_request("203.0.113.7"))


def test_many_wrong_codes_of_all_together_wait_also_when_none_is_known(
    guesses: Guesses, clock: Clock
) -> None:
    for _ in range(MOST_WRONG_CODES):
        guesses.check(a_request("127.0.0.1"))
        guesses.count(a_request("127.0.0.1"))

    with pytest.raises(TooOften):
        guesses.check(a_request("203.0.113.7"))
    clock.forward(minutes=1)
    guesses.check(a_request("203.0.113.7"))


@pytest.mark.parametrize(
    "request_",
    [
        a_request(None),
        a_request("127.0.0.1"),
        a_request("::1"),
        a_request("::ffff:127.0.0.1"),
        a_request("a.socket"),
        a_request("127.0.0.1", x_forwarded_for="203.0.113.7"),  # a web server on this machine
    ],
    ids=["none", "v4", "v6", "v4 within v6", "socket", "web server"],
)
def test_nobody_waits_for_those_whose_network_is_not_known(
    guesses: Guesses, request_: Request
) -> None:
    for _ in range(MOST + 1):
        guesses.count(request_)
    guesses.check(request_)


@pytest.mark.parametrize(
    "header", ["via", "forwarded", "x_forwarded_for", "x_forwarded_host", "x_real_ip", "client_ip"]
)
def test_nothing_that_a_request_says_of_itself_loosens_the_brake(
    guesses: Guesses, header: str
) -> None:
    for number in range(MOST):
        guesses.count(a_request("203.0.113.7", **{header: f"198.51.100.{number}"}))

    with pytest.raises(TooOften):
        guesses.check(a_request("203.0.113.7", **{header: "1.1 proxy"}))
    with pytest.raises(TooOften):
        guesses.check(a_request("203.0.113.7"))
    guesses.check(a_request("198.51.100.1"))


def test_behind_a_web_server_on_another_machine_all_wait_together(guesses: Guesses) -> None:
    for number in range(MOST):
        guesses.count(a_request("203.0.113.7", x_forwarded_for=f"198.51.100.{number}"))

    with pytest.raises(TooOften):
        guesses.check(a_request("203.0.113.7", x_forwarded_for="198.51.100.99"))


def test_addresses_of_version_six_are_counted_by_their_network() -> None:
    one, other = a_request("2001:db8:0:1::1"), a_request("2001:db8:0:1:ffff::2")
    assert network(one) == network(other) == "2001:db8:0:1::/64"
    assert network(a_request("2001:db8:0:2::1")) != network(one)
    assert network(a_request("203.0.113.7")) == "203.0.113.7/32"
    assert network(a_request("::ffff:203.0.113.7")) == "203.0.113.7/32"
