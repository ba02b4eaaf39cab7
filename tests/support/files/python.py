"""What stands in a Python file, read once: several tests ask it of a thousand files."""

import ast
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

CLOCK = {"now", "utcnow", "today"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Source:
    """What one file says. The tree itself is not kept: a million objects slow down every later test."""

    imports: set[str] = field(default_factory=set)  # dotted names, wherever in the file
    calls: set[str] = field(default_factory=set)  # the last name of what is called
    clock_lines: list[int] = field(default_factory=list)  # where the time is asked
    classes: list[str] = field(default_factory=list)
    functions: list[tuple[int, str, int, str]] = field(default_factory=list)
    """The line, name, number of lines below the docstring, and docstring of each function."""


@cache
def source(path: Path) -> Source:
    """Return what stands in a Python file."""
    found = Source()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))):
        match node:
            case ast.Import():
                found.imports.update(alias.name for alias in node.names)
            case ast.ImportFrom():
                of = "." * node.level + (node.module or "")
                found.imports.update(f"{of}.{alias.name}" for alias in node.names)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                found.calls.add(name)
            case ast.Attribute(attr=name, value=ast.Name(id="datetime" | "date")) if name in CLOCK:
                found.clock_lines.append(node.lineno)
            case ast.ClassDef():
                found.classes.append(node.name)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                text = ast.get_docstring(node) or ""
                found.functions.append((node.lineno, node.name, _body_lines(node, text), text))
    return found


def _body_lines(function: Function, docstring: str) -> int:
    body = function.body[1:] if docstring else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
