"""A portfolio at once, as neutral parts: each picture with its table and a sentence on what it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.catalogue.model import Catalogue
from assessment.portfolio.flags import LITTLE_COVERAGE
from assessment.portfolio.overview import ContextFilter, ProjectOrder, perspective_points, promises
from assessment.portfolio.snapshot import Snapshot
from assessment.services.portfolio.views import PortfolioView, SeenShare
from locales import Translator
from reports.portfolio.pictures import LABEL, WIDTH, Dot, DotRow, dot_rows
from reports.tables import Table
from reports.wording import portfolios
from reports.wording.results import NOTHING


@dataclass(frozen=True)
class Exhibit:
    """One picture with what it says: in words, as a table, and how to read it."""

    title: str
    reading: str  # how to read it, and what it does not say; empty where one before it says so
    table: Table
    draw: Callable[..., str] | None = None  # none where there is nothing to draw


def seen_in_order(
    view: PortfolioView, context: ContextFilter, order: ProjectOrder
) -> tuple[SeenShare, ...]:
    """Return the newest share of every project that fits, by name, group or date: never by level."""
    fitting = [s for s in view.newest if context.fits(s.outline)]
    keys: Mapping[ProjectOrder, Callable[[SeenShare], tuple[str, str]]] = {
        ProjectOrder.NAME: lambda s: (s.share.alias.casefold(), s.share.id),
        ProjectOrder.GROUP: lambda s: (s.share.group.casefold(), s.share.alias.casefold()),
        ProjectOrder.DATE: lambda s: (s.outline.closed_on.isoformat(), s.share.id),
    }
    return tuple(sorted(fitting, key=keys[order]))


def compared_of(seen: Sequence[SeenShare]) -> dict[str, Snapshot]:
    """Return the snapshots that are laid beside each other, by share, in their order."""
    return {s.share.id: s.snapshot for s in seen if s.is_compared}


def open_core(
    counts: Mapping[str, tuple[int, int]], catalogue: Catalogue | None, t: Translator
) -> Exhibit:
    """Return the first picture: which core and minimal criteria are open in how many projects."""
    rows = [
        DotRow(
            portfolios.criterion(catalogue, name, t),
            (Dot(open_),),
            t("{n} of {of}", n=open_, of=of),
            limit=of,
        )
        for name, (open_, of) in counts.items()
        if of
    ]
    most = max((of for _, of in counts.values()), default=1)
    return Exhibit(
        t("Which core criteria are open, in how many projects"),
        t(
            "Where training or advice would help most projects at once. The dot: in how many projects a "
            "criterion is open; the stroke: how many show it and answered it. Core criteria stand first, "
            "then the minimal ones, each in the order of the catalogue."
        ),
        Table(
            t("Open core and minimal criteria"),
            (t("Criterion"), t("Open in")),
            tuple((row.title, row.text) for row in rows),
        ),
        (
            lambda palette, width=WIDTH, label=LABEL: dot_rows(
                rows, palette, most, width=width, label=label
            )
        )
        if rows
        else None,
    )


def perspectives(
    seen: Sequence[SeenShare], catalogue: Catalogue | None, t: Translator
) -> list[Exhibit]:
    """Return a picture per perspective, all on the same axis: a dot per project, with n and coverage.

    All are read in the same way, so the first one alone says how.
    """
    compared = [s for s in seen if s.is_compared]
    known = () if catalogue is None else tuple(p.id for p in catalogue.perspectives)
    found = {own.perspective for s in compared for own in s.snapshot.own_levels}
    names = [*(n for n in known if n in found), *sorted(found - set(known))]
    shown = [_perspective(name, compared, catalogue, t) for name in names]
    return [shown[0], *(replace(one, reading="") for one in shown[1:])] if shown else []


def _perspective(
    name: str,
    seen: Sequence[SeenShare],
    catalogue: Catalogue | None,
    t: Translator,
) -> Exhibit:
    rows = []
    for one in seen:
        point = perspective_points(one.snapshot).get(name)
        coverage = t.percent(one.snapshot.assessment.coverage)
        if point is None:
            rows.append(DotRow(one.share.alias, (), t("no levels shown")))
            continue
        is_thin = one.snapshot.assessment.coverage < LITTLE_COVERAGE
        words = f"{t.number(point.mean)} · n={point.n} · {coverage}"
        rows.append(DotRow(one.share.alias, (Dot(point.mean, is_open=is_thin),), words))
    title = portfolios.perspective(catalogue, name, t)
    return Exhibit(
        title,
        t(
            "The mean of the levels that the organisation chose, from 0 to 4; n is the number of criteria, "
            "the percentage how much was answered. An open dot: less than 60 % was answered. It is a "
            "judgement of their own: differences of less than one level say little."
        ),
        Table(
            title, (t("Project"), t("Mean, n and coverage")), tuple((r.title, r.text) for r in rows)
        ),
        lambda palette, width=WIDTH: dot_rows(rows, palette, width=width),
    )


def movement(view: PortfolioView, seen: Sequence[SeenShare], t: Translator) -> Exhibit:
    """Return from where to where projects went between two shares: dumbbells over all shared criteria."""
    rows, words = [], []
    for one in seen:
        moved = view.movement(one) if one.is_compared else None
        if moved is None:
            continue
        words.append((one.share.alias, portfolios.movement(moved.steps, t)))
        both = (*moved.steps.up, *moved.steps.same, *moved.steps.down)
        if not both:
            continue
        then, now = moved.then.own, one.snapshot.own
        ends = [sum(own[c].level for c in both) / len(both) for own in (then, now)]
        figures = f"{t.number(ends[0])} → {t.number(ends[1])} · n={len(both)}"
        dots = (Dot(ends[0], is_open=True), Dot(ends[1]))
        rows.append(DotRow(one.share.alias, dots, figures, joined=True))
    return Exhibit(
        t("What moved since the share before"),
        t(
            "The mean of the criteria that both shares have, then (open) and now (filled). A criterion went "
            "up or down from half a level on. Where other people answered, a change may come from that "
            "alone."
        ),
        Table(t("Criteria that moved"), (t("Project"), t("Criteria")), tuple(words)),
        (lambda palette, width=WIDTH: dot_rows(rows, palette, width=width)) if rows else None,
    )


def agreements(seen: Sequence[SeenShare], today: date, t: Translator) -> Exhibit:
    """Return which agreements were made and kept, and which are past their day."""
    rows = []
    for one in seen:
        if one.counts:
            made = promises(one.snapshot, today)
            due = t("not shared") if made.due is None else str(made.due)
            rows.append((one.share.alias, str(made.made), str(made.kept), due))
    return Exhibit(
        t("Agreements: made, kept and due"),
        t("What a project promised itself. Due: past its day and not done or dropped."),
        Table(
            t("Agreements per project"),
            (t("Project"), t("Made"), t("Kept"), t("Due")),
            tuple(rows),
            figures=3,
        ),
    )


def likeness(seen: Sequence[SeenShare], t: Translator) -> Exhibit:
    """Return what is compared and what is not, with the reason: "27 of 34 shared"."""
    reasons = portfolios.not_alike(t)
    compared = compared_of(seen)
    shared = _in_common(compared)
    rows = []
    for one in seen:
        if not one.counts:
            words = t("not counted: its consent is to an earlier charter, or its time is over")
        elif one.not_alike is not None:
            words = reasons[one.not_alike]
        elif one.snapshot.own:
            words = t("{both} of {of} shared", both=shared[one.share.id], of=len(one.snapshot.own))
        else:
            words = t("no levels shown")
        rows.append((one.share.alias, one.share.group or NOTHING, words))
    return Exhibit(
        t("What is compared with what"),
        t(
            "Like with like: of the criteria of a project, how many at least one other project has too."
        ),
        Table(t("Comparable"), (t("Project"), t("Own group"), t("Compared")), tuple(rows)),
    )


def _in_common(compared: Mapping[str, Snapshot]) -> dict[str, int]:
    """Return per share how many of its criteria another one has on the same scale."""
    counts: dict[tuple[str, str], int] = {}
    for snapshot in compared.values():
        for own in snapshot.own_levels:
            counts[own.criterion, own.scale] = counts.get((own.criterion, own.scale), 0) + 1
    return {
        name: sum(counts[own.criterion, own.scale] > 1 for own in snapshot.own_levels)
        for name, snapshot in compared.items()
    }
