"""Random answers are judged by their law: right samplers pass always, wrong ones are seen."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn

from grader.compare.law import correlation_difference, normal_difference, same_law, uniform_difference
from grader.model import DifferenceKind

N = 1 << 16


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def uniform(low: float, high: float, *shape: int, seed: int = 0) -> Tensor:
    return torch.rand(*(shape or (N,)), generator=generator(seed)) * (high - low) + low


def normal(mean: float, std: float, *shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*(shape or (N,)), generator=generator(seed)) * std + mean


@pytest.mark.parametrize("seed", range(20))
def test_right_samples_hold_every_law(seed: int) -> None:
    """Samples of the law itself are never accused, over seeds and sizes."""
    for shape in ((10_000,), (256, 256), (64, 32, 5, 5)):
        flat, bell = uniform(-0.3, 0.3, *shape, seed=seed), normal(1.0, 0.02, *shape, seed=seed)
        assert uniform_difference(flat, -0.3, 0.3) is None
        assert normal_difference(bell, 1.0, 0.02) is None
        assert correlation_difference(flat) is None
        assert correlation_difference((flat > 0.1).float()) is None


@pytest.mark.parametrize("dtype", [torch.float64, torch.float16, torch.bfloat16], ids=str)
def test_other_dtypes_hold_too(dtype: torch.dtype) -> None:
    """Coarse dtypes repeat numbers, which is no fault of the sampler."""
    assert uniform_difference(uniform(0, 1).to(dtype), 0, 1) is None
    assert normal_difference(normal(0, 1).to(dtype), 0, 1) is None


def test_torchs_own_initialisers_hold() -> None:
    """Xavier and He initialisation pass as what they are documented to be."""
    weight = torch.empty(256, 768)
    nn.init.xavier_uniform_(weight, generator=generator())
    bound = math.sqrt(6 / 1024)
    assert uniform_difference(weight, -bound, bound) is None
    nn.init.kaiming_normal_(weight, generator=generator())
    assert normal_difference(weight, 0, math.sqrt(2 / 768)) is None


@pytest.mark.parametrize(
    "sample",
    [
        uniform(-1, 1) / math.sqrt(3),
        normal(0, 1 / math.sqrt(3)).clamp(-1, 1),
        uniform(-0.98, 0.98),
        uniform(-1, 1) * 1.01,
        uniform(0, 1),
        torch.sign(uniform(-1, 1)),
        uniform(-1, 1, 16).repeat(N // 16),
    ],
    ids=["std as bound", "normal", "narrow", "wide", "half", "two points", "repeated"],
)
def test_what_is_not_uniform_is_seen(sample: Tensor) -> None:
    """The usual slips of an initialiser do not pass for uniform on [-1, 1]."""
    found = uniform_difference(sample, -1, 1)
    assert found is not None
    assert found.kind is DifferenceKind.LAW


@pytest.mark.parametrize(
    "sample",
    [normal(0, 1.08), normal(0.05, 1), uniform(-math.sqrt(3), math.sqrt(3)), normal(0, 1, 256).repeat(256)],
    ids=["spread", "mean", "uniform", "repeated"],
)
def test_what_is_not_normal_is_seen(sample: Tensor) -> None:
    """A wrong spread, mean, shape or repetition does not pass for a standard normal sample."""
    assert normal_difference(sample, 0, 1) is not None


def test_a_sample_of_few_numbers_is_told_as_such() -> None:
    """A sample drawn from a fine grid has the law's moments and shape; that its numbers repeat is seen."""
    found = uniform_difference(torch.randint(0, 4096, (N,), generator=generator()) / 4096, 0, 1)
    assert found is not None
    assert "4096 of 65536 elements of the sample are distinct" in str(found.text)


@pytest.mark.parametrize(
    "sample",
    [
        normal(0, 1, 1, 256).expand(256, 256),
        normal(0, 1, 256, 1).expand(256, 256),
        (uniform(0, 1, 2, 256) > 0.5).float().repeat(128, 1),
        normal(0, 1).cumsum(0),
        torch.ones(100, 100),
    ],
    ids=["one row", "one column", "two masks", "walk", "constant"],
)
def test_what_is_not_independent_is_seen(sample: Tensor) -> None:
    """A row, column or mask that is used again shows as correlation."""
    found = correlation_difference(sample)
    assert found is not None
    assert found.kind is DifferenceKind.LAW


def test_messages_compare_figures() -> None:
    """A student reads the measured mean and spread beside the expected ones."""
    found = normal_difference(normal(0, 2), 0, 1)
    assert found is not None
    assert "standard deviation 1.0: its mean is" in str(found.text)
    ranged = uniform_difference(uniform(-1, 1) * 2, -1, 1)
    assert ranged is not None
    assert str(ranged.text).startswith(
        "The sample leaves [-1.0, 1.0]: its smallest element is -2.0, its largest 1.99"
    )


@pytest.mark.parametrize(
    "judge",
    [lambda s: uniform_difference(s, 0, 1), lambda s: normal_difference(s, 0, 1), correlation_difference],
)
def test_what_is_no_sample_is_told_so(judge: Callable[[object], object]) -> None:
    """A wrong type, too few elements or NaN end in a difference, not in a fault of ours."""
    holed = uniform(0, 1)
    holed[3] = math.nan
    kinds = [judge(value).kind for value in ([0.5], torch.rand(10), holed)]  # type: ignore[attr-defined]
    assert kinds == [DifferenceKind.TYPE, DifferenceKind.SHAPE, DifferenceKind.NONFINITE]


def test_two_samples_of_one_law_are_alike() -> None:
    """Different draws match, of different sizes and nested too; other laws do not."""
    assert same_law(normal(0, 1, seed=1), normal(0, 1, 20_000, seed=2))
    assert same_law([normal(0, 1, seed=1), 0.5], (normal(0, 1, seed=2), 0.1))
    assert not same_law(normal(0, 1), uniform(-math.sqrt(3), math.sqrt(3)))
    assert not same_law(normal(0, 1), normal(0, 1) * math.nan)
    assert same_law(normal(0, 1) * math.nan, normal(0, 1) * math.nan)
    assert same_law([], [])
    assert not same_law([], [1.0])
