"""Hidden properties of layer_stds."""

import math

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import assert_normal, assert_raises, claim, hint, points, seeds

ACTIVATIONS = {"identity": lambda h: h, "tanh": torch.tanh, "relu": torch.relu}
WIDTH, DEPTH = 128, 5
CALLS = 8  # calls whose logarithms are averaged
APART = 10_007  # between two calls' seeds: a layer's seed may be derived from the call's
# Weights of this std neither grow nor shrink one unit's signal on average: E log|N(0, std²)| = 0.
STEADY = 1.887
STEADY_DEPTH, STEADY_CALLS = 51, 20  # 50 ratios a call, 1000 in all
REACHED = 1.9  # in std: a uniform law ends at 1.73; 1000 normal numbers fall short once in 10^25


def predicted(act, gain):
    """Return the standard deviation of each of `DEPTH` layers of infinite width, by integrating over N(0, 1).

    A unit before the activation is normal with variance gain²·q, q the mean square of the layer before.
    """
    z = torch.linspace(-12, 12, 4001, dtype=torch.float64)
    density = torch.exp(-z.square() / 2)
    density /= density.sum()
    found, square = [], 1.0
    for _ in range(DEPTH):
        h = ACTIVATIONS[act](gain * math.sqrt(square) * z)
        mean, square = float((density * h).sum()), float((density * h.square()).sum())
        found.append(math.sqrt(square - mean**2))
    return found


def is_list_of_floats(stds, depth):
    """Claim that an answer is a list of finite Python floats, one a layer."""
    claim(
        isinstance(stds, list) and all(type(value) is float for value in stds),
        "The result is not a list of Python floats but {got}.",
        "返回的不是由 Python float 组成的列表，而是 {got}。",
        got=[type(value).__name__ for value in stds[:3]] if isinstance(stds, list) else type(stds).__name__,
    )
    claim(
        all(map(math.isfinite, stds)),
        "The list has values that are not finite: {got}.",
        "列表里有非有限值：{got}。",
        got=stds[:5],
    )
    claim(
        len(stds) == depth,
        "The list has {got} values for {depth} layers; expected one a layer.",
        "{depth} 层得到了 {got} 个值，应每层一个。",
        got=len(stds),
        depth=depth,
    )


def follows_the_law(student, act, gain, seed, slack):
    """Claim that std by std the mean logarithm over `CALLS` seeds is the predicted one.

    ``slack(layer)`` is at least 8 standard deviations of that mean, measured for this width and these calls.
    """
    std = gain / math.sqrt(WIDTH)
    calls = [student.layer_stds(DEPTH, WIDTH, std, act, seed + APART * i) for i in range(CALLS)]
    for stds in calls:
        is_list_of_floats(stds, DEPTH)
    for layer, wanted in enumerate(predicted(act, gain)):
        values = [stds[layer] for stds in calls]
        got = math.exp(sum(math.log(value) for value in values) / CALLS) if min(values) > 0 else 0.0
        low, high = wanted * math.exp(-slack(layer)), wanted * math.exp(slack(layer))
        claim(
            low < got < high,
            "width {width}, weights' std {std}, {act}: layer {layer} has the standard deviation {got} on "
            "average; expected {wanted}, between {low} and {high}.",
            "宽度 {width}，权重标准差 {std}，{act}："
            "第 {layer} 层输出的标准差平均为 {got}；应为 {wanted}，在 {low} 与 {high} 之间。",
            width=WIDTH,
            std=f"{std:.4g}",
            act=act,
            layer=layer + 1,
            got=f"{got:.4g}",
            wanted=f"{wanted:.4g}",
            low=f"{low:.4g}",
            high=f"{high:.4g}",
        )


@points(2)
@hint(
    "Each of width inputs adds std² to a unit's variance: by what does a layer multiply its root?",
    zh="width 个输入各给一个单元的方差加上 std²：每过一层，标准差乘以多少？",
)
@settings(max_examples=3)
@given(gain=st.sampled_from((0.25, 1.0, 3.0)), seed=seeds())
def test_identity_multiplies_by_std_root_width(student, reference, device, gain, seed):
    """With 'identity' every layer multiplies the standard deviation by std·√width.
    'identity' 时每一层把标准差乘以 std·√width。"""
    for one in {gain, 0.25}:
        follows_the_law(student, "identity", one, seed, lambda layer: 0.12 + 0.02 * layer)


@points(2)
@hint(
    "After a ReLU the mean is not 0: mean square and variance differ. Which is asked for, measured where?",
    zh="ReLU 之后没有负数：均方值和方差不再相等。题目要的是哪个，在哪里测量？",
)
@settings(max_examples=2)
@given(gain=st.sampled_from((math.sqrt(2), 0.5)), seed=seeds())
def test_relu_is_measured_after_the_activation(student, reference, device, gain, seed):
    """With 'relu' the standard deviation of what comes out of the activation is right in every layer.
    'relu' 时，每一层激活之后的输出的标准差都正确。"""
    follows_the_law(student, "relu", gain, seed, lambda layer: 0.13 + 0.075 * layer)


@points(1)
@hint("tanh after every layer, the last one included.", zh="每一层之后都有 tanh，最后一层也不例外。")
@settings(max_examples=3)
@given(gain=st.sampled_from((4.0, 5 / 3)), seed=seeds())
def test_tanh_holds_the_signal(student, reference, device, gain, seed):
    """With 'tanh' the standard deviations settle where theory puts them.
    'tanh' 时，标准差稳定在理论值附近。"""
    follows_the_law(student, "tanh", gain, seed, lambda layer: 0.08)


def is_not_repeated(ratios):
    """Claim that the weights of one call are not all the same: a float32 ratio is right to about 1e-6."""
    equal = sum(math.isclose(a, b, rel_tol=1e-5) for a, b in zip(ratios, ratios[1:], strict=False))
    claim(
        2 * equal < len(ratios),
        "With width 1 and 'identity' the weights of neighbouring layers are equal: {got}.",
        "宽度为 1、'identity' 时，相邻两层的权重相同：{got}。",
        got=[round(ratio, 4) for ratio in ratios[:4]],
    )


@points(2)
@hint(
    "With one unit a layer multiplies by its one weight: how often is a weight drawn, and from which law?",
    zh="只有一个单元时，一层就是乘以它唯一的权重：权重抽了几次，来自什么分布？",
)
@settings(max_examples=2)
@given(seed=seeds())
def test_every_layer_has_a_fresh_normal_weight(student, reference, device, seed):
    """With one unit the ratio of two neighbouring values is a weight's size: a new normal one each layer.
    只有一个单元时，相邻两个值之比就是权重的绝对值：每层都是新的正态随机数。"""
    ratios = []
    for call in range(STEADY_CALLS):
        stds = student.layer_stds(STEADY_DEPTH, 1, STEADY, "identity", seed + APART * call)
        is_list_of_floats(stds, STEADY_DEPTH)
        claim(
            all(value > 0 for value in stds),
            "With width 1 and 'identity' a standard deviation is 0: the rows of the input are all alike.",
            "宽度为 1、'identity' 时有标准差为 0：输入的各行都一样。",
        )
        ratios += [after / before for before, after in zip(stds, stds[1:], strict=False)]
        is_not_repeated(ratios[1 - STEADY_DEPTH :])
    claim(
        max(ratios) > REACHED * STEADY,
        "With width 1 and std {std} the largest of {count} weights has the size {got}; "
        "a normal law reaches further.",
        "宽度为 1、std 为 {std} 时，{count} 个权重中绝对值最大的是 {got}；正态分布不会到此为止。",
        std=STEADY,
        count=len(ratios),
        got=f"{max(ratios):.4g}",
    )
    signs = torch.randint(0, 2, (len(ratios),), generator=torch.Generator().manual_seed(seed)) * 2 - 1
    assert_normal(torch.tensor(ratios, dtype=torch.float64) * signs, 0.0, STEADY)


@points(1)
@hint("Append first, then ask whether to go on.", zh="先加入列表，再判断是否继续。")
@settings(max_examples=6)
@given(act=st.sampled_from(("identity", "relu")), width=st.sampled_from((8, 32)), seed=seeds())
def test_stops_after_the_first_value_that_is_not_finite(student, reference, device, act, width, seed):
    """Where the signal overflows the list ends with the first value that is inf or NaN.
    信号溢出时，列表以第一个 inf 或 NaN 结束。"""
    stds = student.layer_stds(40, width, 1e30, act, seed)
    finite = [math.isfinite(value) for value in stds]
    claim(
        bool(finite) and not finite[-1],
        "The last value of {got} is finite; expected inf or NaN.",
        "{got} 的最后一个值是有限的；应为 inf 或 NaN。",
        got=stds[-3:],
    )
    claim(
        all(finite[:-1]),
        "The list has {got} values that are not finite; expected 1, at the end.",
        "列表里有 {got} 个非有限值；应只有末尾 1 个。",
        got=finite.count(False),
    )
    is_list_of_floats(student.layer_stds(40, width, 1e30, "tanh", seed), 40)


@points(1)
@hint("What decides the random numbers, and what else may not?", zh="随机数由什么决定，又不该由什么决定？")
@settings(max_examples=4)
@given(seed=seeds(), act=st.sampled_from(("identity", "tanh", "relu")), batch=st.sampled_from((2, 5)))
def test_the_seed_makes_it_repeatable(student, reference, device, seed, act, batch):
    """Equal seeds give equal values, other seeds give others.
    种子相同则结果相同，种子不同则结果不同。"""
    first, again, other = (
        student.layer_stds(3, 16, 0.2, act, s, batch=batch) for s in (seed, seed, seed + APART)
    )
    is_list_of_floats(first, 3)
    claim(
        first == again,
        "Two calls with the same seed gave {first} and {again}.",
        "同一种子的两次调用得到 {first} 和 {again}。",
        first=first,
        again=again,
    )
    claim(
        first != other,
        "Two different seeds gave the same values {first}.",
        "两个不同的种子得到同样的结果 {first}。",
        first=first,
    )


@points(1)
@hint("Which three names do you know?", zh="你认得哪三个名字？")
@settings(max_examples=6)
@given(act=st.sampled_from(("gelu", "", "ReLU", "linear", "none")), seed=seeds())
def test_an_unknown_activation_is_refused(student, reference, device, act, seed):
    """An unknown activation is a ValueError.
    激活函数名未知时抛出 ValueError。"""
    assert_raises(ValueError, student.layer_stds, 2, 3, 1.0, act, seed)
