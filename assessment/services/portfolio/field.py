"""The field of a pool: bands of projects that are all hidden from whoever reads them."""

from collections.abc import Callable, Mapping

from assessment.access.acts import Act
from assessment.errors import NotFound
from assessment.portfolio.band import Band, BandEdition, edition_of, next_edition, of_others
from assessment.portfolio.charter import Portfolio
from assessment.services.context import Workspace, requires

Levels = Mapping[str, Mapping[str, float]]  # by criterion and assessment


@requires(Act.READ_PORTFOLIO)
def field_of(
    workspace: Workspace, portfolio: Portfolio, levels: Callable[[], Levels]
) -> dict[str, Band]:
    """Return the bands of the last edition, as people of the organisation may see them.

    One of the date that holds today is made the first time somebody asks. Of a project whose levels
    they can see elsewhere nothing goes into it, and a band of which they came to see some is shown as one
    of the others. Raises NotFound.
    """
    portfolio = workspace.store.portfolios.get(portfolio.id)
    if portfolio.organisation != workspace.access.organisation:
        raise NotFound("portfolio", portfolio.id)
    store, made_on = workspace.store.shares, edition_of(workspace.now().date())
    known = store.known_to(portfolio.organisation)
    editions = store.editions(portfolio.id)
    if not editions or editions[-1].made_on < made_on:
        hidden = {
            criterion: {name: level for name, level in found.items() if name not in known}
            for criterion, found in levels().items()
        }
        made = next_edition(made_on, hidden, editions, _of_other_pools(workspace, portfolio))
        if made.bands:  # one of too few tells nothing, and need not be waited for
            store.add_edition(portfolio.id, made)
            editions = store.editions(portfolio.id)
    last = editions[-1] if editions else BandEdition(made_on, {}, {})
    shown = {
        criterion: of_others(band, len(last.contributors[criterion] & known))
        for criterion, band in last.bands.items()
    }
    return {criterion: band for criterion, band in shown.items() if band is not None}


def _of_other_pools(workspace: Workspace, portfolio: Portfolio) -> list[BandEdition]:
    """Return what other pools of the organisation showed: whoever reads one reads them all."""
    pools = workspace.store.portfolios.all(portfolio.organisation)
    others = [pool.id for pool in pools if pool.is_pool and pool.id != portfolio.id]
    return [edition for pool in others for edition in workspace.store.shares.editions(pool)]
