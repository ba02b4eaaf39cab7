"""The board paper: two pages, the promise first, who is not in it, nothing that may not be shown."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio import example_portfolio
from locales import translator
from reports.portfolio.board_paper import board_paper
from reports.wording import portfolios
from reports.writers import docx, html, pdf
from tests.support.portfolio.shares import a_portfolio, a_share, closed_on, own_level


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
    assert "…" not in page
    assert t.plural("1 share was taken back", "{n} shares were taken back", 1) in page


def test_an_empty_portfolio_has_a_paper_too(workspace: Workspace) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    view = reading.view_of(workspace, made.id)
    page = html.write(board_paper(view, None, "en", workspace.now()))

    assert "No project shows core criteria yet." in page
    assert "Everybody who shared is in it." in page


def test_of_many_projects_it_stays_two_pages_and_says_how_many_more_there_are(
    workspace: Workspace,
) -> None:
    t = translator("en")
    made = example_portfolio.add_example(workspace, t)
    for n in range(12):
        for seen in reading.view_of(workspace, made.id).shares[:9]:
            share = replace(
                seen.share,
                id=f"{n}-{seen.share.id}",
                alias=f"Project {n} of the town and the whole country around it",
                assessment=f"{n} {seen.share.assessment}",
                source=f"{n} {seen.share.source}",
                charter_edition=1 if n % 3 else 9,
                snapshot=seen.snapshot,
                version=0,
            )
            workspace.store.shares.save(share)
    view = reading.view_of(workspace, made.id)
    paper = board_paper(view, workspace.catalogue, "en", workspace.now())
    page = html.write(paper)

    assert len(PdfReader(io.BytesIO(pdf.write(paper))).pages) == 2
    assert "more criteria stand in the overview" in page
    assert "more projects stand in the overview" in page
    assert "more projects: not counted" in page


def test_projects_that_share_no_criterion_with_before_are_said_in_words(
    workspace: Workspace,
) -> None:
    made = reading.save_portfolio(workspace, a_portfolio(""))
    for name, days, criterion in (("S1", 400, "MC-01"), ("S2", 0, "MC-02")):
        sent = closed_on(days, own_levels=[own_level(criterion)])
        workspace.store.shares.save(a_share(name, portfolio=made.id, source="p", snapshot=sent))
    view = reading.view_of(workspace, made.id)

    assert "1 new" in html.write(board_paper(view, None, "en", workspace.now()))


def test_all_core_criteria_are_in_it(workspace: Workspace) -> None:
    """Where help is needed is not only among the first ones of the catalogue."""
    t = translator("nl")
    made = example_portfolio.add_example(workspace, t)
    view = reading.view_of(workspace, made.id)
    page = html.write(board_paper(view, workspace.catalogue, "nl", workspace.now()))
    core = [c for c in view.open_criteria if c in workspace.catalogue.core]

    assert len(core) > 10
    for criterion in core:
        if view.open_criteria[criterion][1]:
            assert criterion in page


SENTENCE = "Maatjes voor de hele stad en alles wat daar in een wijde kring omheen ligt "
LONG_NAMES = {"words": (SENTENCE * 3)[:200], "one word": "M" * 200}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", LONG_NAMES.values(), ids=LONG_NAMES)
def test_however_long_the_names_are_it_stays_two_pages(
    workspace: Workspace, language: str, name: str
) -> None:
    t = translator(language)
    made = example_portfolio.add_example(workspace, t)
    charter = replace(made.charter, purpose=SENTENCE * 130, readers=SENTENCE * 130)
    workspace.store.portfolios.save(replace(made, name=name, charter=charter))
    for seen in reading.view_of(workspace, made.id).shares:
        share = replace(seen.share, alias=f"{seen.share.id[:6]} {name}"[:200])
        workspace.store.shares.save(replace(share, snapshot=seen.snapshot))
    view = reading.view_of(workspace, made.id)
    paper = board_paper(view, workspace.catalogue, language, workspace.now())
    page = html.write(paper)

    assert len(PdfReader(io.BytesIO(pdf.write(paper))).pages) == 2
    assert t("What ends in … goes on: it stands whole on the screen of the portfolio.") in page
