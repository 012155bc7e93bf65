"""Hidden properties of kaiming_init."""

import math

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

# Weights with enough elements for a law, and their fans worked out by hand: (fan_in, fan_out).
MATRICES = {(512, 128): (128, 512), (128, 512): (512, 128)}
KERNELS = {(16, 128, 5, 7): (128 * 35, 16 * 35), (128, 64, 9): (64 * 9, 128 * 9)}
SLOPES = (2.0, 0.5, math.sqrt(5))
# Small weights, and the mode under which their fan is not 0.
SMALL = (
    ((3, 2), "fan_in"),
    ((1, 1), "fan_out"),
    ((0, 5), "fan_in"),
    ((4, 0), "fan_out"),
    ((2, 3, 1, 2), "fan_in"),
)
UNTOUCHED = 100.0  # no law with these small weights can draw it
OUTWARDS = 1 + 2.0**-22  # a float32 weight may round its bound outwards

distributions = st.sampled_from(("normal", "uniform"))


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


def has_the_law(sample: torch.Tensor, distribution: str, slope: float, fan: int) -> None:
    """Claim that ``sample`` has the Kaiming law for this slope and fan."""
    is_tensor(sample)
    std = math.sqrt(2 / ((1 + slope**2) * fan))
    if distribution == "uniform":
        bound = math.sqrt(3) * std * OUTWARDS
        assert_uniform(sample, -bound, bound)
    else:
        assert_normal(sample, 0.0, std)


@points(1)
@hint(
    "normal_ takes a standard deviation. Is the formula you have a variance or a standard deviation?",
    zh="normal_ 要的是标准差。你手上的公式是方差还是标准差？",
)
@settings(max_examples=4)
@given(shape=st.sampled_from(tuple(MATRICES)), seed=seeds())
def test_by_default_normal_with_fan_in(student, reference, device, shape, seed):
    """By default a matrix gets mean 0 and standard deviation √(2/fan_in).
    默认时矩阵的均值为 0，标准差为 √(2/fan_in)。"""
    sample = student.kaiming_init(torch.zeros(shape), generator=generator(seed))
    has_the_law(sample, "normal", 0.0, MATRICES[shape][0])


@points(1)
@hint(
    "What is the standard deviation of a uniform variable on (-b, b)?",
    zh="(-b, b) 上均匀分布的标准差是多少？",
)
@settings(max_examples=4)
@given(shape=st.sampled_from(tuple(MATRICES)), seed=seeds())
def test_uniform_weights_have_the_right_bound(student, reference, device, shape, seed):
    """With 'uniform' a matrix is filled between -b and b, b = √3·std.
    选 'uniform' 时用 (-b, b) 上的均匀分布填充，b = √3·std。"""
    sample = student.kaiming_init(torch.zeros(shape), distribution="uniform", generator=generator(seed))
    has_the_law(sample, "uniform", 0.0, MATRICES[shape][0])


@points(1)
@hint(
    "How much of the mean square of a symmetric signal is left after a leaky ReLU of slope a?",
    zh="对称信号经过斜率为 a 的 leaky ReLU 后，均方值还剩多少？",
)
@settings(max_examples=6)
@given(slope=st.sampled_from(SLOPES), distribution=distributions, seed=seeds())
def test_the_slope_counts(student, reference, device, slope, distribution, seed):
    """For a leaky ReLU of slope a the variance is 2/((1+a²)·fan).
    对斜率为 a 的 leaky ReLU，方差为 2/((1+a²)·fan)。"""
    sample = student.kaiming_init(
        torch.zeros(512, 128), slope, distribution=distribution, generator=generator(seed)
    )
    has_the_law(sample, distribution, slope, 128)


@points(2)
@hint(
    "Which fan does the mode name? How many inputs feed one output of a convolution, and the reverse?",
    zh="mode 指的是哪个 fan？卷积的一个输出由多少个输入算出？一个输入又影响多少个输出？",
)
@settings(max_examples=3)
@given(
    shapes=st.tuples(st.sampled_from(tuple(MATRICES)), st.sampled_from(tuple(KERNELS))),
    distribution=distributions,
    seed=seeds(),
)
def test_either_fan_with_the_kernel_area(student, reference, device, shapes, distribution, seed):
    """The mode chooses fan_in or fan_out, and both count every position of the kernel.
    mode 选择 fan_in 或 fan_out，两者都要乘上卷积核的每一个位置。"""
    for shape in shapes:
        for mode, fan in zip(("fan_in", "fan_out"), (MATRICES | KERNELS)[shape], strict=True):
            w = torch.zeros(shape)
            sample = student.kaiming_init(w, mode=mode, distribution=distribution, generator=generator(seed))
            has_the_law(sample, distribution, 0.0, fan)


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
    sample = student.kaiming_init(w, distribution=distribution, generator=generator(seed))
    is_tensor(sample)
    assert_uncorrelated(sample)


@points(1)
@hint(
    "The layer keeps its own weight: write into that tensor, whatever its strides, and return it.",
    zh="网络层手里的是它自己的权重：不管步幅如何，都要写进那个张量，并把它返回。",
)
@settings(max_examples=30)
@given(
    small=st.sampled_from(SMALL),
    layout=st.sampled_from(("contiguous", "transposed", "sliced")),
    dtype=st.sampled_from((torch.float64, torch.float32)),
    distribution=distributions,
)
def test_fills_the_weight_itself(student, reference, device, small, layout, dtype, distribution):
    """The tensor passed in is filled in place, every element of it, and is what is returned.
    传入的张量被原地填满，每个元素都要写到，并且返回的就是它。"""
    shape, mode = small
    w = weight_to_fill(shape, layout, dtype)
    assert_in_place(student.kaiming_init, w, mode=mode, distribution=distribution)
    positional, _ = record(student.kaiming_init, w, mode=mode, distribution=distribution).arguments
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
    assert_in_place(student.kaiming_init, w, distribution=distribution)
    facts = record(student.kaiming_init, w, distribution=distribution).tensors["result"]
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
    "Every random number has to come from the generator that was passed, and from nowhere fixed if none was.",
    zh="每个随机数都要来自传入的 generator；没有传入时，也不能来自固定的种子。",
)
@settings(max_examples=8)
@given(seed=seeds(), distribution=distributions)
def test_randomness_comes_from_the_generator(student, reference, device, seed, distribution):
    """Equal seeds give equal weights and leave torch's global state alone; without a generator calls differ.
    generator 种子相同则权重相同，且不影响 torch 的全局状态；不传时每次调用都不同。"""
    fill = student.kaiming_init
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
    one, two = (fill(torch.zeros(3, 2), distribution=distribution) for _ in range(2))
    claim(
        not torch.equal(one, two),
        "Two calls in a row without a generator gave the same weight.",
        "不传 generator 时，连续两次调用给出了同样的权重。",
    )


@points(1)
@hint(
    "A bias has no fans. And which names of modes and distributions do you know?",
    zh="偏置没有 fan。你认得哪几种 mode 和分布名？",
)
@given(
    shape=st.sampled_from(((3,), (), (0,), (1,))),
    distribution=distributions,
    unknown=st.sampled_from(("", "gauss", "Uniform", "fan", "FAN_IN", "fan_avg")),
)
def test_refuses_what_it_does_not_know(student, reference, device, shape, distribution, unknown):
    """Fewer than 2 dimensions, an unknown mode or an unknown distribution is a ValueError.
    维数少于 2、mode 未知或分布名未知时抛出 ValueError。"""
    fill = student.kaiming_init
    assert_raises(ValueError, fill, torch.zeros(shape), distribution=distribution)
    assert_raises(ValueError, fill, torch.zeros(3, 2), mode=unknown, distribution=distribution)
    assert_raises(ValueError, fill, torch.zeros(3, 2), distribution=unknown)
