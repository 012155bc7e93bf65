"""Hidden properties of focal_loss."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    float_dtypes,
    floats,
    hint,
    points,
    shapes,
    tensors,
)

# Between these bounds every usual way to write log σ is exact, F.softplus with its threshold included.
MODERATE = 15.0
EXTREMES = (200.0, -200.0, 100.0, -100.0, 60.0, -60.0)
REGIMES = ("normal", "small_ints", "counting", "tiny", "constant")
TARGET_DTYPES = (torch.int64, torch.bool, torch.uint8, torch.int32, torch.float32)

SHAPES = shapes(max_rank=2, max_side=3)
FILLED = st.sampled_from(((2,), (1, 2), (2, 3), (3, 1, 2), ()))  # the mean of nothing is left open

# Exact in float32: torch.where(positive, 0.1, 0.9) rounds to the default dtype, and that is no mistake here.
alphas = st.sampled_from((0.25, 0.75, 0.5, 0.0, 1.0, 0.125))


@st.composite
def cases(draw, dtype=torch.float64, shape=SHAPES):
    """Draw logits within ±`MODERATE` and float64 0/1 targets of the same shape."""
    shape = draw(shape)
    logits = draw(tensors(shape=shape, dtype=dtype, values=REGIMES, low=-MODERATE, high=MODERATE))
    labels = draw(tensors(shape=shape, dtype=torch.int64, values="small_ints", low=0, high=1))
    return logits, labels.double()


@st.composite
def extreme_cases(draw):
    """Draw up to 4 logits at the ends of the range, with any 0/1 target each, in float32 or float64."""
    pairs = draw(st.lists(st.tuples(st.sampled_from(EXTREMES), st.integers(0, 1)), min_size=1, max_size=4))
    logits, labels = zip(*pairs, strict=True)
    dtype = draw(st.sampled_from((torch.float32, torch.float64)))
    return torch.tensor(logits, dtype=dtype), torch.tensor(labels, dtype=dtype)


@points(2)
@hint(
    "Work one logit out by hand for target 1 and for target 0: which α, and which probability?",
    zh="对目标 1 和目标 0 各手算一个 logit：该用哪个 α、哪个概率？",
)
@settings(max_examples=40)
@given(case=cases(), alpha=alphas, gamma=floats(0, 5))
def test_loss_of_each_element(student, reference, device, case, alpha, gamma):
    """Each element's loss is −α_t·(1−p_t)^γ·log p_t, for any α in [0, 1] and γ ≥ 0.
    每个元素的损失为 −α_t·(1−p_t)^γ·log p_t，α 取 [0, 1]，γ ≥ 0。"""
    assert_matches(student.focal_loss, reference.focal_loss, *case, alpha, gamma, "none")


@points(1)
@hint(
    "Which reduction is the default, and what does 'mean' divide by?",
    zh="默认的 reduction 是哪一个？'mean' 除以什么？",
)
@settings(max_examples=8)
@given(case=cases(shape=FILLED), empty=cases(shape=st.sampled_from(((0,), (2, 0)))))
def test_defaults_and_reductions(student, reference, device, case, empty):
    """Defaults are α = 0.25, γ = 2 and the mean over all elements; 'sum' and 'none' work, empty too.
    默认 α = 0.25、γ = 2、对全部元素求平均；'sum' 和 'none' 也可用，空张量亦然。"""
    loss, expected = student.focal_loss, reference.focal_loss
    assert_matches(loss, expected, *case)
    assert_matches(loss, expected, *case, reduction="mean")
    assert_matches(loss, expected, *case, reduction="sum")
    assert_matches(loss, expected, *case, reduction="none")
    assert_matches(loss, expected, *empty, reduction="sum")
    assert_matches(loss, expected, *empty, reduction="none")


@points(2)
@hint(
    "p_t depends on the logits, so the factor (1−p_t)^γ has a derivative of its own.",
    zh="p_t 依赖于 logits，因此因子 (1−p_t)^γ 也有自己的导数。",
)
@given(case=cases(), alpha=alphas, gamma=st.sampled_from((2.0, 0.0, 0.5, 1.0, 3.5)))
def test_gradient_goes_through_the_factor(student, reference, device, case, alpha, gamma):
    """The gradient for the logits is that of the whole formula, the modulating factor included.
    对 logits 的梯度是整个公式的梯度，包括调制因子。"""
    logits, targets = case
    smooth = torch.where(logits == 0, 0.5, logits)  # usual stable forms have a kink in their parts at 0
    kwargs = {"alpha": alpha, "gamma": gamma, "reduction": "sum"}
    assert_gradients_match(student.focal_loss, reference.focal_loss, smooth, targets, wrt=(0,), **kwargs)


@points(1)
@hint(
    "σ(200) is exactly 1 in floating point. What is the logarithm of 1 − σ(200) then?",
    zh="浮点数里 σ(200) 恰好等于 1，那么 1 − σ(200) 的对数是多少？",
)
@given(case=extreme_cases(), alpha=alphas, gamma=st.sampled_from((2.0, 0.0, 0.5, 1.0, 5.0)))
def test_value_stays_right_for_extreme_logits(student, reference, device, case, alpha, gamma):
    """Logits of ±60, ±100 and ±200 give the right finite loss, in float32 too.
    logits 为 ±60、±100、±200 时损失仍然有限且正确，float32 下也一样。"""
    assert_matches(student.focal_loss, reference.focal_loss, *case, alpha, gamma, reduction="none")


@points(1)
@hint(
    "A value that torch.where throws away still takes part in the backward pass.",
    zh="被 torch.where 丢弃的分支，反向传播时仍会参与计算。",
)
@given(case=extreme_cases(), alpha=alphas, gamma=st.sampled_from((2.0, 0.0, 1.0, 5.0)))
def test_gradient_stays_right_for_extreme_logits(student, reference, device, case, alpha, gamma):
    """Logits of ±60, ±100 and ±200 give the right finite gradient, in float32 too.
    logits 为 ±60、±100、±200 时梯度仍然有限且正确，float32 下也一样。"""
    kwargs = {"alpha": alpha, "gamma": gamma, "reduction": "sum"}
    assert_gradients_match(student.focal_loss, reference.focal_loss, *case, wrt=(0,), **kwargs)


@points(1)
@hint(
    "Labels come as bool or uint8 too. What is 1 − True, or 0 − 1 in uint8?",
    zh="标签也可能是 bool 或 uint8：1 − True 是什么？uint8 的 0 − 1 呢？",
)
@settings(max_examples=12)
@given(case=cases(dtype=float_dtypes(), shape=FILLED))
def test_targets_of_any_dtype(student, reference, device, case):
    """Targets may be bool, integers or floats; the loss has the dtype of the logits.
    targets 可以是 bool、整数或浮点；损失的 dtype 与 logits 相同。"""
    logits, labels = case
    for dtype in TARGET_DTYPES:
        targets = labels.to(dtype)
        assert_matches(student.focal_loss, reference.focal_loss, logits, targets, reduction="none")


@points(1)
@hint(
    "Broadcasting hides labels of the wrong shape. Compare the shapes first.",
    zh="广播会掩盖形状错误的标签。先比较形状。",
)
@settings(max_examples=12)
@given(
    shapes_of=st.sampled_from((((3,), (3, 1)), ((2, 3), (3,)), ((2,), (3,)), ((2, 2), (4,)), ((), (1,)))),
    unknown=st.sampled_from(("avg", "", "Mean", "batchmean", "average")),
)
def test_wrong_shapes_and_reductions(student, reference, device, shapes_of, unknown):
    """Unequal shapes, even ones that broadcast, and an unknown reduction are a ValueError.
    形状不相等（哪怕可以广播）或 reduction 未知时抛出 ValueError。"""
    first, second = (torch.ones(shape, dtype=torch.float64) for shape in shapes_of)
    assert_raises(ValueError, student.focal_loss, first, second)
    assert_raises(ValueError, student.focal_loss, first, first, reduction=unknown)


@points(1)
@hint(
    ".to(dtype) makes no copy where the dtype is already right.", zh="dtype 已经相同时，.to(dtype) 不会复制。"
)
@settings(max_examples=16)
@given(case=cases(), gamma=st.sampled_from((2.0, 0.0)))
def test_inputs_are_left_alone(student, reference, device, case, gamma):
    """Neither the logits nor the targets are changed.
    logits 和 targets 都不会被修改。"""
    assert_inputs_unchanged(student.focal_loss, *case, gamma=gamma, reduction="sum")
