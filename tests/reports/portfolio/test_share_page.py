"""The page of a share: the same bytes everywhere, and no more than its openness allows."""

import re
from itertools import product

import pytest

from assessment.catalogue.model import Catalogue
from assessment.portfolio.snapshot import Openness
from assessment.services.context import Workspace
from assessment.services.portfolio import reading
from exchange.portfolio import share_file
from exchange.portfolio.signing import Key
from locales import translator
from reports.portfolio.share_page import share_page
from tests.support.builders import a_project
from tests.support.portfolio.shares import a_portfolio, a_share, a_snapshot

KEY = Key.from_private_bytes(bytes(32))
MARKS = {  # what is on a page if, and only if, it is shared
    "core": "Kerncriteria en minimale criteria",
    "levels": "Niveaus die de organisatie koos",
    "voices": "Wat groepen zeiden",
}


def test_preview_page_and_file_are_the_same_byte_for_byte(
    workspace: Workspace, catalogue: Catalogue
) -> None:
    t = translator("nl")
    made = reading.save_portfolio(workspace, a_portfolio(""))
    workspace.store.projects.save(a_project())
    previewed = a_share("S1", portfolio=made.id, project="P1")
    workspace.store.shares.save(previewed)
    read = reading.view_of(workspace, made.id).shares[0].share
    received = share_file.read_share(share_file.share_file(previewed, KEY))

    pages = {
        share_page(share, share.snapshot, catalogue, t).encode()
        for share in (previewed, read, received)
        if share.snapshot is not None
    }
    assert len(pages) == 1


@pytest.mark.parametrize(
    ("openness", "with_agreements", "explained"),
    list(product(Openness, (False, True), (False, True))),
)
def test_a_page_shows_what_was_chosen_and_nothing_else(
    openness: Openness, with_agreements: bool, explained: bool, catalogue: Catalogue
) -> None:
    shown = {name for name in MARKS if openness.includes(Openness(name))}
    whole = a_snapshot()
    snapshot = a_snapshot(
        openness=openness,
        requirements=whole.requirements if "core" in shown else (),
        own_levels=whole.own_levels if "levels" in shown else (),
        group_levels=whole.group_levels if "voices" in shown else (),
        agreements=whole.agreements if with_agreements else None,
        explanation="Eigen zin" if explained else "",
    )
    page = share_page(a_share(snapshot=snapshot), snapshot, catalogue, translator("nl"))

    assert {name for name, words in MARKS.items() if words in page} == shown
    assert ("zonder de woorden" in page) is with_agreements
    assert ("Eigen zin" in page) is explained
    assert ("MC-0" in page) is bool(shown or with_agreements)


def test_what_projects_wrote_is_text_and_never_markup(catalogue: Catalogue) -> None:
    snapshot = a_snapshot(explanation="<script>x</script>")
    share = a_share(snapshot=snapshot, alias="<b>naam</b>")
    page = share_page(share, snapshot, catalogue, translator("en"))

    assert "<script>" not in page
    assert "&lt;b&gt;naam" in page


def test_a_page_names_no_colour_and_has_no_total(catalogue: Catalogue) -> None:
    page = share_page(a_share(), a_snapshot(), None, translator("en"))

    assert not re.search(r"\b(red|green|rank|total|best|worst)\b|#[0-9a-f]{6}", page)
