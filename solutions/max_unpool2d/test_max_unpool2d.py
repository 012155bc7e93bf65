"""Hidden properties of max_unpool2d."""

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
    tensors,
)


def _columns_first(x):
    """The same tensor, stored with its last two axes exchanged."""
    return x.transpose(2, 3).contiguous().transpose(2, 3)


@st.composite
def cases(draw, batch=(1, 2), values="any"):
    """Values, an index of its own for each, in any order, and a map large enough for them."""
    shape = draw(integers(*batch)), draw(integers(1, 2)), draw(integers(1, 2)), draw(integers(1, 3))
    height, width = shape[2] + draw(integers(0, 2)), shape[3] + draw(integers(0, 3))
    places = st.permutations(range(height * width))
    chosen = [draw(places)[: shape[2] * shape[3]] for _ in range(shape[0] * shape[1])]
    indices = torch.tensor(chosen, dtype=torch.int64).reshape(shape)
    x = draw(tensors(shape=shape, dtype=draw(float_dtypes()), values=values))
    return x, (_columns_first(indices) if draw(st.booleans()) else indices), (height, width)


@points(4)
@hint(
    "An index counts through the large map, row by row. How long is one of its rows?",
    zh="下标按行数过大图。大图的一行有多长？",
)
@settings(max_examples=60)
@given(case=cases())
def test_values_return_to_their_places(student, reference, device, case):
    """Each value stands at its index in the map of its own sample and channel; all else is 0.
    每个值位于自己样本、自己通道的图中由下标指明的位置；其余为 0。"""
    assert_matches(student.max_unpool2d, reference.max_unpool2d, *case)


@st.composite
def repeats(draw):
    """Overlapping windows: a place that won twice, with the same value."""
    value, place = draw(st.sampled_from((3.0, -2.0, 0.5))), draw(integers(0, 5))
    other = draw(integers(0, 5).filter(lambda at: at != place))
    x = torch.tensor([value, value, 1.0], dtype=torch.float64)
    order = draw(st.permutations(range(3)))
    indices = torch.tensor([place, place, other])
    return x[order].reshape(1, 1, 1, 3), indices[order].reshape(1, 1, 1, 3), (2, 3)


@points(1)
@hint(
    "The place won twice, but the map held the value once.", zh="同一位置胜出两次，但原图中这个值只有一个。"
)
@settings(max_examples=20)
@given(case=repeats())
def test_repeated_places_are_not_added_up(student, reference, device, case):
    """A place named twice, with equal values, gets that value once.
    同一位置出现两次（值相等）时，只得到这个值本身。"""
    assert_matches(student.max_unpool2d, reference.max_unpool2d, *case)


@st.composite
def special_cases(draw):
    """Values among which are NaN and infinity, or no samples at all."""
    if draw(st.booleans()):
        return draw(cases(batch=(0, 0)))
    x, indices, out_hw = draw(cases(values="counting"))
    x = x.clone()
    x[0, 0, 0, 0] = draw(st.sampled_from((math.nan, math.inf, -math.inf)))
    return x, indices, out_hw


@points(1)
@hint(
    "What is 0 times NaN? And what is the smallest of no indices?",
    zh="0 乘以 NaN 等于多少？一个下标都没有时，最小的是什么？",
)
@settings(max_examples=30)
@given(case=special_cases())
def test_nan_does_not_spread_and_n_may_be_zero(student, reference, device, case):
    """NaN and infinity go to their places without spreading; an empty batch gives an empty result.
    NaN 和无穷大各就其位而不扩散；空批次得到空的结果。"""
    assert_matches(student.max_unpool2d, reference.max_unpool2d, *case)


@points(2)
@hint(
    "Each value has one place; that is where its gradient comes from.",
    zh="每个值只有一个位置，它的梯度就来自那里。",
)
@given(case=cases())
def test_gradient_comes_from_the_places(student, reference, device, case):
    """The gradient of each value is read at its place.
    每个值的梯度取自它所在的位置。"""
    x, indices, out_hw = case
    assert_gradients_match(student.max_unpool2d, reference.max_unpool2d, x, indices, out_hw, wrt=(0,))


@st.composite
def cases_out_of_range(draw):
    """One index is just, or far, outside of the map; nothing else is wrong."""
    x, indices, (height, width) = draw(cases())
    indices = indices.contiguous().clone()
    size = height * width
    at = draw(integers(0, indices.numel() - 1))
    indices.view(-1)[at] = draw(st.sampled_from((size, -1, size + 3, -size)))
    return x, indices, (height, width)


@points(1)
@hint(
    "A map of H·W places has the indices 0 to H·W − 1. In Python −1 is the last one; here it is a mistake.",
    zh="有 H·W 个位置的图，下标是 0 到 H·W − 1。−1 在 Python 里是最后一个元素，在这里则是错误。",
)
@settings(max_examples=40)
@given(case=cases_out_of_range())
def test_an_index_out_of_range_is_a_value_error(student, reference, device, case):
    """An index below 0, or of H·W and more, is a ValueError.
    下标小于 0，或大于等于 H·W，抛出 ValueError。"""
    assert_raises(ValueError, student.max_unpool2d, *case)


@points(1)
@hint(
    "If the map has the size of x and every value stays, is the result x?",
    zh="如果图与 x 一样大、每个值都留在原处，结果就是 x 吗？",
)
@given(case=cases(), x=tensors(shape=(1, 2, 2, 2)))
def test_result_is_new_and_inputs_stay(student, reference, device, case, x):
    """The result shares no memory with x, and x and indices keep their values.
    结果不与 x 共享内存，x 和 indices 的值保持不变。"""
    assert_inputs_unchanged(student.max_unpool2d, *case)
    assert_fresh(student.max_unpool2d, x, torch.arange(4).reshape(1, 1, 2, 2).repeat(1, 2, 1, 1), (2, 2))
