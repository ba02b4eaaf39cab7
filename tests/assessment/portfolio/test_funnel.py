"""Funnels: from ten projects, widened when more than chance is at work."""

import math
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.weightstats import DescrStatsW

from assessment.portfolio.funnel import FEWEST_PROJECTS, Funnel, funnel
from assessment.portfolio.uncertainty import Sample

ONE = st.builds(Sample, st.integers(5, 60), st.floats(0, 4), st.floats(0.1, 2))
SAMPLES = st.dictionaries(st.text(min_size=1), ONE, min_size=FEWEST_PROJECTS, max_size=25)


@pytest.mark.parametrize(
    ("n", "low", "high"), [(5, 1.81, 3.39), (12, 2.09, 3.11), (40, 2.32, 2.88)]
)
def test_the_worked_example_of_the_method(n: int, low: float, high: float) -> None:
    inner = Funnel(middle=2.6, sd=0.9, widened=1.0, outside=()).limits(n).inner

    assert inner == (pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005))


def test_below_ten_projects_with_enough_voices_there_is_none() -> None:
    enough = {str(n): Sample(5, 2.0, 1.0) for n in range(9)}

    assert funnel({**enough, "few": Sample(4, 2.0, 1.0)}) is None
    assert funnel({**enough, "tenth": Sample(5, 2.0, 1.0)}) is not None


@pytest.mark.no_cover  # the same lines many times: others measure them
@given(SAMPLES)
def test_the_figures_are_those_of_an_independent_calculation(samples: dict[str, Sample]) -> None:
    made = funnel(samples)
    assert made is not None
    freedom = [sample.n - 1 for sample in samples.values()]
    pooled = DescrStatsW([s.sd**2 for s in samples.values()], weights=freedom).mean ** 0.5
    middle = mean(sample.mean for sample in samples.values())
    z = {k: (s.mean - middle) / (pooled / math.sqrt(s.n)) for k, s in samples.items()}
    limit = stats.norm.ppf(0.975)
    beyond = sum(abs(value) > limit for value in z.values())
    phi = max(1.0, mean(value**2 for value in z.values())) if beyond > 0.1 * len(z) else 1.0

    assert made.middle == pytest.approx(middle, rel=1e-9)
    assert made.sd == pytest.approx(pooled, rel=1e-9)
    assert made.widened == pytest.approx(math.sqrt(phi), rel=1e-9)
    assert all(abs(z[name]) > limit * made.widened * (1 - 1e-9) for name in made.outside)
    inner, outer = made.limits(9).inner, made.limits(9).outer
    assert outer[0] <= inner[0] <= made.middle <= inner[1] <= outer[1]


def test_projects_that_all_say_the_same_lie_inside_and_another_one_outside() -> None:
    same = {str(n): Sample(8, 2.0, 0.0) for n in range(10)}
    made, other = funnel(same), funnel({**same, "other": Sample(8, 3.0, 0.0)})

    assert made is not None
    assert made.outside == ()
    assert other is not None
    assert "other" in other.outside or math.isinf(other.widened)
