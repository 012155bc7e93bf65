"""Hidden properties of batch_norm."""

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
    claim,
    float_dtypes,
    hint,
    points,
    record,
    seeds,
    tensors,
)

# [N, C, ...]: all ranks, distinct and equal sizes, one sample of several places, one channel.
SHAPES = (
    (5, 3),
    (2, 3, 4),
    (2, 3, 2, 4),
    (3, 3, 3),
    (1, 2, 3),
    (1, 3, 2, 2),
    (4, 1),
    (2, 2),
    (2, 1, 2, 1, 3),
)
SPREAD = ("normal", "small_ints", "counting")
MOMENTA = (0.3, 0.1, 1.0, 0.0, 0.75)
EPSILONS = (1e-5, 0.5, 1e-3)
RUNNING = ("running_mean", "running_var")


@st.composite
def cases(draw, sizes=SHAPES, dtype=torch.float64, values=SPREAD):
    """``x`` and the four tensors of its channels."""
    shape = draw(st.sampled_from(sizes))
    x = draw(tensors(shape=shape, dtype=dtype, values=values))
    channels = (shape[1],)
    gamma, beta = (draw(tensors(shape=channels, dtype=dtype, values="normal")) for _ in range(2))
    # What is written to in place cannot be an expanded tensor: dense memory for the running statistics.
    mean = draw(tensors(shape=channels, dtype=dtype, values="normal", layouts=False))
    var = draw(tensors(shape=channels, dtype=dtype, low=0.25, high=4.0, layouts=False))
    return x, gamma, beta, mean, var


def copied(case):
    """The same arguments in memory of their own: a call in training writes to two of them."""
    return tuple(value.clone() for value in case)


def apart(got, wanted):
    """Tell whether a running statistic is not what it should be."""
    if not isinstance(got, torch.Tensor) or got.shape != wanted.shape or got.dtype != wanted.dtype:
        return True
    precision = 1e-8 if wanted.dtype == torch.float64 else 1e-4
    return not torch.allclose(got.detach(), wanted, rtol=precision, atol=precision)


@points(2)
@hint(
    "One mean per channel: over which axes? And which of the two variances normalises?",
    zh="每个通道一个均值：跨哪几维？归一化用两种方差中的哪一种？",
)
@settings(max_examples=40)
@given(case=cases() | cases(values=("tiny", "constant")), eps=st.sampled_from(EPSILONS))
def test_training_normalises_the_batch(student, reference, device, case, eps):
    """In training every channel is normalised with the batch's mean and biased variance.
    训练时每个通道都用这一批的均值和有偏方差归一化。"""
    assert_matches(student.batch_norm, reference.batch_norm, *case, True, eps=eps)


@points(1)
@hint(
    "At test time an answer must not depend on the other samples, nor leave a trace.",
    zh="测试时，答案不应取决于其他样本，也不应留下痕迹。",
)
@settings(max_examples=30)
@given(case=cases((*SHAPES, (1, 3), (0, 2), (0, 2, 3), (1, 1), (2, 2, 0))), eps=st.sampled_from(EPSILONS))
def test_evaluation_uses_the_running_statistics(student, reference, device, case, eps):
    """Otherwise the running statistics normalise, and nothing is changed; N may be 0 or 1.
    不在训练时用运行统计量归一化，什么也不改；N 可以为 0 或 1。"""
    assert_matches(student.batch_norm, reference.batch_norm, *case, False, eps=eps)
    assert_inputs_unchanged(student.batch_norm, *case, False, eps=eps)


@points(2)
@hint(
    "The old value keeps 1 - momentum. Which variance estimates that of a population from a sample?",
    zh="旧值占 1 - momentum。由样本估计总体的方差，用哪一种？",
)
@settings(max_examples=30)
@given(case=cases(), momentum=st.sampled_from(MOMENTA))
def test_running_statistics_move_in_place(student, reference, device, case, momentum):
    """In training running_mean and running_var move by momentum to the batch's mean and unbiased variance.
    训练时 running_mean 与 running_var 按 momentum 原地移向这一批的均值和无偏方差。"""
    call = record(student.batch_norm, *case, True, momentum)
    if call.raised:
        raise call.raised
    wanted = copied(case)
    reference.batch_norm(*wanted, True, momentum)
    for name, place in zip(RUNNING, (3, 4), strict=True):
        got = call.arguments[0][place]
        claim(
            not apart(got, wanted[place]),
            "{name} was {before} and is {got} after a step with momentum {momentum}; expected {wanted}.",
            "{name} 原为 {before}，以 momentum {momentum} 走一步之后为 {got}；应为 {wanted}。",
            name=name,
            before=case[place].tolist(),
            got=got.tolist() if isinstance(got, torch.Tensor) else type(got).__name__,
            momentum=momentum,
            wanted=wanted[place].tolist(),
        )


@points(1)
@hint(
    "E[x²] − E[x]² subtracts two huge numbers. And what are momentum and eps when nobody gives them?",
    zh="E[x²] − E[x]² 是两个大数相减。没有给出时，momentum 和 eps 是多少？",
)
@settings(max_examples=10)
@given(
    shape=st.sampled_from(((6, 3), (2, 3, 4), (2, 2, 3, 2))),
    offset=st.sampled_from((1000.0, -3000.0, 0.0)),
    seed=seeds(),
)
def test_float32_with_a_large_mean(student, reference, device, shape, offset, seed):
    """In float32 the result is right and float32, also where the mean is large beside the spread.
    float32 下结果正确且仍为 float32，均值远大于波动时也一样。"""
    drawn = torch.Generator().manual_seed(seed)
    for mean in (offset, 2000.0):
        x = mean + torch.randn(shape, generator=drawn)
        gamma, beta = torch.randn(2, shape[1], generator=drawn)
        case = x, gamma, beta, torch.full_like(gamma, mean), 1 + torch.rand(shape[1], generator=drawn)
        assert_matches(student.batch_norm, reference.batch_norm, *copied(case), True)
        assert_matches(student.batch_norm, reference.batch_norm, *copied(case), False)


@points(1)
@hint(
    "In training the mean and the variance are functions of x, too.", zh="训练时，均值和方差也是 x 的函数。"
)
@settings(max_examples=16)
@given(case=cases(((5, 3), (2, 3, 4), (2, 2, 2, 3), (2, 2))), training=st.booleans())
def test_gradients_agree(student, reference, device, case, training):
    """The gradients for x, gamma and beta equal the reference's, in training and otherwise.
    x、gamma、beta 的梯度与参考实现一致，无论是否在训练。"""
    assert_gradients_match(student.batch_norm, reference.batch_norm, *case, training, wrt=(0, 1, 2))


@points(1)
@hint(
    "What is the variance of one number? And how many values does one image of 2×2 pixels give a channel?",
    zh="一个数的方差是多少？一张 2×2 像素的图像给每个通道几个值？",
)
@settings(max_examples=16)
@given(channels=st.integers(1, 3), rest=st.sampled_from(((), (1,), (1, 1), (1, 1, 1))), dtype=float_dtypes())
def test_one_value_per_channel_is_refused(student, reference, device, channels, rest, dtype):
    """One value per channel in training is a ValueError; otherwise it is fine.
    训练时每个通道只有一个值则抛出 ValueError；不在训练时没有问题。"""
    x, own = torch.full((1, channels, *rest), 2.0, dtype=dtype), torch.ones(channels, dtype=dtype)
    assert_raises(ValueError, student.batch_norm, x, own, own, own.clone(), own.clone(), True)
    assert_matches(student.batch_norm, reference.batch_norm, x, own, own, own.clone(), own.clone(), False)
    image = torch.arange(2.0 * channels, dtype=dtype).reshape(1, channels, *rest[1:], 2)
    assert_matches(student.batch_norm, reference.batch_norm, image, own, own, own.clone(), own.clone(), True)


@points(1)
@hint(
    "x requires grad in training, and so does its mean. What if you add that to running_mean?",
    zh="训练时 x 需要梯度，它的均值也是。把它加到 running_mean 上，running_mean 会怎样？",
)
@settings(max_examples=12)
@given(case=cases(), leaves=st.booleans())
def test_running_statistics_stay_out_of_the_graph(student, reference, device, case, leaves):
    """x, gamma and beta keep their values, and the running statistics never require grad.
    x、gamma、beta 的值不变，运行统计量始终不需要梯度。"""
    inputs = [value.clone().requires_grad_() for value in case[:3]] if leaves else list(case[:3])
    call = record(student.batch_norm, *inputs, *case[3:], True)
    if call.raised:
        raise call.raised
    for path, name in (("args[0]", "x"), ("args[1]", "gamma"), ("args[2]", "beta")):
        claim(path not in call.mutated, "The call changed {name}.", "调用修改了 {name}。", name=name)
    for place, name in zip((3, 4), RUNNING, strict=True):
        claim(
            not getattr(call.arguments[0][place], "requires_grad", False),
            "{name} requires grad after the call: the graph of this batch hangs on it.",
            "调用之后 {name} 需要梯度：这一批的计算图挂在了它上面。",
            name=name,
        )
    assert_fresh(student.batch_norm, *case, True)


@points(1)
@hint(
    "What does the second batch see of the first? Follow the running statistics by hand for two steps.",
    zh="第二批能看到第一批的什么？手工把运行统计量推两步。",
)
@settings(max_examples=10)
@given(case=cases(((4, 3), (3, 2, 2))), momentum=st.sampled_from((0.3, 0.1)))
def test_two_steps_and_an_evaluation(student, reference, device, case, momentum):
    """Two steps of training and then an evaluation agree with the reference.
    训练两步之后再评估，结果与参考实现一致。"""
    x, gamma, beta, *running = case
    wanted = [value.clone() for value in running]
    for batch in (x, 2 * x + 1):
        call = record(student.batch_norm, batch, gamma, beta, *running, True, momentum)
        if call.raised:
            raise call.raised
        running = [value.detach() for value in call.arguments[0][3:5]]
        reference.batch_norm(batch, gamma, beta, *wanted, True, momentum)
    got = student.batch_norm(x, gamma, beta, *running, False)
    expected = reference.batch_norm(x, gamma, beta, *wanted, False)
    claim(
        isinstance(got, torch.Tensor) and got.shape == x.shape and not apart(got, expected),
        "After two steps the evaluation of {x} differs from the reference's.",
        "走两步之后，对 {x} 的评估与参考实现不同。",
        x=x.tolist() if math.prod(x.shape) < 13 else list(x.shape),
    )
