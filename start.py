"""Start Mentorspiegel for whoever clicks a start file: environment, server, browser.

Standard library only: it runs before anything is installed. People are told in Dutch and in English.
"""

import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).absolute().parent
ENVIRONMENT = ROOT / ".venv"  # the one of `make run`
READY = ENVIRONMENT / ".ready"  # what is installed; written when all of it is there
LOG = ENVIRONMENT / "install.log"
REQUIREMENTS = ROOT / "requirements.txt"
OLDEST = (3, 11)
ROOM = 1_000  # MB that installing takes at most
FIRST_PORT, PORTS = 8501, 20  # where to serve, and how many ports are tried from there
BESIDE = 100  # so far above is the participants' port

Process = subprocess.Popen[str]

# what programs say when something around them is wrong, and what to do about it
REMEDIES = {
    r"no space left|disk quota|not enough space": (
        "De schijf is vol. Maak ruimte en start opnieuw.",
        "The disk is full. Make room and start again.",
    ),
    r"do not match the hashes": (
        "Een pakket is onderweg veranderd of beschadigd, en is daarom niet gebruikt. Start later opnieuw.",
        "A package was changed or damaged on its way, and was not used. Start again later.",
    ),
    r"long path|name or extension is too long|file name too long": (
        "De map staat te diep. Zet haar op een kortere plek, zoals C:\\Mentorspiegel, en start opnieuw.",
        "The folder lies too deep. Move it to a shorter place, such as C:\\Mentorspiegel, and start again.",
    ),
    r"permission denied|access is denied|read-only file system": (
        "In deze map mag niet geschreven worden. Zet haar bij je eigen documenten en start opnieuw.",
        "This folder cannot be written to. Move it to your own documents and start again.",
    ),
    r"newconnection|connection (refused|reset|aborted)|name resolution|getaddrinfo|timed out|unreachable"
    r"|max retries|certificate|proxy": (
        "Er is geen verbinding met internet, of iets houdt haar tegen (een firewall, een proxy). Zodra "
        "Mentorspiegel klaarstaat is geen internet meer nodig. Start opnieuw als er verbinding is.",
        "There is no connection to the internet, or something blocks it (a firewall, a proxy). Once "
        "Mentorspiegel is ready it needs no internet. Start again when there is a connection.",
    ),
    r"no matching distribution": (
        "Niet elk pakket bestaat voor deze Python of deze computer. Installeer Python 3.12 en start opnieuw.",
        "Not every package exists for this Python or this computer. Install Python 3.12 and start again.",
    ),
}


class Trouble(Exception):
    """What a person has to know when it does not work, in Dutch and in English."""


def main() -> int:
    """Start Mentorspiegel and stay until it stops. Return 0 if all went well."""
    os.chdir(ROOT)
    try:
        if not is_ready():
            prepare()
        port = choose_port()
        if port is not None:
            serve(port)
    except Trouble as trouble:
        say(*trouble.args)
    except KeyboardInterrupt:
        say("Afgebroken. Start gerust opnieuw.", "Broken off. You can simply start again.")
    except OSError as error:
        say(*remedy(str(error)))
    else:
        return 0
    return 1


def say(dutch: str, english: str) -> None:
    """Print a text in both languages."""
    print(f"{dutch}\n{english}\n", flush=True)


def remedy(output: str) -> tuple[str, str]:
    """Return what to do about what a program said; what it said last when that is not known."""
    for pattern, in_both in REMEDIES.items():
        if re.search(pattern, output, re.IGNORECASE):
            return in_both
    last = (output.strip().splitlines() or ["-"])[-1]
    return f"Dit werd erover gezegd: {last}", f"What was said about it: {last}"


def python() -> Path:
    """Return the Python of the environment."""
    place = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return ENVIRONMENT.joinpath(*place)


def fingerprint() -> str | None:
    """Return what has to be installed, and for which Python; None when there is no fitting Python."""
    try:
        told = _run([python(), "-c", "import sys; print(*sys.version_info[:2])"])
    except OSError:
        return None
    if told.returncode or tuple(map(int, told.stdout.split())) < OLDEST:
        return None
    return f"{told.stdout.strip()} {hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()}"


def is_ready() -> bool:
    """Return whether the environment is there, with the packages of this version."""
    return READY.is_file() and READY.read_text(encoding="utf-8") == fingerprint()


def prepare() -> None:
    """Make the environment, or bring it up to date. Raises Trouble."""
    say(
        "Mentorspiegel wordt klaargezet. Dat gebeurt alleen de eerste keer en na een nieuwe versie. Het duurt "
        "een paar minuten en er is internet voor nodig.",
        "Getting Mentorspiegel ready. That happens only the first time and after a new version. It takes a "
        "few minutes and needs the internet.",
    )
    free = shutil.disk_usage(ROOT).free // 1_000_000
    if free < ROOM:
        told = f"Er is te weinig ruimte op de schijf: {free} MB vrij, {ROOM} MB nodig."
        raise Trouble(
            told, f"There is too little room on the disk: {free} MB free, {ROOM} MB needed."
        )
    if fingerprint() is None or _run([python(), "-m", "pip", "--version"]).returncode:
        _make_environment()
    _install()
    READY.write_text(fingerprint() or "", encoding="utf-8")


def _run(command: Sequence[str | Path]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True
    )


def _make_environment() -> None:
    made = _run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT])
    if made.returncode:
        dutch, english = remedy(made.stdout)
        told = f"De omgeving kon niet gemaakt worden. {dutch}"
        raise Trouble(told, f"The environment could not be made. {english}")


def _install() -> None:
    """Install exactly what is locked, each package checked by its hash. Raises Trouble."""
    pip: list[str | Path] = [python(), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    locked: list[str | Path] = ["--require-hashes", "--no-deps", "-r", REQUIREMENTS]
    process = Process(
        [*pip, "install", "--progress-bar", "off", *locked],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    output = "".join(_with_progress(process))
    LOG.write_text(output, encoding="utf-8")
    checked = _run([*pip, "check"]) if process.wait() == 0 else None
    if checked is None or checked.returncode:
        dutch, english = remedy(output if checked is None else checked.stdout)
        told = f"De pakketten konden niet geïnstalleerd worden. {dutch} (Meer staat in {LOG}.)"
        raise Trouble(told, f"The packages could not be installed. {english} (More is in {LOG}.)")


def _with_progress(process: Process) -> Iterator[str]:
    """Give the lines of pip while they come, and show how far it is."""
    total = len(re.findall(r"^\S+==", REQUIREMENTS.read_text(encoding="utf-8"), re.MULTILINE))
    number = 0
    for line in process.stdout or ():
        if found := re.match(r"Collecting ([\w.-]+)", line):
            number += 1
            print(f"\r  {number}/{total} {found[1]:<40.40}", end="", flush=True)
        elif line.startswith("Installing collected packages"):
            print(f"\r  {'uitpakken / unpacking ...':<50}", end="", flush=True)
        yield line
    print(f"\r{'':<54}\r", end="", flush=True)


def choose_port() -> int | None:
    """Return a free port; None, with the browser opened, when Mentorspiegel runs already."""
    wanted = os.environ.get("MENTORSPIEGEL_PORT", "")
    first = int(wanted) if wanted.isdecimal() else FIRST_PORT
    beside_is_set = bool(os.environ.get("MENTORSPIEGEL_PARTICIPANTS_PORT"))
    for port in range(first, min(first + PORTS, 65536 - BESIDE)):
        if is_free(port) and (beside_is_set or is_free(port + BESIDE)):
            return port
        if _is_mentorspiegel(port):
            page, address = _key_page(port), f"http://127.0.0.1:{port}"
            say(f"Mentorspiegel draait al: {address}", f"Mentorspiegel runs already: {address}")
            show(page.as_uri() if page.is_file() else address)
            return None
        dutch = f"Poort {port} of {port + BESIDE} is van een ander programma. De volgende wordt geprobeerd."
        say(
            dutch,
            f"Port {port} or {port + BESIDE} is taken by another program. Trying the next one.",
        )
    return first  # `serve` says what is wrong


def is_free(port: int) -> bool:
    """Return whether nobody serves on a port of this machine."""
    with suppress(OSError), socket.create_server(("127.0.0.1", port)):
        return True
    return False


def _is_mentorspiegel(port: int) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://127.0.0.1:{port}/healthz", timeout=3) as response:
            return {"version", "database"} <= set(json.load(response))
    except (OSError, ValueError, TypeError):
        return False


def _key_page(port: int) -> Path:
    """Return where the server puts the page that opens the screens."""
    return Path(os.environ.get("MENTORSPIEGEL_DATA") or "data", f"screens-{port}.html").absolute()


def serve(port: int) -> None:
    """Run the server until it stops, and open the browser. Raises Trouble when it stops by itself."""
    say("Mentorspiegel start ...", "Mentorspiegel is starting ...")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where it was switched off
    if hasattr(signal, "SIGHUP"):  # of a window that closes; the server leaves that to us
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    command: list[str | Path] = [python(), "cli.py", "serve", "--port", str(port)]
    process = Process(command, stdout=subprocess.PIPE, text=True)
    asked = _stop_along(process)
    try:
        _open_browser(process, port)
        process.wait()
    except KeyboardInterrupt:
        asked.append(signal.SIGINT)
        process.terminate()
        process.wait()
    finally:
        process.kill()
    if process.returncode and not asked:
        dutch = "Mentorspiegel is vanzelf gestopt. Waarom staat hierboven."
        raise Trouble(dutch, "Mentorspiegel stopped by itself. Why stands above.")
    dutch = "Mentorspiegel is gestopt. Wat opgeslagen was, is bewaard."
    say(dutch, "Mentorspiegel has stopped. What was saved is kept.")


def _stop_along(process: Process) -> list[int]:
    """Stop the server when this window closes; the list that is returned holds what asked for it."""
    asked: list[int] = []

    def stop(number: int, _frame: object) -> None:
        asked.append(number)
        process.terminate()

    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
    return asked


def _open_browser(process: Process, port: int) -> None:
    """Open the browser as soon as the server says that it is there, and read on until it ends."""
    if process.stdout and process.stdout.readline():
        # a browser gets the page with the key, not the key: others see what a program is given
        page, address = _key_page(port), f"http://127.0.0.1:{port}"
        if sys.stdout.isatty():  # never in a log
            address = page.read_text(encoding="utf-8").partition('href="')[2].partition('"')[0]
        say(
            f"Mentorspiegel staat open op {address}\nLaat dit venster open zolang je werkt. Stoppen: "
            "sluit dit venster, of druk op Ctrl+C.",
            f"Mentorspiegel is open on {address}\nLeave this window open while you work. To stop: "
            "close this window, or press Ctrl+C.",
        )
        show(page.as_uri())
        process.stdout.read()  # the server goes on as long as somebody reads what it says


def show(address: str) -> None:
    """Open the browser, where there is one that needs no terminal."""
    has_screen = any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")))
    if not (has_screen or sys.platform in ("win32", "darwin")) or not webbrowser.open(address):
        say(f"Open {address} in je browser.", f"Open {address} in your browser.")


if __name__ == "__main__":
    sys.exit(main())
