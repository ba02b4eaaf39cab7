"""How sure a mean of voices is. Own judgement is not a sample and has no interval.

Voices are a sample of a finite group. Formulas: Cochran, Sampling Techniques (1977), chapter 2 (finite
population correction); Student's t by its relation to the incomplete beta function (Abramowitz and
Stegun 26.7.1, 26.5.8); bars that do not overlap at about 5 %: Goldstein and Healy (1995).
"""

import math
from dataclasses import dataclass

FEWEST = 5  # voices of which anything is shown
Z95 = 1.959963984540054  # the normal quantile of 97.5 %
Z998 = 3.090232306167813  # of 99.9 %: the outer limits of a funnel
BAR = Z95 * math.sqrt(2) / 2  # standard errors of a bar: two that just touch differ at about 5 %
SMALLEST_DIFFERENCE = 1.0  # levels
_TINY = 1e-300
_PRECISION = 1e-15


@dataclass(frozen=True)
class Sample:
    """The levels of one group: how many of how many, their mean and standard deviation (n - 1)."""

    n: int
    mean: float
    sd: float
    of: int | None = None  # how many people the group has, if that is known

    @property
    def is_shown(self) -> bool:
        """Return whether there are enough voices to show anything."""
        return self.n >= FEWEST


def standard_error(sample: Sample) -> float:
    """Return the standard error of a mean: s / sqrt(n) * sqrt((N - n) / (N - 1)).

    Without a known N the last factor is 1; when everybody answered it is 0.
    """
    plain = sample.sd / math.sqrt(sample.n)
    if sample.of is None or sample.of <= 1:
        return plain if sample.of is None else 0.0
    return plain * math.sqrt(max(0, sample.of - sample.n) / (sample.of - 1))


def half_width(sample: Sample) -> float | None:
    """Return half the width of the 95 % interval of a mean, None for fewer than FEWEST voices."""
    if not sample.is_shown:
        return None
    return t_quantile(0.975, sample.n - 1) * standard_error(sample)


def bar(sample: Sample) -> float | None:
    """Return how far a bar reaches to each side, None for fewer than FEWEST voices."""
    return BAR * standard_error(sample) if sample.is_shown else None


def differs(one: float, other: float, *errors: float) -> bool:
    """Return whether a difference may be named: at least one level, and more than chance would give.

    `errors`: the standard errors of those that are means of a sample.
    """
    difference = abs(one - other)
    chance = Z95 * math.sqrt(sum(error**2 for error in errors))
    return difference >= SMALLEST_DIFFERENCE and difference > chance


def t_quantile(share: float, freedom: int) -> float:
    """Return the quantile of Student's t with some degrees of freedom; `share` in 0.5 ... 1."""
    low, high = 0.0, 1.0
    while _t_share(high, freedom) < share:
        low, high = high, high * 2
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if _t_share(middle, freedom) < share else (low, middle)
    return high


def _t_share(t: float, freedom: int) -> float:
    """Return the share of Student's t below `t`, for t >= 0."""
    return 1 - _beta_share(freedom / (freedom + t * t), freedom / 2, 0.5) / 2


def _beta_share(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function for x > 0, by its continued fraction."""
    if x >= 1:
        return 1.0
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(log_front + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(x, a, b) / a
    return 1 - front * _beta_fraction(1 - x, b, a) / b


def _beta_fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value, m = d, 0
    while m == 0 or abs(d * c - 1) > _PRECISION:
        m += 1
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            value *= d * c
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
