"""Hidden properties of clip_grad_norm."""

from dataclasses import dataclass
from typing import Any

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_same,
    claim,
    float_dtypes,
    hint,
    points,
    record,
    remote_spies,
    seeds,
)

# Shapes of the parameters, None for one that has no gradient.
LISTS = (
    ((2,), (3,)),
    ((), (2, 3)),
    ((2, 2), None, (3,)),
    (None, (4,), (1,), None),
    ((3,), (0,), (2, 1, 2)),
    ((4,), (4,), (4,)),
)
LAYOUTS = ("plain", "transposed", "sliced")
# torch adds 1e-6 to the norm that it divides by: with norms of 1 and more, that is right too.
NEAR = {torch.float64: 2e-6, torch.float32: 1e-5}


def numbers(shape, seed, dtype=torch.float64):
    """Draw multiples of a quarter in [-4, 4], none smaller than 1."""
    generator = torch.Generator().manual_seed(seed % 2**30)
    size = torch.randint(4, 17, shape, generator=generator)
    sign = 2 * torch.randint(0, 2, shape, generator=generator) - 1
    return (size * sign).to(dtype) / 4


def laid_out(x, layout):
    """Put the same numbers behind other strides."""
    if layout == "transposed":
        return x.mT.contiguous().mT if x.dim() > 1 else x
    return x.repeat_interleave(2, dim=-1)[..., ::2] if layout == "sliced" and x.dim() else x


@dataclass(frozen=True, slots=True)
class Weights:
    """Parameters and their gradients, some of them None."""

    values: list[torch.Tensor]
    grads: list[torch.Tensor | None]

    @property
    def given(self):
        """The gradients that there are."""
        return [g for g in self.grads if g is not None]

    @property
    def norm(self):
        """The 2-norm of all of them together."""
        return float(sum(float(g.double().square().sum()) for g in self.given) ** 0.5)


@st.composite
def weights(draw, dtype=torch.float64, layout="plain"):
    """Draw a few parameters; every element of a gradient is at least 1 in size."""
    shapes, seed = draw(st.sampled_from(LISTS)), draw(seeds())
    values = [numbers((2,) if shape is None else shape, seed + i, dtype) for i, shape in enumerate(shapes)]
    grads = [
        None if shape is None else laid_out(numbers(shape, seed + 50 + i, dtype), layout)
        for i, shape in enumerate(shapes)
    ]
    return Weights(values, grads)


@dataclass(frozen=True, slots=True)
class Clipped:
    """What a call left behind in the runner."""

    norm: Any
    leaves: Any


def clip(student, case, max_norm):
    """Clip the gradients of parameters in the runner."""
    leaves = remote_spies(student).Leaves(case.values, case.grads)
    call = record(student.clip_grad_norm, leaves, max_norm)
    if call.raised:
        raise call.raised
    return Clipped(call.result, leaves)


def is_near(name, got, wanted):
    """Claim that a tensor has the dtype, the shape and, up to rounding, the values that are expected."""
    is_tensor = isinstance(got, torch.Tensor) and got.dtype == wanted.dtype and got.shape == wanted.shape
    if not (is_tensor and bool(((got - wanted).abs() <= NEAR[wanted.dtype] * wanted.abs()).all())):
        assert_same(got, wanted, name)


def are_scaled(case, done, factor):
    """Claim that every gradient is ``factor`` times what it was, in the tensor where it was."""
    for i, (got, before) in enumerate(zip(done.leaves.grads(), case.grads, strict=True)):
        if before is None:
            claim(got is None, "{i} had no gradient and has one now.", "{i} 原来没有梯度，现在有了。", i=i)
        else:
            is_near(f"params[{i}].grad", got, factor * before)
    claim(
        done.leaves.kept(),
        "A .grad is another tensor now; scale the one that is there.",
        "某个 .grad 换成了另一个张量；应缩放原来的那个。",
    )


@points(2)
@hint(
    "Lay all gradients end to end as one long vector. What is its length, before anything is scaled?",
    zh="把所有梯度首尾相接成一个长向量。缩放之前，它的长度是多少？",
)
@settings(max_examples=16)
@given(case=weights(), part=st.sampled_from((0.5, 0.1, 2.0)))
def test_returns_the_norm_before(student, reference, device, case, part):
    """Returns the 2-norm of all gradients together, as it was before scaling, as a 0-d tensor.
    返回所有梯度合在一起、缩放之前的 2-范数，是 0 维张量。"""
    done = clip(student, case, part * case.norm)
    is_near("result", done.norm, torch.tensor(case.norm, dtype=torch.float64))


@points(3)
@hint(
    "One factor for all gradients keeps the direction. What is it, so that the length becomes max_norm?",
    zh="所有梯度乘同一个系数，方向才不变。系数是多少，长度才正好是 max_norm？",
)
@settings(max_examples=20)
@given(case=weights(), part=st.sampled_from((0.5, 0.1, 0.9, 0.01)))
def test_scales_all_gradients_by_one_factor(student, reference, device, case, part):
    """Where the norm is larger, every gradient is multiplied in place by max_norm / norm.
    范数过大时，每个梯度都原地乘以 max_norm / 范数。"""
    are_scaled(case, clip(student, case, part * case.norm), part)


@points(2)
@hint(
    "What does your factor become when the norm is half of max_norm? And when it is 0?",
    zh="范数只有 max_norm 的一半时，你的系数是多少？范数为 0 时呢？",
)
@settings(max_examples=12)
@given(case=weights(), part=st.sampled_from((2.0, 1.5, 100.0)))
def test_small_gradients_stay(student, reference, device, case, part):
    """Where the norm is not larger, the gradients stay as they are, zeros too.
    范数不超过 max_norm 时，梯度保持原样，全零的梯度也一样。"""
    are_scaled(case, clip(student, case, part * case.norm), 1.0)
    still = Weights(case.values, [None if g is None else torch.zeros_like(g) for g in case.grads])
    done = clip(student, still, part)
    is_near("result", done.norm, torch.tensor(0.0, dtype=torch.float64))
    are_scaled(still, done, 1.0)


@points(1)
@hint(
    "Frozen weights have no gradient. What is left of your sum when none has one?",
    zh="被冻结的权重没有梯度。要是一个梯度也没有，你的和还剩什么？",
)
@settings(max_examples=6)
@given(case=weights(), max_norm=st.sampled_from((1.0, 0.5)), none=st.booleans())
def test_without_gradients_the_norm_is_zero(student, reference, device, case, max_norm, none):
    """Without a single gradient, or a single parameter, the result is a 0-d tensor that is 0.
    一个梯度也没有（或一个参数也没有）时，结果是值为 0 的 0 维张量。"""
    bare = Weights([], []) if none else Weights(case.values, [None] * len(case.values))
    done = clip(student, bare, max_norm)
    claim(
        isinstance(done.norm, torch.Tensor) and done.norm.dim() == 0,
        "The result is {got}; expected a 0-d tensor.",
        "结果是 {got}；应为 0 维张量。",
        got=type(done.norm).__name__,
    )
    claim(float(done.norm) == 0, "The norm is {got}, not 0.", "范数是 {got}，应为 0。", got=float(done.norm))
    are_scaled(bare, done, 1.0)


@points(1)
@hint(
    "Gradients come in any shape, dtype and memory layout. Does your way to the sum of squares ask for one?",
    zh="梯度可以是任意形状、dtype 和内存布局。你求平方和的办法挑不挑？",
)
@settings(max_examples=16)
@given(
    case=st.tuples(float_dtypes(), st.sampled_from(LAYOUTS)).flatmap(lambda kind: weights(*kind)),
    part=st.sampled_from((0.25, 3.0)),
)
def test_any_shape_dtype_and_layout(student, reference, device, case, part):
    """Works for float32 and float64, any shapes and strides; the norm has the gradients' dtype.
    适用于 float32 与 float64、任意形状和步幅；范数的 dtype 与梯度相同。"""
    done = clip(student, case, part * case.norm)
    is_near("result", done.norm, torch.tensor(case.norm, dtype=case.given[0].dtype))
    are_scaled(case, done, min(part, 1.0))


@points(1)
@hint("Gradients are to be clipped. What else did you write to?", zh="要裁剪的是梯度。你还改了别的什么？")
@settings(max_examples=6)
@given(case=weights(), part=st.sampled_from((0.5, 0.1)))
def test_the_parameters_stay(student, reference, device, case, part):
    """The parameters keep their values; only gradients are scaled.
    参数的值不变，只缩放梯度。"""
    done = clip(student, case, part * case.norm)
    for i, (got, wanted) in enumerate(zip(done.leaves.values(), case.values, strict=True)):
        is_near(f"params[{i}]", got, wanted)
