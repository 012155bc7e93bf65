"""Where the marks of a plot go: shares and correlations as coordinates of an SVG. Pure; templates draw them.

The units are those of the ``viewBox``; y grows downwards, as in SVG.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from grader.analysis.figures import quantile
from grader.analysis.items import Item, Variation

BINS = 10
LIMITS = 0.99
STEPS = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """A plotting area inside its margins, and the ranges of both axes."""

    width: int = 520
    height: int = 320
    left: int = 66
    top: int = 14
    right: int = 14
    bottom: int = 48
    low: float = 0.0
    high: float = 1.0
    start: float = 0.0
    end: float = 1.0

    def x(self, value: float) -> float:
        """Return where a value of the horizontal axis is."""
        share = (value - self.start) / (self.end - self.start)
        return round(self.left + share * (self.width - self.left - self.right), 1)

    def y(self, value: float) -> float:
        """Return where a value of the vertical axis is."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.height - self.bottom - share * (self.height - self.top - self.bottom), 1)


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark: where, which number stands beside it, whether it is to be greyed or pointed out."""

    x: float
    y: float
    label: str
    faint: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One column of a histogram."""

    x: float
    y: float
    width: float
    height: float
    count: int
    low: int


@dataclass(frozen=True, slots=True)
class Scatter:
    """Difficulty across, discrimination up; questions without a discrimination are not drawn."""

    frame: Frame
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many students reached how much."""

    frame: Frame
    bars: tuple[Bar, ...]
    ticks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """Variants by how many met them and how many were right; the limits between which 99 % should lie."""

    frame: Frame
    dots: tuple[Dot, ...]
    lower: str
    upper: str
    mean: float
    ticks: tuple[int, ...]


def scatter(items: Sequence[Item]) -> Scatter:
    """Place every question by difficulty and discrimination."""
    frame = Frame(low=-1.0)
    dots = (
        Dot(frame.x(item.difficulty), frame.y(item.discrimination), str(number), item.small, bool(item.flags))
        for number, item in enumerate(items, start=1)
        if item.discrimination is not None
    )
    return Scatter(frame, tuple(dots))


def histogram(totals: Sequence[float]) -> Histogram:
    """Count the students by tenths of what they could reach."""
    counts = [0] * BINS
    for total in totals:
        counts[min(BINS - 1, int(total * BINS + 1e-9))] += 1
    most = max(counts)
    frame = Frame(high=float(max(1, most)))
    width = (frame.width - frame.left - frame.right) / BINS
    bars = (
        Bar(
            round(frame.x(n / BINS) + 1, 1),
            frame.y(count),
            round(width - 2, 1),
            round(frame.y(0) - frame.y(count), 1),
            count,
            100 * n // BINS,
        )
        for n, count in enumerate(counts)
    )
    return Histogram(frame, tuple(bars), _ticks(most))


def funnel(variations: Sequence[Variation]) -> Funnel | None:
    """Place variants in their funnel; None where no two can be compared."""
    if len(variations) < 2 or max(one.count for one in variations) < 2:
        return None
    count = sum(one.count for one in variations)
    mean = sum(one.right for one in variations) / count
    most = max(one.count for one in variations)
    frame = Frame(height=260, start=0.0, end=most + 1.0)
    dots = (
        Dot(
            frame.x(one.count),
            frame.y(one.share),
            str(one.seed),
            marked=one.chance < (1 - LIMITS) / len(variations),
        )
        for one in variations
    )
    reach = [0.5 + n * (most + 0.5) / STEPS for n in range(STEPS + 1)]
    half = [quantile(LIMITS) * sqrt(mean * (1 - mean) / n) for n in reach]
    lower = _line(frame, ((n, max(0.0, mean - h)) for n, h in zip(reach, half, strict=True)))
    upper = _line(frame, ((n, min(1.0, mean + h)) for n, h in zip(reach, half, strict=True)))
    return Funnel(frame, tuple(dots), lower, upper, frame.y(mean), _ticks(most))


def _line(frame: Frame, points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{frame.x(x)},{frame.y(y)}" for x, y in points)


def _ticks(most: int) -> tuple[int, ...]:
    """Return at most six whole numbers from 0 on that reach as far as ``most``."""
    step = max(1, -(-most // 5))
    return tuple(range(0, most + 1, step))
