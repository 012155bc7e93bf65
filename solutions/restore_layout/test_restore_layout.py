"""Hidden properties of restore_layout."""

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
    points,
    tensors,
)

# Batch, then c, h, w. Small ones first, so that a counterexample is small.
DISTINCT = st.sampled_from(
    ((1, 1, 2, 3), (1, 2, 3, 1), (1, 3, 1, 2), (1, 2, 3, 4), (2, 3, 2, 4), (3, 4, 3, 2))
)
SQUARE = st.sampled_from(((1, 1, 2, 2), (1, 2, 2, 2), (2, 1, 2, 2), (1, 3, 2, 2), (1, 2, 3, 3), (2, 2, 2, 2)))
ALIKE = st.sampled_from(((1, 2, 2, 3), (1, 3, 2, 3), (2, 2, 3, 2), (1, 3, 3, 2)))
EMPTY = st.sampled_from(((0, 1, 2, 3), (0, 2, 2, 2), (2, 0, 2, 3), (2, 1, 0, 3), (2, 3, 2, 0), (0, 0, 0, 0)))
ONES = st.sampled_from(((1, 1, 1, 1), (2, 1, 1, 3), (2, 3, 1, 1), (3, 1, 2, 1)))


@st.composite
def cases(draw, sizes, dtype=torch.float64, values="any", layouts=True):
    """A flat batch, and what its images measure."""
    batch, *image = draw(sizes)
    shape = (batch, math.prod(image))
    return draw(tensors(shape=shape, dtype=dtype, values=values, layouts=layouts)), *image


@points(3)
@hint(
    "In which order did the axes lie when the numbers were written down?",
    zh="这些数写成一行的时候，各维是按什么顺序排的？",
)
@settings(max_examples=40)
@given(
    case=cases(DISTINCT | ALIKE | ONES, float_dtypes(), layouts=False),
    shown=cases(DISTINCT, values="counting"),
)
def test_brings_back_every_pixel(student, reference, device, case, shown):
    """Every number comes back to its channel, row and column, for images of any size.
    不论图像多大，每个数都回到自己的通道、行和列。"""
    assert_matches(student.restore_layout, reference.restore_layout, *case)
    assert_matches(student.restore_layout, reference.restore_layout, *shown)


@points(2)
@hint(
    "With as many rows as columns, the shape does not tell whether the picture lies on its side.",
    zh="行数等于列数时，从形状看不出图像是不是横过来了。",
)
@given(case=cases(SQUARE, values=("counting", "normal")))
def test_square_images_are_not_turned(student, reference, device, case):
    """Where rows and columns are equally many, no picture comes back turned.
    行数与列数相等时，图像也不会被转过来。"""
    assert_matches(student.restore_layout, reference.restore_layout, *case)


@st.composite
def rearranged(draw):
    """A flat batch that is not contiguous, each number different from the others."""
    batch, *image = draw(DISTINCT | SQUARE)
    length = math.prod(image)
    if draw(st.booleans()):
        flat = torch.arange(2.0 * batch * length, dtype=torch.float64).reshape(batch, 2 * length)[:, ::2]
    else:
        flat = (
            torch.arange(1.0 * (batch + 1) * length, dtype=torch.float64).reshape(length, batch + 1).t()[1:]
        )
    return flat, *image


@points(1)
@hint(
    "The columns of a larger matrix, transposed, are no tensor that view can read.",
    zh="大矩阵的若干列转置之后，view 是读不了的。",
)
@settings(max_examples=16)
@given(case=rearranged() | cases(EMPTY))
def test_any_layout_and_any_empty_size(student, reference, device, case):
    """flat may be non-contiguous, and the batch, the channels, the rows or the columns may be none.
    flat 可以不连续；批次、通道、行、列都可以是 0。"""
    assert_matches(student.restore_layout, reference.restore_layout, *case)


@points(1)
@hint(
    "Every number of a picture goes back to one place in flat. Does autograd see every step?",
    zh="图中每个数都回到 flat 里的一处。autograd 看得到每一步吗？",
)
@settings(max_examples=12)
@given(case=cases(DISTINCT | SQUARE))
def test_gradients_flow_back(student, reference, device, case):
    """The gradient flows back to flat, every number to its place.
    梯度能传回 flat，每个数回到原来的位置。"""
    assert_gradients_match(student.restore_layout, reference.restore_layout, *case)


# Shape of flat, and c, h, w that do not fit it, though the whole of flat could often be divided so.
MISFITS = (
    ((1, 2), (1, 1, 1)),
    ((1, 1), (1, 2, 1)),
    ((2, 2), (1, 1, 1)),
    ((2, 2), (1, 2, 2)),
    ((4, 1), (1, 2, 1)),
    ((2, 6), (1, 2, 6)),
    ((2, 6), (3, 1, 1)),
    ((1, 5), (1, 2, 3)),
    ((1, 7), (1, 2, 3)),
    ((1, 8), (2, 2, 3)),
    ((3, 4), (0, 2, 2)),
    ((2, 0), (1, 2, 2)),
)


@points(2)
@hint(
    "Compare the length of one row with one image. Who lets -1 find the batch mixes images.",
    zh="拿一行的长度与一张图相比。让 -1 去推断批次，会把不同的图混在一起。",
)
@settings(max_examples=40)
@given(misfit=st.sampled_from(MISFITS))
def test_rows_of_another_length_are_a_value_error(student, reference, device, misfit):
    """A row that is longer or shorter than an image is a ValueError, even if the whole could be divided.
    一行比一张图长或短都抛出 ValueError，即使总数能整除也不行。"""
    shape, image = misfit
    assert_raises(ValueError, student.restore_layout, torch.zeros(shape, dtype=torch.float64), *image)


@points(1)
@hint(
    "reshape and transpose give you the caller's memory back. Which step copies?",
    zh="reshape 和 transpose 交回的是调用者的内存。哪一步会复制？",
)
@settings(max_examples=16)
@given(case=cases(DISTINCT | SQUARE | ONES, layouts=False))
def test_the_result_is_new(student, reference, device, case):
    """The result shares no memory with flat, and flat is not changed.
    结果不与 flat 共享内存，flat 也没有改动。"""
    assert_fresh(student.restore_layout, *case)
    assert_inputs_unchanged(student.restore_layout, *case)
