"""Hidden properties of prelu."""

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

SLOPES = st.sampled_from((0.25, 0.0, 0.01, 1.0, -0.5, 2.0, 10.0))
FILLED = shapes(min_rank=1, max_rank=4, min_side=1, max_side=3)
SIDES = st.sampled_from(((2, 3), (3, 3), (2, 3, 4), (3, 3, 3), (2, 2, 3, 2), (1, 3, 2, 2), (3, 2, 1, 3)))


def uneven(*shape, dtype=torch.float64):
    """−1, 2, −3, 4, …: no zero, no two of one size, both signs."""
    counts = torch.arange(1.0, 1 + torch.Size(shape).numel(), dtype=dtype)
    return (counts * (1 - 2 * (counts % 2))).reshape(shape)


@st.composite
def channel_cases(draw, sides=SIDES):
    """Draw x, and slopes that differ from channel to channel."""
    x = draw(tensors(shape=sides, values=("normal", "small_ints", "constant")))
    slopes = draw(st.permutations((0.25, 2.0, -0.5)))[: x.size(1)]
    return x, torch.tensor(slopes, dtype=torch.float64)


@points(2)
@hint(
    "On which side of 0 does the slope act? And may it be larger than 1?",
    zh="斜率作用在 0 的哪一侧？它可以大于 1 吗？",
)
@settings(max_examples=40)
@given(x=tensors(shape=FILLED, dtype=float_dtypes()), slope=SLOPES, steep=integers(2, 3))
def test_one_slope_for_all(student, reference, device, x, slope, steep):
    """With one slope, gives x where it is positive and slope·x elsewhere, for any slope.
    只有一个斜率时，正处为 x，其余为斜率·x，斜率任意。"""
    assert_matches(student.prelu, reference.prelu, x, torch.tensor([slope], dtype=x.dtype))
    assert_matches(student.prelu, reference.prelu, uneven(2, 3), torch.tensor(steep, dtype=torch.float64))
    assert_matches(student.prelu, reference.prelu, uneven(3), torch.tensor([-0.5], dtype=torch.float64))


@points(2)
@hint(
    "Channels are dim 1. Which dim does broadcasting use if you do nothing?",
    zh="通道是第 1 维。什么都不做时，广播用的是哪一维？",
)
@given(case=channel_cases(), equal=integers(2, 3))
def test_one_slope_per_channel(student, reference, device, case, equal):
    """With C slopes, each channel (dim 1) has its own, with two axes or four, equal sizes or not.
    有 C 个斜率时，每个通道（第 1 维）用自己的，两维或四维、各维大小相同或不同都一样。"""
    assert_matches(student.prelu, reference.prelu, *case)
    slopes = torch.tensor([0.5, 3.0, -1.0], dtype=torch.float64)[:equal]
    for rank in (2, 3, 4):
        assert_matches(student.prelu, reference.prelu, uneven(*[equal] * rank), slopes)


@points(1)
@hint(
    "The value at 0 is 0 either way; the gradient is not. Which case of the formula does 0 belong to?",
    zh="0 处的值总是 0，梯度则不然。0 属于公式的哪一种情形？",
)
@settings(max_examples=16)
@given(slope=st.sampled_from((0.25, 0.5, -0.5, 2.0)), size=integers(1, 3))
def test_slope_at_zero(student, reference, device, slope, size):
    """At x = 0 the gradient of x is the slope of the negative side.
    x = 0 处，x 的梯度是负半轴一侧的斜率。"""
    x = torch.zeros((size, 2), dtype=torch.float64)
    assert_gradients_match(student.prelu, reference.prelu, x, torch.tensor([slope], dtype=torch.float64))
    each = torch.tensor([slope, 3.0], dtype=torch.float64)
    assert_gradients_match(student.prelu, reference.prelu, x, each)


@points(1)
@hint(
    "A number has no axis. What shape has number times weight?",
    zh="一个数没有维。数乘以 weight 的形状是什么？",
)
@settings(max_examples=8)
@given(value=st.sampled_from((-2.0, 3.0, 0.0)), dtype=float_dtypes(), columns=integers(1, 3))
def test_numbers_and_empty_tensors(student, reference, device, value, dtype, columns):
    """The result has the shape of x: 0-d for a 0-d x, empty for an empty one, with one slope or several.
    结果的形状与 x 相同：x 为 0 维时是 0 维，x 为空时为空，一个或多个斜率都一样。"""
    slope = torch.tensor([0.25], dtype=dtype)
    assert_matches(student.prelu, reference.prelu, torch.tensor(value, dtype=dtype), slope)
    assert_matches(student.prelu, reference.prelu, torch.tensor(value, dtype=dtype), slope[0])
    for empty in (torch.zeros((0, columns), dtype=dtype), torch.zeros((2, columns, 0), dtype=dtype)):
        assert_matches(student.prelu, reference.prelu, empty, slope)
        assert_matches(student.prelu, reference.prelu, empty, slope.expand(columns))


@points(1)
@hint(
    "A slope is used for many elements. Each of them has something to say about its gradient.",
    zh="一个斜率用于许多元素，每个元素都对它的梯度有贡献。",
)
@settings(max_examples=16)
@given(sides=SIDES, slope=SLOPES)
def test_gradients_reach_x_and_the_slopes(student, reference, device, sides, slope):
    """The gradient reaches x and the slopes, and adds up over all elements of a slope.
    梯度能传回 x 和斜率，并对使用同一斜率的所有元素求和。"""
    x, each = uneven(*sides), torch.linspace(0.5, 2.0, sides[1], dtype=torch.float64)
    assert_gradients_match(student.prelu, reference.prelu, x, torch.tensor([slope], dtype=torch.float64))
    assert_gradients_match(student.prelu, reference.prelu, x, each)


@points(2)
@hint(
    "What fits by broadcasting is not always meant. Ask whether weight has one element, or as many as dim 1.",
    zh="能广播的不一定合理。要看 weight 是只有一个元素，还是与第 1 维一样多。",
)
@settings(max_examples=10)
@given(channels=integers(2, 3), dtype=float_dtypes())
def test_other_weights_are_a_value_error(student, reference, device, channels, dtype):
    """Slopes that fit another dim only, too many or too few, or several for fewer than two axes: ValueError.
    斜率只与其他维相符、过多或过少，或 x 不足两维却有多个斜率：ValueError。"""
    wrong = (
        ((2, channels, 5), 5),
        ((4, channels), 4),
        ((4, channels, 2, 2), 4),
        ((2, channels), channels + 1),
        ((2, channels + 2, 3), channels),
        ((2, 1, 3), 3),
        ((2, channels), 0),
        ((channels,), channels),
        ((1,), channels),
        ((), channels),
    )
    for shape, count in wrong:
        assert_raises(
            ValueError, student.prelu, torch.ones(shape, dtype=dtype), torch.ones(count, dtype=dtype)
        )


@points(1)
@hint(
    "Where nothing is negative, is your result x itself?",
    zh="没有负数时，你的结果是不是 x 本身？",
)
@given(case=channel_cases(), size=integers(1, 3))
def test_inputs_are_left_alone(student, reference, device, case, size):
    """x and weight keep their values, and the result is new even where nothing is negative.
    x 和 weight 的值不变；即使没有负数，结果也是新张量。"""
    assert_inputs_unchanged(student.prelu, *case)
    assert_fresh(student.prelu, *case)
    slope = torch.ones(1, dtype=torch.float64)
    for x in (uneven(size, 2), uneven(size, 2).abs()):
        assert_inputs_unchanged(student.prelu, x, slope / 2)
        assert_fresh(student.prelu, x, slope)
