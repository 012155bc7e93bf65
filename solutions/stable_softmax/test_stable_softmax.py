"""Hidden properties of stable_softmax."""

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

MODERATE = ("normal", "small_ints", "counting", "tiny", "constant")
INTEGERS = (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8)
CENTRES = (1e4, -1e4, 0.0, 200.0, -200.0, 1000.0)
FILLED = shapes(min_rank=1, max_rank=3, min_side=1, max_side=4)


@st.composite
def dims(draw, rank):
    """A legal dim of either sign."""
    axis = draw(integers(0, rank - 1))
    return draw(st.sampled_from((axis, axis - rank)))


@st.composite
def cases(draw, dtype=torch.float64, values=MODERATE, shape=FILLED, **bounds):
    """Draw x without empty axes, and a legal dim of either sign."""
    x = draw(tensors(shape=shape, dtype=dtype, values=values, **bounds))
    return x, draw(dims(x.dim()))


@st.composite
def extreme_cases(draw):
    """Lines whose entries lie around one centre each: the centres are up to 20 000 apart."""
    rows = draw(st.lists(st.sampled_from(CENTRES), min_size=1, max_size=3))
    columns = draw(integers(1, 3))
    moves = draw(
        tensors(shape=(len(rows), columns), dtype=draw(float_dtypes()), values="small_ints", layouts=False)
    )
    x = (torch.tensor(rows, dtype=moves.dtype).unsqueeze(1) + moves).clamp(-1e4, 1e4)
    return draw(st.sampled_from(((x, 1), (x, -1), (x.t(), 0), (x.t(), -2))))


@st.composite
def opposite_ends(draw):
    """Both ends of the range at once: beside each other in one line, and in lines of their own."""
    dtype = draw(float_dtypes())
    high, low = draw(st.sampled_from(((1e4, -1e4), (1e4, 0.0), (0.0, -1e4))))
    x = torch.tensor([[high, high], [low, low], [high, low]], dtype=dtype)
    return x, draw(st.sampled_from((0, 1, -1)))


@points(2)
@hint(
    "What adds up to 1: every row, every column, or everything?",
    zh="加起来等于 1 的是每一行、每一列，还是全部？",
)
@settings(max_examples=40)
@given(case=cases(dtype=float_dtypes()) | cases(shape=st.sampled_from(((2, 3), (3, 3), (2, 3, 4)))))
def test_softmax_along_any_dim(student, reference, device, case):
    """Gives the softmax along any dim, positive or negative, in the shape and dtype of x.
    沿任意一维（dim 可正可负）给出 softmax，形状和 dtype 与 x 相同。"""
    assert_matches(student.stable_softmax, reference.stable_softmax, *case)


@points(2)
@hint(
    "After your subtraction, how large can an exponent be? And can a sum be 0?",
    zh="相减之后，指数最大能有多大？分母会不会变成 0？",
)
@settings(max_examples=30)
@given(case=extreme_cases() | opposite_ends())
def test_right_between_minus_and_plus_ten_thousand(student, reference, device, case):
    """Entries up to ±10 000 give the right probabilities, in float32 too.
    元素到 ±10000 时概率依然正确，float32 下也一样。"""
    assert_matches(student.stable_softmax, reference.stable_softmax, *case)


@st.composite
def cases_with_minus_infinity(draw):
    """Every line has at least one finite entry and one −inf; finite ones go down to −10 000."""
    finite = draw(st.lists(st.sampled_from((0.0, 1.0, -2.0, -1e4, 1e4)), min_size=2, max_size=4))
    line = torch.tensor([*finite, -math.inf], dtype=draw(float_dtypes()))
    x = torch.stack((line, line.roll(1), torch.where(line.isinf(), line, -1e4)))
    return draw(st.sampled_from(((x, 1), (x.t(), 0), (line, -1))))


@points(1)
@hint(
    "exp(−inf) is exactly 0. Which of your steps turns −inf into NaN or into an ordinary number?",
    zh="exp(−inf) 恰好等于 0。你的哪一步把 −inf 变成了 NaN 或普通的数？",
)
@given(case=cases_with_minus_infinity())
def test_minus_infinity_has_probability_zero(student, reference, device, case):
    """An entry of −inf has probability 0, and the others share the rest.
    值为 −inf 的元素概率为 0，其余元素分掉全部概率。"""
    assert_matches(student.stable_softmax, reference.stable_softmax, *case)


@st.composite
def integer_cases(draw):
    """The same small numbers, the ends of int8 and uint8 among them, in every integer dtype."""
    line = draw(st.sampled_from(((0, 1, 2), (3, 5, 4), (100, 101, 0), (127, 0, 126))))
    return torch.tensor([line, (0, 100, 99)]), draw(st.sampled_from((0, 1, -1)))


@points(1)
@hint(
    "What is 3 − 5 in uint8? And which dtype does torch use where you do not name one?",
    zh="uint8 的 3 − 5 是多少？不指明 dtype 时 torch 用哪一种？",
)
@settings(max_examples=12)
@given(case=integer_cases())
def test_integers_become_the_default_float_dtype(student, reference, device, case):
    """Integers of any width are computed in the default floating-point dtype.
    各种宽度的整数都按默认浮点 dtype 计算。"""
    x, dim = case
    for dtype in INTEGERS:
        assert_matches(student.stable_softmax, reference.stable_softmax, x.to(dtype), dim)
    assert_matches(student.stable_softmax, reference.stable_softmax, -x, dim)


@points(1)
@hint(
    "Every output depends on every input of its line. Did you detach a part, or leave the graph?",
    zh="每个输出都依赖同组的每个输入。是不是 detach 了某一部分，或者离开了计算图？",
)
@given(case=cases() | extreme_cases())
def test_gradient_reaches_every_entry(student, reference, device, case):
    """The gradient is that of the whole formula, and stays finite for entries up to ±10 000.
    梯度是整个公式的梯度，元素到 ±10000 时仍然有限。"""
    assert_gradients_match(student.stable_softmax, reference.stable_softmax, *case)


@points(1)
@hint("What is the largest number of a line without numbers?", zh="一个数都没有的组，最大值是什么？")
@settings(max_examples=8)
@given(dtype=st.sampled_from((torch.float64, torch.float32, torch.int64)), columns=integers(1, 3))
def test_empty_axes_give_an_empty_result(student, reference, device, dtype, columns):
    """Where some axis has size 0, the one along dim or another, the result is empty too.
    任何一维大小为 0 时（dim 那一维或其他维），结果也为空。"""
    softmax, expected = student.stable_softmax, reference.stable_softmax
    assert_matches(softmax, expected, torch.zeros((0, columns), dtype=dtype), 1)
    assert_matches(softmax, expected, torch.zeros((0, columns), dtype=dtype), 0)
    assert_matches(softmax, expected, torch.zeros((columns, 0), dtype=dtype), -1)
    assert_matches(softmax, expected, torch.zeros((0,), dtype=dtype), 0)


@points(1)
@hint(
    "Which dims does a tensor with two axes have? −3 is none of them.", zh="二维张量有哪些 dim？−3 不在其中。"
)
@settings(max_examples=12)
@given(x=tensors(shape=shapes(min_rank=1, max_rank=3, min_side=1, max_side=2), values="counting"))
def test_no_such_dim_is_an_index_error(student, reference, device, x):
    """A dim that x does not have is an IndexError.
    x 没有的 dim 抛出 IndexError。"""
    assert_raises(IndexError, student.stable_softmax, x, x.dim())
    assert_raises(IndexError, student.stable_softmax, x, -x.dim() - 1)


@points(1)
@hint(
    "Which of your lines writes into x? Names ending in _ and -= do.",
    zh="你的哪一行写入了 x？以 _ 结尾的方法和 -= 都会。",
)
@given(case=cases(dtype=float_dtypes()))
def test_x_is_left_alone(student, reference, device, case):
    """x keeps its values, and the result shares no memory with it.
    x 的值不变，结果也不与它共享内存。"""
    assert_inputs_unchanged(student.stable_softmax, *case)
    assert_fresh(student.stable_softmax, *case)
