"""Judge random answers by their distribution, with a stated chance to accuse a right one.

Every claim here wrongly rejects a right sample with probability at most ``ALPHA`` = 1e-9; where a claim
looks at several statistics, they share it. ``n`` is the number of elements.

* Kolmogorov-Smirnov distance to a known law: Dvoretzky-Kiefer-Wolfowitz with Massart's constant,
  P(D > e) <= 2 exp(-2 n e^2) (Massart, Annals of Probability 18, 1990).
* Ends of a uniform sample: all lie inside, and P(max < high - e * width) = (1 - e)^n.
* Spread of a normal sample: X = sum ((x - mean) / std)^2 is chi-square with n degrees of freedom, and
  P(X - n >= 2 sqrt(n t) + 2 t), P(n - X >= 2 sqrt(n t)) <= exp(-t) (Laurent and Massart, Annals of
  Statistics 28, 2000, lemma 1).
* Mean of a normal sample, and correlations of independent elements: within z / sqrt(n), z the normal
  quantile (6.1 to 6.3); exact for the mean, by the central limit theorem for the correlations.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import Any

import torch

from grader.compare.format import is_tensor, number, type_text
from grader.compare.tree import leaves
from grader.model import Difference, DifferenceKind, Text, text

ALPHA = 1e-9
MINIMUM = 1000

# A float32 generator has 2^24 values, of which 2^20 draws repeat 3 %; a repeated row repeats half or more.
_DISTINCT_FRACTION = 0.9
_DISTINCT_SAMPLE = 1 << 20
_ROW_LAGS = (1, 2)

Law = Callable[[torch.Tensor], torch.Tensor]


def uniform_difference(sample: object, low: float, high: float) -> Difference | None:
    """Judge whether ``sample`` (a tensor of any shape) is drawn uniformly from [low, high]."""
    values, fault = _numbers(sample)
    if fault is not None:
        return fault
    least, most, n = float(values.min()), float(values.max()), values.numel()
    figures = {"low": low, "high": high, "least": least, "most": most}
    if least < low or most > high:
        return _law(
            text(
                "The sample leaves [{low}, {high}]: its smallest element is {least}, its largest {most}.",
                **_written(figures),
            )
        )
    gap = (high - low) * -math.expm1(math.log(ALPHA / 4) / n)
    far = _distance(values, lambda x: (x - low) / (high - low)) > _ks_bound(n, ALPHA / 2)
    if far or least > low + gap or most < high - gap:
        return _law(_not_uniform(values, figures))
    return _repeats(values, sample)


def normal_difference(sample: object, mean: float, std: float) -> Difference | None:
    """Judge whether ``sample`` (a tensor of any shape) is drawn from N(mean, std^2)."""
    values, fault = _numbers(sample)
    if fault is not None:
        return fault
    n, standard = values.numel(), (values - mean) / std
    off_mean = abs(float(standard.mean())) > _quantile(ALPHA / 4) / math.sqrt(n)
    squares, t = float(standard.square().sum()), math.log(8 / ALPHA)
    off_spread = not -2 * math.sqrt(n * t) < squares - n < 2 * math.sqrt(n * t) + 2 * t
    far = _distance(standard, _normal_law) > _ks_bound(n, ALPHA / 2)
    if off_mean or off_spread or far:
        return _law(_not_normal(values, mean, std))
    return _repeats(values, sample)


def correlation_difference(sample: object) -> Difference | None:
    """Judge whether the elements of ``sample`` are independent of their neighbours.

    Looks at consecutive elements in row order and at the same place in the next rows (dim 0): a row,
    a column or a mask that is used again shows there.
    """
    values, fault = _numbers(sample)
    if fault is not None:
        return fault
    if float(values.max()) == float(values.min()):
        same = number(float(values[0]))
        return _law(text("All elements of the sample are {value}; expected random ones.", value=same))
    rows = sample.shape[0] if sample.dim() > 1 else 0  # type: ignore[attr-defined]
    steps = {1, *(lag * (values.numel() // rows) for lag in _ROW_LAGS if lag < rows)}
    z = _quantile(ALPHA / len(steps))
    found = (_correlated(values, step, rows, z) for step in sorted(steps))
    return next((one for one in found if one is not None), None)


def same_law(a: object, b: object, alpha: float = ALPHA) -> bool:
    """Tell whether two samples may come from one law: a two-sample Kolmogorov-Smirnov test.

    Samples are tensors, Python numbers or nested values of them (pooled). Equal laws are told apart with
    probability at most ``alpha``: each empirical law lies within its DKW-Massart bound of the true one.
    Small samples are always alike: pool the answers of many calls.
    """
    first, second = _pooled(a), _pooled(b)
    if not first.numel() or not second.numel():
        return first.numel() == second.numel()
    places = torch.cat((first, second))
    gap = float((_below(first, places) - _below(second, places)).abs().max())
    return gap <= _ks_bound(first.numel(), alpha / 2) + _ks_bound(second.numel(), alpha / 2)


def _pooled(sample: object) -> torch.Tensor:
    """Put all numbers into one sorted sample; NaN counts as larger than everything."""
    numeric = [leaf for _, leaf in leaves(sample) if is_tensor(leaf) or isinstance(leaf, int | float)]
    flat = [torch.as_tensor(leaf, dtype=torch.float64).detach().flatten() for leaf in numeric]
    joined = torch.cat(flat) if flat else torch.empty(0, dtype=torch.float64)
    return joined.nan_to_num(nan=math.inf, posinf=math.inf, neginf=-math.inf).sort().values


def _below(ordered: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    return torch.searchsorted(ordered, places, right=True) / ordered.numel()


def _numbers(sample: Any) -> tuple[torch.Tensor, Difference | None]:
    """Flatten a sample to float64, or say why it cannot be judged."""
    nothing = torch.empty(0, dtype=torch.float64)
    if not is_tensor(sample):
        message = text("The sample has type {got}; expected a tensor.", got=type_text(sample))
        return nothing, Difference(DifferenceKind.TYPE, message)
    if sample.numel() < MINIMUM:
        got, least = sample.numel(), MINIMUM
        message = text("The sample has {got} elements; expected at least {least}.", got=got, least=least)
        return nothing, Difference(DifferenceKind.SHAPE, message)
    values = sample.detach().cpu().to(torch.float64).flatten()
    bad = int((~values.isfinite()).sum())
    if bad:
        message = text(
            "{count} of {total} elements of the sample are NaN or infinite.", count=bad, total=len(values)
        )
        return nothing, Difference(DifferenceKind.NONFINITE, message)
    return values, None


def _distance(values: torch.Tensor, law: Law) -> float:
    """Largest distance between the empirical law of ``values`` and ``law`` (Kolmogorov-Smirnov)."""
    n, at = values.numel(), law(values.sort().values)
    steps = torch.arange(n + 1, dtype=torch.float64) / n
    return max(float((at - steps[:-1]).abs().max()), float((at - steps[1:]).abs().max()))


def _normal_law(values: torch.Tensor) -> torch.Tensor:
    return 0.5 * torch.erfc(-values / math.sqrt(2))


def _ks_bound(n: int, alpha: float) -> float:
    return math.sqrt(math.log(2 / alpha) / (2 * n))


def _quantile(alpha: float) -> float:
    """Two-sided normal quantile: a standard normal lies beyond it with probability ``alpha``."""
    return -NormalDist().inv_cdf(alpha / 2)


def _law(message: Text) -> Difference:
    return Difference(DifferenceKind.LAW, message)


def _written(figures: dict[str, float]) -> dict[str, str]:
    return {name: number(float(figure), 5) for name, figure in figures.items()}


def _not_uniform(values: torch.Tensor, figures: dict[str, float]) -> Text:
    low, high = figures["low"], figures["high"]
    moments = {"got_std": float(values.std()), "std": (high - low) / math.sqrt(12)}
    means = {"got_mean": float(values.mean()), "mean": (low + high) / 2}
    return text(
        "The sample is not uniform on [{low}, {high}]: it runs from {least} to {most} with mean {got_mean}"
        " and standard deviation {got_std}; expected mean {mean} and standard deviation {std}.",
        **_written(figures | moments | means),
    )


def _not_normal(values: torch.Tensor, mean: float, std: float) -> Text:
    figures = {"mean": mean, "std": std, "got_mean": float(values.mean()), "got_std": float(values.std())}
    ends = {"least": float(values.min()), "most": float(values.max())}
    return text(
        "The sample is not normal with mean {mean} and standard deviation {std}: its mean is {got_mean},"
        " its standard deviation {got_std}, and it runs from {least} to {most}.",
        **_written(figures | ends),
    )


def _repeats(values: torch.Tensor, sample: Any) -> Difference | None:
    """Find a sample of a continuous law that was made from too few random numbers."""
    if sample.dtype not in (torch.float32, torch.float64):
        return None
    head = values[:_DISTINCT_SAMPLE]
    distinct = int((head.sort().values.diff() != 0).sum()) + 1
    if distinct >= _DISTINCT_FRACTION * len(head):
        return None
    message = text(
        "Only {got} of {total} elements of the sample are distinct; expected nearly all of them.",
        got=distinct,
        total=len(head),
    )
    return _law(message)


def _correlated(values: torch.Tensor, step: int, rows: int, z: float) -> Difference | None:
    centred = values - values.mean()
    terms = values.numel() - step
    correlation = float((centred[:-step] * centred[step:]).sum() / centred.square().sum())
    bound = z / math.sqrt(terms)
    if abs(correlation) <= bound:
        return None
    fields = {"got": number(correlation, 3), "bound": number(bound, 3)}
    if step == 1:
        message = text("Neighbouring elements are correlated by {got}; expected less than {bound}.", **fields)
        return _law(message)
    lag = step * rows // values.numel()
    return _law(
        text("Rows {lag} apart are correlated by {got}; expected less than {bound}.", lag=lag, **fields)
    )
