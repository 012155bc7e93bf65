"""Hidden properties of xavier_init."""

import math
from collections.abc import Callable

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_in_place,
    assert_normal,
    assert_raises,
    assert_same,
    assert_state_unchanged,
    assert_uncorrelated,
    assert_uniform,
    claim,
    generator,
    hint,
    parameter,
    points,
    record,
    remote_torch,
    seeds,
)

# Weights with enough elements for a law, and fan_in + fan_out of each, worked out by hand.
MATRICES = {(1024, 128): 1152, (128, 1024): 1152}
KERNELS = {
    (32, 128, 5, 7): (32 + 128) * 35,
    (128, 32, 5, 7): (32 + 128) * 35,
    (32, 512, 9): (32 + 512) * 9,
}
GAINS = (5 / 3, 0.5)
SMALL = ((3, 2), (1, 1), (0, 5), (4, 0), (2, 3, 2), (2, 3, 1, 2))
UNTOUCHED = 100.0  # no law with these small weights can draw it
OUTWARDS = 1 + 2.0**-22  # a float32 weight may round its bound outwards

distributions = st.sampled_from(("uniform", "normal"))


def weight_to_fill(shape: tuple[int, ...], layout: str, dtype: torch.dtype) -> torch.Tensor:
    """Build a weight that holds `UNTOUCHED` everywhere, in one of three memory layouts."""
    rows, columns, *kernel = shape
    if layout == "transposed":
        return torch.full((columns, rows, *kernel), UNTOUCHED, dtype=dtype).transpose(0, 1)
    if layout == "sliced":
        return torch.full((2 * rows, columns, *kernel), UNTOUCHED, dtype=dtype)[::2]
    return torch.full(shape, UNTOUCHED, dtype=dtype)


def is_tensor(sample: object) -> None:
    """Claim that a result is a tensor, before its law is looked at."""
    claim(
        isinstance(sample, torch.Tensor),
        "The result is not a tensor but {got}.",
        "返回的不是张量，而是 {got}。",
        got=getattr(sample, "type_name", type(sample).__name__),
    )


def has_the_law(sample: torch.Tensor, distribution: str, gain: float, fan_sum: int) -> None:
    """Claim that ``sample`` has the Xavier law of a weight whose fans add up to ``fan_sum``."""
    is_tensor(sample)
    if distribution == "uniform":
        bound = gain * math.sqrt(6 / fan_sum) * OUTWARDS
        assert_uniform(sample, -bound, bound)
    else:
        assert_normal(sample, 0.0, gain * math.sqrt(2 / fan_sum))


@points(1)
@hint(
    "What is the standard deviation of a uniform variable on (-b, b)?",
    zh="(-b, b) 上均匀分布的标准差是多少？",
)
@settings(max_examples=4)
@given(shape=st.sampled_from(tuple(MATRICES)), gain=st.sampled_from(GAINS), seed=seeds())
def test_uniform_weights_have_the_right_bound(student, reference, device, shape, gain, seed):
    """By default a matrix is filled uniformly between -b and b, b = gain·√(6/(fan_in+fan_out)).
    默认用 (-b, b) 上的均匀分布填充矩阵，b = gain·√(6/(fan_in+fan_out))。"""
    sample = student.xavier_init(torch.zeros(shape), gain, generator=generator(seed))
    has_the_law(sample, "uniform", gain, MATRICES[shape])


@points(1)
@hint(
    "normal_ takes a standard deviation. Is the formula you have a variance or a standard deviation?",
    zh="normal_ 要的是标准差。你手上的公式是方差还是标准差？",
)
@settings(max_examples=4)
@given(shape=st.sampled_from(tuple(MATRICES)), gain=st.sampled_from(GAINS), seed=seeds())
def test_normal_weights_have_the_right_std(student, reference, device, shape, gain, seed):
    """With 'normal' a matrix gets mean 0 and standard deviation gain·√(2/(fan_in+fan_out)).
    选 'normal' 时矩阵的均值为 0，标准差为 gain·√(2/(fan_in+fan_out))。"""
    sample = student.xavier_init(torch.zeros(shape), gain, "normal", generator=generator(seed))
    has_the_law(sample, "normal", gain, MATRICES[shape])


@points(1)
@hint(
    "How many inputs feed one output of a convolution, and how many outputs does one input feed?",
    zh="卷积的一个输出由多少个输入算出？一个输入又影响多少个输出？",
)
@settings(max_examples=5)
@given(shape=st.sampled_from(tuple(KERNELS)), distribution=distributions, seed=seeds())
def test_fans_count_the_kernel_area(student, reference, device, shape, distribution, seed):
    """For a convolution both fans count every position of the kernel.
    对卷积权重，fan_in 和 fan_out 都要乘上卷积核的每一个位置。"""
    w = torch.zeros(shape)
    sample = student.xavier_init(w, distribution=distribution, generator=generator(seed))
    has_the_law(sample, distribution, 1.0, KERNELS[shape])


@points(1)
@hint(
    "How many random numbers do you draw for a weight of n elements?", zh="n 个元素的权重，你抽了几个随机数？"
)
@settings(max_examples=2)
@given(distribution=distributions, seed=seeds())
def test_every_element_is_drawn_by_itself(student, reference, device, distribution, seed):
    """Elements are independent: no row, column or number is used again.
    每个元素独立抽取：没有重复使用的行、列或数值。"""
    w = torch.zeros(256, 256)
    sample = student.xavier_init(w, distribution=distribution, generator=generator(seed))
    is_tensor(sample)
    assert_uncorrelated(sample)


@points(2)
@hint(
    "The layer keeps its own weight: write into that tensor, whatever its strides, and return it.",
    zh="网络层手里的是它自己的权重：不管步幅如何，都要写进那个张量，并把它返回。",
)
@given(
    shape=st.sampled_from(SMALL),
    layout=st.sampled_from(("contiguous", "transposed", "sliced")),
    dtype=st.sampled_from((torch.float64, torch.float32)),
    distribution=distributions,
)
def test_fills_the_weight_itself(student, reference, device, shape, layout, dtype, distribution):
    """The tensor passed in is filled in place, every element of it, and is what is returned.
    传入的张量被原地填满，每个元素都要写到，并且返回的就是它。"""
    w = weight_to_fill(shape, layout, dtype)
    assert_in_place(student.xavier_init, w, distribution=distribution)
    positional, _ = record(student.xavier_init, w, distribution=distribution).arguments
    left = int((positional[0] == UNTOUCHED).sum())
    claim(
        left == 0,
        "{left} of {all} elements of the weight were not written.",
        "权重的 {all} 个元素中有 {left} 个没有被写入。",
        left=left,
        all=w.numel(),
    )


@points(1)
@hint(
    "Writing into a leaf that requires grad is an error unless autograd is not looking.",
    zh="对需要梯度的叶子张量做原地写入会报错，除非此时 autograd 没有在记录。",
)
@settings(max_examples=8)
@given(shape=st.sampled_from(((2, 1), (2, 3, 2))), distribution=distributions)
def test_a_parameter_stays_a_parameter(student, reference, device, shape, distribution):
    """A parameter can be filled: nothing is recorded, and it still requires grad afterwards.
    可以填充 nn.Parameter：不记录任何梯度，之后它仍然需要梯度。"""
    w = parameter(torch.full(shape, UNTOUCHED))
    assert_in_place(student.xavier_init, w, distribution=distribution)
    facts = record(student.xavier_init, w, distribution=distribution).tensors["result"]
    claim(
        facts.requires_grad,
        "The parameter no longer requires grad after the call.",
        "调用之后，参数不再需要梯度。",
    )
    claim(
        remote_torch(student).is_grad_enabled(),
        "Gradients are switched off for the whole program after the call.",
        "调用之后，整个程序的梯度记录都被关掉了。",
    )


@points(1)
@hint(
    "Every random number has to come from the generator that was passed.",
    zh="每个随机数都要来自传入的 generator。",
)
@settings(max_examples=8)
@given(seed=seeds(), distribution=distributions)
def test_a_generator_makes_it_repeatable(student, reference, device, seed, distribution):
    """Equal generator seeds give equal weights, others do not; torch's global state is left alone.
    generator 种子相同则权重相同，不同则不同；torch 的全局状态不受影响。"""
    fill = student.xavier_init
    first, again, other = (
        fill(torch.zeros(3, 2), distribution=distribution, generator=generator(s))
        for s in (seed, seed, seed + 1)
    )
    is_tensor(first)
    assert_same(again, first, name="second weight from the same seed")
    claim(
        not torch.equal(first, other),
        "Two generators with different seeds gave the same weight.",
        "两个种子不同的 generator 给出了同样的权重。",
    )
    assert_state_unchanged(fill, torch.zeros(3, 2), distribution=distribution, generator=generator(seed))


@points(1)
@hint(
    "A seed set inside a function makes every layer the same.", zh="在函数里固定种子，会让每一层都一模一样。"
)
@settings(max_examples=4)
@given(distribution=distributions)
def test_two_layers_get_different_weights(student, reference, device, distribution):
    """Without a generator two calls in a row draw different weights.
    不传 generator 时，连续两次调用得到不同的权重。"""
    first, second = (student.xavier_init(torch.zeros(3, 2), distribution=distribution) for _ in range(2))
    is_tensor(first)
    is_tensor(second)
    claim(
        not torch.equal(first, second),
        "Two calls in a row gave the same weight.",
        "连续两次调用给出了同样的权重。",
    )


@points(1)
@hint(
    "A bias has no fan_out. And which names of distributions do you know?",
    zh="偏置没有 fan_out。你认得哪几种分布名？",
)
@given(
    shape=st.sampled_from(((3,), (), (0,), (1,))),
    distribution=distributions,
    unknown=st.sampled_from(("", "gauss", "Uniform", "xavier", "norm")),
)
def test_refuses_what_has_no_fans_or_no_law(student, reference, device, shape, distribution, unknown):
    """Fewer than 2 dimensions, or an unknown distribution, is a ValueError.
    维数少于 2 或分布名未知时抛出 ValueError。"""
    fill: Callable[..., torch.Tensor] = student.xavier_init
    assert_raises(ValueError, fill, torch.zeros(shape), distribution=distribution)
    assert_raises(ValueError, fill, torch.zeros(3, 2), distribution=unknown)
