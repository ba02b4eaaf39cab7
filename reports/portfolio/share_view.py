"""A share as the funder sees it, as neutral parts: what the project previews, and what is shown later."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.catalogue.model import TOP_LEVEL, Catalogue
from assessment.portfolio.flags import flags
from assessment.portfolio.overview import sample_of
from assessment.portfolio.shares import ShareRow
from assessment.portfolio.snapshot import GroupLevel, OwnLevel, Snapshot
from assessment.portfolio.uncertainty import bar
from locales import Translator
from reports.tables import Table
from reports.wording import choices, portfolios

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class LevelLine:
    """One criterion with the level of the organisation, as words and as a place on the line 0 to 4."""

    title: str
    figure: str
    at: float  # per cent from the left


@dataclass(frozen=True)
class GroupBar:
    """What one group said on a criterion: mean and, as it is a sample, a bar."""

    title: str
    who: str
    figure: str
    at: float
    start: float
    width: float


@dataclass(frozen=True)
class ShareView:
    """All that is shown of one share."""

    title: str
    facts: Pairs
    openness: str
    flags: tuple[str, ...]
    explanation: str
    requirements: Table | None
    perspectives: tuple[tuple[str, tuple[LevelLine, ...]], ...]
    groups: tuple[GroupBar, ...]
    agreements: Table | None


def known_catalogue(catalogues: Iterable[Catalogue], snapshot: Snapshot) -> Catalogue | None:
    """Return the catalogue in whose words a share is shown, None for one that is not here."""
    wanted = snapshot.assessment.catalogue
    return next((c for c in catalogues if c.id == wanted), None)


def view_share(
    share: ShareRow, snapshot: Snapshot, catalogue: Catalogue | None, t: Translator
) -> ShareView:
    """Return a share as parts. What stands here depends on the share alone, never on who looks."""
    words = portfolios.flags(t)
    return ShareView(
        title=share.alias,
        facts=_facts(share, snapshot, t),
        openness=portfolios.openness_names(t)[snapshot.openness],
        flags=tuple(words[flag] for flag in flags(snapshot, share.consented_at.date())),
        explanation=snapshot.explanation,
        requirements=_requirements(snapshot, catalogue, t),
        perspectives=_perspectives(snapshot, catalogue, t),
        groups=tuple(_group(group, catalogue, t) for group in snapshot.group_levels),
        agreements=agreements_table(snapshot, catalogue, t),
    )


def _facts(share: ShareRow, snapshot: Snapshot, t: Translator) -> Pairs:
    assessment = snapshot.assessment
    before = assessment.previous_closed_on
    facts = [
        *portfolios.about(snapshot.project, t),
        (t("Assessment"), f"{assessment.name} · {t('closed')} {t.date(assessment.closed_on)}"),
        (t("Catalogue"), f"{assessment.catalogue} {assessment.catalogue_version}"),
        (t("Answered"), portfolios.answered(snapshot, t)),
        (
            t("Filled in for the organisation by"),
            t.plural("1 person", "{n} people", assessment.fillers),
        ),
        (t("People of groups that may be shown"), str(assessment.voices)),
        (
            t("Agreements"),
            t(
                "{made} made, {kept} kept",
                made=snapshot.agreements_made,
                kept=snapshot.agreements_kept,
            ),
        ),
    ]
    if before is not None:
        facts.append((t("The assessment before"), t.date(before)))
    consent = f"{share.consented_by} · {t.date(share.consented_at.date())}"
    facts.append((t("Shared with the consent of"), consent))
    return tuple(facts)


def _requirements(snapshot: Snapshot, catalogue: Catalogue | None, t: Translator) -> Table | None:
    if not snapshot.requirements:
        return None
    words = {True: t("met"), False: t("open"), None: t("not answered")}
    rows = tuple(
        (
            portfolios.criterion(catalogue, one.criterion, t),
            t("core") if one.is_core else t("minimal"),
            words[one.met],
        )
        for one in snapshot.requirements
    )
    header = (t("Criterion"), t("Requirement"), t("Met?"))
    return Table(t("Core and minimal criteria"), header, rows)


def _perspectives(
    snapshot: Snapshot, catalogue: Catalogue | None, t: Translator
) -> tuple[tuple[str, tuple[LevelLine, ...]], ...]:
    found: dict[str, list[OwnLevel]] = {}
    for own in snapshot.own_levels:
        found.setdefault(own.perspective, []).append(own)
    return tuple(
        (
            portfolios.perspective(catalogue, name, t),
            tuple(
                LevelLine(
                    portfolios.criterion(catalogue, own.criterion, t),
                    t.number(own.level, 0 if own.level == int(own.level) else 1),
                    _place(own.level),
                )
                for own in levels
            ),
        )
        for name, levels in found.items()
    )


def _place(level: float) -> float:
    return round(level / TOP_LEVEL * 100, 1)


def _group(group: GroupLevel, catalogue: Catalogue | None, t: Translator) -> GroupBar:
    reach = bar(sample_of(group)) or 0.0
    low, high = max(0.0, group.mean - reach), min(float(TOP_LEVEL), group.mean + reach)
    name = portfolios.role(catalogue, group.role, t)
    of = "" if group.of is None else t(" of {n}", n=group.of)
    return GroupBar(
        title=portfolios.criterion(catalogue, group.criterion, t),
        who=f"{name} ({group.n}{of})",
        figure=f"{t.number(group.mean)} ({t.number(low)} – {t.number(high)})",
        at=_place(group.mean),
        start=_place(low),
        width=round(_place(high) - _place(low), 1),
    )


def agreements_table(
    snapshot: Snapshot, catalogue: Catalogue | None, t: Translator
) -> Table | None:
    """Return the agreements of a share as a table, None when they are not shared."""
    if snapshot.agreements is None:
        return None
    words = choices.statuses(t)
    rows = tuple(
        (
            portfolios.criterion(catalogue, one.criterion, t),
            words[one.status],
            t("no day") if one.due is None else t.date(one.due),
        )
        for one in snapshot.agreements
    )
    header = (t("Criterion"), t("How far"), t("By when"))
    return Table(t("Agreements, without their words"), header, rows)
