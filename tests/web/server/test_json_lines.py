"""The log as JSON: one object per line, without secrets."""

import json
import logging
import subprocess
import sys

from tests.support.command_line import ROOT

SCRIPT = """
import logging
from web.server.json_lines import log_json_lines
from web.server.logs import mask_addresses
logging.getLogger("uvicorn.error").addHandler(logging.StreamHandler())
mask_addresses()
log_json_lines()
logging.getLogger("uvicorn.error").warning("GET %s\\nnext", "/a/s3cret")
try:
    raise ValueError("/account/join/s3cret")
except ValueError:
    logging.getLogger("anything").exception("it broke: ?key=s3cret")
"""


def test_every_record_is_one_object_without_secrets_and_with_where_it_broke() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True
    )
    first, second = map(json.loads, done.stderr.splitlines())

    assert "s3cret" not in done.stderr
    assert (first["level"], first["logger"]) == ("warning", "uvicorn.error")
    assert first["message"].startswith("GET /a/***")
    assert "ValueError: /account/join/***" in second["error"]
    assert logging.getLevelName(second["level"].upper()) == logging.ERROR
