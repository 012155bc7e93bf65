"""Hidden properties of kl_divergence."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
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

ROWS = shapes(min_rank=1, max_rank=3, min_side=1, max_side=4)
TABLES = st.sampled_from(((2, 3), (3, 2), (2, 2), (2, 1, 3)))


@st.composite
def pairs(draw, shape=ROWS, dtype=torch.float64):
    """Draw two tables of one shape whose rows are positive and add up to 1."""
    sides = draw(shape)
    kinds = {"values": ("normal", "small_ints", "counting"), "low": 1, "high": 9}
    p, q = (draw(tensors(shape=sides, dtype=dtype, **kinds)) for _ in range(2))
    return p / p.sum(-1, keepdim=True), q / q.sum(-1, keepdim=True)


def rows(*values, dtype=torch.float64):
    """A table with the given rows."""
    return torch.tensor(values, dtype=dtype)


@points(2)
@hint(
    "Which of the two stands before the logarithm? One number per row is asked for.",
    zh="对数前面乘的是哪一个？每行要得到一个数。",
)
@settings(max_examples=40)
@given(pair=pairs() | pairs(TABLES, torch.float32))
def test_divergence_of_each_row(student, reference, device, pair):
    """Gives the sum of p·log(p/q) over the last dim, for any leading axes.
    沿最后一维给出 p·log(p/q) 之和，前面可以有任意多维。"""
    assert_matches(student.kl_divergence, reference.kl_divergence, *pair)


@points(1)
@hint(
    "What should 0 · log 0 be, and what is it in floating point?",
    zh="0 · log 0 应当是多少？浮点数里又是多少？",
)
@settings(max_examples=12)
@given(share=st.sampled_from((0.25, 0.5, 0.75)), dtype=float_dtypes())
def test_no_share_contributes_nothing(student, reference, device, share, dtype):
    """A term with p = 0 is 0, whether q is 0 there or not.
    p = 0 的项为 0，不管该处的 q 是否为 0。"""
    p = rows((0.0, 1.0, 0.0), (share, 0.0, 1 - share), (0.0, 0.0, 1.0), dtype=dtype)
    q = rows((0.25, 0.5, 0.25), (0.25, 0.5, 0.25), (0.0, 1 - share, share), dtype=dtype)
    assert_matches(student.kl_divergence, reference.kl_divergence, p, q)
    assert_matches(student.kl_divergence, reference.kl_divergence, p[2], q[2])


@points(1)
@hint(
    "An event that q calls impossible happens. How surprised may q be?",
    zh="q 认为不可能的事发生了。q 该有多惊讶？",
)
@settings(max_examples=12)
@given(share=st.sampled_from((0.25, 0.5, 1.0)), dtype=float_dtypes())
def test_the_impossible_is_infinite(student, reference, device, share, dtype):
    """A row with q = 0 < p is +inf, and the other rows are not affected.
    q = 0 < p 的行是 +inf，其他行不受影响。"""
    p = rows((share, 1 - share), (0.5, 0.5), (1 - share, share), dtype=dtype)
    q = rows((0.0, 1.0), (0.25, 0.75), (1.0, 0.0), dtype=dtype)
    assert_matches(student.kl_divergence, reference.kl_divergence, p, q)


@points(1)
@hint(
    "What was added against log 0 changes every other answer as well.",
    zh="为了避开 log 0 而加上的数，也改变了其他所有结果。",
)
@settings(max_examples=12)
@given(tiny=st.sampled_from((1e-30, 1e-20, 1e-12)), dtype=float_dtypes())
def test_small_probabilities_count(student, reference, device, tiny, dtype):
    """Probabilities as small as 1e-30 are taken as they are.
    小到 1e-30 的概率也照原样计算。"""
    small, even = rows((tiny, 1.0), (0.5, 0.5), dtype=dtype), rows((0.5, 0.5), (tiny, 1.0), dtype=dtype)
    assert_matches(student.kl_divergence, reference.kl_divergence, small, even)


@points(1)
@hint(
    "Broadcasting hides a q of the wrong shape. Compare the shapes first.",
    zh="广播会掩盖形状错误的 q。先比较形状。",
)
@settings(max_examples=8)
@given(count=integers(2, 3), dtype=float_dtypes())
def test_unequal_shapes_are_a_value_error(student, reference, device, count, dtype):
    """Unequal shapes, even ones that broadcast, are a ValueError.
    形状不相等（哪怕可以广播）时抛出 ValueError。"""
    shapes_of = (
        ((count, 2), (2,)),
        ((count, 2), (1, 2)),
        ((3,), (2,)),
        ((count, 1), (count, 2)),
        ((4,), (2, 2)),
    )
    for first, second in shapes_of:
        p, q = (torch.full(shape, 1 / shape[-1], dtype=dtype) for shape in (first, second))
        assert_raises(ValueError, student.kl_divergence, p, q)
        assert_raises(ValueError, student.kl_divergence, q, p)


@points(1)
@hint("Both distributions may come out of a net.", zh="两个分布都可能来自网络的输出。")
@given(pair=pairs())
def test_gradients_reach_both(student, reference, device, pair):
    """The gradient reaches p and q.
    梯度能传回 p 和 q。"""
    assert_gradients_match(student.kl_divergence, reference.kl_divergence, *pair)


@points(1)
@hint(
    "A NaN that torch.where throws away forward comes back in the backward pass.",
    zh="前向时被 torch.where 丢弃的 NaN，会在反向传播时回来。",
)
@settings(max_examples=12)
@given(share=st.sampled_from((0.25, 0.5, 0.75)), dtype=float_dtypes())
def test_gradient_beside_a_share_of_zero(student, reference, device, share, dtype):
    """Where p = 0 < q the gradient for q is 0, not NaN; beside it, it is right.
    p = 0 < q 处 q 的梯度为 0，而不是 NaN；旁边的梯度也正确。"""
    p = rows((0.0, 1.0, 0.0), (share, 0.0, 1 - share), dtype=dtype)
    q = rows((0.25, 0.5, 0.25), (0.25, 0.5, 0.25), dtype=dtype)
    assert_gradients_match(student.kl_divergence, reference.kl_divergence, p, q, wrt=(1,))


@points(1)
@hint("A vector has one row and no leading axis.", zh="向量只有一行，前面没有其他维。")
@settings(max_examples=8)
@given(count=integers(1, 3), classes=integers(1, 3), dtype=float_dtypes())
def test_vectors_and_empty_axes(student, reference, device, count, classes, dtype):
    """Vectors give a 0-d result; no rows give an empty one, and no classes give 0.
    向量得到 0 维结果；没有行时结果为空，没有类别时为 0。"""
    row = torch.full((classes,), 1 / classes, dtype=dtype)
    none = row.expand(0, classes), row[:0].expand(count, 0), row.expand(count, 0, classes)
    for p in (row, *none):
        assert_matches(student.kl_divergence, reference.kl_divergence, p, p.clone())


@points(1)
@hint("Which of your lines writes into p or q?", zh="你的哪一行写入了 p 或 q？")
@settings(max_examples=12)
@given(pair=pairs(TABLES), share=st.sampled_from((0.25, 0.5)))
def test_inputs_are_left_alone(student, reference, device, pair, share):
    """p and q keep their values, zeros included.
    p 和 q 的值不变，其中的 0 也一样。"""
    assert_inputs_unchanged(student.kl_divergence, *pair)
    assert_inputs_unchanged(student.kl_divergence, rows((0.0, 1.0)), rows((share, 1 - share)))
