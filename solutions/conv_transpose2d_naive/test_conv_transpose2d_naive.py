"""Hidden properties of conv_transpose2d_naive."""

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
STRIDES, PADDINGS = (1, 3), (0, 2)


@st.composite
def cases(draw, stride=(1, 1), padding=(0, 0), more=False, batch=(1, 2), dtype=torch.float64):
    """Maps, kernels, a bias and options with a result of at least one row and column; all sizes vary."""
    options = {"stride": draw(integers(*stride)), "padding": draw(integers(*padding))}
    if more:
        options["output_padding"] = draw(integers(0, options["stride"] - 1))
    channels, kernel = draw(st.tuples(integers(1, 2), integers(1, 3))), draw(st.tuples(*[integers(1, 3)] * 2))
    # (side - 1)·stride + kernel - 2·padding must be at least 1.
    least = [max(1, -(-(1 - k + 2 * options["padding"]) // options["stride"]) + 1) for k in kernel]
    sides = [draw(integers(side, side + 2)) for side in least]
    like = {"dtype": dtype, "values": MILD}
    x = draw(tensors(shape=(draw(integers(*batch)), channels[0], *sides), **like))
    w = draw(tensors(shape=(*channels, *kernel), **like))
    b = draw(tensors(shape=(channels[1],), **like))
    return x, w, b, {name: value for name, value in options.items() if value != (name == "stride")}


@points(2)
@hint(
    "Each pixel stamps the kernel once, not turned around. What happens where two stamps overlap?",
    zh="每个像素把核盖一次，不翻转。两个印记重叠的地方会怎样？",
)
@settings(max_examples=40)
@given(case=cases())
def test_stamps_add_up(student, reference, device, case):
    """Every pixel of every input channel stamps its kernel, and overlapping stamps add up.
    每个输入通道的每个像素盖下自己的核，重叠的印记相加。"""
    x, w, _, _ = case
    assert_matches(student.conv_transpose2d_naive, reference.conv_transpose2d_naive, x, w)


@points(2)
@hint(
    "The stamp of pixel i begins at i·stride. What lies between stamps?",
    zh="像素 i 的印记从 i·stride 开始。印记之间是什么？",
)
@settings(max_examples=40)
@given(case=cases(stride=(2, 3)))
def test_stride_moves_the_stamps_apart(student, reference, device, case):
    """With a stride the stamps of neighbouring pixels are that far apart, with zeros where none reaches.
    有步长时，相邻像素的印记相距这么远，没有印记到达处为零。"""
    x, w, _, options = case
    assert_matches(student.conv_transpose2d_naive, reference.conv_transpose2d_naive, x, w, **options)


@points(2)
@hint(
    "Padding cuts off. Output padding cuts less off at the bottom and at the right: what stands there?",
    zh="填充是裁剪。output_padding 使下边和右边少裁一些：那里本来是什么？",
)
@settings(max_examples=60)
@given(case=cases(stride=STRIDES, padding=PADDINGS, more=True))
def test_padding_and_output_padding(student, reference, device, case):
    """Padding is cut off from every side; output padding makes the result larger at the bottom and right.
    填充从每边裁掉；output_padding 使结果在下边和右边变大。"""
    x, w, _, options = case
    assert_matches(student.conv_transpose2d_naive, reference.conv_transpose2d_naive, x, w, **options)


@points(1)
@hint(
    "Once per number of the result, however many stamps reach it, or none.",
    zh="结果的每个数加一次，无论有几个印记到达，哪怕没有。",
)
@settings(max_examples=30)
@given(case=cases(stride=STRIDES, padding=(0, 1), more=True))
def test_bias_is_added_once(student, reference, device, case):
    """The bias of each output channel is added once to every number of the result.
    每个输出通道的偏置给结果的每个数加一次。"""
    x, w, b, options = case
    assert_matches(student.conv_transpose2d_naive, reference.conv_transpose2d_naive, x, w, b, **options)


@points(1)
@hint(
    "Which step leaves the graph: .item(), .data, a NumPy array?",
    zh="哪一步离开了计算图：.item()、.data，还是 NumPy 数组？",
)
@settings(max_examples=16)
@given(case=cases(stride=STRIDES, padding=(0, 1), more=True))
def test_gradients_reach_maps_kernel_and_bias(student, reference, device, case):
    """Gradients flow to the maps, the kernels and the bias.
    梯度流向图、核和偏置。"""
    x, w, b, options = case
    assert_gradients_match(
        student.conv_transpose2d_naive, reference.conv_transpose2d_naive, x, w, b, **options
    )


@points(1)
@hint(
    "With stride 2, H' and H' + 1 belong to one H. And H' + 2?",
    zh="步长为 2 时，H' 与 H' + 1 对应同一个 H。H' + 2 呢？",
)
@settings(max_examples=24)
@given(stride=integers(1, 3), more=integers(0, 2), padding=integers(0, 1))
def test_too_much_output_padding_is_a_value_error(student, reference, device, stride, more, padding):
    """An output padding of one less than the stride is allowed; the stride and more is a ValueError.
    output_padding 最多比步长小一；达到或超过步长则抛出 ValueError。"""
    x, w = torch.ones(1, 1, 2, 3, dtype=torch.float64), torch.ones(1, 2, 2, 2, dtype=torch.float64)
    most = {"stride": stride, "padding": padding, "output_padding": stride - 1}
    assert_matches(student.conv_transpose2d_naive, reference.conv_transpose2d_naive, x, w, **most)
    wrong = {**most, "output_padding": stride + more}
    assert_raises(ValueError, student.conv_transpose2d_naive, x, w, **wrong)


@points(1)
@hint(
    "Where does your canvas get its dtype from? And which line writes into what it was given?",
    zh="你的画布的 dtype 从哪里来？哪一行代码写入了传进来的张量？",
)
@settings(max_examples=8)
@given(
    single=cases(stride=STRIDES, dtype=torch.float32),
    empty=cases(stride=STRIDES, batch=(0, 0)),
    case=cases(stride=STRIDES),
)
def test_float32_empty_batches_and_inputs(student, reference, device, single, empty, case):
    """float32 stays float32, N may be 0, the result is new, and the inputs keep their values.
    float32 仍是 float32，N 可以为 0，结果是新张量，输入的值保持不变。"""
    for x, w, b, options in (single, empty):
        assert_matches(student.conv_transpose2d_naive, reference.conv_transpose2d_naive, x, w, b, **options)
    x, w, b, options = case
    assert_inputs_unchanged(student.conv_transpose2d_naive, x, w, b, **options)
    assert_fresh(student.conv_transpose2d_naive, x, w, b, **options)
