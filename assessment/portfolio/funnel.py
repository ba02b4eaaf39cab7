"""A funnel: means of a group against how many answered. Outside of it: ask what happened, no more.

Formulas: Spiegelhalter (2005), Funnel plots for comparing institutional performance; over-dispersion by
the mean of squared z-values.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.portfolio.uncertainty import FEWEST, Z95, Z998, Sample

FEWEST_PROJECTS = 10
TOO_MANY_OUTSIDE = 0.1  # of the projects beyond 95 %: then more than chance is at work everywhere


@dataclass(frozen=True)
class Limits:
    """How far a mean of so many voices may lie from the middle, at 95 % and at 99.8 %."""

    n: int
    inner: tuple[float, float]
    outer: tuple[float, float]


@dataclass(frozen=True)
class Funnel:
    """A funnel over projects. `widened`: the factor by which limits were widened, 1 for none."""

    middle: float
    sd: float  # pooled within projects
    widened: float
    outside: tuple[str, ...]  # projects beyond the inner limits, by id

    def limits(self, n: int) -> Limits:
        """Return the limits for a mean of `n` voices, within the scale."""
        error = self.sd / math.sqrt(n) * self.widened

        def around(z: float) -> tuple[float, float]:
            return self.middle - z * error, self.middle + z * error

        return Limits(n, around(Z95), around(Z998))


def funnel(samples: Mapping[str, Sample]) -> Funnel | None:
    """Return the funnel of projects, None for fewer than FEWEST_PROJECTS with enough voices.

    The middle is the mean of the projects; the standard deviation is pooled within them.
    """
    shown = {name: sample for name, sample in samples.items() if sample.n >= FEWEST}
    if len(shown) < FEWEST_PROJECTS:
        return None
    middle = sum(sample.mean for sample in shown.values()) / len(shown)
    sd = _pooled(list(shown.values()))
    z = {name: _z(sample, middle, sd) for name, sample in shown.items()}
    beyond = sum(abs(value) > Z95 for value in z.values()) / len(z)
    spread = sum(value**2 for value in z.values()) / len(z)
    widened = math.sqrt(max(1.0, spread)) if beyond > TOO_MANY_OUTSIDE else 1.0
    outside = tuple(sorted(name for name, value in z.items() if abs(value) > Z95 * widened))
    return Funnel(middle, sd, widened, outside)


def _pooled(samples: Sequence[Sample]) -> float:
    freedom = sum(sample.n - 1 for sample in samples)
    return math.sqrt(sum((sample.n - 1) * sample.sd**2 for sample in samples) / freedom)


def _z(sample: Sample, middle: float, sd: float) -> float:
    if sd == 0:
        return 0.0 if sample.mean == middle else math.copysign(math.inf, sample.mean - middle)
    return (sample.mean - middle) * math.sqrt(sample.n) / sd
