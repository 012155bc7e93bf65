"""Hidden properties of adam_step."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_same,
    assert_state_unchanged,
    claim,
    float_dtypes,
    hint,
    points,
    record,
    remote_spies,
    remote_torch,
    seeds,
)

RATES = (0.1, 0.01, 0.3, 0.05)
BETAS = ((0.9, 0.999), (0.5, 0.9), (0.8, 0.95))
SMALL = (1e-4, 1e-6, 1e-7, 1e-8)
SHAPES = ((3,), (), (2, 2))
MIXED = ((0,), (1,), (2, 3), (3, 2, 2), (2, 0), ())
LAYOUTS = ("plain", "transposed", "sliced")
NEAR = {torch.float64: 1e-10, torch.float32: 1e-5}


def numbers(shape, seed, dtype=torch.float64):
    """Draw multiples of a quarter in [-2, 2] that are not 0, so that every term shows."""
    generator = torch.Generator().manual_seed(seed % 2**30)
    size = torch.randint(1, 9, shape, generator=generator)
    sign = 2 * torch.randint(0, 2, shape, generator=generator) - 1
    return (size * sign).to(dtype) / 4


def laid_out(x, layout):
    """Put the same numbers behind other strides."""
    if layout == "transposed":
        return x.mT.contiguous().mT if x.dim() > 1 else x
    return x.repeat_interleave(2, dim=-1)[..., ::2] if layout == "sliced" and x.dim() else x


@st.composite
def walks(draw, steps, scales=(1.0,), shapes=SHAPES):
    """Draw a parameter, the gradients of a few steps, and the rate of each step."""
    shape, seed, scale = draw(st.sampled_from(shapes)), draw(seeds()), draw(st.sampled_from(scales))
    rates = tuple(draw(st.permutations(RATES)))[: draw(st.integers(*steps))]
    return numbers(shape, seed), [scale * numbers(shape, seed + t + 1) for t in range(len(rates))], rates


def is_near(name, got, wanted):
    """Claim that a tensor has the dtype, the shape and, up to rounding, the values that are expected."""
    is_tensor = isinstance(got, torch.Tensor) and got.dtype == wanted.dtype and got.shape == wanted.shape
    far = NEAR[wanted.dtype] * (1 + wanted.abs())
    if not (is_tensor and bool(((got - wanted).abs() <= far).all())):
        assert_same(got, wanted, name)


def first_step(student, reference, p, g, **options):
    """Make one step from an empty state; claim that p itself has moved as the reference's did."""
    call = record(student.adam_step, p, g, {}, **options)
    if call.raised:
        raise call.raised
    claim(
        call.result is None,
        "The step returns something; it has to change p in place and return None.",
        "函数有返回值；它应原地修改 p 并返回 None。",
    )
    here = p.clone()
    reference.adam_step(here, g, {}, **options)
    is_near("p after step 1", call.arguments[0][0], here)
    return call


class Held:
    """A parameter and its state that stay in the runner, and the reference's beside them."""

    def __init__(self, student, device, p):
        buffer = remote_torch(student).nn.parameter.UninitializedBuffer
        self.p = buffer(requires_grad=False, dtype=p.dtype)
        self.p.materialize(p.shape, device=device)
        self.p.copy_(p)
        self.state = remote_spies(student).Dict()
        self.here, self.state_here = p.clone(), {}

    def step(self, student, reference, g, **options):
        """Make one step on both sides."""
        student.adam_step(self.p, g, self.state, **options)
        reference.adam_step(self.here, g, self.state_here, **options)

    def agrees(self, name):
        """Claim that the parameter in the runner has moved as the reference's has."""
        is_near(name, self.p.detach(), self.here)


def walk_side_by_side(student, reference, device, walk, **options):
    """Walk with the submission and the reference; claim after each step that they are at one place."""
    p, grads, rates = walk
    held = Held(student, device, p)
    for t, (g, lr) in enumerate(zip(grads, rates, strict=True), 1):
        held.step(student, reference, g, lr=lr, **options)
        held.agrees(f"p after step {t}")


@points(2)
@hint(
    "Both moments start at 0. How large are they after one gradient, and what makes up for it?",
    zh="两个矩都从 0 开始。见过一个梯度之后它们有多大？怎样补偿？",
)
@settings(max_examples=16)
@given(walk=walks((1, 1)), betas=st.sampled_from(BETAS))
def test_the_first_step_is_about_lr(student, reference, device, walk, betas):
    """The first step moves every element of p itself by about lr, against the sign of its gradient.
    第一步让 p 本身的每个元素逆着梯度的符号移动约 lr。"""
    p, (g,), (lr,) = walk
    first_step(student, reference, p, g)
    first_step(student, reference, p, g, lr=lr, betas=betas)


@points(3)
@hint(
    "Write down t, m and v after two steps. Which of them has to be in state when the third begins?",
    zh="写下两步之后的 t、m、v。第三步开始时，其中哪些必须在 state 里？",
)
@settings(max_examples=16)
@given(walk=walks((2, 4)), betas=st.sampled_from(BETAS))
def test_many_steps(student, reference, device, walk, betas):
    """Over several steps, at changing rates, it walks as torch.optim.Adam does.
    学习率逐步变化，连走多步也与 torch.optim.Adam 一致。"""
    walk_side_by_side(student, reference, device, walk, betas=betas)


@points(2)
@hint(
    "Where gradients are as small as eps its place matters. Inside the root? Before the correction?",
    zh="梯度小到与 eps 相当时，eps 的位置就要紧了：它在根号里面吗？在修正之前吗？",
)
@settings(max_examples=12)
@given(walk=walks((1, 3), SMALL), eps=st.sampled_from((1e-8, 1e-6)), zero=st.booleans())
def test_small_gradients_show_eps(student, reference, device, walk, eps, zero):
    """With tiny gradients, and with zero ones, eps is added to the corrected root.
    梯度极小或为零时，eps 加在修正后的平方根上。"""
    p, grads, rates = walk
    still = [g.masked_fill(torch.arange(g.numel()).reshape(g.shape) == 0, 0.0) if zero else g for g in grads]
    walk_side_by_side(student, reference, device, (p, still, rates), eps=eps)
    first_step(student, reference, p, torch.zeros_like(p))


@points(1)
@hint(
    "Two parameters take turns, each with a state of its own. What do they share in your code?",
    zh="两个参数轮流更新，各有各的 state。在你的代码里它们共用了什么？",
)
@settings(max_examples=5)
@given(one=walks((3, 3)), two=walks((3, 3)))
def test_every_parameter_has_its_own_state(student, reference, device, one, two):
    """Parameters that take turns do not disturb each other: all that is kept is kept in state.
    轮流更新的参数互不干扰：要保存的东西都在各自的 state 里。"""
    first, second = Held(student, device, one[0]), Held(student, device, two[0])
    for t, (g, h) in enumerate(zip(one[1], two[1], strict=True), 1):
        first.step(student, reference, g)
        first.agrees(f"the first parameter after step {t}")
        if t != 2:
            second.step(student, reference, h)
            second.agrees(f"the second parameter after its step {min(t, 2)}")


@points(1)
@hint(
    "Parameters come in any shape, dtype and memory layout. Do you allocate anything without asking them?",
    zh="参数可以是任意形状、dtype 和内存布局。你新建张量时，有没有照着它们来？",
)
@settings(max_examples=16)
@given(
    shape=st.sampled_from(MIXED),
    seed=seeds(),
    dtype=float_dtypes(),
    layouts=st.tuples(st.sampled_from(LAYOUTS), st.sampled_from(LAYOUTS)),
)
def test_any_shape_dtype_and_layout(student, reference, device, shape, seed, dtype, layouts):
    """Works for float32 and float64, 0-d and empty tensors, and any strides.
    适用于 float32 与 float64、0 维与空张量，以及任意步幅。"""
    p, g = (laid_out(numbers(shape, seed + i, dtype), layout) for i, layout in enumerate(layouts))
    first_step(student, reference, p, g, lr=0.1)
    walk_side_by_side(student, reference, device, (p, [g, -2 * g], (0.1, 0.2)))


@points(1)
@hint(
    "g.mul_(…) writes into the caller's gradient. Which of the arguments may be written to?",
    zh="g.mul_(…) 写进了调用者的梯度。哪些参数可以写？",
)
@settings(max_examples=8)
@given(walk=walks((2, 2)))
def test_the_gradient_is_only_read(student, reference, device, walk):
    """g keeps its values, what is kept of it has memory of its own, and no global state of torch changes.
    g 的值不变，由它保存下来的东西有自己的内存，torch 的全局状态也不变。"""
    p, (g, h), _ = walk
    call = first_step(student, reference, p, g)
    claim("args[1]" not in call.mutated, "The step writes to g.", "这一步改动了 g。")
    assert_state_unchanged(student.adam_step, p, g, {})
    held, there = Held(student, device, p), Held(student, device, g)
    for now in (g, h):
        there.p.copy_(now)
        student.adam_step(held.p, there.p, held.state, lr=0.1)
        reference.adam_step(held.here, now, held.state_here, lr=0.1)
    held.agrees("p after two steps, whose gradients came in the same memory")
