"""Hidden properties of l1_l2_penalty."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    claim,
    hint,
    points,
    shapes,
    tensors,
)

FACTORS = st.sampled_from((0.5, 1.0, 0.1, 2.0, 0.0))
POSITIVE = st.sampled_from((0.5, 1.0, 0.1, 2.0))


@st.composite
def parameters(draw, dtype=torch.float64, least=1, most=3, shape=None):
    """A list of parameters of one dtype, of any shapes."""
    count = draw(st.integers(least, most))
    return [draw(tensors(shape=shape or shapes(max_rank=3, max_side=3), dtype=dtype)) for _ in range(count)]


def _weights_and_biases():
    """Two parameters with at least two elements each, none of them 0: a matrix and a bias."""
    filled = [tensors(shape=shape, values=("normal", "offset")) for shape in ((2, 3), (2,), (1, 2, 2))]
    return st.tuples(*filled).map(lambda found: [torch.where(w == 0, 1.5, w) for w in found])


@points(3)
@hint(
    "Work out [1, −2] by hand with l1 = 1, l2 = 0, and again with l1 = 0, l2 = 1.",
    zh="用 [1, −2] 手算：先取 l1 = 1、l2 = 0，再取 l1 = 0、l2 = 1。",
)
@settings(max_examples=50)
@given(params=parameters() | _weights_and_biases(), l1=FACTORS, l2=FACTORS)
def test_sum_of_both_penalties(student, reference, device, params, l1, l2):
    """The penalty is l1·Σ|w| + l2/2·Σw² over all elements of all parameters, as a 0-d tensor.
    惩罚为全部参数全部元素的 l1·Σ|w| + l2/2·Σw²，是 0 维张量。"""
    assert_matches(student.l1_l2_penalty, reference.l1_l2_penalty, params, l1, l2)


@points(3)
@hint(
    "Which step leaves the graph: a Python number, .data, .item(), a new torch.tensor?",
    zh="哪一步离开了计算图：Python 数、.data、.item()，还是新建的 torch.tensor？",
)
@settings(max_examples=30)
@given(params=_weights_and_biases(), l1=POSITIVE, l2=POSITIVE)
def test_gradients_reach_every_parameter(student, reference, device, params, l1, l2):
    """The gradient of each parameter is l1·sign(w) + l2·w.
    每个参数的梯度为 l1·sign(w) + l2·w。"""
    assert_gradients_match(student.l1_l2_penalty, reference.l1_l2_penalty, params, l1, l2)


@points(1)
@hint("What is the derivative of a square root at 0?", zh="平方根在 0 处的导数是多少？")
@settings(max_examples=12)
@given(zeros=st.sampled_from(((2,), (1, 3), ())), other=tensors(shape=(2,), values="normal"), l2=FACTORS)
def test_gradient_of_the_squares_at_zero(student, reference, device, zeros, other, l2):
    """With l1 = 0 the gradient is l2·w also for a parameter of zeros: no NaN.
    l1 = 0 时梯度为 l2·w，全零的参数也一样：没有 NaN。"""
    params = [torch.zeros(zeros, dtype=torch.float64), other]
    assert_gradients_match(student.l1_l2_penalty, reference.l1_l2_penalty, params, 0.0, l2)


@points(1)
@hint(
    "A sum that starts in float32 and grows with += stays in float32.",
    zh="从 float32 开始、用 += 累加的和，始终是 float32。",
)
@settings(max_examples=20)
@given(params=st.sampled_from((torch.float32, torch.float64)).flatmap(parameters), l1=FACTORS, l2=FACTORS)
def test_dtype_follows_the_parameters(student, reference, device, params, l1, l2):
    """The penalty has the parameters' dtype, float32 or float64.
    惩罚的 dtype 与参数相同：float32 或 float64。"""
    assert_matches(student.l1_l2_penalty, reference.l1_l2_penalty, params, l1, l2)


@points(1)
@hint("What does sum([]) return? Is it a tensor?", zh="sum([]) 返回什么？它是张量吗？")
@settings(max_examples=6)
@given(l1=FACTORS, l2=FACTORS)
def test_no_parameters_give_a_zero_tensor(student, reference, device, l1, l2):
    """Without parameters the penalty is a tensor of one element, 0.
    没有参数时，惩罚是只含一个元素 0 的张量。"""
    answer = student.l1_l2_penalty([], l1, l2)
    is_zero = isinstance(answer, torch.Tensor) and answer.numel() == 1 and answer.item() == 0
    en = "Without parameters the answer is {got}; expected the tensor 0."
    claim(is_zero, en, "没有参数时答案是 {got}；应当是张量 0。", got=repr(answer))


@points(1)
@hint("Which of your lines ends in an underscore?", zh="你的哪一行代码以下划线结尾？")
@settings(max_examples=10)
@given(params=_weights_and_biases(), l1=POSITIVE, l2=POSITIVE)
def test_leaves_the_parameters_alone(student, reference, device, params, l1, l2):
    """Neither the parameters nor the list are changed.
    参数和列表都不会被修改。"""
    assert_inputs_unchanged(student.l1_l2_penalty, params, l1, l2)
