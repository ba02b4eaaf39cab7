"""Bring the translations in step with the code: `python -m locales.messages`.

Sentences are found in the syntax tree, also inside f-strings, as `t("...")` and
`t.plural("...", "...", n)`, in templates too, and of problems in a spreadsheet as
`fault(place, "...")`. New ones are added empty, unused ones go.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

from locales import DOMAIN, FOLDER, LANGUAGES, SOURCE

ROOT = FOLDER.parent
PACKAGES = ("ui", "web", "exchange", "reports", "assessment")
FAULTS = ("fault", "refused")

Message = str | tuple[str, str]


def used_messages() -> list[Message]:
    """Return every sentence that the code says, in the order of the files."""
    paths = [path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py"))]
    found = [m for path in paths for m in _messages(ast.parse(path.read_text(encoding="utf-8")))]
    templates = sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.html"))
    found += [m for path in templates for m in _in_template(path.read_text(encoding="utf-8"))]
    return list(dict.fromkeys(found))


def _in_template(source: str) -> Iterator[Message]:
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        texts = [a.value for a in call.args if isinstance(a, nodes.Const)]
        if isinstance(call.node, nodes.Name) and call.node.name == "t":
            yield texts[0]
        elif isinstance(call.node, nodes.Getattr) and call.node.attr == "plural":
            yield texts[0], texts[1]


def _messages(tree: ast.AST) -> Iterator[Message]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        texts = [
            a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
        ]
        if texts and _is_translator(node.func):
            yield texts[0]
        elif isinstance(node.func, ast.Name) and node.func.id in FAULTS and texts:
            yield texts[-1]
        elif (
            isinstance(node.func, ast.Attribute) and node.func.attr == "plural" and len(texts) == 2
        ):
            yield texts[0], texts[1]


def _is_translator(function: ast.expr) -> bool:
    """Recognise `t("...")`, `context.t("...")` and `session.words()("...")`."""
    if isinstance(function, ast.Call):
        return isinstance(function.func, ast.Attribute) and function.func.attr == "words"
    return "t" in (getattr(function, "id", ""), getattr(function, "attr", ""))


def po_file(language: str) -> Path:
    """Return the file with the translations into a language."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def update(language: str) -> list[str]:
    """Bring the translations of a language in step; return what still lacks one."""
    path = po_file(language)
    present = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            present = read_po(file, locale=language)
    fresh = Catalog(locale=language)
    for message in used_messages():
        known = present.get(message)
        fresh.add(
            message, known.string if known else ("", "") if isinstance(message, tuple) else ""
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, fresh, omit_header=True, width=100)
    return [str(m.id) for m in fresh if m.id and not (m.string and all(m.string))]


if __name__ == "__main__":
    for name in LANGUAGES:
        if name != SOURCE:
            for missing in update(name):
                print(f"{name}: no translation of {missing}")  # noqa: T201
