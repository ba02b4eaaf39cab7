"""The log as JSON: one object per line, without secrets."""

import json
import logging
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support.command_line import ROOT

SCRIPT = """
import logging
from web.server.logging.json_lines import log_json_lines
from web.server.logging.addresses import mask_addresses
logging.getLogger("uvicorn.error").addHandler(logging.StreamHandler())
mask_addresses()
log_json_lines()
logging.getLogger("uvicorn.error").warning("GET %s\\nnext", "/a/s3cret")
try:
    raise ValueError("/account/join/s3cret")
except ValueError:
    logging.getLogger("anything").exception("it broke: ?key=s3cret")
"""


def test_asvs_16_2_2_and_16_2_4_every_record_is_one_object_without_secrets_and_with_where_it_broke() -> (
    None
):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True
    )
    first, second = map(json.loads, done.stderr.splitlines())

    assert "s3cret" not in done.stderr
    assert set(first) == {"at", "level", "logger", "message"}
    assert set(second) == {*first, "error"}
    for record in (first, second):
        assert datetime.fromisoformat(record["at"]).utcoffset() == timedelta(0)
    assert (first["level"], first["logger"]) == ("warning", "uvicorn.error")
    assert first["message"].startswith("GET /a/***")
    assert "ValueError: /account/join/***" in second["error"]
    assert logging.getLevelName(second["level"].upper()) == logging.ERROR


# where every logger of the whole program writes to, once all of it is loaded
HANDLERS = """
import json, logging, sys
import app
loggers = [logging.getLogger(), *map(logging.getLogger, list(logging.root.manager.loggerDict))]
print(json.dumps(sorted({
    "stderr" if isinstance(h, logging.StreamHandler) and h.stream in (sys.stderr, sys.__stderr__) else repr(h)
    for logger in loggers for h in logger.handlers if not isinstance(h, logging.NullHandler)
})))
"""


@pytest.mark.parametrize("form", ["text", "json"])
def test_asvs_16_2_3_the_program_logs_to_its_standard_error_and_nowhere_else(
    tmp_path: Path, form: str
) -> None:
    given = {"MENTORSPIEGEL_DATA": str(tmp_path), "MENTORSPIEGEL_LOG": form}
    done = subprocess.run(
        [sys.executable, "-c", HANDLERS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **given},
    )

    assert json.loads(done.stdout.splitlines()[-1]) == ["stderr"]
    assert not [file for file in tmp_path.rglob("*") if "log" in file.name]
