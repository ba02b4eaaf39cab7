"""A web server in front of the program: nginx or Caddy with an example from the documentation."""

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.command_line import ROOT
from tests.support.web.asking import free_port

NAME = "spiegel.example"


def example(kind: str, document: str = "participants") -> str:
    """Return the example of a kind as it stands in the documentation."""
    text = (ROOT / "docs" / f"{document}.md").read_text(encoding="utf-8")
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return str(found)


class Ports:
    """Where a web server listens."""

    def __init__(self) -> None:
        self.plain, self.secure = free_port(), free_port()


def program(name: str) -> str:
    if found := shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin"):
        return found
    message = f"no {name}: install the package `{name}`"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def certificate(folder: Path) -> tuple[Path, Path]:
    """Make a certificate for our name; return it and its key."""
    made, key = folder / "certificate.pem", folder / "key.pem"
    command = [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    subprocess.run(
        [*command, *names, "-keyout", key, "-out", made], check=True, capture_output=True
    )
    return made, key


def nginx(folder: Path, config: str, ports: Ports) -> list[str]:
    """Write the example as nginx needs it here; return how to start it."""
    made, key = certificate(folder)
    files = f"ssl_certificate {made}; ssl_certificate_key {key};"
    named = [line for line in config.splitlines() if "ssl_certificate" in line.partition("#")[0]]
    for line in named:
        config = config.replace(f"{line}\n", "")
    config = (
        config.replace("listen 80;", f"listen 127.0.0.1:{ports.plain};")
        .replace("listen 443 ssl;", f"listen 127.0.0.1:{ports.secure} ssl; {files}")
        .replace("listen 443 ssl default", f"listen 127.0.0.1:{ports.secure} ssl default")
        .replace("/var/log/nginx/mentorspiegel.log", str(folder / "error.log"))
    )
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    around = f"daemon off; pid {folder}/pid; error_log {folder}/start.log crit; events {{}}"
    (folder / "nginx.conf").write_text(f"{around} http {{ {temporary} {config} }}")
    return [program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]


def caddy(folder: Path, config: str, ports: Ports) -> list[str]:
    """Write the example as Caddy needs it here, with a certificate of ours."""
    made, key = certificate(folder)
    options = f"http_port {ports.plain}\n https_port {ports.secure}\n admin off"
    options += "\n skip_install_trust\n default_bind 127.0.0.1\n log {\n level ERROR\n }"
    config = config.replace(f"{NAME} {{", f"{NAME} {{\n tls {made} {key}", 1)
    (folder / "Caddyfile").write_text(f"{{\n {options}\n}}\n{config}")
    return [
        program("caddy"),
        "run",
        "--adapter",
        "caddyfile",
        "--config",
        str(folder / "Caddyfile"),
    ]


Start = Callable[[Path, str, Ports], list[str]]


@dataclass(frozen=True)
class WebReply:
    """What came back over an encrypted line."""

    status: int
    headers: http.client.HTTPMessage
    text: str


class Front:
    """A web server in front of the program, under its name."""

    def __init__(self, ports: Ports, trusted: Path) -> None:
        self.ports = ports
        self.context = ssl.create_default_context(cafile=str(trusted))

    def ask(
        self, path: str, headers: dict[str, str] | None = None, body: str | None = None
    ) -> WebReply:
        """Get a page, or post something, over an encrypted line, which the name of the certificate has to fit."""
        connection = http.client.HTTPSConnection(NAME, self.ports.secure, context=self.context)
        plain = socket.create_connection(("127.0.0.1", self.ports.secure), timeout=10)
        connection.sock = self.context.wrap_socket(plain, server_hostname=NAME)
        method = "GET" if body is None else "POST"
        connection.request(method, path, body, {"Host": NAME, **(headers or {})})
        response = connection.getresponse()
        reply = WebReply(
            response.status, response.headers, response.read().decode(errors="replace")
        )
        connection.close()
        return reply

    def protocol(self, version: ssl.TLSVersion) -> str | None:
        """Return by which protocol a client is answered that speaks no newer one than this."""
        client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        client.check_hostname, client.verify_mode = False, ssl.CERT_NONE
        client.set_ciphers("DEFAULT:@SECLEVEL=0")  # so that it is the server that refuses
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            client.minimum_version, client.maximum_version = ssl.TLSVersion.TLSv1, version
        plain = socket.create_connection(("127.0.0.1", self.ports.secure), timeout=10)
        with plain, client.wrap_socket(plain, server_hostname=NAME) as line:
            return line.version()


@contextmanager
def running_front(start: Start, folder: Path, config: str) -> Iterator[Front]:
    """Start a web server with a configuration; stop it at the end."""
    folder.chmod(0o755)  # nginx gives its workers to another account
    ports = Ports()
    command = start(folder, config, ports)
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
    try:
        wait_for(ports.secure, process, folder / "said")
        yield Front(ports, folder / "certificate.pem")
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        assert process.poll() is None, said.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(said.read_text())
