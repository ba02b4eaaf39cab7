"""A port is taken before anything else, and what is wrong with it is said in words."""

import socket

import pytest

from commands.common import Failure
from commands.server.ports import take_port


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_answers_are_sent_without_delay(address: str) -> None:
    if address == "::1" and not _speaks_ipv6():
        with pytest.raises(Failure, match="cannot be used"):
            take_port(address, 0)
        return

    with take_port(address, 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP  # asyncio looks at this


def _speaks_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


def test_a_port_that_another_program_has_is_named_with_the_option_to_choose_another() -> None:
    with take_port("127.0.0.1", 0) as held:
        held.listen()
        with pytest.raises(Failure) as refused:
            take_port("127.0.0.1", held.getsockname()[1], "--participants-port")

    assert "Stop the program that uses it" in str(refused.value)
    assert "--participants-port NUMBER" in str(refused.value)


@pytest.mark.parametrize("address", ["192.0.2.1", "no.such.machine.invalid"])
def test_an_address_that_is_not_of_this_machine_is_not_told_as_a_port_in_use(address: str) -> None:
    with pytest.raises(Failure, match=f"^The address {address} cannot be used: ") as refused:
        take_port(address, 0)

    assert "Stop the program" not in str(refused.value)
    assert "--address ADDRESS" in str(refused.value)
