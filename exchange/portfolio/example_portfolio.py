"""The example portfolio: eight projects that were made up, one click away and one click gone.

Of various sizes; one was withdrawn, one is on another version of the catalogue, of one little was
answered. The same catalogue gives the same shares.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assessment.access.acts import Act
from assessment.agreements import AgreementStatus
from assessment.catalogue.model import TOP_LEVEL, Catalogue, Criterion
from assessment.portfolio.charter import Charter, Portfolio
from assessment.portfolio.shares import ShareRow
from assessment.portfolio.snapshot import (
    AboutAssessment,
    AboutProject,
    GroupLevel,
    Openness,
    OwnLevel,
    Requirement,
    SharedAgreement,
    Snapshot,
)
from assessment.projects import Kind, Minors, Stage
from assessment.services.context import Workspace, requires
from assessment.services.portfolio.reading import save_portfolio
from locales import Translator

KEPT_FOR = timedelta(days=730)
_SPREAD = (0, 1, 0, -1, 0, 1, -1, 0, 2, 0)  # around the level of a project, criterion by criterion
_YEAR = 365
_EARLIER = "earlier"


@dataclass(frozen=True)
class _Example:
    name: str
    kind: Kind
    minors: Minors
    stage: Stage
    size: int
    openness: Openness
    middle: int  # level around which the project stands
    days: int = 40  # ago
    criteria: int = 34
    coverage: float = 0.95
    voices: int = 12
    fillers: int = 2
    kept: int = 2
    explains: bool = False


_SCHOOL, _WORK, _WELFARE = Kind.SCHOOL, Kind.WORK, Kind.WELFARE
_SOME, _NONE, _EVERYBODY = Minors.SOME, Minors.NO, Minors.ALL
_EXAMPLES = (
    _Example(
        "Samen Sterk",
        _SCHOOL,
        _EVERYBODY,
        Stage.ESTABLISHED,
        120,
        Openness.VOICES,
        3,
        voices=38,
        explains=True,
    ),
    _Example("Maatjes West", _WELFARE, _SOME, Stage.RUNNING, 45, Openness.VOICES, 2, voices=17),
    _Example(
        "Op Weg naar Werk",
        _WORK,
        _NONE,
        Stage.RUNNING,
        60,
        Openness.LEVELS,
        2,
        voices=0,
        explains=True,
    ),
    _Example(
        "Buddy Noord",
        Kind.COMMUNITY,
        _NONE,
        Stage.FIRST_YEAR,
        8,
        Openness.CORE,
        1,
        voices=0,
        fillers=1,
        kept=0,
    ),
    _Example(
        "Taalkoppels", Kind.COMMUNITY, _NONE, Stage.ESTABLISHED, 220, Openness.DONE, 3, voices=25
    ),
    _Example(
        "Eerste Stap",
        _SCHOOL,
        _EVERYBODY,
        Stage.FIRST_YEAR,
        15,
        Openness.LEVELS,
        1,
        coverage=0.35,
        criteria=34,
        voices=6,
        fillers=1,
    ),
    _Example("Vakmentoren", Kind.PROFESSION, _NONE, Stage.RUNNING, 30, Openness.LEVELS, 3, days=80),
    _Example("Brugbouwers", _WELFARE, _SOME, Stage.ESTABLISHED, 75, Openness.LEVELS, 2),
)
NOT_ALIKE, WITHDRAWN = 6, 7  # which of the examples


@requires(Act.MANAGE_PORTFOLIO)
def add_example(workspace: Workspace, t: Translator) -> Portfolio:
    """Add the example portfolio with its eight shares, in the language of the screen."""
    today = workspace.now().date()
    charter = Charter(
        t("See where projects need help, and make a training plan with them."),
        t("Two advisers of the fund; the board sees the board paper."),
        today + KEPT_FOR,
        never_ranks=True,
    )
    made = Portfolio("", None, t("Example: mentoring in the region"), charter, workspace.now())
    portfolio = save_portfolio(workspace, replace(made, is_example=True))
    for number, example in enumerate(_EXAMPLES):
        for share in _shares(workspace, portfolio, number, example, t):
            saved = workspace.store.shares.save(share)
            if number == WITHDRAWN:
                workspace.store.shares.withdraw(saved.id)
    return portfolio


def _shares(
    workspace: Workspace, portfolio: Portfolio, number: int, example: _Example, t: Translator
) -> Iterator[ShareRow]:
    """Return the share of an example, before it an earlier one where it shows all."""
    today = workspace.now().date()
    times = [(_EARLIER, _YEAR + example.days, -1)] if example.openness is Openness.VOICES else []
    for name, days, shift in (*times, ("now", example.days, 0)):
        day = today - timedelta(days=days)
        yield ShareRow(
            id=workspace.new_id(),
            portfolio=portfolio.id,
            project=None,
            assessment=f"example {number} {name}",
            alias=example.name,
            group=t("North") if number % 2 else t("South"),
            charter_edition=portfolio.charter.edition,
            consented_by=t("the coordinator"),
            consented_at=workspace.now() - timedelta(days=days - 5),
            snapshot=_snapshot(workspace.catalogue, number, example, day, shift, t),
            source=f"example {number}",
        )


def _snapshot(
    catalogue: Catalogue, number: int, example: _Example, day: date, shift: int, t: Translator
) -> Snapshot:
    asked = _asked(catalogue, example.criteria)
    answered = asked[: max(1, round(len(asked) * example.coverage))]
    levels = {c.id: _level(example.middle + shift, number, n) for n, c in enumerate(answered)}
    openness, version = example.openness, catalogue.version
    if number == NOT_ALIKE:
        version = f"{max(0, int(version.partition('.')[0]) - 1)}.1"
    return Snapshot(
        openness=openness,
        project=AboutProject(
            kind=example.kind,
            target_group=t("Young people") if example.minors is Minors.ALL else t("Adults"),
            minors=example.minors,
            stage=example.stage,
            size=example.size,
            region=t("North") if number % 2 else t("South"),
        ),
        assessment=AboutAssessment(
            name=str(day.year),
            closed_on=day,
            catalogue=catalogue.id,
            catalogue_version=version,
            criteria=len(asked),
            coverage=len(answered) / len(asked),
            voices=example.voices if openness is Openness.VOICES else 0,
            fillers=example.fillers,
        ),
        agreements_made=3,
        agreements_kept=example.kept,
        requirements=_requirements(asked, levels) if openness.includes(Openness.CORE) else (),
        own_levels=_own(answered, levels) if openness.includes(Openness.LEVELS) else (),
        group_levels=_groups(catalogue, answered, levels, example)
        if openness is Openness.VOICES
        else (),
        agreements=_agreements(asked, day) if number % 2 == 0 else None,
        explanation=t("We began again this year with a new team.") if example.explains else "",
    )


def _asked(catalogue: Catalogue, number: int) -> list[Criterion]:
    """Return some criteria of every perspective, the core ones first."""
    ordered = sorted(catalogue.criteria, key=lambda c: (not c.core, c.requirement != "minimal"))
    chosen = {c.id for c in ordered[:number]}
    kept = [c for c in catalogue.criteria if c.id in chosen]
    by_turn = sorted(range(len(kept)), key=lambda n: (n * 7) % max(1, len(kept)))
    return [kept[n] for n in by_turn]


def _level(middle: int, number: int, place: int) -> int:
    return max(0, min(TOP_LEVEL, middle + _SPREAD[(number * 3 + place) % len(_SPREAD)]))


def _requirements(asked: list[Criterion], levels: dict[str, int]) -> tuple[Requirement, ...]:
    return tuple(
        Requirement(
            criterion=c.id,
            is_core=c.core,
            met=levels[c.id] >= 2 if c.id in levels else None,
        )
        for c in sorted(asked, key=lambda c: c.id)
        if c.core or c.requirement == "minimal"
    )


def _own(answered: list[Criterion], levels: dict[str, int]) -> tuple[OwnLevel, ...]:
    return tuple(
        OwnLevel(
            criterion=c.id, scale=c.scale, perspective=c.perspective, level=float(levels[c.id])
        )
        for c in sorted(answered, key=lambda c: c.id)
    )


def _groups(
    catalogue: Catalogue, answered: list[Criterion], levels: dict[str, int], example: _Example
) -> tuple[GroupLevel, ...]:
    """Return what the first group beside the organisation said, a little lower than the organisation."""
    others = [r for r in catalogue.role_ids if r not in catalogue.organisation_roles]
    role = next((r for r in others if r == catalogue.heard_first), others[0]) if others else ""
    return tuple(
        GroupLevel(
            criterion=c.id,
            scale=c.scale,
            role=role,
            n=example.voices,
            of=example.voices + example.voices // 2,
            mean=max(0.0, levels[c.id] - 0.4),
            sd=0.9,
        )
        for c in sorted(answered, key=lambda c: c.id)
        if role and c.id in catalogue.asked[role]
    )


def _agreements(asked: list[Criterion], day: date) -> tuple[SharedAgreement, ...]:
    states = (AgreementStatus.DONE, AgreementStatus.DONE, AgreementStatus.BUSY)
    return tuple(
        SharedAgreement(criterion=c.id, status=status, due=day + timedelta(days=30))
        for c, status in zip(asked, states, strict=False)
    )
