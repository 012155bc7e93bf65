"""Hidden properties of cross_entropy."""

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
    tensors,
)

MODERATE = ("normal", "small_ints", "counting", "tiny", "constant")
SIZES = st.tuples(integers(1, 4), integers(1, 4))
UNEQUAL = st.tuples(integers(2, 4), integers(2, 4))
EXTREMES = (1e4, -1e4, 0.0, 200.0, -200.0)


@st.composite
def cases(draw, sizes=SIZES, dtype=torch.float64, values=MODERATE):
    """Draw logits [N, C] and targets [N]."""
    samples, classes = draw(sizes)
    logits = draw(tensors(shape=(samples, classes), dtype=dtype, values=values))
    return logits, draw(tensors(shape=(samples,), dtype=torch.int64, low=0, high=classes - 1))


@st.composite
def weighted_cases(draw):
    """A case in which two samples at least have different classes, and weights that differ."""
    logits, target = draw(cases(UNEQUAL))
    target = target.clone()
    target[0], target[-1] = 0, logits.size(1) - 1
    weight = torch.tensor(draw(st.permutations((0.5, 2.0, 3.0, 0.25)))[: logits.size(1)], dtype=torch.float64)
    return logits, target, weight


@st.composite
def extreme_cases(draw, dtypes=None):
    """Every row has both ends of the range, and rows of their own lie far apart."""
    dtype = draw(float_dtypes() if dtypes is None else dtypes)
    rest = draw(st.lists(st.sampled_from(EXTREMES), min_size=1, max_size=2))
    rows = [[1e4, -1e4, *rest], [-1e4, 1e4, *rest], [-1e4, -1e4, *[-1e4] * len(rest)], [200.0, 0.0, *rest]]
    return torch.tensor(rows, dtype=dtype), torch.tensor(draw(st.permutations((0, 1, 2, 0))))


@points(2)
@hint(
    "One number per row: the score of that row's own class. Has the softmax been taken once, or twice?",
    zh="每行取一个数：该行自己类别的得分。softmax 是做了一次，还是两次？",
)
@settings(max_examples=40)
@given(case=cases() | cases(UNEQUAL))
def test_loss_of_each_sample(student, reference, device, case):
    """Without reduction, gives each sample's loss: log Σ exp of its scores, minus the score of its class.
    不做归约时给出每个样本的损失：得分的 log Σ exp 减去所属类别的得分。"""
    assert_matches(student.cross_entropy, reference.cross_entropy, *case, reduction="none")


@points(1)
@hint(
    "Which reduction is the default, and what does it divide by? A batch of one is a batch too.",
    zh="默认的 reduction 是哪个？它除以什么？只有一个样本的一批也是一批。",
)
@settings(max_examples=12)
@given(case=cases(UNEQUAL), dtype=float_dtypes(), classes=integers(1, 3))
def test_reductions(student, reference, device, case, dtype, classes):
    """The default is the mean over the samples; 'sum' and 'none' work, for one sample and for none too.
    默认对样本求平均；'sum' 和 'none' 也可用，只有一个样本或没有样本时亦然。"""
    logits, target = case[0].to(dtype), case[1]
    loss, expected = student.cross_entropy, reference.cross_entropy
    assert_matches(loss, expected, logits, target)
    assert_matches(loss, expected, logits, target, None, "mean")
    assert_matches(loss, expected, logits, target, reduction="sum")
    for reduction in ("none", "mean", "sum"):
        assert_matches(loss, expected, logits[:1], target[:1], reduction=reduction)
    empty = torch.zeros((0, classes), dtype=dtype), torch.zeros(0, dtype=torch.int64)
    assert_matches(loss, expected, *empty, reduction="none")
    assert_matches(loss, expected, *empty, reduction="sum")


@points(2)
@hint(
    "A class that weighs 3 counts like three samples. By how many samples is then divided?",
    zh="权重为 3 的类别相当于三个样本。那么平均时应除以多少个样本？",
)
@settings(max_examples=12)
@given(case=weighted_cases(), zero=integers(0, 1))
def test_class_weights(student, reference, device, case, zero):
    """Each loss is weighted by its class; the mean divides by the sum of the weights used.
    每个损失按类别加权；平均时除以用到的权重之和。"""
    logits, target, weight = case
    for reduction in ("none", "sum", "mean"):
        assert_matches(student.cross_entropy, reference.cross_entropy, *case, reduction=reduction)
    assert_matches(student.cross_entropy, reference.cross_entropy, logits[:1], target[:1], weight)
    without = weight.clone()
    without[-1 if zero else 0] = 0.0
    assert_matches(student.cross_entropy, reference.cross_entropy, logits, target, without)


@points(1)
@hint(
    "The probability of the true class may be 0 in floating point. Its logarithm is never needed.",
    zh="真实类别的概率在浮点数里可能等于 0。其实根本不需要对它取对数。",
)
@given(case=extreme_cases())
def test_right_for_scores_of_ten_thousand(student, reference, device, case):
    """Scores of ±10 000 give the right finite loss, in float32 too.
    得分为 ±10000 时损失仍然正确且有限，float32 下也一样。"""
    assert_matches(student.cross_entropy, reference.cross_entropy, *case, reduction="none")
    assert_matches(student.cross_entropy, reference.cross_entropy, *case)


@points(2)
@hint(
    "On paper the gradient of one loss is p − y. Which part of yours is cut off, or 0/0?",
    zh="纸上推导，一个损失的梯度是 p − y。你的哪一部分断开了，或者成了 0/0？",
)
@settings(max_examples=12)
@given(case=weighted_cases(), extreme=extreme_cases(st.just(torch.float32)))
def test_gradient_for_the_scores(student, reference, device, case, extreme):
    """The gradient for the scores is right, with weights and without, and finite for scores of ±10 000.
    对得分的梯度正确（带不带权重都是），得分为 ±10000 时也有限。"""
    logits, target, weight = case
    loss, expected = student.cross_entropy, reference.cross_entropy
    assert_gradients_match(loss, expected, logits, target, wrt=(0,))
    assert_gradients_match(loss, expected, logits, target, weight, "none", wrt=(0,))
    assert_gradients_match(loss, expected, logits, target, weight, wrt=(0,))
    assert_gradients_match(loss, expected, *extreme, reduction="none", wrt=(0,))


@points(1)
@hint(
    "−1 is a valid index in Python, but not a class. Check before you pick.",
    zh="−1 在 Python 里是合法下标，但不是类别。取值之前先检查。",
)
@settings(max_examples=10)
@given(case=cases(UNEQUAL), place=integers(0, 1))
def test_wrong_targets_and_reductions(student, reference, device, case, place):
    """A target out of range or of another length, and an unknown reduction, are a ValueError.
    目标越界、长度不符或 reduction 未知时抛出 ValueError。"""
    logits, target = case
    for wrong in (-1, -100, logits.size(1), logits.size(1) + 1, -logits.size(1)):
        targets = target.clone()
        targets[-place] = wrong
        assert_raises(ValueError, student.cross_entropy, logits, targets)
        assert_raises(ValueError, student.cross_entropy, logits, targets, reduction="none")
    assert_raises(ValueError, student.cross_entropy, logits, target[:1])
    assert_raises(ValueError, student.cross_entropy, logits, torch.cat((target, target)))
    for unknown in ("avg", "", "Mean", "batchmean"):
        assert_raises(ValueError, student.cross_entropy, logits, target, reduction=unknown)


@points(1)
@hint("Which of your lines writes into the scores or the labels?", zh="你的哪一行写入了得分或标签？")
@settings(max_examples=12)
@given(case=weighted_cases())
def test_inputs_are_left_alone(student, reference, device, case):
    """Scores, targets and weights keep their values.
    得分、目标和权重的值都不变。"""
    assert_inputs_unchanged(student.cross_entropy, *case)
    assert_inputs_unchanged(student.cross_entropy, *case[:2], reduction="none")
