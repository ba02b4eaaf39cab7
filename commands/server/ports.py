"""Take a port, so that nobody else gets it meanwhile; say in words why not."""

import errno
import os
import socket

from commands.common import Failure

IN_USE = (errno.EADDRINUSE, errno.EACCES)


def take_port(address: str, port: int, option: str = "--port") -> socket.socket:
    """Return a socket that holds the port. Raises Failure, which names the option to choose another."""
    try:
        return _bound(address, port)
    except OSError as error:
        if error.errno in IN_USE:
            raise Failure(
                f"Port {port} cannot be used: {error.strerror}. Stop the program that uses it, "
                f"or choose another port: python cli.py serve {option} NUMBER"
            ) from error
        raise Failure(
            f"The address {address} cannot be used: {error.strerror}. It has to be one of this machine, such as "
            "127.0.0.1, or 0.0.0.0 for all of them: python cli.py serve --address ADDRESS"
        ) from error


def _bound(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # the protocol is named because asyncio sends without delay only on sockets that name it
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":  # elsewhere this would share the port with another program
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((address, port))
    except OSError:
        listener.close()
        raise
    return listener
