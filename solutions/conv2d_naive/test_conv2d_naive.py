"""Hidden properties of conv2d_naive."""

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

MILD = ("small_ints", "counting", "normal")
DEFAULTS = {"stride": 1, "padding": 0, "dilation": 1}
NO_OPTIONS = st.just({})


def _at(value, axis):
    return value if isinstance(value, int) else value[axis]


@st.composite
def options(draw):
    """Stride, padding and dilation, each an int or a pair; what equals its default is left out."""
    ends = {"stride": (1, 3), "padding": (0, 2), "dilation": (1, 2)}
    each = {name: integers(*end) | st.tuples(integers(*end), integers(*end)) for name, end in ends.items()}
    values = {name: draw(value) for name, value in each.items()}
    return {name: value for name, value in values.items() if value != DEFAULTS[name]}


@st.composite
def cases(draw, extra=NO_OPTIONS, batch=(1, 2), groups=(1, 1), bias=False, dtype=torch.float64):
    """Image, kernels, bias and options that fit: at most 3 x 3 places, and all sizes vary by themselves."""
    chosen, count = dict(draw(extra)), draw(integers(*groups))
    inside, outside = draw(integers(1, 2)), draw(integers(1, 2))
    kernel = draw(st.tuples(integers(1, 3), integers(1, 3)))
    sides = []
    for axis in (0, 1):
        step, pad, holes = (_at(chosen.get(name, default), axis) for name, default in DEFAULTS.items())
        more = draw(integers(0, min(4, 3 * step - 1)))
        sides.append(max(1, holes * (kernel[axis] - 1) + 1 - 2 * pad + more))
    like = {"dtype": dtype, "values": MILD}
    x = draw(tensors(shape=(draw(integers(*batch)), inside * count, *sides), **like))
    w = draw(tensors(shape=(outside * count, inside, *kernel), **like))
    if count > 1:
        chosen["groups"] = count
    return (x, w, draw(tensors(shape=(outside * count,), **like)), chosen) if bias else (x, w, None, chosen)


@points(2)
@hint(
    "Lay the kernel on the image as it is. Multiply what lies on each other; add up over all channels.",
    zh="把核原样放在图像上，上下重叠的相乘，再对所有通道求和。",
)
@settings(max_examples=40)
@given(case=cases())
def test_sum_of_products_at_every_place(student, reference, device, case):
    """Without options: at every place the sum of products of kernel and image over all input channels.
    不带选项时：每个位置是核与图像的乘积对所有输入通道求和。"""
    x, w, _, _ = case
    assert_matches(student.conv2d_naive, reference.conv2d_naive, x, w)


@points(2)
@hint(
    "Each option has a value per axis: the first of a pair belongs to the height. Try them one by one.",
    zh="每个选项在每个轴上各有一个值：一对中的第一个属于高。逐个试一试。",
)
@settings(max_examples=60)
@given(case=cases(extra=options()))
def test_stride_padding_and_dilation(student, reference, device, case):
    """Stride, padding and dilation, each an int or a pair (height, width), also all together.
    步长、填充和空洞率，各为 int 或一对（高，宽），也可同时使用。"""
    x, w, _, chosen = case
    assert_matches(student.conv2d_naive, reference.conv2d_naive, x, w, **chosen)


@points(1)
@hint(
    "With 2 groups, the first half of the outputs sees the first half of the inputs only.",
    zh="分 2 组时，前一半输出只看前一半输入。",
)
@settings(max_examples=30)
@given(case=cases(groups=(2, 3)))
def test_groups_do_not_see_each_other(student, reference, device, case):
    """With groups, each run of output channels sees its own run of input channels only.
    分组时，每一段输出通道只看对应的一段输入通道。"""
    x, w, _, chosen = case
    assert_matches(student.conv2d_naive, reference.conv2d_naive, x, w, **chosen)


@points(1)
@hint(
    "One number per output channel, added once to each result.", zh="每个输出通道一个数，给每个结果加一次。"
)
@settings(max_examples=30)
@given(case=cases(extra=options(), groups=(1, 2), bias=True))
def test_bias_is_added_per_output_channel(student, reference, device, case):
    """The bias of each output channel is added once, with any options.
    每个输出通道的偏置加一次，与其他选项无关。"""
    x, w, b, chosen = case
    assert_matches(student.conv2d_naive, reference.conv2d_naive, x, w, b, **chosen)


@points(2)
@hint(
    "Which step leaves the graph: .item(), .data, a NumPy array?",
    zh="哪一步离开了计算图：.item()、.data，还是 NumPy 数组？",
)
@settings(max_examples=16)
@given(case=cases(extra=options(), groups=(1, 2), bias=True))
def test_gradients_reach_image_kernel_and_bias(student, reference, device, case):
    """Gradients flow to the image, the kernels and the bias.
    梯度流向图像、核和偏置。"""
    x, w, b, chosen = case
    assert_gradients_match(student.conv2d_naive, reference.conv2d_naive, x, w, b, **chosen)


def _ones(*shapes):
    return tuple(torch.ones(shape, dtype=torch.float64) for shape in shapes)


# Image, kernels, bias, options: one thing is wrong in each.
UNFIT = (
    (*_ones((1, 3, 4, 4), (2, 2, 2, 2)), None, {}),
    (*_ones((1, 1, 4, 4), (2, 2, 2, 2)), None, {}),
    (*_ones((1, 2, 4, 4), (2, 1, 2, 2)), None, {}),
    (*_ones((1, 2, 4, 4), (2, 2, 2, 2)), None, {"groups": 2}),
    (*_ones((1, 2, 4, 4), (3, 1, 2, 2)), None, {"groups": 2}),
    (*_ones((1, 2, 4, 4), (3, 2, 2, 2), (2,)), {}),
    (*_ones((1, 2, 4, 4), (3, 2, 2, 2), (1,)), {}),
    (*_ones((1, 2, 4, 4), (3, 2, 2, 2), (3, 1, 1)), {}),
    (*_ones((1, 1, 2, 4), (1, 1, 3, 2)), None, {}),
    (*_ones((1, 1, 4, 2), (1, 1, 2, 3)), None, {}),
    (*_ones((1, 1, 3, 4), (1, 1, 3, 2)), None, {"dilation": 3, "padding": 1}),
)


@points(1)
@hint(
    "A single channel, or a bias of one element, broadcasts without a word. Compare the sizes yourself.",
    zh="单个通道，或只有一个元素的偏置，会一声不响地广播。请自己比较大小。",
)
@settings(max_examples=40)
@given(case=st.sampled_from(UNFIT))
def test_shapes_that_do_not_fit_are_a_value_error(student, reference, device, case):
    """Channels that do not fit, a bias not of shape [Co], or too large a kernel is a ValueError.
    通道数不合、偏置形状不是 [Co]，或核比填充后的图像还大，都抛出 ValueError。"""
    x, w, b, chosen = case
    assert_raises(ValueError, student.conv2d_naive, x, w, b, **chosen)


@points(1)
@hint(
    "Where do your zeros get their dtype from? And which line writes into what it was given?",
    zh="你的零张量的 dtype 从哪里来？哪一行代码写入了传进来的张量？",
)
@settings(max_examples=8)
@given(
    single=cases(extra=options(), dtype=torch.float32, bias=True),
    empty=cases(batch=(0, 0)),
    case=cases(extra=options(), bias=True),
)
def test_float32_empty_batches_and_inputs(student, reference, device, single, empty, case):
    """float32 stays float32, N may be 0, the result is new, and the inputs keep their values.
    float32 仍是 float32，N 可以为 0，结果是新张量，输入的值保持不变。"""
    assert_matches(student.conv2d_naive, reference.conv2d_naive, *single[:3], **single[3])
    assert_matches(student.conv2d_naive, reference.conv2d_naive, *empty[:2])
    assert_inputs_unchanged(student.conv2d_naive, *case[:3], **case[3])
    assert_fresh(student.conv2d_naive, *case[:3], **case[3])
