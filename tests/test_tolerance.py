"""The one tolerance rule: right algorithms pass in float32, wrong ones fall in float64."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from grader.compare.difference import difference
from grader.compare.tolerance import Expected, expect, unit
from grader.model import DifferenceKind

SHAPES = ((1, 2), (2, 3), (4, 4), (3, 8), (5, 31))
REGIMES = ("normal", "large", "tiny", "offset", "ints", "constant")


def inputs(dtype: torch.dtype) -> Iterator[Tensor]:
    """Matrices of several sizes in every value regime."""
    for index, (rows, columns) in enumerate(SHAPES):
        for regime in REGIMES:
            generator = torch.Generator().manual_seed(index)
            x = torch.randn(rows, columns, generator=generator, dtype=torch.float64)
            made = {
                "normal": x,
                "large": x * 50,
                "tiny": x * 1e-3,
                "offset": x + 1000,
                "ints": (x * 2).round(),
                "constant": torch.full_like(x, 3.0),
            }
            yield made[regime].to(dtype)


def targets(x: Tensor) -> Tensor:
    return torch.arange(x.shape[0]) % x.shape[1]


def mixed(x: Tensor) -> Tensor:
    """A second operand for products, of the same regime."""
    return x.flip(0).t().contiguous()


def softmax_reference(x: Tensor) -> Tensor:
    return torch.softmax(x, -1)


def softmax_by_exp(x: Tensor) -> Tensor:
    e = torch.exp(x - x.max(-1, keepdim=True).values)
    return e / e.sum(-1, keepdim=True)


def softmax_by_log(x: Tensor) -> Tensor:
    return torch.exp(x - torch.logsumexp(x, -1, keepdim=True))


def layernorm_reference(x: Tensor) -> Tensor:
    return F.layer_norm(x, x.shape[-1:])


def layernorm_by_hand(x: Tensor) -> Tensor:
    centred = x - x.mean(-1, keepdim=True)
    return centred * torch.rsqrt((centred * centred).mean(-1, keepdim=True) + 1e-5)


def layernorm_by_var(x: Tensor) -> Tensor:
    return (x - x.mean(-1, keepdim=True)) / torch.sqrt(x.var(-1, correction=0, keepdim=True) + 1e-5)


def layernorm_unbiased(x: Tensor) -> Tensor:
    return (x - x.mean(-1, keepdim=True)) / torch.sqrt(x.var(-1, keepdim=True) + 1e-5)


def layernorm_eps_outside(x: Tensor) -> Tensor:
    return (x - x.mean(-1, keepdim=True)) / (x.std(-1, correction=0, keepdim=True) + 1e-5)


def matmul_reference(x: Tensor) -> Tensor:
    return x @ mixed(x)


def matmul_by_loop(x: Tensor) -> Tensor:
    out = torch.zeros(x.shape[0], x.shape[0], dtype=x.dtype)
    for k in range(x.shape[1]):
        out = out + x[:, k, None] * mixed(x)[None, k]
    return out


def matmul_by_broadcast(x: Tensor) -> Tensor:
    return (x[:, :, None] * mixed(x)[None]).sum(1)


def conv_reference(x: Tensor) -> Tensor:
    return F.conv2d(x[None, None], x[None, None, :1, :2], padding=1)


def conv_by_unfold(x: Tensor) -> Tensor:
    columns = F.unfold(x[None, None], (1, 2), padding=1)
    return (x[:1, :2].reshape(1, -1) @ columns).view(1, 1, x.shape[0] + 2, x.shape[1] + 1)


def cross_entropy_reference(x: Tensor) -> Tensor:
    return F.cross_entropy(x, targets(x))


def cross_entropy_by_hand(x: Tensor) -> Tensor:
    picked = x.gather(1, targets(x)[:, None]).squeeze(1)
    return (torch.logsumexp(x, 1) - picked).mean()


def cross_entropy_one_hot(x: Tensor) -> Tensor:
    return -(F.one_hot(targets(x), x.shape[1]) * F.log_softmax(x, 1)).sum() / x.shape[0]


def cross_entropy_fudged(x: Tensor) -> Tensor:
    return -torch.log(torch.softmax(x, 1).gather(1, targets(x)[:, None]) + 1e-8).mean()


def focal_reference(x: Tensor) -> Tensor:
    positive = (torch.arange(x.numel()) % 2 == 0).view(x.shape)
    log_p = F.logsigmoid(torch.where(positive, x, -x))
    alpha = torch.where(positive, 0.25, 0.75)
    return (-alpha * (1 - log_p.exp()) ** 2 * log_p).mean()


def focal_by_bce(x: Tensor) -> Tensor:
    y = (torch.arange(x.numel()) % 2 == 0).view(x.shape).to(x.dtype)
    loss = F.binary_cross_entropy_with_logits(x, y, reduction="none")
    return ((0.25 * y + 0.75 * (1 - y)) * torch.sigmoid(torch.where(y > 0, -x, x)) ** 2 * loss).mean()


def scaled(function: Callable[[Tensor], Tensor], by: float) -> Callable[[Tensor], Tensor]:
    return lambda x: function(x) * by


RIGHT = [
    (softmax_reference, softmax_by_exp),
    (softmax_reference, softmax_by_log),
    (layernorm_reference, layernorm_by_hand),
    (layernorm_reference, layernorm_by_var),
    (matmul_reference, matmul_by_loop),
    (matmul_reference, matmul_by_broadcast),
    (conv_reference, conv_by_unfold),
    (cross_entropy_reference, cross_entropy_by_hand),
    (cross_entropy_reference, cross_entropy_one_hot),
    (focal_reference, focal_by_bce),
]

WRONG = [
    (layernorm_reference, layernorm_unbiased),
    (layernorm_reference, layernorm_eps_outside),
    (cross_entropy_reference, cross_entropy_fudged),
    (softmax_reference, scaled(softmax_by_exp, 1.0001)),
    (matmul_reference, scaled(matmul_by_loop, 1 + 1e-8)),
    (focal_reference, scaled(focal_by_bce, 1.0001)),
]


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)
@pytest.mark.parametrize(("reference", "variant"), RIGHT, ids=lambda f: f.__name__)
def test_right_variants_are_accepted(
    reference: Callable[[Tensor], Tensor], variant: Callable[[Tensor], Tensor], dtype: torch.dtype
) -> None:
    """Another order of operations is never a wrong answer, whatever the values."""
    for x in inputs(dtype):
        assert difference(variant(x), expect(reference, (x,), {})) is None


@pytest.mark.parametrize(("reference", "chaff"), WRONG)
def test_wrong_numerics_fall_in_float64(
    reference: Callable[[Tensor], Tensor], chaff: Callable[[Tensor], Tensor]
) -> None:
    """Fudge terms, a biased variance and small scales are seen on most inputs, not on a lucky one."""
    found = [difference(chaff(x), expect(reference, (x,), {})) for x in inputs(torch.float64)]
    kinds = [one.kind for one in found if one is not None]
    assert len(kinds) >= len(found) / 3
    assert set(kinds) == {DifferenceKind.VALUES}


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16], ids=str)
def test_half_types_tolerate_rounding_at_every_step(dtype: torch.dtype) -> None:
    """Half types are judged by the same rule: rounding at each step is right, a scale of 1.5 is not."""
    for x in (torch.randn(3, 8, generator=torch.Generator().manual_seed(s)).to(dtype) for s in range(10)):
        expected = expect(softmax_reference, (x,), {})
        assert difference(softmax_by_exp(x), expected) is None
        assert difference(softmax_by_exp(x) * 1.5, expected) is not None


def test_integers_and_bools_are_exact() -> None:
    """Nothing is tolerated where nothing is rounded."""
    big = torch.tensor([2**40, 5])
    assert difference(big + torch.tensor([0, 1]), expect(torch.clone, (big,), {})) is not None
    assert difference(big.clone(), expect(torch.clone, (big,), {})) is None
    assert (
        difference(torch.tensor([True]), expect(torch.logical_not, (torch.tensor([True]),), {})) is not None
    )


def mean_item(x: Tensor) -> float:
    return x.mean().item()


def test_a_python_float_is_judged_by_its_inputs() -> None:
    """A float made from float32 tensors may differ by float32 rounding; from float64 ones by 1e-9."""
    narrow, wide = (torch.tensor([0.1, 0.2, 0.4], dtype=d) for d in (torch.float32, torch.float64))
    assert difference(float(narrow.double().mean()), expect(mean_item, (narrow,), {})) is None
    assert difference(mean_item(wide) * (1 + 1e-7), expect(mean_item, (wide,), {})) is not None
    assert difference(0.1 + 0.2, expect(lambda a, b: a + b, (0.2, 0.1), {})) is None
    assert difference(0.3 + 1e-7, expect(lambda a, b: a + b, (0.2, 0.1), {})) is not None


def test_a_share_of_integers_may_be_counted_in_float32() -> None:
    """An accuracy from integer tensors is right either by Python's division or by torch's mean."""

    def accuracy(predicted: Tensor, truth: Tensor) -> float:
        return int((predicted == truth).sum()) / len(truth)

    predicted, truth = torch.tensor([1, 2, 0]), torch.tensor([1, 2, 2])
    expected = expect(accuracy, (predicted, truth), {})
    assert difference((predicted == truth).float().mean().item(), expected) is None
    assert difference(0.66, expected) is not None


def test_module_parameters_count_as_inputs() -> None:
    """A module is asked in float64 on its own rounded parameters, which keep their dtype."""
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(40, 60), nn.Tanh(), nn.Linear(60, 5))
    x = torch.randn(3, 40)
    expected = expect(net, (x,), {})
    first, last = net[0], net[2]
    by_hand = (last.weight * torch.tanh((first.weight * x[:, None]).sum(-1) + first.bias)[:, None]).sum(-1)
    assert difference(by_hand + last.bias, expected) is None
    assert difference((by_hand + last.bias) * 1.001, expected) is not None
    assert expected.value64.dtype == torch.float64
    assert next(net.parameters()).dtype == torch.float32


def test_a_module_is_asked_once_as_far_as_it_can_tell() -> None:
    """Running statistics move by one call, however often the tolerance asks again."""
    norm = nn.BatchNorm1d(3)
    x = torch.randn(8, 3, generator=torch.Generator().manual_seed(1))
    expected = expect(norm, (x,), {})
    expected.tolerance()
    assert int(norm.num_batches_tracked) == 1
    assert difference(layernorm_by_var(x.t()).t(), expected) is None


class Counter:
    """A reference with a state of its own."""

    def __init__(self) -> None:
        self.total = torch.zeros(2)

    def add(self, x: Tensor) -> Tensor:
        self.total = self.total + x
        return self.total.clone()


def test_a_stateful_reference_is_asked_again_from_where_it_was() -> None:
    """A method is re-asked on a copy of its object as it was before the call."""
    counter = Counter()
    counter.add(torch.ones(2))
    expected = expect(counter.add, (torch.ones(2),), {})
    assert expected.value64.tolist() == [2, 2]
    assert counter.total.tolist() == [2, 2]


def test_arguments_are_never_touched() -> None:
    """A reference that works in place works on a copy; how it left the copy can be read."""
    x = torch.ones(2, 3).t()
    expected = expect(torch.Tensor.mul_, (x, 3), {})
    assert x.tolist() == [[1, 1]] * 3
    assert expected.arguments[0][0].tolist() == [[3, 3]] * 3
    assert expected.arguments[0][0].stride() == x.stride()


def test_an_exception_is_an_answer() -> None:
    """What the reference raises is kept, and no value of the student's is right."""
    expected = expect(torch.softmax, (torch.ones(2), 5), {})
    assert isinstance(expected.raised, IndexError)
    found = difference(torch.ones(2), expected)
    assert found is not None
    assert found.kind is DifferenceKind.EXCEPTION
    assert "IndexError" in str(found.text)


def test_randomness_is_fixed_and_given_back() -> None:
    """A reference that draws numbers gives the same answer twice and leaves the generator as it was."""
    before = torch.get_rng_state()
    first, second = (expect(torch.rand, (3,), {}).value for _ in range(2))
    assert torch.equal(first, second)
    assert torch.equal(torch.get_rng_state(), before)


def test_the_reference_may_refuse_a_moved_input() -> None:
    """A reference that checks its domain is not asked outside it; its own answer stands."""

    def checked(p: Tensor) -> Tensor:
        if p.max() > 1:
            raise ValueError(p)
        return p.log()

    expected = expect(checked, (torch.tensor([1.0, 0.3]),), {})
    assert difference(torch.tensor([1.0, 0.3]).double().log().float(), expected) is None


def test_an_unsound_example_is_known() -> None:
    """Where float32 overflows in the reference and float64 does not, the example can be dropped."""
    assert not expect(lambda x: x.square().sum().sqrt(), (torch.tensor([1e20, 1.0]),), {}).is_sound()
    assert expect(softmax_reference, (torch.tensor([[1.0, 2.0]]),), {}).is_sound()


def test_nobody_is_asked_to_be_better_than_the_reference() -> None:
    """Two numbers far from zero and close together normalise badly in any float32 code, torch's too."""
    x = torch.tensor([[999.71502685, 999.60998535]])
    expected = expect(layernorm_reference, (x,), {})
    assert not expected.is_sound()
    assert difference(layernorm_by_hand(x), expected) is None
    assert difference(layernorm_unbiased(x), expected) is not None


def test_dtype_arguments_follow() -> None:
    """A dtype that is passed on is float64 too when the reference is asked in float64."""
    expected = expect(torch.ones, (2,), {"dtype": torch.float32})
    assert expected.value.dtype == torch.float32
    assert expected.value64.dtype == torch.float64


def test_every_path_has_its_tolerance() -> None:
    """Nested results carry one bound per floating-point leaf, shaped like it."""

    def parts(x: Tensor) -> dict[str, Any]:
        return {"mean": x.mean().item(), "rows": (x.sum(0), x.argmax(0))}

    tolerance = expect(parts, (torch.rand(2, 3),), {}).tolerance()
    assert sorted(tolerance) == ["result['mean']", "result['rows'][0]"]
    assert tolerance["result['rows'][0]"].shape == (3,)
    assert all(bool((bound > 0).all()) for bound in tolerance.values())


def test_the_rounding_units() -> None:
    """Units are those of the rule: half the spacing, and half of that again for half types."""
    dtypes = (torch.float64, torch.float32, torch.float16, torch.bfloat16)
    assert [math.log2(unit(dtype)) for dtype in dtypes] == [-53, -24, -12, -9]


def test_equal_answers_pay_for_no_tolerance() -> None:
    """The reference is asked again only where an answer differs by more than 4 u."""
    asked = []

    def counted(x: Tensor) -> Tensor:
        asked.append(x)
        return x.exp()

    x = torch.tensor([0.5, 1.5])
    expected: Expected = expect(counted, (x,), {})
    assert difference(x.exp(), expected) is None
    assert len(asked) == 1
