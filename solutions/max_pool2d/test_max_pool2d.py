"""Hidden properties of max_pool2d."""

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
    assert_same,
    hint,
    integers,
    points,
    tensors,
)


@st.composite
def maps(draw, least, batch=(1, 2), dtype=torch.float64):
    """Maps without equal values, all below 0, some or all above, with sides of at least ``least``."""
    height, width = draw(integers(least, least + 4)), draw(integers(least, least + 4))
    shape = draw(integers(*batch)), draw(integers(1, 2)), height, width
    drawn = draw(tensors(shape=shape, dtype=dtype))
    ranks = drawn.flatten().argsort().argsort().reshape(shape).to(dtype)
    x = ranks - draw(st.sampled_from((0, ranks.numel() + 1, ranks.numel() // 2)))
    return x.transpose(2, 3).contiguous().transpose(2, 3) if draw(st.booleans()) else x


@st.composite
def cases(draw, dtype=torch.float64, batch=(1, 2), padded=False):
    """Maps, a window that fits, and options; what equals its default is left out."""
    k = draw(integers(2 if padded else 1, 3))
    padding = draw(integers(1, k // 2)) if padded else 0
    stride = draw(st.sampled_from((None, 1, 2, 3)))
    x = draw(maps(max(1, k - 2 * padding), batch, dtype))
    return x, k, {name: v for name, v in (("stride", stride), ("padding", padding)) if v}


@points(2)
@hint(
    "How many whole steps can the window make? What is left over at the right edge is not looked at.",
    zh="窗口能走多少整步？右边缘剩下的部分不看。",
)
@settings(max_examples=50)
@given(case=cases())
def test_largest_value_and_its_place(student, reference, device, case):
    """Without padding: the largest value under each window, and its index row·W + column in the map.
    无填充时：每个窗口内的最大值，以及它在图中的下标 行·W + 列。"""
    x, k, options = case
    assert_matches(student.max_pool2d, reference.max_pool2d, x, k, **options)


@points(2)
@hint(
    "Which value can never win against a negative number? And does index 0 stand in x or in the padded map?",
    zh="什么值永远赢不了负数？下标 0 指的是 x 的左上角，还是填充后的图的左上角？",
)
@settings(max_examples=50)
@given(case=cases(padded=True))
def test_padding_never_wins(student, reference, device, case):
    """With padding: what lies outside never wins, and the indices are still those of x.
    有填充时：图外的部分永远不会胜出，下标仍是 x 中的位置。"""
    x, k, options = case
    assert_matches(student.max_pool2d, reference.max_pool2d, x, k, **options)


@st.composite
def special_maps(draw):
    """Maps with ties, infinities and at least one NaN, with padding."""
    k, height, width = draw(st.sampled_from((2, 3))), draw(integers(2, 4)), draw(integers(2, 4))
    special = st.sampled_from((1.0, math.nan, -math.inf, -math.inf, math.inf, -1e30))
    values = draw(st.lists(special, min_size=height * width, max_size=height * width))
    x = torch.tensor(values, dtype=torch.float64).reshape(1, 1, height, width)
    # The first window is minus infinity throughout, the last place a NaN.
    x[..., : k - 1, : k - 1], x[..., -1, -1] = -math.inf, math.nan
    return x, k


@points(1)
@hint(
    "nan > 3 is False, and so is 3 > nan. What does torch.max do? And is −1e9 less than −∞?",
    zh="nan > 3 为假，3 > nan 也为假。torch.max 怎样处理 NaN？另外，−1e9 比 −∞ 小吗？",
)
@settings(max_examples=30)
@given(case=special_maps())
def test_nan_and_infinity(student, reference, device, case):
    """A NaN under the window makes the value NaN, and a window of −∞ gives −∞.
    窗口内有 NaN 则值为 NaN；全为 −∞ 的窗口得到 −∞。"""
    x, k = case
    values = student.max_pool2d(x, k, stride=1, padding=1)[0]
    assert_same(values, reference.max_pool2d(x, k, stride=1, padding=1)[0], "values")


@points(2)
@hint("Which elements of x does an output depend on? One each.", zh="每个输出依赖 x 的哪些元素？各只有一个。")
@given(case=cases() | cases(padded=True))
def test_gradient_goes_to_the_winners(student, reference, device, case):
    """The gradient flows to the elements that won, and adds up where windows overlap.
    梯度流向胜出的元素；窗口重叠处的梯度相加。"""
    x, k, options = case
    assert_gradients_match(student.max_pool2d, reference.max_pool2d, x, k, **options)


@points(1)
@hint(
    "A window of 3 reaches 1 beyond the edge at most, a window of 2 as well.",
    zh="大小为 3 的窗口最多伸出 1，大小为 2 的也是。",
)
@settings(max_examples=30)
@given(k=integers(1, 5), more=integers(1, 2), stride=st.sampled_from((None, 1)))
def test_too_much_padding_is_a_value_error(student, reference, device, k, more, stride):
    """A padding of half the window is allowed; more than that is a ValueError.
    填充可以达到窗口的一半；超过一半则抛出 ValueError。"""
    x = torch.arange(30, dtype=torch.float64).reshape(1, 1, 5, 6)
    assert_matches(student.max_pool2d, reference.max_pool2d, x, k, stride, k // 2)
    assert_raises(ValueError, student.max_pool2d, x, k, stride, k // 2 + more)


@points(1)
@hint("What are the dtypes of an empty batch, and of its indices?", zh="空批次的值和下标各是什么 dtype？")
@settings(max_examples=24)
@given(case=cases(dtype=torch.float32) | cases(batch=(0, 0)) | cases(batch=(0, 0), padded=True))
def test_float32_and_empty_batches(student, reference, device, case):
    """float32 stays float32, indices are int64, and an empty batch gives empty results.
    float32 仍是 float32，下标为 int64；空批次得到空的结果。"""
    x, k, options = case
    assert_matches(student.max_pool2d, reference.max_pool2d, x, k, **options)


@points(1)
@hint(
    "For a window of 1 there is nothing to compare. Is your result still a tensor of its own?",
    zh="窗口为 1 时没有什么可比的。你的结果仍是独立的新张量吗？",
)
@settings(max_examples=24)
@given(case=cases(), x=maps(1))
def test_results_are_new_and_x_stays(student, reference, device, case, x):
    """The results share no memory with x, and x keeps its values.
    结果不与 x 共享内存，x 的值保持不变。"""
    assert_inputs_unchanged(student.max_pool2d, case[0], case[1], **case[2])
    assert_fresh(student.max_pool2d, x, 1)
