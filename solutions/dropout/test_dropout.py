"""Hidden properties of dropout."""

import math

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    assert_same,
    assert_state_unchanged,
    assert_uncorrelated,
    claim,
    float_dtypes,
    generator,
    hint,
    points,
    record,
    seeds,
    shapes,
    tensors,
)

# A right solution is accused with probability below 1e-9: 6.5 standard deviations, and Laurent and
# Massart's bounds for a chi-square of 128 degrees of freedom.
DEVIATIONS = 6.5
SIDE = 128
T = math.log(2e9)
SPREAD = (SIDE - 2 * math.sqrt(SIDE * T), SIDE + 2 * math.sqrt(SIDE * T) + 2 * T)

LARGE = ((SIDE, SIDE), (16, 4, 16, 16), (SIDE * SIDE,))
RATES = (0.25, 0.7, 0.1, 0.5)
WRONG_RATES = (-0.1, 1.5, -1, 2, 1.0001, -1e-6)
ELEMENTS = 4096
CALLS = 7


def uneven(shape, dtype=torch.float64):
    """Values between 1 and 2, none of them 0 and no two neighbours equal."""
    count = math.prod(shape)
    return 1 + (torch.arange(count, dtype=torch.float64) * 0.618034 % 1).reshape(shape).to(dtype)


def is_like(result, x):
    """Claim that the result is a tensor of x's shape and dtype, before its law is looked at."""
    claim(
        isinstance(result, torch.Tensor) and result.shape == x.shape and result.dtype == x.dtype,
        "The result is {got}; expected a tensor of shape {shape} and dtype {dtype}.",
        "结果是 {got}；应为形状 {shape}、dtype {dtype} 的张量。",
        got=described(result),
        shape=list(x.shape),
        dtype=x.dtype,
    )


def described(value):
    """Return a tensor's shape and dtype, or the type of anything else."""
    if isinstance(value, torch.Tensor):
        return f"{list(value.shape)} {value.dtype}"
    return getattr(value, "type_name", type(value).__name__)


def survivors(student, x, p, seed):
    """Call in training with a generator; return which elements survived, as 0 and 1 in float64."""
    result = student.dropout(x, p, True, generator=generator(seed))
    is_like(result, x)
    return (result != 0).to(torch.float64)


@points(2)
@hint(
    "Let a fraction p of the elements vanish: what must the others be multiplied by, so that the mean stays?",
    zh="让比例为 p 的元素消失：其余的要乘以多少，均值才不变？",
)
@settings(max_examples=9)
@given(shape=st.sampled_from(LARGE), p=st.sampled_from(RATES), dtype=float_dtypes(), seed=seeds())
def test_drops_with_probability_p(student, reference, device, shape, p, dtype, seed):
    """In training an element becomes 0 with probability p, and otherwise x/(1-p).
    训练时每个元素以概率 p 变为 0，否则为 x/(1-p)。"""
    x = uneven(shape, dtype)
    result = student.dropout(x, p, True, generator=generator(seed))
    is_like(result, x)
    dropped = int((result == 0).sum())
    expected, slack = x.numel() * p, DEVIATIONS * math.sqrt(x.numel() * p * (1 - p)) + 1
    claim(
        abs(dropped - expected) <= slack,
        "{dropped} of {all} elements are 0 with p = {p}; expected {low} to {high}.",
        "p = {p} 时 {all} 个元素中有 {dropped} 个为 0；应为 {low} 到 {high} 个。",
        dropped=dropped,
        all=x.numel(),
        p=p,
        low=math.ceil(expected - slack),
        high=math.floor(expected + slack),
    )
    wanted = x.double() / (1 - p)
    off = (result != 0) & ~torch.isclose(result.double(), wanted, rtol=1e-5, atol=0)
    at = int(off.flatten().to(torch.uint8).argmax())
    claim(
        not bool(off.any()),
        "With p = {p} the element {x} became {got}; expected 0 or {wanted}.",
        "p = {p} 时元素 {x} 变成了 {got}；应为 0 或 {wanted}。",
        p=p,
        x=f"{float(x.flatten()[at]):.6g}",
        got=f"{float(result.flatten()[at]):.6g}",
        wanted=f"{float(wanted.flatten()[at]):.6g}",
    )


@points(2)
@hint(
    "How many random draws did you make for a tensor of n elements? Do any of them depend on each other?",
    zh="对 n 个元素的张量，你抽了几次？各次之间有没有关系？",
)
@settings(max_examples=8)
@given(shape=st.sampled_from(LARGE[:2]), p=st.sampled_from((0.5, 0.3)), seed=seeds())
def test_every_element_is_drawn_by_itself(student, reference, device, shape, p, seed):
    """No two elements share their fate: not by row, column, channel or sample, nor by a fixed number.
    任意两个元素都互不相干：不按行、列、通道或样本一起丢弃，个数也不固定。"""
    kept = survivors(student, uneven(shape), p, seed)
    for axis in range(kept.dim()):
        assert_uncorrelated(kept.movedim(axis, 0).contiguous())
    for axis in (0, 1):
        table = kept.reshape(SIDE, SIDE).sum(axis)
        statistic = float(((table - SIDE * (1 - p)) ** 2).sum() / (SIDE * p * (1 - p)))
        claim(
            SPREAD[0] <= statistic <= SPREAD[1],
            "The number that survives in {n} elements varies {word} from group to group.",
            "每 {n} 个元素中留下的个数，各组之间{change}。",
            n=SIDE,
            word="too little" if statistic < SPREAD[0] else "too much",
            change="变化太小" if statistic < SPREAD[0] else "变化太大",
        )


@points(1)
@hint(
    "Toss a coin 4096 times, and again: how often do you see exactly 2048 heads?",
    zh="抛硬币 4096 次，再来一轮：正好 2048 次正面的情况多吗？",
)
@settings(max_examples=2)
@given(seed=seeds())
def test_the_number_dropped_is_random(student, reference, device, seed):
    """How many elements drop differs from call to call, and so does which.
    每次调用丢弃几个、丢弃哪些，都各不相同。"""
    masks = [survivors(student, uneven((ELEMENTS,)), 0.5, seed + i) for i in range(CALLS)]
    counts = {int(mask.sum()) for mask in masks}
    claim(
        counts - {ELEMENTS // 2} != set() and len(counts) > 1,
        "Seven calls with p = 0.5 each kept {count} of {all} elements.",
        "p = 0.5 的七次调用，每次都在 {all} 个元素中留下 {count} 个。",
        count=min(counts),
        all=ELEMENTS,
    )
    claim(
        not torch.equal(masks[0], masks[1]),
        "Two generators with different seeds dropped the same elements.",
        "两个种子不同的 generator 丢弃了同样的元素。",
    )


@points(1)
@hint(
    "What is the whole layer at test time? And is what you return then still the caller's own tensor?",
    zh="测试时这一层做什么？这时你返回的是不是调用者自己的张量？",
)
@settings(max_examples=24)
@given(x=tensors(dtype=float_dtypes()), p=st.sampled_from((0.25, 0.5, 1.0, 0.0, 1, 0)))
def test_nothing_changes_outside_training(student, reference, device, x, p):
    """Outside training, and with p = 0, the result has the values of x, in a new tensor.
    不在训练时，以及 p = 0 时，结果的值就是 x 的值，并且是新张量。"""
    assert_matches(student.dropout, reference.dropout, x, p, False)
    assert_matches(student.dropout, reference.dropout, x, 0.0, True)
    assert_fresh(student.dropout, x, p, False)
    assert_fresh(student.dropout, x, 0.0, True)


@points(1)
@hint(
    "1/(1 - p) at p = 1? And how many axes does a tensor have at least?",
    zh="p = 1 时 1/(1 - p) 是多少？张量至少有几维？",
)
@settings(max_examples=24)
@given(
    shape=shapes(max_rank=4) | st.sampled_from(((), (0,), (1,), (0, 3), (2, 0, 3))),
    dtype=float_dtypes(),
    p=st.sampled_from((1.0, 0.5, 1)),
    seed=seeds(),
)
def test_any_shape_and_p_of_one(student, reference, device, shape, dtype, p, seed):
    """Any shape works, 0-d and empty ones too; with p = 1 everything is 0, never NaN.
    任何形状都可以，包括 0 维和空张量；p = 1 时全为 0，绝不是 NaN。"""
    x = uneven(shape, dtype)
    x = x.transpose(0, -1) if x.dim() > 1 else x
    result = student.dropout(x, p, True, generator=generator(seed))
    is_like(result, x)
    right = (result == 0) if p == 1 else (result == 0) | torch.isclose(result, 2 * x)
    claim(
        bool(right.all()),
        "With p = {p} the result for {x} is {got}.",
        "p = {p} 时，{x} 的结果是 {got}。",
        p=p,
        x=x.tolist(),
        got=result.tolist(),
    )
    assert_inputs_unchanged(student.dropout, x, p, True, generator=generator(seed))
    assert_fresh(student.dropout, x, p, True)


@points(1)
@hint("Is 1.5 a probability? Also where nothing is dropped?", zh="1.5 是概率吗？即使不丢弃任何元素的时候呢？")
@settings(max_examples=24)
@given(p=st.sampled_from(WRONG_RATES), training=st.booleans())
def test_p_is_a_probability(student, reference, device, p, training):
    """A p below 0 or above 1 is a ValueError, in and out of training.
    p 小于 0 或大于 1 时抛出 ValueError，无论是否在训练。"""
    assert_raises(ValueError, student.dropout, torch.ones(3), p, training)


@points(1)
@hint(
    "Every random number comes from the generator that was passed, or else from torch's own.",
    zh="传了 generator，随机数就全部来自它，否则来自 torch 自己的。",
)
@settings(max_examples=4)
@given(seed=seeds(), p=st.sampled_from((0.5, 0.4)))
def test_randomness_comes_from_the_generator(student, reference, device, seed, p):
    """A seed can be repeated, a generator moves on, and without one torch's own is used.
    种子相同则结果相同，generator 用过后会前进；不传时使用 torch 自己的生成器。"""
    x = uneven((16, 16))
    first = record(student.dropout, x, p, True, generator=generator(seed))
    if first.raised:
        raise first.raised
    again = student.dropout(x, p, True, generator=generator(seed))
    assert_same(again, first.result, name="second result from the same seed")
    assert_state_unchanged(student.dropout, x, p, True, generator=generator(seed))
    used = first.arguments[1]["generator"]
    pairs = (
        (first.result, student.dropout(x, p, True, generator=used), "the same generator", "同一个 generator"),
        (student.dropout(x, p, True), student.dropout(x, p, True), "no generator", "不传 generator"),
    )
    for one, other, en, zh in pairs:
        claim(
            not torch.equal(one != 0, other != 0),
            "Two calls in a row with {source} dropped the same elements.",
            "{origin}，连续两次调用丢弃了同样的元素。",
            source=en,
            origin=zh,
        )


@points(1)
@hint(
    "What is the derivative of x/(1-p) by x? Which steps of yours leave the graph?",
    zh="x/(1-p) 对 x 的导数是多少？你的哪一步离开了计算图？",
)
@settings(max_examples=6)
@given(seed=seeds(), p=st.sampled_from((0.5, 0.2)))
def test_gradients_pass_the_survivors(student, reference, device, seed, p):
    """The gradient is 1/(1-p) where an element survived and 0 where it was dropped; 1 outside training.
    留下的元素处梯度为 1/(1-p)，被丢弃处为 0；不在训练时处处为 1。"""
    x = uneven((5, 8))
    mask = (student.dropout(x, p, True, generator=generator(seed)) != 0).double()

    def with_this_mask(x, p, training, generator=None):
        return x * mask / (1 - p) if training else x.clone()

    for training in (True, False):
        assert_gradients_match(
            student.dropout, with_this_mask, x, p, training, generator=generator(seed), wrt=(0,)
        )
