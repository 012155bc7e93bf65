"""Hidden properties of linear_forward."""

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

BATCHES = st.sampled_from(((3,), (2,), (1,), (2, 3), (), (2, 1, 2)))


@st.composite
def cases(draw, batches=BATCHES, sizes=None, dtype=torch.float64, with_bias=None):
    """Draw x [*, in], weight [out, in] and bias [out] or None."""
    outputs, inputs = draw(st.tuples(integers(1, 4), integers(1, 4)) if sizes is None else sizes)
    x = draw(tensors(shape=(*draw(batches), inputs), dtype=dtype))
    weight = draw(tensors(shape=(outputs, inputs), dtype=dtype))
    bias = draw(tensors(shape=(outputs,), dtype=dtype))
    return x, weight, bias if (draw(st.booleans()) if with_bias is None else with_bias) else None


@points(2)
@hint(
    "Row j of the weight belongs to output j. Work one sample out by hand with a weight of 2 × 3.",
    zh="权重的第 j 行属于第 j 个输出。用 2 × 3 的权重手算一个样本。",
)
@settings(max_examples=40)
@given(case=cases(batches=st.sampled_from(((3,), (2,), (1,))), with_bias=False))
def test_a_batch_of_samples(student, reference, device, case):
    """For a batch [N, in], gives x times the transpose of the weight.
    对 [N, in] 的一批样本，给出 x 乘以权重的转置。"""
    assert_matches(student.linear_forward, reference.linear_forward, *case)


@points(1)
@hint(
    "Where the weight is square, x @ weight fits too. Does it give the same?",
    zh="权重是方阵时，x @ weight 的形状也对。结果一样吗？",
)
@settings(max_examples=10)
@given(x=tensors(shape=(2, 2), values="counting", layouts=False), dtype=float_dtypes())
def test_a_square_weight_is_transposed_too(student, reference, device, x, dtype):
    """A square weight is transposed like any other, and float32 stays float32.
    方阵权重也要转置；float32 仍是 float32。"""
    weight = torch.tensor([[1.0, 2.0], [3.0, 4.0]], dtype=dtype)
    assert_matches(student.linear_forward, reference.linear_forward, x.to(dtype), weight)
    assert_matches(student.linear_forward, reference.linear_forward, x.to(dtype), weight, weight[0])


@points(1)
@hint(
    "The bias has one number per output. To which axis of the result does it belong?",
    zh="偏置对每个输出有一个数。它属于结果的哪一维？",
)
@given(case=cases(with_bias=True), same=integers(2, 3))
def test_the_bias_is_added_per_output(student, reference, device, case, same):
    """The bias is added per output, also where there are as many samples as outputs; None adds nothing.
    偏置按输出相加，样本数与输出数相同时也一样；None 表示什么都不加。"""
    x, weight, bias = case
    assert_matches(student.linear_forward, reference.linear_forward, x, weight, bias)
    assert_matches(student.linear_forward, reference.linear_forward, x, weight, bias=None)
    square = torch.arange(same * same, dtype=torch.float64).reshape(same, same)
    assert_matches(student.linear_forward, reference.linear_forward, square, square, square[0])


@points(1)
@hint(
    "One sample alone has no batch axis; a sequence has two. Which operation treats all of them alike?",
    zh="单个样本没有批次维，序列则有两维。哪种运算对它们一视同仁？",
)
@settings(max_examples=12)
@given(sides=shapes(min_rank=2, max_rank=2, min_side=1, max_side=3), layers=integers(2, 4))
def test_any_number_of_leading_axes(student, reference, device, sides, layers):
    """x may have no leading axis, or two or three of them.
    x 前面可以没有其他维，也可以有两维或三维。"""
    rows, inputs = sides
    x = torch.arange(2.0 * rows * layers * inputs, dtype=torch.float64).reshape(layers, 2, rows, inputs)
    weight = torch.arange(3.0 * inputs, dtype=torch.float64).reshape(3, inputs) - 1
    for part in (x[0, 0, 0], x[0], x, x.transpose(0, 2)):
        assert_matches(student.linear_forward, reference.linear_forward, part, weight, weight[:, 0])


@points(1)
@hint(
    "A sum of no terms is 0, and a batch of no samples is still a batch.",
    zh="没有项的和是 0；没有样本的一批仍然是一批。",
)
@settings(max_examples=8)
@given(outputs=integers(1, 3), inputs=integers(1, 3))
def test_sizes_of_zero(student, reference, device, outputs, inputs):
    """No samples, no outputs or no inputs give a result of the right shape; without inputs the bias is left.
    没有样本、输出或输入时，结果形状依然正确；没有输入时只剩偏置。"""
    weight = torch.ones((outputs, inputs), dtype=torch.float64)
    bias = torch.arange(outputs, dtype=torch.float64)
    linear, expected = student.linear_forward, reference.linear_forward
    assert_matches(linear, expected, torch.ones((0, inputs), dtype=torch.float64), weight, bias)
    assert_matches(linear, expected, torch.ones((2, 0, inputs), dtype=torch.float64), weight, bias)
    assert_matches(linear, expected, torch.ones((2, 3, inputs), dtype=torch.float64), weight[:0], bias[:0])
    assert_matches(linear, expected, torch.ones((2, 0), dtype=torch.float64), weight[:, :0], bias)
    assert_matches(linear, expected, torch.ones((3, 2, 0), dtype=torch.float64), weight[:, :0])


@points(2)
@hint(
    "torch broadcasts what it can and raises RuntimeError for the rest. Compare the shapes yourself.",
    zh="torch 能广播就广播，否则抛出 RuntimeError。请自己比较形状。",
)
@settings(max_examples=10)
@given(outputs=integers(2, 4), extra=integers(1, 2), dtype=float_dtypes())
def test_shapes_that_do_not_fit_are_a_value_error(student, reference, device, outputs, extra, dtype):
    """A wrong number of inputs, a weight that is not 2-d or a bias not of shape [out] is a ValueError.
    输入个数不符、权重不是 2 维、偏置形状不是 [out]，都抛出 ValueError。"""
    x, weight = torch.ones((2, 3), dtype=dtype), torch.ones((outputs, 3), dtype=dtype)
    linear = student.linear_forward
    assert_raises(ValueError, linear, torch.ones((2, 3 + extra), dtype=dtype), weight)
    assert_raises(ValueError, linear, torch.ones((3 + extra,), dtype=dtype), weight)
    assert_raises(ValueError, linear, x, torch.ones((3, 3 + extra), dtype=dtype))
    assert_raises(ValueError, linear, torch.ones((), dtype=dtype), weight)
    assert_raises(ValueError, linear, x, weight[0])
    assert_raises(ValueError, linear, x, weight.unsqueeze(0))
    for shape in ((outputs + extra,), (1,), (), (outputs, 1), (1, outputs), (2, outputs)):
        assert_raises(ValueError, linear, x, weight, torch.ones(shape, dtype=dtype))


@points(1)
@hint("Three tensors go in, and the loss depends on all three.", zh="传入三个张量，损失与三者都有关。")
@given(case=cases(with_bias=True))
def test_gradients_reach_all_three(student, reference, device, case):
    """The gradient reaches x, weight and bias.
    梯度能传回 x、weight 和 bias。"""
    assert_gradients_match(student.linear_forward, reference.linear_forward, *case)


@points(1)
@hint(
    "y += bias is harmless for a y of your own. Is it your own?",
    zh="y 是你自己的张量时，y += bias 没有问题。它是吗？",
)
@given(case=cases())
def test_inputs_are_left_alone(student, reference, device, case):
    """The inputs keep their values, and the result shares no memory with them.
    输入的值不变，结果也不与它们共享内存。"""
    assert_inputs_unchanged(student.linear_forward, *case)
    assert_fresh(student.linear_forward, *case)
