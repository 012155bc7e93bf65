"""Hidden properties of softmax_jacobian."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    claim,
    float_dtypes,
    hint,
    integers,
    points,
    tensors,
)

BOUND = 20.0
REGIMES = ("normal", "small_ints", "counting", "tiny", "constant")
SEVERAL = integers(2, 5).map(lambda n: (n,))


def scores(shape=SEVERAL, dtype=torch.float64, **kinds):
    """Raw scores within ±`BOUND`; every way to write a softmax copes with those."""
    return tensors(shape=shape, dtype=dtype, values=REGIMES, low=-BOUND, high=BOUND, **kinds)


@points(3)
@hint(
    "Work out two scores by hand: what happens to both probabilities when the first score rises?",
    zh="用两个得分手算：第一个得分升高时，两个概率各怎样变化？",
)
@settings(max_examples=40)
@given(a=scores(), spread=st.permutations((2.0, 1.0, -0.5, 0.0)))
def test_every_derivative(student, reference, device, a, spread):
    """Gives p_i·(1 − p_i) on the diagonal and −p_i·p_j beside it, for raw scores a.
    对原始得分 a，对角线为 p_i·(1 − p_i)，其余为 −p_i·p_j。"""
    assert_matches(student.softmax_jacobian, reference.softmax_jacobian, a)
    assert_matches(student.softmax_jacobian, reference.softmax_jacobian, torch.tensor(spread))


@points(1)
@hint(
    "Which dtype has your result, and what does a small step h cost in accuracy?",
    zh="你的结果是什么 dtype？用小步长 h 会损失多少精度？",
)
@settings(max_examples=16)
@given(a=scores(SEVERAL, torch.float64, layouts=False))
def test_exact_in_the_dtype_of_a(student, reference, device, a):
    """The entries are exact in float64, and float32 stays float32.
    float64 时各元素精确到位；float32 仍是 float32。"""
    assert_matches(student.softmax_jacobian, reference.softmax_jacobian, a.clamp(-5, 5))
    assert_matches(student.softmax_jacobian, reference.softmax_jacobian, a.float())


@points(2)
@hint(
    "Add the same number to all scores: which probability changes? What does this say about a row?",
    zh="给所有得分加上同一个数，哪个概率会变？这说明一行有什么性质？",
)
@settings(max_examples=16)
@given(a=scores(layouts=False), shift=st.sampled_from((1.0, -3.0, 5.0)))
def test_rows_add_up_to_nothing(student, reference, device, a, shift):
    """Every row adds up to 0, and adding one number to all scores changes nothing.
    每行之和为 0；给所有得分加上同一个数，结果不变。"""
    found = student.softmax_jacobian(a)
    claim(
        isinstance(found, torch.Tensor) and tuple(found.shape) == (len(a), len(a)),
        "The result is not a tensor of shape [{n}, {n}].",
        "结果不是形状为 [{n}, {n}] 的张量。",
        n=len(a),
    )
    total = found.sum(-1).abs().max().item()
    claim(
        total < 1e-9,
        "A row of the result adds up to {total}, not to 0.",
        "结果中有一行之和为 {total}，应为 0。",
        total=f"{total:.3g}",
    )
    assert_matches(student.softmax_jacobian, reference.softmax_jacobian, a + shift)


@points(1)
@hint(
    "One score alone always has probability 1. What is its derivative?",
    zh="只有一个得分时，概率总是 1。它的导数是多少？",
)
@settings(max_examples=8)
@given(value=st.sampled_from((0.0, 3.0, -2.0)), dtype=float_dtypes())
def test_one_score_and_none(student, reference, device, value, dtype):
    """One score gives [[0]], and no score an empty matrix.
    一个得分时得到 [[0]]，没有得分时得到空矩阵。"""
    assert_matches(student.softmax_jacobian, reference.softmax_jacobian, torch.tensor([value], dtype=dtype))
    assert_matches(student.softmax_jacobian, reference.softmax_jacobian, torch.zeros(0, dtype=dtype))


@points(1)
@hint("How many axes does a vector have? And a single number?", zh="向量有几维？单独一个数呢？")
@settings(max_examples=8)
@given(n=integers(1, 3), dtype=float_dtypes())
def test_only_vectors(student, reference, device, n, dtype):
    """Anything but a 1-d tensor is a ValueError, 0-d and 2-d ones of a single row included.
    不是一维的张量一律抛出 ValueError，0 维和只有一行的二维也不例外。"""
    for shape in ((), (1, n), (n, 1), (n, n), (2, n), (1, 1, n)):
        assert_raises(ValueError, student.softmax_jacobian, torch.ones(shape, dtype=dtype))


@points(1)
@hint(
    "Second derivatives exist, too. Where does your computation leave the graph?",
    zh="二阶导数也存在。你的计算在哪里离开了计算图？",
)
@settings(max_examples=16)
@given(a=scores(integers(2, 4).map(lambda n: (n,))))
def test_can_be_differentiated_again(student, reference, device, a):
    """The gradient of the result reaches a.
    结果的梯度能传回 a。"""
    assert_gradients_match(student.softmax_jacobian, reference.softmax_jacobian, a)


@points(1)
@hint("Which of your lines writes into a?", zh="你的哪一行写入了 a？")
@settings(max_examples=12)
@given(a=scores())
def test_a_is_left_alone(student, reference, device, a):
    """a keeps its values.
    a 的值不变。"""
    assert_inputs_unchanged(student.softmax_jacobian, a)
