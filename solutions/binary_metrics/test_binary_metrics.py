"""Hidden properties of binary_metrics."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    hint,
    integer_dtypes,
    integers,
    points,
)

# All four kinds of sample: 1 stands for positive, first what is predicted, then what is true.
KINDS = ((1, 1), (1, 0), (0, 1), (0, 0))
DTYPES = integer_dtypes() | st.just(torch.bool)


def _every_second(x):
    """The same answers at every second place of a longer storage, with ones between."""
    wide = torch.ones(2 * len(x), dtype=x.dtype)
    wide[::2] = x
    return wide[::2]


def _tensors(samples, dtype=torch.int64, other=None):
    table = torch.tensor(samples, dtype=torch.int64).reshape(-1, 2)
    return table[:, 0].to(dtype).clone(), table[:, 1].to(other or dtype).clone()


@st.composite
def answers(draw):
    """Predictions and targets as int64 or bool, with samples of every kind, in different numbers."""
    counts = [draw(integers(1, 4)) for _ in KINDS]
    samples = [kind for kind, count in zip(KINDS, counts, strict=True) for _ in range(count)]
    pred, target = _tensors(draw(st.permutations(samples)), draw(st.sampled_from((torch.int64, torch.bool))))
    return (_every_second(pred), target) if draw(st.booleans()) else (pred, target)


@points(4)
@hint(
    "Draw the 2 × 2 table. Which cells are added up below each fraction bar?",
    zh="画出 2 × 2 的表。每个分数线下面是哪几格之和？",
)
@settings(max_examples=40)
@given(case=answers())
def test_five_metrics(student, reference, device, case):
    """The dict holds accuracy, error rate, precision, recall and false positive rate, as floats.
    字典中有准确率、错误率、查准率、召回率和假正率，都是 float。"""
    assert_matches(student.binary_metrics, reference.binary_metrics, *case)


@points(2)
@hint(
    "In uint8, what is 0 − 1? And what is ~1 in int64?",
    zh="uint8 中 0 − 1 等于多少？int64 中 ~1 又等于多少？",
)
@settings(max_examples=40)
@given(first=DTYPES, second=DTYPES, order=st.permutations(KINDS * 2))
def test_any_integer_dtype_and_bool(student, reference, device, first, second, order):
    """Predictions and targets may be bool or any integer dtype, each its own.
    预测和目标可以是 bool 或任意整数 dtype，且两者可以不同。"""
    order = [*order, (1, 0), (0, 1), (0, 1)]
    assert_matches(student.binary_metrics, reference.binary_metrics, *_tensors(order, first, second))


# Kinds of sample that leave a divisor at 0: no alarm, no positive, no negative; each kind alone; none.
SOME_KINDS = (
    *((KINDS[2], KINDS[3]), (KINDS[1], KINDS[3]), (KINDS[0], KINDS[2])),
    *((kind,) for kind in KINDS),
    (),
)


@points(2)
@hint(
    "Which divisors are 0 if there is no sample at all? Is the error rate then still 1 − accuracy?",
    zh="一个样本都没有时，哪些除数为 0？这时错误率还等于 1 − 准确率吗？",
)
@settings(max_examples=40)
@given(kinds=st.sampled_from(SOME_KINDS), times=integers(1, 3))
def test_nothing_by_nothing_is_zero(student, reference, device, kinds, times):
    """Every quotient 0/0 is the float 0.0, and for N = 0 so are all five.
    凡是 0/0 都记为浮点数 0.0；N = 0 时五个指标都是 0.0。"""
    assert_matches(student.binary_metrics, reference.binary_metrics, *_tensors(kinds * times))


SHAPES = (
    ((3,), (3, 1)),
    ((3, 1), (3,)),
    ((3,), (1,)),
    ((1,), (3,)),
    ((2,), (3,)),
    ((4,), (2, 2)),
    ((3,), ()),
)


@points(1)
@hint(
    "[N] and [N, 1] broadcast to [N, N] without a word. Compare the shapes yourself.",
    zh="[N] 与 [N, 1] 会一声不响地广播成 [N, N]。请自己比较形状。",
)
@settings(max_examples=20)
@given(pair=st.sampled_from(SHAPES), dtype=st.sampled_from((torch.int64, torch.bool)))
def test_unequal_shapes_are_a_value_error(student, reference, device, pair, dtype):
    """Unequal shapes, even ones that broadcast or have as many elements, are a ValueError.
    形状不相等时抛出 ValueError，即使可以广播或元素个数相同。"""
    pred, target = (torch.ones(shape, dtype=dtype) for shape in pair)
    assert_raises(ValueError, student.binary_metrics, pred, target)


@points(1)
@hint("Which of your lines ends in an underscore, or in &= ?", zh="你的哪一行代码以下划线结尾，或用了 &= ？")
@settings(max_examples=10)
@given(case=answers())
def test_leaves_its_inputs_alone(student, reference, device, case):
    """Neither the predictions nor the targets are changed.
    pred 和 target 都不会被修改。"""
    assert_inputs_unchanged(student.binary_metrics, *case)
