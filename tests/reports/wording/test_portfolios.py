"""The words of portfolios: complete, plain, and none of them puts projects in an order of merit."""

import ast
import re
from datetime import timedelta
from pathlib import Path

import pytest

from assessment.catalogue.model import Catalogue
from assessment.portfolio.comparing import Moved, NotAlike, Reference
from assessment.portfolio.flags import Flag
from assessment.portfolio.overview import ContextFilter, ProjectOrder
from assessment.portfolio.shares import withdrawn
from assessment.portfolio.snapshot import AboutProject, Openness
from exchange.portfolio.tables import CODEBOOK
from locales import LANGUAGES, translator
from reports.wording import portfolios
from tests.support.builders import NOW
from tests.support.portfolio.shares import a_charter, a_share, a_snapshot

T = translator("en")
ROOT = Path(__file__).resolve().parents[3]
MERIT = re.compile(
    r"\b(rank(ed|ing|s)?|league|top \w+|best|worst|winners?|losers?|highest|lowest|leader\w*|"
    r"ranglijst\w*|rangorde|klassement|beste|slechtste|winnaars?|verliezers?|hoogste|laagste|"
    r"koploper\w*|hekkensluiter\w*|uitblinker\w*|scoort|scores?)\b",
    re.IGNORECASE,
)
SOURCES = [
    path
    for part in (
        *("reports/portfolio", "exchange/portfolio", "assessment/portfolio"),
        *("ui/screens/portfolio", "ui/screens/shares"),
    )
    for path in sorted((ROOT / part).rglob("*.*"))
    if path.suffix in (".py", ".html")
] + [ROOT / "reports/wording/portfolios.py"]


def sentences() -> set[str]:
    """Return all texts of the screens, files and papers of portfolios, as they reach a translator."""
    found: set[str] = set()
    for path in SOURCES:
        source = path.read_text("utf-8")
        if path.suffix == ".html":
            found.update(re.findall(r't\("([^"]+)"\)', source))
            continue
        called = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call)]
        arguments = [a for call in called for a in call.args if isinstance(a, ast.Constant)]
        found.update(a.value for a in arguments if isinstance(a.value, str))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there(language: str) -> None:
    t = translator(language)

    assert set(portfolios.openness_names(t)) == set(portfolios.openness_says(t)) == set(Openness)
    assert set(portfolios.flags(t)) == set(Flag)
    assert set(portfolios.not_alike(t)) == set(NotAlike)
    assert set(portfolios.orders(t)) == set(ProjectOrder)


def test_no_sentence_and_no_column_in_any_language_speaks_of_merit() -> None:
    english = sentences()
    said = english | {translator(language)(s) for language in LANGUAGES for s in english}

    assert len(said) > 1.5 * len(english) > 200  # they are found, and translated
    assert [s for s in said if MERIT.search(s)] == []
    assert [c for columns in CODEBOOK.values() for c in columns if MERIT.search(c)] == []


def test_nothing_sorts_by_level_or_offers_to() -> None:
    lines = [line for path in SOURCES for line in path.read_text("utf-8").splitlines()]
    sorting = [line for line in lines if "sort" in line]

    assert [line for line in sorting if re.search(r"\.(level|mean|median)\b", line)] == []
    # the heads of whose columns sort when somebody presses them
    assert [line for line in lines if re.search(r"\bst\.(dataframe|data_editor)\b", line)] == []
    assert [order.value for order in ProjectOrder] == ["name", "group", "date"]


def test_what_is_said_of_a_share(catalogue: Catalogue) -> None:
    moved = Moved(("a", "b"), ("c",), (), ("d",), other_people=True)
    about = AboutProject(kind="school", region="Noord", size=3)

    assert portfolios.movement(moved, T) == (
        "2 up, 1 the same, 0 down, 1 new · other people answered"
    )
    assert portfolios.about(about, T)[0][1] == "At school or in higher education"
    assert portfolios.chosen(ContextFilter(), T) == "All projects"
    assert portfolios.chosen(ContextFilter(region="Noord"), T) == "Region: Noord"
    assert portfolios.reference(None, None, T) == "Nothing to compare yet."
    assert "mentoring, version 2" in portfolios.reference(Reference("mentoring", "2"), None, T)
    assert "version 2" in portfolios.reference(Reference("mentoring", "2"), catalogue, T)
    assert portfolios.perspective(catalogue, "none", T) == "none"
    assert portfolios.role(catalogue, "none", T) == "none"
    assert portfolios.role(catalogue, "mentee", T) != "mentee"
    assert portfolios.answered(a_snapshot(), T) == "90 % of 20 criteria"
    assert portfolios.memberships("local", T) == "somebody at the machine of the funder"


def test_why_nothing_is_left_of_a_share_is_said() -> None:
    charter = a_charter()
    back = withdrawn(a_share(), NOW)
    over = withdrawn(a_share(), NOW + timedelta(days=366))

    assert "was taken back on 20 November 2026" in portfolios.emptied(back, charter, T)
    assert "time of one share was over on 21 November 2027" in portfolios.emptied(over, charter, T)
