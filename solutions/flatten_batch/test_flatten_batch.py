"""Hidden properties of flatten_batch."""

import math

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    float_dtypes,
    hint,
    points,
    shapes,
    tensors,
)

BATCHES = shapes(min_rank=2, max_rank=4, min_side=1, max_side=3)
# Distinct sizes, and more than one sample: no two ways of merging axes agree.
DISTINCT = st.sampled_from(((2, 3), (3, 2), (2, 1, 3), (3, 2, 2), (2, 3, 1, 2), (2, 3, 4), (4, 2, 3)))


@points(3)
@hint(
    "Every sample keeps a row of its own. How many numbers does one sample have?",
    zh="每个样本各占一行。一个样本有多少个数？",
)
@settings(max_examples=40)
@given(x=tensors(shape=BATCHES | DISTINCT, dtype=float_dtypes(), layouts=False))
def test_every_sample_becomes_a_row(student, reference, device, x):
    """Every sample becomes one row of its numbers in their order; the batch axis stays.
    每个样本变成一行，数的顺序不变；批次那一维保留。"""
    assert_matches(student.flatten_batch, reference.flatten_batch, x)


@st.composite
def rearranged(draw):
    """A batch whose order in memory is not that of its coordinates."""
    shape = draw(st.sampled_from(((2, 2, 3), (2, 3, 2), (3, 2, 2), (2, 2, 3, 2), (1, 2, 3))))
    counted = torch.arange(math.prod(shape), dtype=torch.float64)
    if draw(st.booleans()):
        return counted.reshape(shape).transpose(-1, -2)
    return counted.reshape(shape[::-1]).permute(*reversed(range(len(shape))))


@points(2)
@hint(
    "view looks at the memory and refuses; what looks at the coordinates, and copies if it has to?",
    zh="view 看的是内存，会拒绝；哪一个看的是坐标，必要时会复制？",
)
@given(x=rearranged() | tensors(shape=DISTINCT))
def test_any_layout_in_memory(student, reference, device, x):
    """A transposed, sliced or expanded batch is read in the order of its coordinates.
    转置、切片或扩展过的批次，也按坐标的顺序读取。"""
    assert_matches(student.flatten_batch, reference.flatten_batch, x)


@points(1)
@hint(
    "The product of no sizes at all is 1. How many axes does the result have, always?",
    zh="没有任何大小时，乘积是 1。结果总是有几维？",
)
@given(x=tensors(shape=shapes(min_rank=1, max_rank=1, min_side=1, max_side=5)))
def test_single_numbers_become_rows_of_one(student, reference, device, x):
    """A 1-d batch of N numbers becomes N rows of one number.
    由 N 个数组成的 1 维批次变成 N 行，每行一个数。"""
    assert_matches(student.flatten_batch, reference.flatten_batch, x)


EMPTY = ((0,), (0, 3), (0, 3, 2), (0, 0), (2, 0), (2, 0, 3), (3, 2, 0), (0, 1), (1, 0))


@points(1)
@hint(
    "-1 means: find out from the number of elements. What if there is none? Multiply instead.",
    zh="-1 的意思是“由元素个数推断”。一个元素也没有时怎么推断？改用乘法。",
)
@settings(max_examples=4)
@given(order=st.permutations(EMPTY))
def test_empty_batches_and_empty_samples(student, reference, device, order):
    """An empty batch gives [0, K] with the right K; samples without numbers give [N, 0].
    空的批次得到 [0, K] 且 K 正确；不含任何数的样本得到 [N, 0]。"""
    for shape in order:
        x = torch.zeros(shape, dtype=torch.float64)
        assert_matches(student.flatten_batch, reference.flatten_batch, x)


@points(1)
@hint(
    "A copy made from plain numbers has forgotten where they came from.",
    zh="用普通数字重新造出来的副本，已经不记得它们从哪里来。",
)
@settings(max_examples=12)
@given(x=tensors(shape=BATCHES) | rearranged())
def test_gradients_come_back_in_shape(student, reference, device, x):
    """The gradient flows back to x, every number to the place it came from.
    梯度能传回 x，每个数都回到原来的位置。"""
    assert_gradients_match(student.flatten_batch, reference.flatten_batch, x)


@points(1)
@hint("Which x has no first axis?", zh="什么样的 x 没有第一维？")
@settings(max_examples=6)
@given(x=tensors(shape=(), layouts=False))
def test_a_0d_tensor_is_a_value_error(student, reference, device, x):
    """A tensor without axes is no batch: a ValueError.
    没有轴的张量不是批次：抛出 ValueError。"""
    assert_raises(ValueError, student.flatten_batch, x)


@points(1)
@hint(
    "A view shares the numbers with x. Its shape is its own, unless you change x itself.",
    zh="视图与 x 共享数值，但形状是视图自己的，除非你改动了 x 本身。",
)
@settings(max_examples=12)
@given(x=tensors(shape=BATCHES | st.just((3,))))
def test_x_is_left_alone(student, reference, device, x):
    """x keeps its values and its shape.
    x 的值和形状都保持不变。"""
    assert_inputs_unchanged(student.flatten_batch, x)
