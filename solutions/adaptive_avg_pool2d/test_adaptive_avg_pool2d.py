"""Hidden properties of adaptive_avg_pool2d."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
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

# (size, size of the result) along one axis: what divides; overlaps of every kind; more out than in.
DIVIDING = ((4, 2), (6, 3), (3, 1), (6, 2), (2, 2))
UNEVEN = ((5, 3), (7, 3), (5, 2), (7, 4), (5, 4), (8, 3), (3, 2))
GROWING = ((2, 3), (1, 2), (3, 5), (2, 4), (3, 4), (1, 1))
MILD = ("counting", "small_ints", "normal")


@st.composite
def cases(draw, first, second, batch=(1, 2), dtype=torch.float64):
    """Maps whose height and width go to sizes out of the two lists, in either order."""
    (height, oh), (width, ow) = draw(
        st.permutations((draw(st.sampled_from(first)), draw(st.sampled_from(second))))
    )
    shape = draw(integers(*batch)), draw(integers(1, 2)), height, width
    return draw(tensors(shape=shape, dtype=dtype, values=MILD)), (oh, ow)


@points(2)
@hint(
    "Where the size divides, the windows lie side by side. How long is each, and which axis is which?",
    zh="能整除时窗口并排而立。每个窗口多长？哪个轴是哪个？",
)
@settings(max_examples=30)
@given(case=cases(DIVIDING, DIVIDING))
def test_sizes_that_divide(student, reference, device, case):
    """If the output size divides the input size, the windows are the ordinary ones, on each axis its own.
    输出尺寸能整除输入尺寸时，就是普通的窗口，两个轴各自计算。"""
    assert_matches(student.adaptive_avg_pool2d, reference.adaptive_avg_pool2d, *case)


@points(2)
@hint(
    "Five into three: write down where each window starts and ends. Do they have one length?",
    zh="五变三：写出每个窗口的起点和终点。它们一样长吗？",
)
@settings(max_examples=50)
@given(case=cases(UNEVEN, UNEVEN + DIVIDING))
def test_windows_overlap_where_nothing_divides(student, reference, device, case):
    """Window i goes from floor(i·H/oh) to ceil((i+1)·H/oh), and each mean divides by its own window.
    第 i 个窗口从 floor(i·H/oh) 到 ceil((i+1)·H/oh)，每个平均除以自己窗口的大小。"""
    assert_matches(student.adaptive_avg_pool2d, reference.adaptive_avg_pool2d, *case)


@points(1)
@hint("Two into three: the window in the middle sees both pixels.", zh="二变三：中间的窗口能看到两个像素。")
@settings(max_examples=40)
@given(case=cases(GROWING, GROWING + UNEVEN))
def test_more_may_come_out_than_went_in(student, reference, device, case):
    """The result may be larger than x, by the same rule.
    结果可以比 x 更大，规则相同。"""
    assert_matches(student.adaptive_avg_pool2d, reference.adaptive_avg_pool2d, *case)


@st.composite
def one_int(draw):
    """Maps of unequal sides and one int for both axes, in float32; or no samples at all."""
    shape = draw(st.sampled_from(((2, 1, 5, 4), (1, 2, 3, 6), (0, 2, 4, 3), (1, 1, 2, 7))))
    return draw(tensors(shape=shape, dtype=torch.float32, values=MILD)), draw(integers(1, 4))


@points(1)
@hint("An int stands for the same size on both axes.", zh="单个 int 表示两个轴的尺寸相同。")
@settings(max_examples=24)
@given(case=one_int())
def test_an_int_serves_both_axes(student, reference, device, case):
    """An int is the size on both axes; float32 stays float32, and N may be 0.
    单个 int 表示两个轴的尺寸；float32 仍是 float32，N 可以为 0。"""
    assert_matches(student.adaptive_avg_pool2d, reference.adaptive_avg_pool2d, *case)


@points(2)
@hint(
    "A pixel under two windows gets a share of both gradients.",
    zh="同时在两个窗口内的像素，从两份梯度中各得一份。",
)
@settings(max_examples=24)
@given(case=cases(UNEVEN + GROWING, UNEVEN + DIVIDING))
def test_gradient_is_shared_by_the_windows(student, reference, device, case):
    """The gradient of each mean is shared by the pixels of its window.
    每个平均值的梯度由窗口内的像素分担。"""
    assert_gradients_match(student.adaptive_avg_pool2d, reference.adaptive_avg_pool2d, *case)


WRONG_SIZES = (0, -1, (0, 2), (2, 0), (-1, 2), (2, -3))


@points(1)
@hint(
    "range(0) is empty, and so would be the result. Look at both sizes.",
    zh="range(0) 是空的，结果也会是空的。两个尺寸都要检查。",
)
@settings(max_examples=20)
@given(out_hw=st.sampled_from(WRONG_SIZES), batch=integers(1, 2))
def test_sizes_below_one_are_a_value_error(student, reference, device, out_hw, batch):
    """An output size below 1, alone or in a pair, is a ValueError.
    输出尺寸小于 1 时，无论单独给出还是在一对之中，都抛出 ValueError。"""
    assert_raises(ValueError, student.adaptive_avg_pool2d, torch.ones(batch, 1, 4, 3), out_hw)


@points(1)
@hint("If the size does not change, is the result x?", zh="尺寸不变时，结果就是 x 吗？")
@settings(max_examples=12)
@given(case=cases(UNEVEN, GROWING), x=tensors(shape=(1, 2, 2, 3)))
def test_result_is_new_and_x_stays(student, reference, device, case, x):
    """The result shares no memory with x, also where the size stays, and x keeps its values.
    结果不与 x 共享内存，尺寸不变时也一样；x 的值保持不变。"""
    assert_inputs_unchanged(student.adaptive_avg_pool2d, *case)
    assert_fresh(student.adaptive_avg_pool2d, x, (2, 3))
