"""The words of portfolios: complete, plain, and none of them puts projects in an order of merit."""

import re
from pathlib import Path

import pytest

from assessment.catalogue.model import Catalogue
from assessment.portfolio.comparing import Moved, NotAlike, Reference
from assessment.portfolio.flags import Flag
from assessment.portfolio.overview import ContextFilter, ProjectOrder
from assessment.portfolio.snapshot import AboutProject, Openness
from exchange.portfolio.tables import CODEBOOK
from locales import LANGUAGES, translator
from reports.wording import portfolios
from tests.support.portfolio.shares import a_snapshot

T = translator("en")
ROOT = Path(__file__).resolve().parents[3]
MERIT = re.compile(
    r"\b(rank(ed|ing|s)?|league|top ten|best|worst|winner|ranglijst|ranking|beste|slechtste|winnaar)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there(language: str) -> None:
    t = translator(language)

    assert set(portfolios.openness_names(t)) == set(portfolios.openness_says(t)) == set(Openness)
    assert set(portfolios.flags(t)) == set(Flag)
    assert set(portfolios.not_alike(t)) == set(NotAlike)
    assert set(portfolios.orders(t)) == set(ProjectOrder)


def test_no_sentence_and_no_column_speaks_of_merit_and_nothing_sorts_by_level() -> None:
    sources = [
        path
        for part in ("reports/portfolio", "ui/screens/portfolio", "ui/screens/shares")
        for path in (ROOT / part).rglob("*.*")
        if path.suffix in (".py", ".html")
    ]
    sources.append(ROOT / "reports/wording/portfolios.py")
    sentences = {s for path in sources for s in re.findall(r'"([^"\n]+)"', path.read_text("utf-8"))}
    dutch = translator("nl").messages
    said = sentences | {str(dutch.get(s, "")) for s in sentences}

    assert len(sources) > 15
    assert [s for s in said if MERIT.search(s)] == []
    assert [c for columns in CODEBOOK.values() for c in columns if MERIT.search(c)] == []
    sorting = [
        line for p in sources for line in p.read_text("utf-8").splitlines() if "sort" in line
    ]
    assert [line for line in sorting if re.search(r"\.(level|mean|median)\b", line)] == []


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
