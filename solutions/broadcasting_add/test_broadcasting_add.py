"""Hidden properties of broadcasting_add."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_allocates_at_most,
    assert_fresh,
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    hint,
    integers,
    points,
    tensors,
)

DOUBLE = ((torch.float64, torch.float64),)
DTYPES = (
    (torch.bool, torch.bool),
    (torch.float32, torch.float64),
    (torch.int32, torch.int64),
    (torch.bool, torch.uint8),
    (torch.int64, torch.float32),
    (torch.float64, torch.int64),
)
# Against a tensor with axes, a 0-d operand of the same kind has no say in the dtype.
WITH_A_SCALAR = st.sampled_from((((2,), ()), ((), (2,))))
ONE_KIND = (
    (torch.float32, torch.float64),
    (torch.float64, torch.float32),
    (torch.int32, torch.int64),
    (torch.int64, torch.int32),
)
SMALL = ("counting", "small_ints")


def _ones_or(size):
    return st.sampled_from((1, size, size))


@st.composite
def fitting_shapes(draw, max_rank=4):
    """Two shapes that fit, no axis empty: one of full rank, the other with leading axes cut off."""
    full = draw(st.lists(integers(2, 4), max_size=max_rank))
    tail = full[draw(integers(0, len(full))) :]
    first, second = (tuple(draw(_ones_or(size)) for size in sizes) for sizes in (full, tail))
    return draw(st.sampled_from(((first, second), (second, first))))


@st.composite
def maps_and_vectors(draw):
    """A map with all sides equal and a vector: only alignment says which axis the vector meets."""
    side, rank = draw(integers(2, 3)), draw(integers(2, 4))
    return (side,) * rank, (side,)


@st.composite
def columns_and_rows(draw):
    """A column and a row, often equally long, the row with or without its axis of size 1."""
    rows = draw(integers(1, 3))
    columns = draw(st.sampled_from((rows, 2)))
    return draw(st.sampled_from((((rows, 1), (columns,)), ((1, columns), (rows, 1)))))


@st.composite
def clashing_shapes(draw, meetings, sides):
    """Two shapes that fit but for one axis, where the two sizes of one of ``meetings`` stand."""
    m, n = draw(st.sampled_from(meetings))
    front, back = (draw(st.lists(sides, max_size=1)) for _ in range(2))
    first, second = (m, *back), (*front, n, *back)
    return draw(st.sampled_from(((first, second), (second, first))))


@st.composite
def operands(draw, shapes, dtypes=DOUBLE, values="any"):
    """Two tensors of a drawn pair of shapes and a drawn pair of dtypes."""
    kinds = zip(draw(shapes), draw(st.sampled_from(dtypes)), strict=True)
    return tuple(draw(tensors(shape=shape, dtype=dtype, values=values)) for shape, dtype in kinds)


@points(2)
@hint(
    "Write the two shapes under each other, flush right. Which axes are missing, and where?",
    zh="把两个形状写成上下两行，靠右对齐。缺的轴在哪一侧？",
)
@settings(max_examples=40)
@given(pair=operands(fitting_shapes() | columns_and_rows() | maps_and_vectors()))
def test_adds_any_two_shapes_that_fit(student, reference, device, pair):
    """Adds any two shapes that fit when they are aligned on the right, 0-d included.
    只要右对齐后形状相容就能相加，0 维张量也不例外。"""
    assert_matches(student.broadcasting_add, reference.broadcasting_add, *pair)


@points(1)
@hint(
    "What is the common size of 0 and 1? It is not the larger one. And of 0 and 3?",
    zh="0 和 1 的公共大小是多少？不是较大的那个。0 和 3 呢？",
)
@given(pair=operands(clashing_shapes(((0, 1), (0, 0), (0, 2), (0, 3)), integers(0, 2))))
def test_an_empty_axis_meets_only_empty_or_one(student, reference, device, pair):
    """An axis of size 0 fits 0, 1 or a missing axis and stays 0; against any other size it is a ValueError.
    大小为 0 的轴只能与 0、1 或缺失的轴相配，结果仍为 0；遇到其他大小则应抛出 ValueError。"""
    assert_matches(student.broadcasting_add, reference.broadcasting_add, *pair)


@points(2)
@hint(
    "Ask torch for the result's dtype while a 0-d operand is still 0-d.",
    zh="趁 0 维操作数还是 0 维时，先问 torch 结果应该是什么 dtype。",
)
@settings(max_examples=30)
@given(pair=operands(fitting_shapes(max_rank=2), DTYPES, SMALL) | operands(WITH_A_SCALAR, ONE_KIND, SMALL))
def test_the_dtype_is_torchs_result_type(student, reference, device, pair):
    """The result has the dtype torch.result_type(a, b), for floats, integers and bools of any rank.
    无论浮点、整数还是布尔、无论几维，结果的 dtype 都等于 torch.result_type(a, b)。"""
    assert_matches(student.broadcasting_add, reference.broadcasting_add, *pair)


@points(1)
@hint(
    "An element that is used k times receives k gradients: they add up. Does autograd see every step?",
    zh="一个元素被用了 k 次，就会收到 k 份梯度，它们要相加。每一步 autograd 都看得到吗？",
)
@given(pair=operands(fitting_shapes(max_rank=3)))
def test_gradients_reach_both_operands(student, reference, device, pair):
    """The gradients of both operands are right, summed over every axis that was stretched.
    两个操作数的梯度都正确：凡是被扩展的轴，梯度都要求和。"""
    assert_gradients_match(student.broadcasting_add, reference.broadcasting_add, *pair)


@points(2)
@hint(
    "Compare the two sizes of every axis yourself, before torch does.",
    zh="在 torch 报错之前，自己先逐轴比较两个大小。",
)
@settings(max_examples=30)
@given(pair=operands(clashing_shapes(((2, 3), (2, 4), (3, 4), (4, 2), (3, 2)), integers(1, 2))))
def test_shapes_that_do_not_fit_are_a_value_error(student, reference, device, pair):
    """Two sizes that differ, neither of them 1, are a ValueError on whichever axis they meet.
    任意一根轴上两个大小不同且都不为 1，就抛出 ValueError。"""
    assert_raises(ValueError, student.broadcasting_add, *pair)


@points(1)
@hint(
    "The sum is a new tensor, even where one operand already has the final shape or is all zeros.",
    zh="和总是一个新张量，即使某个操作数已是最终形状，或者全为 0。",
)
@given(pair=operands(fitting_shapes(max_rank=2)))
def test_leaves_its_inputs_alone(student, reference, device, pair):
    """The inputs keep their values, and the result shares no memory with them.
    输入的值不变，结果也不与输入共享内存。"""
    a, b = pair
    assert_inputs_unchanged(student.broadcasting_add, a, b)
    assert_fresh(student.broadcasting_add, a, b)
    assert_fresh(student.broadcasting_add, a, torch.zeros_like(b))


@points(1)
@hint(
    "Which of repeat, tile, contiguous and expand makes no new memory?",
    zh="repeat、tile、contiguous、expand 里，哪一个不占用新内存？",
)
@given(side=integers(1, 12))
def test_aligning_copies_no_data(student, reference, device, side):
    """Aligning copies no data: besides the result, no memory of the result's size is used.
    对齐时不复制数据：除结果外，不占用与结果同样大小的内存。"""
    row = torch.arange(side, dtype=torch.float64)
    spare = 2 * row.nbytes + 64
    assert_allocates_at_most(student.broadcasting_add, side * row.nbytes + spare, row[:, None].clone(), row)
