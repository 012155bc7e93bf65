"""The formulas, on plain numbers. None where a figure is not defined: nobody, or nobody differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log, sqrt
from statistics import NormalDist, StatisticsError, covariance, mean, variance
from statistics import correlation as pearson

CONFIDENCE = 0.95
THIRDS = 3
Row = Sequence[float]


@dataclass(frozen=True, slots=True)
class Interval:
    """A share of 0 to 1 lies between these with the confidence asked for."""

    low: float
    high: float


def quantile(confidence: float) -> float:
    """Return how many standard deviations to both sides hold this share of a normal distribution."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(share: float, count: int, confidence: float = CONFIDENCE) -> Interval:
    """Return Wilson's interval for a share seen in ``count`` independent cases; everything for none."""
    if not count:
        return Interval(0.0, 1.0)
    z2 = quantile(confidence) ** 2
    middle = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = sqrt(z2 * (share * (1 - share) / count + z2 / (4 * count**2))) / (1 + z2 / count)
    # Rounding may leave 0, 1 or the share itself just outside.
    return Interval(max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half)))


def correlation(xs: Row, ys: Row) -> float | None:
    """Return Pearson's correlation."""
    try:
        return max(-1.0, min(1.0, pearson(xs, ys)))
    except StatisticsError:
        return None


def efficiency(xs: Row, rest: Row) -> float | None:
    """Return how much of the discrimination that these scores allow is reached: at most 1."""
    if len(xs) < 2:
        return None
    most = float(covariance(sorted(xs), sorted(rest)))
    return min(1.0, float(covariance(xs, rest)) / most) if most > 0 else None


def alpha(table: Sequence[Row]) -> float | None:
    """Return Cronbach's alpha of students (rows) by questions (columns); KR-20 where scores are 0 and 1."""
    count = len(table[0]) if table else 0
    if count < 2 or len(table) < 2:
        return None
    total = float(variance([sum(row) for row in table]))
    if total <= 0:
        return None
    within = float(sum(variance(column) for column in zip(*table, strict=True)))
    return count / (count - 1) * (1 - within / total)


def without(table: Sequence[Row], place: int) -> list[Row]:
    """Return a table without one of its columns."""
    return [[*row[:place], *row[place + 1 :]] for row in table]


def standard_error(table: Sequence[Row]) -> float | None:
    """Return the standard error of measurement of a student's total, in points of one a question."""
    reliability = alpha(table)
    if reliability is None:
        return None
    return sqrt(variance([sum(row) for row in table]) * max(0.0, 1 - reliability))


def weights(table: Sequence[Row]) -> list[float | None]:
    """Return each question's effective share of how totals differ; None for one that works against them."""
    if len(table) < 2:
        return [None] * (len(table[0]) if table else 0)
    totals = [sum(row) for row in table]
    shared = [covariance(column, totals) for column in zip(*table, strict=True)]
    roots = [sqrt(one) if one >= 0 else None for one in shared]
    whole = sum(root for root in roots if root is not None)
    return [None if root is None or not whole else root / whole for root in roots]


def thirds(totals: Row) -> list[int]:
    """Return the third that each total is in, 0 the lowest; equal totals are never parted."""
    order = sorted(totals)
    count = len(order)
    return [int(THIRDS * _middle_rank(order, total) / count) for total in totals]


def _middle_rank(order: Sequence[float], value: float) -> float:
    below = sum(other < value for other in order)
    return below + sum(other == value for other in order) / 2


def chance_of(right: int, count: int, share: float) -> float:
    """Return how likely a result at least this far to its side is, where each succeeds with ``share``."""
    if share <= 0 or share >= 1:
        return 1.0 if right == count * round(share) else 0.0
    low = sum(_exactly(k, count, share) for k in range(right + 1))
    high = sum(_exactly(k, count, share) for k in range(right, count + 1))
    return min(1.0, 2 * min(low, high))


def _exactly(k: int, count: int, share: float) -> float:
    ways = lgamma(count + 1) - lgamma(k + 1) - lgamma(count - k + 1)
    return exp(ways + k * log(share) + (count - k) * log(1 - share))


def average(values: Row) -> float:
    """Return the mean; 0 of nothing."""
    return mean(values) if values else 0.0
