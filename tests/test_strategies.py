"""What properties draw: legal, varied, deterministic, short to shrink."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.strategies import SearchStrategy

from grader.strategies import (
    REGIMES,
    any_dtypes,
    broadcastable_shapes,
    float_dtypes,
    floats,
    integer_dtypes,
    seeds,
    shapes,
    tensors,
)
from grader.strategies.layouts import LAYOUTS, expanded, sliced
from grader.strategies.values import Bounds, fill

NORMAL_OF_SEED_7 = [-0.702, 1.533, 0.634, -0.414]
SMALL_INTS_OF_SEED_7 = [3.0, 2.0, 1.0, -3.0]


def drawn(strategy: SearchStrategy[Any], count: int = 200) -> list[Any]:
    found: list[Any] = []
    quiet = settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @quiet
    @given(strategy)
    def collect(example: Any) -> None:
        found.append(example)

    collect()
    return found


def smallest(strategy: SearchStrategy[Any], failing: Callable[[Any], bool]) -> Any:
    return find(strategy, failing, settings=settings(database=None, derandomize=True, max_examples=1000))


@pytest.mark.parametrize(
    "failing",
    [
        lambda x: x.numel() > 1,
        lambda x: bool((x > 0).any()),
        lambda x: bool((x < 0).any()),
        lambda x: x.numel() > 0 and not x.is_contiguous(),
        lambda x: x.dim() == 2 and x.shape[0] != x.shape[1] and x.numel() > 0,
        lambda x: bool((x.abs() > 40).any()),
        lambda x: x.unique().numel() < x.numel(),
    ],
    ids=["two", "positive", "negative", "strided", "oblong", "large", "tie"],
)
def test_tensors_shrink_to_two_elements(failing: Callable[[torch.Tensor], bool]) -> None:
    """A failure that needs at most two elements is shown with at most two."""
    assert 1 <= smallest(tensors(), failing).numel() <= 2


def test_tensors_shrink_to_counting_numbers() -> None:
    """Where any values fail, the reader gets 0, 1, 2 in plain memory."""
    found = smallest(tensors(), lambda x: x.dim() == 2 and x.numel() >= 4)
    assert found.flatten().tolist() == list(range(found.numel()))
    assert found.is_contiguous()


def test_the_same_draw_gives_the_same_bits() -> None:
    """Two runs over the same choices give equal tensors with equal strides."""
    first, second = drawn(tensors()), drawn(tensors())
    for one, other in zip(first, second, strict=True):
        assert torch.equal(one, other)
        assert one.stride() == other.stride()


def test_values_are_fixed_for_ever() -> None:
    """The numbers behind a seed are part of the corpus: changing them changes old counterexamples."""
    assert fill(4, "normal", 7, (), False, Bounds()).tolist() == NORMAL_OF_SEED_7
    assert fill(4, "small_ints", 7, (), True, Bounds()).tolist() == SMALL_INTS_OF_SEED_7


def test_every_kind_of_tensor_turns_up() -> None:
    """Two hundred draws hold scalars, empties, sides of 1, squares, oblongs and every layout."""
    found = drawn(tensors())
    kinds = {
        "scalar": [x for x in found if x.dim() == 0],
        "empty": [x for x in found if x.numel() == 0],
        "one": [x for x in found if 1 in x.shape],
        "square": [x for x in found if x.dim() == 2 and x.shape[0] == x.shape[1] > 1],
        "oblong": [x for x in found if x.dim() == 2 and x.shape[0] != x.shape[1]],
        "strided": [x for x in found if not x.is_contiguous()],
        "offset": [x for x in found if x.storage_offset() > 0],
        "expanded": [x for x in found if 0 in x.stride() and x.numel()],
        "ties": [x for x in found if x.unique().numel() < x.numel()],
        "far from zero": [x for x in found if x.numel() > 1 and bool((x > 900).all())],
    }
    assert {name: len(those) for name, those in kinds.items() if len(those) < 4} == {}


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize(
    ("dtype", "low", "high"),
    [
        (torch.float64, 0, 1),
        (torch.float64, 0.5, None),
        (torch.float32, None, -3),
        (torch.int64, 0, 4),
        (torch.int64, -2, 2),
        (torch.uint8, None, None),
        (torch.int8, None, None),
        (torch.bool, None, None),
    ],
)
def test_bounds_hold_in_every_regime(
    regime: str, dtype: torch.dtype, low: float | None, high: float | None
) -> None:
    """No element leaves the author's bounds, spikes included, and no dtype overflows."""
    for tensor in drawn(tensors(dtype=dtype, values=regime, low=low, high=high), 30):
        assert tensor.dtype == dtype
        assert low is None or bool((tensor >= low).all())
        assert high is None or bool((tensor <= high).all())
        assert bool(tensor.double().isfinite().all())


def test_indices_reach_both_ends() -> None:
    """Integers between 0 and 3 hold each of the four often."""
    found = torch.cat([x.flatten() for x in drawn(tensors((5,), torch.int64, low=0, high=3), 60)])
    assert (torch.bincount(found) > 20).tolist() == [True] * 4


@pytest.mark.parametrize("layout", set(LAYOUTS) - {expanded}, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3), (2, 0, 3), (2, 3, 4)])
def test_layouts_keep_the_values(
    layout: Callable[[torch.Tensor], torch.Tensor], shape: tuple[int, ...]
) -> None:
    """Only the memory behind a tensor changes, not what it says."""
    values = torch.arange(torch.Size(shape).numel(), dtype=torch.float64).reshape(shape)
    assert torch.equal(layout(values.clone()), values)


@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16, torch.int64, torch.uint8])
def test_reading_past_a_view_meets_poison(dtype: torch.dtype) -> None:
    """The storage between the elements of a slice holds NaN or the largest integer, never zeros."""
    view = sliced(torch.zeros(2, 3, dtype=dtype))
    between = view.as_strided((2, 7), (7, 1), 0)[:, ::2]
    poisoned = between.isnan() if dtype.is_floating_point else between == torch.iinfo(dtype).max
    assert bool(poisoned.all())


def test_broadcastable_shapes_broadcast() -> None:
    """Every drawn family broadcasts, with scalars, empties, unequal ranks and stretched sides among them."""
    families = drawn(broadcastable_shapes(count=3))
    results = [torch.broadcast_shapes(*family) for family in families]
    assert any(() in family for family in families)
    assert any(0 in result for result in results)
    assert any(len({len(shape) for shape in family}) == 3 for family in families)
    assert sum(any(shape != result for shape in f) for f, result in zip(families, results, strict=True)) > 60


def test_shapes_keep_their_limits() -> None:
    """Ranks and sides stay between the bounds."""
    found = drawn(shapes(min_rank=1, max_rank=2, min_side=2, max_side=5))
    assert {len(shape) for shape in found} == {1, 2}
    assert {side for shape in found for side in shape} == {2, 3, 4, 5}


def test_floats_hold_their_ends_and_round_numbers() -> None:
    """A range yields both ends and 1, and never a value outside."""
    found = drawn(floats(0, 5))
    assert {0.0, 1.0, 5.0} <= set(found)
    assert all(type(value) is float and 0 <= value <= 5 for value in found)


def test_one_dtype_strategy_leads_with_float64() -> None:
    """Dtypes shrink to the one in which algorithms are judged."""
    assert smallest(float_dtypes(), lambda _: True) is torch.float64
    assert smallest(any_dtypes(), lambda _: True) is torch.float64
    assert smallest(integer_dtypes(), lambda _: True) is torch.int64


def test_seeds_fit_any_generator() -> None:
    """A seed is accepted by torch."""
    for seed in drawn(seeds(), 20):
        torch.Generator().manual_seed(seed)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: tensors(values="gaussian"),
        lambda: tensors(values=()),
        lambda: tensors(low=2, high=1),
        lambda: shapes(min_rank=3, max_rank=2),
        lambda: floats(1, 0),
    ],
)
def test_a_misspelt_strategy_is_refused_at_once(wrong: Callable[[], object]) -> None:
    """An author's slip is reported where it is written, not when the first example is drawn."""
    with pytest.raises(ValueError):
        wrong()
