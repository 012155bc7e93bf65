"""Hidden properties of conv_output_size."""

from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import assert_matches, assert_raises, assert_same, claim, hint, integers, points

DEFAULTS = {"stride": 1, "padding": 0, "dilation": 1}


def _reach(kernel, dilation):
    """How many positions the kernel covers, holes included."""
    return dilation * (kernel - 1) + 1


@st.composite
def windows(draw, kernels=(1, 5), strides=(1, 4), dilations=(1,), pooling=False):
    """``n``, ``kernel`` and options that fit; in pooling the padding is at most half of the kernel."""
    kernel, stride = draw(integers(*kernels)), draw(integers(*strides))
    dilation = draw(st.sampled_from(dilations))
    padding = draw(integers(0, kernel // 2 if pooling else 3))
    least = max(1, _reach(kernel, dilation) - 2 * padding)
    options = {"stride": stride, "padding": padding, "dilation": dilation}
    # What equals its default is left out: the defaults are part of the contract.
    given_options = {name: value for name, value in options.items() if value != DEFAULTS[name]}
    return draw(integers(least, least + 9)), kernel, given_options


@points(2)
@hint(
    "How far can the window move? Count whole steps, and do not forget where it stands at first.",
    zh="窗口还能向右移动多远？数出整步数，别忘了它最初所在的位置。",
)
@settings(max_examples=60)
@given(window=windows())
def test_counts_the_places_of_the_kernel(student, reference, device, window):
    """Counts the places of a kernel as an int, for any stride and padding and for their defaults.
    对任意步长和填充（以及省略它们时的默认值），以 int 给出卷积核可放置的位置数。"""
    n, kernel, options = window
    assert_matches(student.conv_output_size, reference.conv_output_size, n, kernel, **options)


@points(1)
@hint(
    "Draw a kernel of 3 with dilation 2 on squared paper. How many squares from its first to its last?",
    zh="在方格纸上画一个大小为 3、空洞率为 2 的卷积核。从第一格到最后一格一共占几格？",
)
@settings(max_examples=40)
@given(window=windows(dilations=(2, 3)))
def test_dilation_spreads_the_kernel(student, reference, device, window):
    """With dilation d the kernel covers d·(k−1)+1 positions.
    空洞率为 d 时，卷积核覆盖 d·(k−1)+1 个位置。"""
    n, kernel, options = window
    assert_matches(student.conv_output_size, reference.conv_output_size, n, kernel, **options)


# Strides longer than the kernel, so that a last window may start behind the input.
LONG_STRIDES = windows(kernels=(1, 2), strides=(3, 6), pooling=True)


@st.composite
def last_pixels(draw):
    """The window that rounding up adds starts on the input's last pixels, as many as the padding has."""
    kernel, stride = draw(st.sampled_from((3, 5))), draw(integers(2, 4))
    return stride * draw(integers(1, 3)), kernel, {"stride": stride, "padding": kernel // 2}


@points(2)
@hint(
    "Rounding up adds a window that hangs over the right edge. Where does it start?",
    zh="向上取整会多出一个越过右边缘的窗口。它从哪里开始？",
)
@settings(max_examples=80)
@given(window=windows(dilations=(1, 2), pooling=True), edge=LONG_STRIDES | last_pixels())
def test_ceil_mode_follows_poolings_rule(student, reference, device, window, edge):
    """With ceil_mode, a last window that is cut off counts, unless it starts beyond the input.
    ceil_mode 为真时，最后一个不完整的窗口也算数，除非它的起点已在输入之外。"""
    for n, kernel, options in (window, edge):
        options = {**options, "ceil_mode": True}
        assert_matches(student.conv_output_size, reference.conv_output_size, n, kernel, **options)


def _each_axis(values):
    """One value for both axes, or a pair."""
    return values | st.tuples(values, values)


@st.composite
def pairs(draw):
    """Arguments for two axes that fit, the padding at most half of each kernel."""
    strategies = {"kernel": (2, 4), "stride": (1, 3), "padding": (0, 1), "dilation": (1, 2)}
    options = {name: draw(_each_axis(integers(*ends))) for name, ends in strategies.items()}
    return draw(st.tuples(integers(7, 12), integers(7, 12))), options, draw(st.booleans())


@points(2)
@hint(
    "Each axis has its own five numbers. An int stands for the same number on both.",
    zh="每个轴各有五个数。单个 int 表示两个轴用同一个数。",
)
@settings(max_examples=40)
@given(case=pairs())
def test_a_pair_is_computed_axis_by_axis(student, reference, device, case):
    """For a pair n the answer is a pair, and every other argument is an int for both axes or a pair.
    n 为一对时答案也是一对；其余每个参数或是两轴共用的 int，或是一对。"""
    n, options, ceil_mode = case
    answer = student.conv_output_size(n, **options, ceil_mode=ceil_mode)
    claim(
        isinstance(answer, tuple | list),
        "The answer for a pair is of type {got}; it should be a pair.",
        "n 为一对时答案的类型是 {got}，应当是一对。",
        got=type(answer).__name__,
    )
    assert_same(list(answer), list(reference.conv_output_size(n, **options, ceil_mode=ceil_mode)))


@st.composite
def largest_kernels(draw):
    """An input, and the largest kernel that fits into it with the drawn padding and dilation."""
    n, padding, dilation = draw(integers(1, 5)), draw(integers(0, 2)), draw(integers(1, 3))
    options = {"stride": draw(integers(1, 4)), "padding": padding, "dilation": dilation}
    return n, (n + 2 * padding - 1) // dilation + 1, options


@points(1)
@hint(
    "Compare what the kernel covers (with its holes) to the padded input. Equal is still fine.",
    zh="把卷积核（连同空洞）覆盖的长度与填充后的输入相比。相等仍然可以。",
)
@settings(max_examples=40)
@given(case=largest_kernels())
def test_a_kernel_too_large_is_a_value_error(student, reference, device, case):
    """The largest kernel that fits has its place; one that reaches beyond the padded input is a ValueError.
    能放下的最大卷积核仍有位置；覆盖范围超出填充后的输入则抛出 ValueError。"""
    n, kernel, options = case
    assert_matches(student.conv_output_size, reference.conv_output_size, n, kernel, **options)
    assert_raises(ValueError, student.conv_output_size, n, kernel + 1, **options)


def _replaced(name, value):
    """Arguments that fit, but for one."""
    return {"n": 5, "kernel": 2, "stride": 1, "padding": 2, "dilation": 1, name: value}


def _too_small(name):
    return integers(-2, -1 if name == "padding" else 0).map(lambda value: _replaced(name, value))


@points(1)
@hint(
    "Check every argument before you compute: some wrong ones would still give a number.",
    zh="先检查每个参数再计算：有些错误的值照样能算出一个数。",
)
@settings(max_examples=40)
@given(arguments=st.sampled_from(("n", "kernel", "stride", "padding", "dilation")).flatmap(_too_small))
def test_values_out_of_range_are_a_value_error(student, reference, device, arguments):
    """n, kernel, stride or dilation below 1, or padding below 0, is a ValueError.
    n、kernel、stride、dilation 小于 1，或 padding 小于 0，都抛出 ValueError。"""
    assert_raises(ValueError, student.conv_output_size, **arguments)


@st.composite
def not_ints(draw):
    """Arguments that fit in value, but one of which, alone or inside a pair, is a float or a bool."""
    name, value = draw(st.sampled_from(tuple(_replaced("n", 5)))), draw(st.sampled_from((2.0, True, 2.5)))
    if draw(st.booleans()):
        return _replaced(name, value)
    return {**_replaced("n", (5, 5)), name: draw(st.sampled_from(((2, value), (value, 2))))}


@points(1)
@hint(
    "isinstance(True, int) is true. And 2.0 == 2, but it is no int.",
    zh="isinstance(True, int) 为真。2.0 == 2 也为真，但 2.0 不是 int。",
)
@settings(max_examples=40)
@given(arguments=not_ints())
def test_floats_and_bools_are_a_type_error(student, reference, device, arguments):
    """A float or a bool in place of an int is a TypeError, inside a pair too, even if its value would do.
    该用 int 的地方给了 float 或 bool，即使数值合适也抛出 TypeError，在一对之中也一样。"""
    assert_raises(TypeError, student.conv_output_size, **arguments)
