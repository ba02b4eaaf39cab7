"""One criterion over all projects: each a dot, what groups said, a funnel, and what to talk about."""

from collections.abc import Sequence

from assessment.catalogue.model import Catalogue
from assessment.portfolio.funnel import Funnel, funnel
from assessment.portfolio.overview import StripPoint, sample_of, samples, strip
from assessment.portfolio.uncertainty import Sample, bar
from assessment.services.portfolio.views import SeenShare
from locales import Translator
from reports.portfolio.overview_view import Exhibit, compared_of
from reports.portfolio.pictures import (
    WIDTH,
    Dot,
    DotRow,
    FunnelLimits,
    FunnelPoint,
    dot_rows,
    funnel_picture,
)
from reports.tables import Table
from reports.wording import portfolios, results


def own_levels(seen: Sequence[SeenShare], criterion: str, t: Translator) -> Exhibit:
    """Return each project as a dot on its own level, or in words why there is none."""
    names, reasons = _names(seen), portfolios.not_alike(t)
    rows = []
    for point in strip(compared_of(seen), criterion):
        dots = () if point.level is None else (Dot(point.level),)
        words = reasons[point.why_not] if point.why_not else results.figure(point.level, t)
        rows.append(DotRow(names[point.share], dots, words))
    reading = t(
        "The level that the organisation chose, from 0 to 4. It is no sample and has no interval. The "
        "order is that of the list, not of the levels."
    )
    left = sum(not one.is_compared for one in seen)
    apart = t.plural(
        "1 project is not compared; the overview says why.",
        "{n} projects are not compared; the overview says why.",
        left,
    )
    return Exhibit(
        t("Each project on this criterion"),
        f"{reading} {apart}" if left else reading,
        Table(t("Own levels"), (t("Project"), t("Level")), tuple((r.title, r.text) for r in rows)),
        (lambda palette, width=WIDTH: dot_rows(rows, palette, width=width)) if rows else None,
    )


def roles_of(seen: Sequence[SeenShare], criterion: str) -> list[str]:
    """Return the groups of which at least one project shows something on this criterion."""
    points = strip(compared_of(seen), criterion)
    return sorted({group.role for point in points for group in point.groups})


def group_means(
    seen: Sequence[SeenShare], criterion: str, role: str, catalogue: Catalogue | None, t: Translator
) -> Exhibit:
    """Return what one group said in each project, with bars: these are samples."""
    names = _names(seen)
    rows = [
        _group_row(names[point.share], point, role, t)
        for point in strip(compared_of(seen), criterion)
        if any(group.role == role for group in point.groups)
    ]
    title = portfolios.role(catalogue, role, t)
    return Exhibit(
        t("What this group said: {group}", group=title),
        t(
            "The mean from 0 to 4 with a bar of 1.39 standard errors to each side: two bars that just touch "
            "differ at about 5 %. Groups of fewer than five people are never shown."
        ),
        Table(title, (t("Project"), t("Mean, n")), tuple((r.title, r.text) for r in rows)),
        (lambda palette, width=WIDTH: dot_rows(rows, palette, width=width)) if rows else None,
    )


def _group_row(title: str, point: StripPoint, role: str, t: Translator) -> DotRow:
    sample = sample_of(next(g for g in point.groups if g.role == role))
    of = "" if sample.of is None else t(" of {n}", n=sample.of)
    words = f"{results.figure(sample.mean, t)} · n={sample.n}{of}"
    return DotRow(title, (Dot(sample.mean, "diamond", reach=bar(sample)),), words)


def funnel_of(
    seen: Sequence[SeenShare], criterion: str, role: str, t: Translator
) -> Exhibit | None:
    """Return means against how many answered, None for fewer than ten projects."""
    found = samples(strip(compared_of(seen), criterion), role)
    drawn = funnel(found)
    if drawn is None:
        return None
    names = _names(seen)
    rows = tuple(
        (
            names[name],
            f"{results.figure(one.mean, t)} · n={one.n}",
            t("ask what happened here") if name in drawn.outside else t("within the limits"),
        )
        for name, one in found.items()
    )
    reading = t(
        "The more people answered, the nearer a mean lies to the middle by chance alone. Within the dashed "
        "lines lie 95 % of projects that do not differ, within the dotted ones 99.8 %. Outside means: ask "
        "what happened here. It is neither good nor bad."
    )
    if drawn.widened > 1:
        wider = t(
            "Projects differ more than chance; the limits are {n} times as wide.",
            n=t.number(drawn.widened),
        )
        reading = f"{reading} {wider}"
    return Exhibit(
        t("Is it more than chance?"),
        reading,
        Table(t("Means and limits"), (t("Project"), t("Mean, n"), t("Reading")), rows),
        lambda palette, width=WIDTH: funnel_picture(
            _funnel_points(found, names, drawn),
            _limits(drawn, found),
            drawn.middle,
            palette,
            width=width,
        ),
    )


def _funnel_points(
    found: dict[str, Sample], names: dict[str, str], drawn: Funnel
) -> list[FunnelPoint]:
    return [
        FunnelPoint(names[name], one.n, one.mean, name in drawn.outside)
        for name, one in found.items()
    ]


def _limits(drawn: Funnel, found: dict[str, Sample]) -> list[FunnelLimits]:
    fewest, most = min(s.n for s in found.values()), max(s.n for s in found.values())
    steps = sorted({fewest + (most - fewest) * k // 12 for k in range(13)})
    return [FunnelLimits(n, one.inner, one.outer) for n in steps for one in [drawn.limits(n)]]


def explanations(seen: Sequence[SeenShare]) -> list[tuple[str, str]]:
    """Return what projects wrote themselves, by name of the project."""
    shown = [(s.share.alias, s.snapshot.explanation) for s in seen if s.counts]
    return [(name, text) for name, text in shown if text]


def questions(catalogue: Catalogue | None, criterion: str, t: Translator) -> list[str]:
    """Return questions for a conversation about a criterion: those of the catalogue."""
    found = None if catalogue is None else catalogue.by_id.get(criterion)
    return [] if found is None else [prompt.in_language(t.language) for prompt in found.prompts]


def _names(seen: Sequence[SeenShare]) -> dict[str, str]:
    return {s.share.id: s.share.alias for s in seen}
