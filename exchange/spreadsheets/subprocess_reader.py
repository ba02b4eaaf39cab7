"""Run the reader of spreadsheets in a process of its own: whatever breaks it, this program stays."""

import json
import subprocess
import sys

from exchange.spreadsheets.calamine_worker import Sheets

MAX_SECONDS = 20
_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; import exchange.spreadsheets.calamine_worker as r; r.main()"


def read_apart(data: bytes) -> Sheets | None:
    """Return the sheets of a packed file, None when the reader refuses it, dies or takes too long."""
    try:
        done = subprocess.run(  # noqa: S603 (our own program)
            [sys.executable, "-I", "-c", _PROGRAM, *filter(None, sys.path)],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MAX_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode or not done.stdout:
        return None
    sheets: Sheets = json.loads(done.stdout)
    return sheets
