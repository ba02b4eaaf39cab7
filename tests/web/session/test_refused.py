"""Every reason for a refusal has words."""

import re
from pathlib import Path

import pytest

from locales import translator
from web.session.refused import to_control, to_person

RULES = Path("assessment/session")
UNSPOKEN = {"step", "script", "keys", "screen"}  # that no page of ours can cause


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_is_told(language: str) -> None:
    t = translator(language)
    source = " ".join(path.read_text(encoding="utf-8") for path in RULES.rglob("*.py"))
    reasons = set(re.findall(r'SessionRefused\("(\w+)"', source)) - UNSPOKEN

    told = {r: {to_person(r, t), to_control(r, t)} for r in reasons}
    other = {to_person("?", t), to_control("?", t)}
    assert [reason for reason, said in told.items() if said <= other] == []
