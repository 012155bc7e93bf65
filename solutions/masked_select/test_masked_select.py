"""Hidden properties of masked_select."""

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

FILLED = shapes(max_rank=3, min_side=1, max_side=3)
NOT_BOOL = (torch.uint8, torch.int64, torch.float32, torch.int32)
# Shapes of x and mask where one of the two is stretched, or both on different axes.
MASK_SMALLER = (((2, 3), (3,)), ((3, 2), (3, 1)), ((2, 2, 2), (2,)), ((2, 2), (2,)), ((2, 3), ()))
X_SMALLER = (((2,), (3, 2)), ((3, 1), (3, 2)), ((2,), (2, 2)), ((), (3,)), ((1, 2), (2, 2)))
BOTH_SMALLER = (((2, 1), (3,)), ((3,), (2, 1)), ((2, 1), (1, 2)))
DO_NOT_FIT = (
    ((2, 2), (4,)),
    ((4,), (2, 2)),
    ((2, 3), (3, 2)),
    ((2, 3), (2,)),
    ((3, 2), (3,)),
    ((2,), (3,)),
    ((0,), (3,)),
    ((2,), (0,)),
)


@st.composite
def cases(draw, shape=FILLED, dtype=torch.float64):
    """x and a mask of one shape."""
    sides = draw(shape)
    return draw(tensors(shape=sides, dtype=dtype)), draw(tensors(shape=sides, dtype=torch.bool))


@st.composite
def stretched_cases(draw):
    """x and a mask of different shapes that broadcast, each element of x with its own value."""
    of_x, of_mask = draw(st.sampled_from(draw(st.sampled_from((MASK_SMALLER, X_SMALLER, BOTH_SMALLER)))))
    x = draw(tensors(shape=of_x, dtype=torch.float64, values="counting"))
    mask = draw(tensors(shape=of_mask, dtype=torch.bool))
    # Never all false: nothing would be asked.
    return x, mask if mask.any() else torch.ones(of_mask, dtype=torch.bool)


@st.composite
def reversed_cases(draw):
    """x counts along its reversed axes: its order in memory is not its order as a tensor."""
    rows, columns = draw(integers(2, 3)), draw(integers(2, 3))
    x = torch.arange(rows * columns, dtype=torch.float64).reshape(columns, rows).t()
    return x, draw(tensors(shape=(rows, columns), dtype=torch.bool)) | torch.eye(rows, columns).bool()


@points(2)
@hint(
    "Go through the places row by row and write down a value wherever the mask says yes.",
    zh="按行逐个查看位置，凡是掩码为真，就把值记下来。",
)
@settings(max_examples=40)
@given(case=cases(dtype=float_dtypes()) | reversed_cases())
def test_takes_the_true_places_in_row_major_order(student, reference, device, case):
    """Takes the elements where a mask of the same shape is true, in row-major order, in one axis.
    掩码与 x 同形状时，按行优先顺序取出掩码为真的元素，排成一维。"""
    assert_matches(student.masked_select, reference.masked_select, *case)


@points(2)
@hint(
    "Which of the two is stretched? Try a mask larger than x, and both stretched on different axes.",
    zh="两者之中谁被扩展？试试掩码比 x 大，以及两者在不同维上各自被扩展。",
)
@settings(max_examples=40)
@given(case=stretched_cases())
def test_x_and_mask_broadcast_both_ways(student, reference, device, case):
    """The mask is broadcast to x, x to the mask, or both to their common shape.
    掩码向 x 广播，x 也向掩码广播，或者两者都广播到公共形状。"""
    assert_matches(student.masked_select, reference.masked_select, *case)


@st.composite
def borders(draw):
    """Nothing or everything selected, of no elements, of one, or of a few."""
    shape = draw(st.sampled_from(((), (1,), (0,), (2, 0), (2,), (1, 1), (2, 2))))
    x = draw(tensors(shape=shape, dtype=torch.float64))
    return x, torch.full(shape, draw(st.booleans()))


@points(1)
@hint(
    "One axis, always: what is the shape of nothing? And of the one element of a 0-d tensor?",
    zh="结果总是一维：一个也没有时形状是什么？0 维张量的那一个元素呢？",
)
@settings(max_examples=30)
@given(case=borders())
def test_nothing_everything_and_no_axes_at_all(student, reference, device, case):
    """The result has one axis and x's dtype where nothing or all is selected, for 0-d and empty x too.
    全选、全不选、0 维或空的 x，结果都是一维且 dtype 与 x 相同。"""
    assert_matches(student.masked_select, reference.masked_select, *case)


@st.composite
def special_values(draw):
    """x of zeros, NaN and infinities, some of them selected and some not."""
    length = draw(integers(3, 6))
    values = st.sampled_from((math.nan, 0.0, math.inf, 1.0, -math.inf))
    x = draw(st.lists(values, min_size=length, max_size=length))
    # A NaN left out, a zero and a NaN taken: always there.
    marks = draw(st.lists(st.booleans(), min_size=length, max_size=length))
    x, marks = [math.nan, 0.0, math.nan, *x], [False, True, True, *marks]
    return torch.tensor(x, dtype=torch.float64), torch.tensor(marks)


@points(1)
@hint(
    "Multiplying by the mask does not select: 0 times NaN is NaN, and a selected 0 looks like nothing.",
    zh="乘以掩码并不是选取：0 乘 NaN 是 NaN，而选中的 0 看起来像什么都没有。",
)
@given(case=special_values())
def test_zeros_nan_and_infinity_are_values_too(student, reference, device, case):
    """Zeros, NaN and infinities are taken where the mask says so, and nowhere else.
    0、NaN 和无穷大与其他值一样：掩码为真就取，为假就不取。"""
    assert_matches(student.masked_select, reference.masked_select, *case)


@points(1)
@hint(
    "Every element taken sends its gradient back to where it came from, each time that it was taken.",
    zh="每个被取出的元素都把梯度送回原处，取几次就送几次。",
)
@given(case=cases(shape=shapes(min_rank=1, max_rank=2, min_side=1, max_side=3)) | stretched_cases())
def test_gradients_go_back_to_the_selected_places(student, reference, device, case):
    """The gradient of x is right: summed where an element was taken repeatedly, 0 where it was not taken.
    x 的梯度正确：取多次则相加，未取到则为 0。"""
    x, mask = case
    assert_gradients_match(student.masked_select, reference.masked_select, x, mask)


@points(1)
@hint(
    "Only one dtype answers yes or no. Check it before you use the mask.",
    zh="只有一种 dtype 表示“是/否”。使用 mask 之前先检查。",
)
@settings(max_examples=8)
@given(case=cases(), dtypes=st.permutations(NOT_BOOL))
def test_a_mask_that_is_not_bool_is_a_type_error(student, reference, device, case, dtypes):
    """A mask of another dtype than bool, uint8 included, is a TypeError.
    mask 的 dtype 不是 bool（uint8 也不行）时抛出 TypeError。"""
    x, mask = case
    for dtype in dtypes:
        assert_raises(TypeError, student.masked_select, x, mask.to(dtype))


@points(1)
@hint(
    "Equal numbers of elements are not equal shapes. Compare axis by axis, from the right.",
    zh="元素个数相等不等于形状相容。从右边起逐维比较。",
)
@settings(max_examples=4)
@given(order=st.permutations(DO_NOT_FIT))
def test_shapes_that_do_not_broadcast_are_a_value_error(student, reference, device, order):
    """Shapes that do not broadcast are a ValueError, even with equal numbers of elements.
    形状不能广播时抛出 ValueError，元素个数相等也不例外。"""
    for of_x, of_mask in order:
        x, mask = torch.zeros(of_x, dtype=torch.float64), torch.ones(of_mask, dtype=torch.bool)
        assert_raises(ValueError, student.masked_select, x, mask)


@points(1)
@hint(
    "reshape(-1) of a contiguous tensor is no copy. And does your mask still say what it said?",
    zh="连续张量的 reshape(-1) 并不复制。你的 mask 还是原来的样子吗？",
)
@given(case=cases())
def test_leaves_its_inputs_alone(student, reference, device, case):
    """x and mask keep their values, and the result shares no memory with x, even if all is selected.
    x 和 mask 的值不变；即使全部选中，结果也不与 x 共享内存。"""
    x, mask = case
    assert_inputs_unchanged(student.masked_select, x, mask)
    assert_fresh(student.masked_select, x, torch.ones_like(mask))
