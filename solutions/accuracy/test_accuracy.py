"""Hidden properties of accuracy."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import assert_inputs_unchanged, assert_matches, assert_raises, hint, integers, points

# Scores are a permutation of 0, 1, 2, ... times a step plus a shift: never a tie, whatever the rounding.
STEPS = (1.0, 0.1, 30.0)
SHIFTS = (0.0, -5.0, 3.0)


def _plain(x):
    return x


def _transposed(x):
    return x.t().contiguous().t()


def _every_second(x):
    """The same numbers at every second place of a wider storage."""
    wide = torch.full((*x.shape[:-1], 2 * x.shape[-1]), 9, dtype=x.dtype)
    wide[..., ::2] = x
    return wide[..., ::2]


@st.composite
def batches(draw, rows=(1, 5), dtype=torch.float32):
    """Logits without ties and a label for each row, right about half of the time."""
    count, classes = draw(integers(*rows)), draw(st.sampled_from((3, 2, 4, 1)))
    ranks = [draw(st.permutations(range(classes))) for _ in range(count)]
    labels = [
        row.index(classes - 1) if draw(st.booleans()) else draw(integers(0, classes - 1)) for row in ranks
    ]
    scores = torch.tensor(ranks, dtype=dtype).reshape(count, classes)
    scores = scores * draw(st.sampled_from(STEPS)) + draw(st.sampled_from(SHIFTS))
    layout = draw(st.sampled_from((_plain, _plain, _transposed, _every_second)))
    column = draw(st.sampled_from((_plain, _plain, _every_second)))
    return layout(scores), column(torch.tensor(labels, dtype=torch.int64))


@points(4)
@hint(
    "Each row chooses one class. Along which axis does argmax look, and what is the number of rows?",
    zh="每一行选出一个类别。argmax 沿哪一维寻找？共有多少行？",
)
@settings(max_examples=60)
@given(batch=batches())
def test_share_of_rows_that_choose_their_label(student, reference, device, batch):
    """The accuracy is the share of rows whose largest score stands at the label, as a Python float.
    准确率是最高分恰好落在标签处的行所占的比例，类型为 Python float。"""
    assert_matches(student.accuracy, reference.accuracy, *batch)


# Shares of two or four rows are exact in any floating-point type.
DOUBLES = batches(rows=(2, 2), dtype=torch.float64) | batches(rows=(4, 4), dtype=torch.float64)


@points(1)
@hint(
    "1000 and 1000.000001 are one number in float32 and two in float64.",
    zh="1000 与 1000.000001 在 float32 里是同一个数，在 float64 里是两个数。",
)
@given(batch=DOUBLES, gap=st.sampled_from((1.0, 1e-6)))
def test_float64_scores_are_compared_as_such(student, reference, device, batch, gap):
    """Scores in float64 are compared in float64, however close they are.
    float64 的得分按 float64 比较，无论差距多小。"""
    logits, labels = batch
    assert_matches(student.accuracy, reference.accuracy, 1000 + gap * logits, labels)


@points(2)
@hint("How much is 0 divided by 0? Which N gives it?", zh="0 除以 0 是多少？N 为几时会遇到？")
@settings(max_examples=6)
@given(classes=integers(1, 4), dtype=st.sampled_from((torch.float32, torch.float64)))
def test_an_empty_batch_gives_zero(student, reference, device, classes, dtype):
    """For N = 0 the accuracy is the float 0.0.
    N = 0 时准确率为浮点数 0.0。"""
    logits, labels = torch.empty(0, classes, dtype=dtype), torch.empty(0, dtype=torch.int64)
    assert_matches(student.accuracy, reference.accuracy, logits, labels)


WRONG_SHAPES = {
    "column": lambda n: (n, 1),
    "row": lambda n: (1, n),
    "long": lambda n: (n + 1,),
    "short": lambda n: (n - 1,),
    "one": lambda n: (1,),
    "no axis": lambda n: (),
}


@points(2)
@hint(
    "[N, 1] against [N] broadcasts to [N, N] without a word. Compare the shapes yourself.",
    zh="[N, 1] 与 [N] 会一声不响地广播成 [N, N]。请自己比较形状。",
)
@settings(max_examples=40)
@given(count=integers(2, 4), kind=st.sampled_from(tuple(WRONG_SHAPES)), classes=integers(2, 3))
def test_labels_of_another_shape_are_a_value_error(student, reference, device, count, kind, classes):
    """Labels that are not 1-d of length N are a ValueError, also where they would broadcast.
    labels 不是长度为 N 的一维张量时抛出 ValueError，即使能够广播。"""
    logits = torch.arange(count * classes, dtype=torch.float32).reshape(count, classes)
    labels = torch.zeros(WRONG_SHAPES[kind](count), dtype=torch.int64)
    assert_raises(ValueError, student.accuracy, logits, labels)


@points(1)
@hint("Which of your lines ends in an underscore, or in -= ?", zh="你的哪一行代码以下划线结尾，或用了 -= ？")
@settings(max_examples=10)
@given(batch=batches())
def test_leaves_its_inputs_alone(student, reference, device, batch):
    """Neither the logits nor the labels are changed.
    logits 和 labels 都不会被修改。"""
    assert_inputs_unchanged(student.accuracy, *batch)
