"""Hidden properties of batched_matmul."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    broadcastable_shapes,
    float_dtypes,
    hint,
    integers,
    points,
    tensors,
)

SIDES = st.tuples(integers(1, 3), integers(1, 3), integers(1, 3))
NO_LEADING = st.just(((), ()))
# Leading axes that are missing on one side, 1 on one side, or both at once.
LEADING = (((2,), ()), ((2,), (1,)), ((3, 2), (2,)), ((3, 1), (1, 2)), ((1, 2), (3, 1, 1)), ((2,), (2,)))


@st.composite
def pairs(draw, leading=NO_LEADING, sides=SIDES, dtype=torch.float64):
    """Draw a [*, n, k] and b [*, k, m]."""
    n, k, m = draw(sides)
    first, second = draw(leading)
    return draw(tensors(shape=(*first, n, k), dtype=dtype)), draw(tensors(shape=(*second, k, m), dtype=dtype))


def counting(*shape):
    """A tensor of 1, 2, 3, …: no two of its elements are equal."""
    return torch.arange(1.0, 1 + torch.Size(shape).numel(), dtype=torch.float64).reshape(shape)


@points(2)
@hint(
    "Each element of the result is one row of a times one column of b, added up.",
    zh="结果的每个元素是 a 的一行与 b 的一列对应相乘再相加。",
)
@settings(max_examples=40)
@given(pair=pairs() | pairs(sides=st.sampled_from(((2, 2, 2), (3, 3, 3), (2, 3, 4)))))
def test_two_matrices(student, reference, device, pair):
    """For two matrices, gives the matrix product, square ones in the right order.
    对两个矩阵给出矩阵乘积，方阵的次序也不能颠倒。"""
    assert_matches(student.batched_matmul, reference.batched_matmul, *pair)


@points(1)
@hint(
    "Every matrix of one stack meets the one at the same place of the other, and only that.",
    zh="一叠中的每个矩阵只与另一叠中同一位置的矩阵相乘。",
)
@settings(max_examples=12)
@given(count=integers(2, 3), sides=SIDES, deep=st.booleans())
def test_equal_stacks_of_matrices(student, reference, device, count, sides, deep):
    """Equal batch axes are kept, matrix by matrix, be there one of them or two.
    相同的批次维保留下来，逐个矩阵相乘；批次有一维或两维都行。"""
    n, k, m = sides
    leading = (count, 2) if deep else (count,)
    a, b = counting(*leading, n, k), counting(*leading, k, m)
    assert_matches(student.batched_matmul, reference.batched_matmul, a, b - 3)
    square = counting(count, count, count)
    assert_matches(student.batched_matmul, reference.batched_matmul, square, square.flip(0))


@points(2)
@hint(
    "The batch axes alone obey broadcasting. On which side may one of them be missing or be 1?",
    zh="只有批次维遵循广播规则。哪一边可以缺少某一维，或者该维为 1？",
)
@settings(max_examples=12)
@given(pair=pairs(broadcastable_shapes(2, max_rank=2)), sides=SIDES)
def test_batch_axes_broadcast(student, reference, device, pair, sides):
    """Batch axes broadcast, missing or of size 1, on either side.
    批次维可以广播：任意一边都可以缺少或为 1。"""
    n, k, m = sides
    assert_matches(student.batched_matmul, reference.batched_matmul, *pair)
    for first, second in LEADING:
        a, b = counting(*first, n, k), counting(*second, k, m)
        assert_matches(student.batched_matmul, reference.batched_matmul, a, b)
        a, b = counting(*second, n, k), counting(*first, k, m)
        assert_matches(student.batched_matmul, reference.batched_matmul, a, b)


@points(1)
@hint(
    "A sum without terms is 0. Which of your operations has no answer for it?",
    zh="没有项的和是 0。你的哪个运算对此没有答案？",
)
@settings(max_examples=8)
@given(n=integers(1, 3), m=integers(1, 3), dtype=float_dtypes())
def test_sizes_of_zero(student, reference, device, n, m, dtype):
    """k = 0 gives zeros; n, m or a batch of 0 gives an empty result.
    k = 0 时结果全为 0；n、m 或批次为 0 时结果为空。"""
    shapes_of = (
        ((n, 0), (0, m)),
        ((2, n, 0), (0, m)),
        ((0, 2), (2, m)),
        ((n, 2), (2, 0)),
        ((0, n, 2), (2, m)),
        ((0, n, 2), (1, 2, m)),
    )
    for first, second in shapes_of:
        a, b = torch.ones(first, dtype=dtype), torch.ones(second, dtype=dtype)
        assert_matches(student.batched_matmul, reference.batched_matmul, a, b)


@points(2)
@hint(
    "What would broadcasting do with a k of 1? And what does torch raise where it cannot broadcast?",
    zh="等于 1 的 k 会被广播成什么？不能广播时 torch 抛出什么？",
)
@settings(max_examples=8)
@given(sides=SIDES, extra=integers(1, 2))
def test_shapes_that_do_not_fit_are_a_value_error(student, reference, device, sides, extra):
    """Different k (1 included), fewer than two axes, or batches that do not broadcast are a ValueError.
    k 不同（含等于 1）、不足两维、批次不能广播，都抛出 ValueError。"""
    n, k, m = sides
    shapes_of = (
        ((n, k), (k + extra, m)),
        ((n, k + extra), (k, m)),
        ((n, 1), (1 + extra, m)),
        ((n, 1 + extra), (1, m)),
        ((k,), (k, m)),
        ((n, k), (k,)),
        ((k,), (k,)),
        ((), (k, m)),
        ((2, n, k), (2 + extra, k, m)),
        ((2, 1, n, k), (2 + extra, 2, k, m)),
    )
    for first, second in shapes_of:
        assert_raises(ValueError, student.batched_matmul, counting(*first), counting(*second))


@points(1)
@hint(
    "A matrix that is used for a whole batch gets a gradient from each use.",
    zh="一个矩阵用于整个批次时，每次使用都会给它一份梯度。",
)
@settings(max_examples=15)
@given(pair=pairs(), stacked=pairs(st.sampled_from(LEADING)))
def test_gradients_reach_both_factors(student, reference, device, pair, stacked):
    """The gradient reaches both factors, and adds up where one matrix was used several times.
    梯度能传回两个因子；一个矩阵被用了多次时，各份梯度相加。"""
    assert_gradients_match(student.batched_matmul, reference.batched_matmul, *pair)
    assert_gradients_match(student.batched_matmul, reference.batched_matmul, *stacked)


@points(1)
@hint("Into which tensor do you write, and of which dtype is it?", zh="你写入的是哪个张量？它是什么 dtype？")
@settings(max_examples=12)
@given(pair=float_dtypes().flatmap(lambda dtype: pairs(st.sampled_from(LEADING), dtype=dtype)))
def test_inputs_and_dtype_are_left_alone(student, reference, device, pair):
    """The inputs keep their values, the result keeps their dtype and is new.
    输入的值不变；结果保持它们的 dtype，并且是新张量。"""
    assert_inputs_unchanged(student.batched_matmul, *pair)
    assert_fresh(student.batched_matmul, *pair)
    assert_matches(student.batched_matmul, reference.batched_matmul, *pair)
