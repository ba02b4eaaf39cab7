"""What no code of ours does: run text as code or in a shell, hash with what is broken, deserialise code."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = ("assessment", "storage", "reports", "exchange", "ui", "web", "locales", "commands")
FILES = [path for name in OURS for path in sorted((ROOT / name).rglob("*.py"))]
FILES += [ROOT / name for name in ("app.py", "cli.py", "runtime.py", "settings.py", "start.py")]
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
SHELLS = {"system", "popen", "getoutput", "getstatusoutput", "create_subprocess_shell"}
FOREIGN = {"pickle", "marshal", "shelve", "random", "cryptography"}
HASHES = {"sha256"}  # of hashlib, for whatever purpose


def dangers(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found += [node.func.id] if node.func.id in RUNS_TEXT else []
        if isinstance(node, ast.Attribute):
            of = getattr(node.value, "id", "")
            found += (
                [node.attr] if node.attr in SHELLS and of in ("os", "subprocess", "asyncio") else []
            )
            found += [node.attr] if of == "hashlib" and node.attr not in HASHES else []
        if isinstance(node, ast.keyword) and node.arg == "shell":
            found.append("shell")
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name for alias in node.names} | {getattr(node, "module", "") or ""}
            found += sorted(names & FOREIGN)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_code_does_what_makes_text_dangerous(path: Path) -> None:
    assert dangers(path) == []


def test_a_danger_is_found(tmp_path: Path) -> None:
    file = tmp_path / "bad.py"
    file.write_text(
        "import os, hashlib, pickle, subprocess\n"
        "eval('1')\nos.system('x')\nhashlib.md5()\nsubprocess.run('x', shell=True)\n"
    )

    assert sorted(dangers(file)) == ["eval", "md5", "pickle", "shell", "system"]
