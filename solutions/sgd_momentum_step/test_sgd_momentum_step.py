"""Hidden properties of sgd_momentum_step."""

from dataclasses import dataclass

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

RATES = (0.1, 0.5, 0.02, 0.3)
FACTORS = (0.9, 0.5)
DECAYS = (0.1, 0.5)
LISTS = (((2,),), ((), (3,)), ((2, 3), (2, 3)), ((3,), (0, 2), (2, 2)))
MIXED = (((3, 2),), ((), (0,)), ((1,), (2, 3)), ((2, 0), (3, 2, 2), ()), ((4,), (2, 2)))
LAYOUTS = ("plain", "transposed", "sliced")
NEAR = {torch.float64: 1e-9, torch.float32: 2e-5}


def numbers(shape, seed, dtype=torch.float64):
    """Draw multiples of a quarter in [-2, 2] that are not 0, so that every term shows."""
    generator = torch.Generator().manual_seed(seed)
    size = torch.randint(1, 9, shape, generator=generator)
    sign = 2 * torch.randint(0, 2, shape, generator=generator) - 1
    return (size * sign).to(dtype) / 4


def laid_out(x, layout):
    """Put the same numbers behind other strides."""
    if layout == "transposed":
        return x.mT.contiguous().mT if x.dim() > 1 else x
    return x.repeat_interleave(2, dim=-1)[..., ::2] if layout == "sliced" and x.dim() else x


@dataclass(frozen=True, slots=True)
class Walk:
    """A list of parameters, the gradients of each step, and the rate of each step."""

    params: list[torch.Tensor]
    grads: list[list[torch.Tensor]]
    rates: tuple[float, ...]

    def copied(self):
        """Return copies of the parameters, and empty buffers, for the reference to walk with."""
        return [p.clone() for p in self.params], self.no_buffers()

    def no_buffers(self):
        """Return the buffers before the first step."""
        return [None] * len(self.params)


@st.composite
def walks(draw, lists=LISTS, steps=(1, 4), dtype=torch.float64, layout="plain"):
    """Draw a walk of a few steps; no two of its rates in a row are equal."""
    shapes, seed = draw(st.sampled_from(lists)), draw(seeds()) % 2**30
    rates = tuple(draw(st.permutations(RATES)))[: draw(st.integers(*steps))]
    params = [laid_out(numbers(shape, seed + i, dtype), layout) for i, shape in enumerate(shapes)]
    grads = [
        [laid_out(numbers(shape, seed + 10 * t + i, dtype), layout) for i, shape in enumerate(shapes)]
        for t in range(1, len(rates) + 1)
    ]
    return Walk(params, grads, rates)


def is_near(name, got, wanted):
    """Claim that a tensor has the dtype, the shape and, up to rounding, the values that are expected."""
    is_tensor = isinstance(got, torch.Tensor) and got.dtype == wanted.dtype and got.shape == wanted.shape
    far = NEAR[wanted.dtype] * (1 + wanted.abs())
    if not (is_tensor and bool(((got - wanted).abs() <= far).all())):
        assert_same(got, wanted, name)


def returns_none(call):
    """Claim that the call returned, and that what it returned is None."""
    if call.raised:
        raise call.raised
    claim(
        call.result is None,
        "The step returns something; it has to change params in place and return None.",
        "函数有返回值；它应原地修改 params 并返回 None。",
    )


def kept_its_objects(call):
    """Claim that the list of parameters still holds the tensors that the model holds."""
    claim(
        "args[0]" not in call.mutated,
        "params holds other tensors now: the model still has the old ones. Write into the tensors.",
        "params 里换成了别的张量，而模型手里还是旧的。请写入张量本身。",
    )


def step_by_step(student, reference, walk, **options):
    """Walk with the submission and the reference side by side, handing over what each left behind."""
    params, bufs = walk.params, walk.no_buffers()
    here, here_bufs = walk.copied()
    for t, (grads, lr) in enumerate(zip(walk.grads, walk.rates, strict=True), 1):
        call = record(student.sgd_momentum_step, params, grads, bufs, lr, **options)
        returns_none(call)
        kept_its_objects(call)
        (params, _, bufs, *_), _ = call.arguments
        reference.sgd_momentum_step(here, grads, here_bufs, lr, **options)
        for i, (got, wanted) in enumerate(zip(params, here, strict=True)):
            is_near(f"params[{i}] after step {t}", got, wanted)


@points(2)
@hint(
    "Do it by hand for one number: what is added to the gradient, and where is the result written?",
    zh="先对一个数手算：要在梯度上加什么？结果写到哪里？",
)
@settings(max_examples=16)
@given(walk=walks(steps=(1, 2)), decay=st.sampled_from(DECAYS))
def test_plain_descent_in_place(student, reference, device, walk, decay):
    """Without momentum every parameter itself moves by −lr·(g + weight_decay·p).
    没有动量时，每个参数本身移动 −lr·(g + weight_decay·p)。"""
    step_by_step(student, reference, walk)
    step_by_step(student, reference, walk, weight_decay=decay)


@points(3)
@hint(
    "What is in the buffer after the first step, and after the second? Which rate scales which gradient?",
    zh="第一步之后缓冲区里是什么？第二步之后呢？哪个学习率乘的是哪个梯度？",
)
@settings(max_examples=30)
@given(
    walk=walks(steps=(1, 4)),
    momentum=st.sampled_from(FACTORS),
    decay=st.sampled_from((*DECAYS, 0.0)),
)
def test_momentum_over_many_steps(student, reference, device, walk, momentum, decay):
    """With momentum it walks as torch.optim.SGD does, for several steps at changing rates.
    有动量时，学习率逐步变化，连走多步也与 torch.optim.SGD 一致。"""
    step_by_step(student, reference, walk, momentum=momentum, weight_decay=decay)


@points(2)
@hint(
    "Nesterov changes only the direction of this step. What does the buffer keep for the next one?",
    zh="Nesterov 只改变这一步的方向。缓冲区为下一步保存的是什么？",
)
@settings(max_examples=24)
@given(
    walk=walks(steps=(1, 4)),
    momentum=st.sampled_from(FACTORS),
    decay=st.sampled_from((*DECAYS, 0.0)),
)
def test_nesterov_looks_ahead(student, reference, device, walk, momentum, decay):
    """With nesterov the step goes along g + momentum·v, and v itself stays the ordinary buffer.
    打开 nesterov 时沿 g + momentum·v 走一步，而 v 仍是普通的缓冲区。"""
    step_by_step(student, reference, walk, momentum=momentum, weight_decay=decay, nesterov=True)


@points(1)
@hint(
    "Parameters come in any shape, dtype and memory layout. Do you allocate anything without asking them?",
    zh="参数可以是任意形状、dtype 和内存布局。你新建张量时，有没有照着它们来？",
)
@settings(max_examples=20)
@given(
    walk=st.tuples(st.sampled_from(LAYOUTS), float_dtypes()).flatmap(
        lambda kind: walks(
            lists=MIXED,
            steps=(2, 3),
            dtype=kind[1],
            layout=kind[0],
        )
    ),
    nesterov=st.booleans(),
)
def test_any_shape_dtype_and_layout(student, reference, device, walk, nesterov):
    """Works for float32 and float64, 0-d and empty tensors, and any strides.
    适用于 float32 与 float64、0 维与空张量，以及任意步幅。"""
    step_by_step(student, reference, walk, momentum=0.9, weight_decay=0.1, nesterov=nesterov)


@points(1)
@hint(
    "g += … writes into the caller's gradient. Which tensors may be written to?",
    zh="g += … 写进了调用者的梯度。哪些张量可以写？",
)
@settings(max_examples=8)
@given(walk=walks(steps=(3, 3)), nesterov=st.booleans())
def test_gradients_are_only_read(student, reference, device, walk, nesterov):
    """The gradients keep their values in every step, and no global state of torch changes.
    每一步中梯度的值都不变，torch 的全局状态也不变。"""
    params, bufs = walk.params, walk.no_buffers()
    for grads, lr in zip(walk.grads, walk.rates, strict=True):
        call = record(
            student.sgd_momentum_step, params, grads, bufs, lr, 0.9, weight_decay=0.1, nesterov=nesterov
        )
        returns_none(call)
        written = [path for path in call.mutated if path.startswith("args[1]")]
        claim(not written, "The step writes to grads.", "这一步改动了 grads。")
        (params, _, bufs, *_), _ = call.arguments
    bufs = walk.no_buffers()
    assert_state_unchanged(student.sgd_momentum_step, walk.params, walk.grads[0], bufs, 0.1, 0.9)


@points(1)
@hint(
    "Later the caller writes the next gradient into the same memory. What does your buffer hold then?",
    zh="第一步之后，调用者把下一个梯度写进同一块内存。这时你的缓冲区里是什么？",
)
@settings(max_examples=6)
@given(walk=walks(steps=(3, 3)), momentum=st.sampled_from(FACTORS))
def test_buffers_have_memory_of_their_own(student, reference, device, walk, momentum):
    """A gradient that is overwritten between the steps leaves the buffers as they are.
    两步之间梯度的内存被改写，缓冲区不受影响。"""
    torch_there, make = remote_torch(student), remote_spies(student).Leaves
    params, grads, bufs = (make([], []) for _ in range(3))  # lists that stay in the runner
    for p, g in zip(walk.params, walk.grads[0], strict=True):
        params.append(p)
        grads.append(g)
        bufs.append(None)
    here, here_bufs = walk.copied()
    for t, (now, lr) in enumerate(zip(walk.grads, walk.rates, strict=True), 1):
        torch_there._foreach_copy_(grads, now)
        student.sgd_momentum_step(params, grads, bufs, lr, momentum)
        reference.sgd_momentum_step(here, now, here_bufs, lr, momentum)
        for i, (got, wanted) in enumerate(zip(params, here, strict=True)):
            is_near(f"params[{i}] after step {t}", got, wanted)
