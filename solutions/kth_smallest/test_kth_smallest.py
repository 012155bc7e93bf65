"""Hidden properties of kth_smallest."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    assert_same,
    claim,
    float_dtypes,
    hint,
    integers,
    points,
    shapes,
)

FILLED = shapes(min_rank=1, max_rank=3, min_side=1, max_side=4)
LAYOUTS = ("plain", "transposed", "every second")


def mixed(shape, seed, dtype=torch.float64, layout="plain"):
    """All different numbers of both signs, in no order, behind different strides."""
    size = torch.Size(shape)
    numbers = torch.randperm(size.numel(), generator=torch.Generator().manual_seed(seed)).to(dtype)
    x = (1.5 * numbers - 0.5 * size.numel()).reshape(size)
    if layout == "transposed":
        axes = tuple(reversed(range(len(size))))
        return x.permute(axes).contiguous().permute(axes)
    return x.repeat_interleave(2, dim=-1)[..., ::2] if layout == "every second" else x


@st.composite
def cases(draw, shape=FILLED, layouts=LAYOUTS):
    """x without ties, a legal k, and a legal dim of either sign."""
    sides = draw(shape)
    x = mixed(sides, draw(integers(0, 999)), draw(float_dtypes()), draw(st.sampled_from(layouts)))
    axis = draw(integers(0, x.dim() - 1))
    return x, draw(integers(1, x.size(axis))), draw(st.sampled_from((axis, axis - x.dim())))


@points(2)
@hint(
    "Sort one line by hand. Which element is the k-th, and where did it stand before?",
    zh="手工排好一组数。第 k 个是哪个元素？它原来在什么位置？",
)
@settings(max_examples=40)
@given(case=cases(), seed=integers(0, 99))
def test_value_and_place_along_any_dim(student, reference, device, case, seed):
    """Gives the k-th smallest along dim, k counted from 1, and its place in x.
    给出 dim 上第 k 小的元素（k 从 1 数起）及其在 x 里的位置。"""
    assert_matches(student.kth_smallest, reference.kth_smallest, *case)
    line = mixed((5,), seed)
    for k in (1, 2, 5):
        assert_matches(student.kth_smallest, reference.kth_smallest, line, k, 0)


@points(1)
@hint(
    "Which axis is meant where none is named? The example in the notes has two only.",
    zh="不指明时用的是哪一维？笔记里的例子只有两维。",
)
@settings(max_examples=12)
@given(seed=integers(0, 999), sides=st.permutations((2, 3, 4)), k=integers(1, 2))
def test_last_dim_by_default(student, reference, device, seed, sides, k):
    """Without dim it is the last one, for one axis, two or three.
    不给 dim 时取最后一维，一维、两维、三维都一样。"""
    x = mixed(sides, seed)
    for part in (x[0, 0], x[0], x):
        assert_matches(student.kth_smallest, reference.kth_smallest, part, k)


@points(1)
@hint(
    "With keepdim the axis stays at its own place, in both results.",
    zh="keepdim 时该维留在原来的位置，两个结果都是如此。",
)
@settings(max_examples=12)
@given(case=cases())
def test_keepdim(student, reference, device, case):
    """With keepdim both results keep the dim with size 1; without it both lose it.
    keepdim 时两个结果都保留该维为 1；否则都去掉。"""
    x, k, dim = case
    assert_matches(student.kth_smallest, reference.kth_smallest, x, k, dim, True)
    assert_matches(student.kth_smallest, reference.kth_smallest, x, k, dim=dim, keepdim=False)
    one = x.narrow(dim, 0, 1)
    assert_matches(student.kth_smallest, reference.kth_smallest, one, 1, dim, keepdim=True)
    assert_matches(student.kth_smallest, reference.kth_smallest, one, 1, dim)


@points(1)
@hint("In 4, 4, 6 the second smallest is 4.", zh="4、4、6 里第二小的是 4。")
@settings(max_examples=12)
@given(low=integers(-3, 3), gap=integers(1, 3), order=st.permutations((0, 0, 1, 1, 2)))
def test_equal_elements_count_each(student, reference, device, low, gap, order):
    """Equal elements count as often as they occur (which of their places is returned is left open).
    相等的元素出现几次就算几次（返回其中哪个位置不作要求）。"""
    x = torch.tensor([[low + gap * step for step in order], [low] * 5], dtype=torch.float64)
    for k in range(1, 6):
        found = student.kth_smallest(x, k)
        claim(
            isinstance(found, tuple) and len(found) == 2,
            "The result is not a tuple of two tensors.",
            "结果不是由两个张量组成的元组。",
        )
        assert_same(found[0], reference.kth_smallest(x, k)[0], "values")


@points(2)
@hint(
    "k counts from 1 to the size of dim. What does a Python index do with −1?",
    zh="k 从 1 数到 dim 的大小。Python 下标遇到 −1 会怎样？",
)
@settings(max_examples=12)
@given(case=cases())
def test_k_out_of_range_is_a_value_error(student, reference, device, case):
    """A k below 1 or beyond the size of dim is a ValueError, and so is every k along an empty dim.
    k 小于 1 或大于 dim 的大小时抛出 ValueError；空的维上任何 k 都是如此。"""
    x, _, dim = case
    size = x.size(dim)
    for k in (0, -1, -size, size + 1, size + 5):
        assert_raises(ValueError, student.kth_smallest, x, k, dim)
        assert_raises(ValueError, student.kth_smallest, x, k, dim, True)
    assert_raises(ValueError, student.kth_smallest, x.narrow(dim, 0, 0), 1, dim)


@points(1)
@hint(
    "Which dims does x have? And what is the answer where there are no lines at all?",
    zh="x 有哪些 dim？一组也没有时，答案是什么？",
)
@settings(max_examples=12)
@given(case=cases(), columns=integers(1, 3), dtype=float_dtypes())
def test_dims_that_are_missing_or_empty(student, reference, device, case, columns, dtype):
    """A dim that x does not have is an IndexError; another axis of size 0 gives empty results.
    x 没有的 dim 抛出 IndexError；其他维大小为 0 时两个结果都为空。"""
    x = case[0]
    assert_raises(IndexError, student.kth_smallest, x, 1, x.dim())
    assert_raises(IndexError, student.kth_smallest, x, 1, -x.dim() - 1)
    empty = torch.zeros((0, columns), dtype=dtype)
    assert_matches(student.kth_smallest, reference.kth_smallest, empty, columns, 1)
    assert_matches(student.kth_smallest, reference.kth_smallest, empty.t(), 1, 0, True)


@points(1)
@hint(
    "The value is one element of x. To which element does its gradient belong?",
    zh="值就是 x 的某个元素。它的梯度属于哪个元素？",
)
@settings(max_examples=16)
@given(case=cases())
def test_gradient_reaches_the_chosen_element(student, reference, device, case):
    """The gradient of the values reaches the chosen elements, and only these.
    值的梯度传回被选中的元素，且只传给它们。"""
    assert_gradients_match(student.kth_smallest, reference.kth_smallest, *case)


@points(1)
@hint(
    "A slice of x is a view of x, and a line of one element is easily handed back.",
    zh="x 的切片是 x 的视图；只有一个元素的组很容易被原样交回。",
)
@settings(max_examples=12)
@given(case=cases(shapes(min_rank=1, max_rank=2, min_side=2, max_side=3)), keepdim=st.booleans())
def test_x_is_left_alone(student, reference, device, case, keepdim):
    """x keeps its order, and the results share no memory with it, also along an axis of size 1.
    x 的次序不变，结果也不与它共享内存，沿大小为 1 的维也不例外。"""
    x, k, dim = case
    assert_inputs_unchanged(student.kth_smallest, x, k, dim, keepdim)
    assert_fresh(student.kth_smallest, x, k, dim, keepdim)
    assert_fresh(student.kth_smallest, x.narrow(dim, 0, 1), 1, dim, keepdim)
