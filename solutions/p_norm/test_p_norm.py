"""Hidden properties of p_norm."""

import math

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    float_dtypes,
    hint,
    integers,
    points,
    shapes,
    tensors,
)

MODERATE = ("normal", "small_ints", "counting", "constant", "large")
POWERS = st.sampled_from((1, 2, 3, 2.0, 0.5, 1.5, 4, 5.5))
INTEGERS = (torch.int64, torch.int32, torch.int16, torch.int8)
FILLED = shapes(min_rank=1, max_rank=3, min_side=1, max_side=4)
INFINITY = float("inf")


def uneven(*shape, dtype=torch.float64):
    """1, −2, 3, −4, …: no zero, no two of one size, both signs."""
    counts = torch.arange(1.0, 1 + torch.Size(shape).numel(), dtype=dtype)
    return (counts * (1 - 2 * ((counts + 1) % 2))).reshape(shape)


@points(2)
@hint(
    "What does the formula do with the sign, and which step comes after the sum?",
    zh="公式怎样处理正负号？求和之后是哪一步？",
)
@settings(max_examples=40)
@given(x=tensors(shape=FILLED, dtype=float_dtypes(), values=MODERATE), p=POWERS, size=integers(2, 4))
def test_norm_of_all_elements(student, reference, device, x, p, size):
    """Without dim, gives the p-norm of all elements together, signs removed, p = 2 by default.
    不给 dim 时，给出全部元素（去掉符号）的 p-范数，默认 p = 2。"""
    assert_matches(student.p_norm, reference.p_norm, x, p)
    assert_matches(student.p_norm, reference.p_norm, uneven(size), p)
    assert_matches(student.p_norm, reference.p_norm, uneven(size))


@points(1)
@hint(
    "A tuple of dims names all elements along these axes. Is the norm of one axis enough?",
    zh="dim 是元组时，指这些维上的全部元素。只对其中一维求范数够吗？",
)
@settings(max_examples=5)
@given(p=POWERS, sides=st.permutations((2, 3, 4)))
def test_one_dim_or_several(student, reference, device, p, sides):
    """dim is an int or a tuple, of either sign, and these axes vanish.
    dim 是 int 或元组，可正可负，这些维会消失。"""
    x = uneven(*sides)
    for dim in (0, 1, 2, -1, -3, (0,), (1, 2), (0, -1), (-2, 0), (0, 1, 2)):
        assert_matches(student.p_norm, reference.p_norm, x, p, dim)


@points(1)
@hint(
    "With keepdim no axis vanishes: those of dim become 1.", zh="keepdim 时没有维会消失：dim 的各维变成 1。"
)
@settings(max_examples=4)
@given(p=st.sampled_from((1, 2, 3)), sides=st.permutations((2, 3, 4)))
def test_keepdim(student, reference, device, p, sides):
    """With keepdim the axes of dim stay with size 1; without dim all of them do.
    keepdim 时 dim 的各维保留为 1；不给 dim 时所有维都保留为 1。"""
    x = uneven(*sides)
    for dim in (0, -1, (0, 2), None):
        for power in (p, INFINITY):
            assert_matches(student.p_norm, reference.p_norm, x, power, dim, True)
        assert_matches(student.p_norm, reference.p_norm, x, p=p, dim=dim, keepdim=False)


@points(1)
@hint(
    "What is left of the p-norm when p grows? Only one element.",
    zh="p 越来越大时，p-范数里还剩下什么？只剩一个元素。",
)
@settings(max_examples=10)
@given(x=tensors(shape=FILLED, dtype=float_dtypes(), values=MODERATE), size=integers(2, 4))
def test_infinity_is_the_largest_size(student, reference, device, x, size):
    """For p = inf, gives the largest size, also where the largest element is a negative one.
    p = inf 时给出最大的绝对值，即使它来自负数。"""
    assert_matches(student.p_norm, reference.p_norm, x, INFINITY)
    assert_matches(student.p_norm, reference.p_norm, x, INFINITY, -1)
    assert_matches(student.p_norm, reference.p_norm, -uneven(size, 3), INFINITY, (0, 1))
    assert_matches(student.p_norm, reference.p_norm, uneven(size, 3) - 10, math.inf, 0)


@points(1)
@hint(
    "Which dtype does torch use for a float that you do not name? And what is 20 to the third in int8?",
    zh="不指明 dtype 时，torch 的浮点数是哪一种？int8 里 20 的三次方又是多少？",
)
@settings(max_examples=4)
@given(start=integers(-30, -20), p=st.sampled_from((1, 2, 3, 0.5)))
def test_integers_become_the_default_float_dtype(student, reference, device, start, p):
    """Integers are computed in the default floating-point dtype.
    整数按默认浮点 dtype 计算。"""
    for dtype in INTEGERS:
        x = torch.tensor([[start, 1, 0], [7, 20, start]]).to(dtype)
        assert_matches(student.p_norm, reference.p_norm, x, p, 1)
        assert_matches(student.p_norm, reference.p_norm, x, INFINITY)


@points(1)
@hint("Which p have a root? And which dims does the tensor have?", zh="哪些 p 有意义？张量又有哪些 dim？")
@settings(max_examples=4)
@given(x=tensors(shape=shapes(min_rank=1, max_rank=2, min_side=1, max_side=2), values="counting"))
def test_wrong_p_and_dims(student, reference, device, x):
    """A p of 0 or below is a ValueError, and a dim that x does not have is an IndexError.
    p 小于等于 0 时抛出 ValueError，x 没有的 dim 抛出 IndexError。"""
    for p in (0, -1, -2.5, 0.0, -INFINITY):
        assert_raises(ValueError, student.p_norm, x, p)
        assert_raises(ValueError, student.p_norm, x, p=p, dim=0)
    for dim in (x.dim(), -x.dim() - 1, (0, x.dim())):
        for p in (1, 2, INFINITY):
            assert_raises(IndexError, student.p_norm, x, p, dim)


@points(1)
@hint(
    "The gradient says how much longer the vector grows when one element does.",
    zh="梯度说的是：某个元素变大时，向量变长多少。",
)
@settings(max_examples=10)
@given(p=st.sampled_from((1, 2, 3, 1.5, INFINITY)), sides=st.permutations((1, 2, 3)))
def test_gradient_reaches_x(student, reference, device, p, sides):
    """The gradient reaches x, for finite p and for p = inf.
    梯度能传回 x，p 有限或为 inf 时都一样。"""
    x = uneven(*sides)
    assert_gradients_match(student.p_norm, reference.p_norm, x, p)
    assert_gradients_match(student.p_norm, reference.p_norm, x, p, (0, -1))


@points(1)
@hint("A number has no axis, and a sum of nothing is 0.", zh="一个数没有维；什么都不加，和为 0。")
@settings(max_examples=6)
@given(value=st.sampled_from((-2.5, 3.0, 0.0)), p=st.sampled_from((1, 2, 3, 0.5)), dtype=float_dtypes())
def test_scalars_and_empty_axes(student, reference, device, value, p, dtype):
    """A 0-d x gives its own size, and over an empty axis the norm is 0 for finite p.
    0 维的 x 得到它的绝对值；沿空的维，p 有限时范数为 0。"""
    assert_matches(student.p_norm, reference.p_norm, torch.tensor(value, dtype=dtype), p)
    assert_matches(student.p_norm, reference.p_norm, torch.tensor(value, dtype=dtype), INFINITY)
    empty = torch.zeros((2, 0, 3), dtype=dtype)
    for dim in (1, 0, (1, 2), None):
        assert_matches(student.p_norm, reference.p_norm, empty, p, dim)


@points(1)
@hint("abs_ and pow_ write into the tensor itself.", zh="abs_ 和 pow_ 会写入张量本身。")
@settings(max_examples=4)
@given(size=integers(1, 3), p=st.sampled_from((1, 2, 3, INFINITY)))
def test_x_is_left_alone(student, reference, device, size, p):
    """x keeps its values, and the result shares no memory with it, not even over axes of size 1.
    x 的值不变，结果也不与它共享内存，沿大小为 1 的维也不例外。"""
    for x in (-uneven(size, 2), uneven(size, 1), uneven(1, size)):
        for dim in (0, 1, (0, 1)):
            assert_inputs_unchanged(student.p_norm, x, p, dim)
            assert_fresh(student.p_norm, x, p, dim, True)
