"""Hidden properties of bce_with_logits."""

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

# Between these bounds every usual way to write log σ is exact, F.softplus with its threshold included.
MODERATE = 15.0
EXTREMES = (200.0, -200.0, 100.0, -100.0, 60.0, -60.0)
REGIMES = ("normal", "small_ints", "counting", "tiny", "constant")
SHAPES = shapes(max_rank=2, max_side=3)
FILLED = st.sampled_from(((2,), (1, 2), (2, 3), (3, 1, 2), ()))  # the mean of nothing is left open
SOFT = st.sampled_from((0.25, 0.5, 0.75, 0.125))


@st.composite
def cases(draw, dtype=torch.float64, shape=SHAPES):
    """Draw logits within ±`MODERATE` and 0/1 targets of the same shape."""
    shape = draw(shape)
    logits = draw(tensors(shape=shape, dtype=dtype, values=REGIMES, low=-MODERATE, high=MODERATE))
    labels = draw(tensors(shape=shape, dtype=torch.int64, values="small_ints", low=0, high=1))
    return logits, labels.to(dtype)


@st.composite
def extreme_cases(draw, dtypes=None):
    """Logits at the ends of the range, both mistakes among them, in float32 or float64."""
    pairs = st.tuples(st.sampled_from(EXTREMES), st.integers(0, 1))
    more = draw(st.lists(pairs, max_size=2))
    logits, labels = zip((-200.0, 1), (200.0, 0), (draw(st.sampled_from(EXTREMES)), 1), *more, strict=True)
    dtype = draw(float_dtypes() if dtypes is None else dtypes)
    return torch.tensor(logits, dtype=dtype), torch.tensor(labels, dtype=dtype)


@st.composite
def weighted_cases(draw):
    """A table with both targets in every column, square sometimes, and a weight per column or one for all."""
    rows, columns = draw(st.sampled_from(((2, 2), (3, 2), (2, 3), (3, 3))))
    bounds = {"low": -MODERATE, "high": MODERATE}
    logits = draw(tensors(shape=(rows, columns), dtype=torch.float64, values="normal", **bounds))
    targets = (torch.arange(rows).unsqueeze(1) + torch.arange(columns)) % 2
    weights = draw(st.permutations((2.0, 0.5, 3.0)))[: draw(st.sampled_from((1, columns)))]
    return logits, targets.double(), torch.tensor(weights, dtype=torch.float64)


@points(2)
@hint(
    "Work one logit out by hand for target 1 and for target 0.",
    zh="对目标 1 和目标 0 各手算一个 logit。",
)
@settings(max_examples=40)
@given(case=cases(), other=cases(shape=FILLED, dtype=torch.float32))
def test_loss_of_each_element(student, reference, device, case, other):
    """Each element's loss is −t·log σ(x) − (1−t)·log σ(−x), in the shape and dtype of the logits.
    每个元素的损失为 −t·log σ(x) − (1−t)·log σ(−x)，形状和 dtype 与 logits 相同。"""
    assert_matches(student.bce_with_logits, reference.bce_with_logits, *case, reduction="none")
    assert_matches(student.bce_with_logits, reference.bce_with_logits, *other, None, "none")


@points(1)
@hint(
    "A target of 0.25 takes a quarter of one term and three quarters of the other.",
    zh="目标为 0.25 时，一项取四分之一，另一项取四分之三。",
)
@settings(max_examples=12)
@given(case=cases(shape=st.sampled_from(((3,), (2, 2)))), soft=st.lists(SOFT, min_size=2, max_size=2))
def test_targets_between_zero_and_one(student, reference, device, case, soft):
    """Targets between 0 and 1 mix the two terms.
    0 与 1 之间的目标按比例混合两项。"""
    logits = case[0]
    for value in soft:
        targets = torch.full_like(logits, value)
        assert_matches(student.bce_with_logits, reference.bce_with_logits, logits, targets, reduction="none")


@points(1)
@hint(
    "Which reduction is the default, and what does 'mean' divide by?",
    zh="默认的 reduction 是哪一个？'mean' 除以什么？",
)
@settings(max_examples=8)
@given(case=cases(shape=FILLED), table=cases(shape=st.just((2, 3))))
def test_reductions(student, reference, device, case, table):
    """The default is the mean over all elements; 'sum' and 'none' work, on empty tensors too.
    默认对全部元素求平均；'sum' 和 'none' 也可用，空张量亦然。"""
    loss, expected = student.bce_with_logits, reference.bce_with_logits
    for logits, targets in (case, table):
        assert_matches(loss, expected, logits, targets)
        assert_matches(loss, expected, logits, targets, reduction="mean")
        assert_matches(loss, expected, logits, targets, reduction="sum")
    empty = torch.zeros((2, 0), dtype=torch.float64)
    assert_matches(loss, expected, empty, empty, reduction="sum")
    assert_matches(loss, expected, empty, empty, reduction="none")


@points(2)
@hint(
    "Which of the two terms is the positive one? And along which dim do its weights run?",
    zh="两项中哪一项是正类的？它的权重沿哪一维排列？",
)
@settings(max_examples=12)
@given(case=weighted_cases())
def test_weight_of_the_positive_class(student, reference, device, case):
    """pos_weight multiplies the term of target 1 only, along the last dim; the mean still counts elements.
    pos_weight 只乘目标 1 的那一项，沿最后一维广播；平均时仍除以元素个数。"""
    loss, expected = student.bce_with_logits, reference.bce_with_logits
    assert_matches(loss, expected, *case, "none")
    assert_matches(loss, expected, *case)
    assert_matches(loss, expected, *case, reduction="sum")
    logits, targets, weight = case
    assert_matches(loss, expected, logits.unsqueeze(0), targets.unsqueeze(0), pos_weight=weight)
    assert_matches(loss, expected, logits[0], targets[0], pos_weight=weight, reduction="none")
    square = torch.tensor([[1.0, -2.0], [3.0, 0.5]], dtype=torch.float64)
    assert_matches(loss, expected, square, square.clamp(0, 1), square[1], "none")


@points(1)
@hint(
    "σ(200) is exactly 1 in floating point. What is the logarithm of 1 − σ(200) then?",
    zh="浮点数里 σ(200) 恰好等于 1，那么 1 − σ(200) 的对数是多少？",
)
@given(case=extreme_cases(), weight=st.sampled_from((1.0, 3.0)))
def test_value_stays_right_for_extreme_logits(student, reference, device, case, weight):
    """Logits up to ±200 give the right finite loss, in float32 too.
    logits 到 ±200 时损失仍然有限且正确，float32 下也一样。"""
    weights = torch.full((1,), weight, dtype=case[0].dtype)
    assert_matches(student.bce_with_logits, reference.bce_with_logits, *case, reduction="none")
    assert_matches(student.bce_with_logits, reference.bce_with_logits, *case, weights, "none")


@points(1)
@hint(
    "A value that torch.where or clamp throws away still takes part in the backward pass.",
    zh="被 torch.where 或 clamp 丢弃的值，反向传播时仍会参与计算。",
)
@settings(max_examples=16)
@given(case=cases(), weighted=weighted_cases(), extreme=extreme_cases(st.just(torch.float32)))
def test_gradient_for_the_logits(student, reference, device, case, weighted, extreme):
    """The gradient for the logits is right, with pos_weight too, and finite for logits of ±200.
    对 logits 的梯度正确（带 pos_weight 也是），logits 为 ±200 时也有限。"""
    loss, expected = student.bce_with_logits, reference.bce_with_logits
    for logits, *rest in (case, weighted, extreme):
        smooth = torch.where(logits == 0, 0.5, logits)  # usual stable forms have a kink in their parts at 0
        assert_gradients_match(loss, expected, smooth, *rest, reduction="sum", wrt=(0,))


@points(1)
@hint(
    "Broadcasting hides targets of the wrong shape. Compare the shapes first.",
    zh="广播会掩盖形状错误的目标。先比较形状。",
)
@settings(max_examples=8)
@given(size=integers(2, 3))
def test_wrong_shapes_and_reductions(student, reference, device, size):
    """Unequal shapes, even ones that broadcast, and an unknown reduction are a ValueError.
    形状不相等（哪怕可以广播）或 reduction 未知时抛出 ValueError。"""
    loss = student.bce_with_logits
    shapes_of = (((size,), (size, 1)), ((2, size), (size,)), ((size,), (1,)), ((4,), (2, 2)), ((1,), ()))
    for first, second in shapes_of:
        logits = torch.arange(torch.Size(first).numel(), dtype=torch.float64).reshape(first)
        targets = (torch.arange(torch.Size(second).numel()) > 0).double().reshape(second)
        assert_raises(ValueError, loss, logits, targets)
        assert_raises(ValueError, loss, targets, logits)
    for unknown in ("avg", "", "Mean", "batchmean"):
        assert_raises(ValueError, loss, logits, logits, reduction=unknown)


@points(1)
@hint(
    "Names that end in _ and assignments like *= write into the tensor itself.",
    zh="以 _ 结尾的方法和 *= 之类的赋值会写入张量本身。",
)
@settings(max_examples=12)
@given(case=weighted_cases())
def test_inputs_are_left_alone(student, reference, device, case):
    """Logits, targets and pos_weight keep their values.
    logits、targets 和 pos_weight 的值都不变。"""
    assert_inputs_unchanged(student.bce_with_logits, *case)
    assert_inputs_unchanged(student.bce_with_logits, *case[:2], reduction="none")
