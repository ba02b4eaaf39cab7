"""The board paper: two pages, the promise first, who is not in it, nothing that may not be shown."""

import io

import pytest
from pypdf import PdfReader

from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio import example_portfolio
from locales import translator
from reports.portfolio.board_paper import board_paper
from reports.wording import portfolios
from reports.writers import docx, html, pdf
from tests.support.portfolio.shares import a_portfolio


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_two_pages_with_the_promise_and_who_is_missing(
    workspace: Workspace, language: str
) -> None:
    t = translator(language)
    made = example_portfolio.add_example(workspace, t)
    view = reading.view_of(workspace, made.id)
    paper = board_paper(view, workspace.catalogue, language, workspace.now())
    page = html.write(paper)

    assert len(PdfReader(io.BytesIO(pdf.write(paper))).pages) == 2
    assert docx.write(paper).startswith(b"PK")
    assert portfolios.promise(t) in page
    assert "Vakmentoren: " in page
    assert t.plural("1 share was taken back", "{n} shares were taken back", 1) in page


def test_an_empty_portfolio_has_a_paper_too(workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    view = reading.view_of(workspace, made.id)
    page = html.write(board_paper(view, None, "en", workspace.now()))

    assert "No project shows core criteria yet." in page
    assert "Everybody who shared is in it." in page
