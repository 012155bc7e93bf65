"""Hidden properties of logistic_regression_fit."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_same,
    assert_state_unchanged,
    claim,
    hint,
    integers,
    points,
    record,
    seeds,
)

SIZES = ((3, 2), (5, 3), (4, 1), (2, 4), (3, 3), (6, 2))
SINGLE = ((1, 2), (2, 1), (1, 1))
RATES = (0.5, 0.1, 1.0)
LAYOUTS = ("plain", "transposed", "sliced")
NEAR = {torch.float64: 1e-9, torch.float32: 2e-5}


def numbers(shape, generator, dtype=torch.float64):
    """Draw multiples of a quarter in [-2, 2] that are not 0."""
    size = torch.randint(1, 9, shape, generator=generator)
    sign = 2 * torch.randint(0, 2, shape, generator=generator) - 1
    return (size * sign).to(dtype) / 4


def laid_out(x, layout):
    """Put the same numbers behind other strides."""
    if layout == "transposed":
        return x.mT.contiguous().mT if x.dim() > 1 else x
    return x.repeat_interleave(2, dim=-1)[..., ::2] if layout == "sliced" else x


@st.composite
def samples(draw, sizes=SIZES, dtype=torch.float64, layout="plain"):
    """Draw X and y; both labels occur where there are two samples."""
    n, d = draw(st.sampled_from(sizes))
    generator = torch.Generator().manual_seed(draw(seeds()))
    labels = (torch.arange(n) + draw(integers(0, 1))) % 2
    labels = labels[torch.randperm(n, generator=generator)].to(dtype)
    return laid_out(numbers((n, d), generator, dtype), layout), laid_out(labels, layout)


@st.composite
def far_apart(draw):
    """Draw two clouds around opposite points; the first step already separates them, and z becomes huge."""
    sign = 2 * torch.tensor((0, 1, 1, 0, 1, 0), dtype=torch.float64) - 1
    generator = torch.Generator().manual_seed(draw(seeds()))
    centre = 4 + numbers((2,), generator).abs()
    around = centre + numbers((6, 2), generator) / 4
    return draw(st.sampled_from((1e2, 1e3, 1e4))) * sign[:, None] * around, (sign + 1) / 2


def is_a_number(b):
    """Tell whether b is a Python number or a tensor of one element."""
    return isinstance(b, (int, float)) or (isinstance(b, torch.Tensor) and b.numel() == 1)


def are_w_and_b(result):
    """Claim that a result is a pair of a tensor and a number, and return the pair as two tensors."""
    pair = isinstance(result, (tuple, list)) and len(result) == 2
    claim(
        pair and isinstance(result[0], torch.Tensor) and is_a_number(result[1]),
        "The result is {got}; expected w, a tensor of shape [D], and b, one number.",
        "结果是 {got}；应为 w（形状 [D] 的张量）和 b（一个数）。",
        got=f"a pair of {[type(part).__name__ for part in result]}" if pair else type(result).__name__,
    )
    w, b = result
    number = b.detach() if isinstance(b, torch.Tensor) else torch.tensor(b, dtype=w.dtype)
    return w.detach(), number.reshape(())


def agrees(student, reference, X, y, lr, steps):
    """Claim that w and b are, up to rounding, those of the reference in float64; return the call."""
    call = record(student.logistic_regression_fit, X, y, lr, steps)
    if call.raised:
        raise call.raised
    found = are_w_and_b(call.result)
    wanted = reference.logistic_regression_fit(X.double(), y.double(), lr, steps)
    scale = 1 + max(float(part.abs().max()) for part in wanted)
    for name, got, exact in zip("wb", found, wanted, strict=True):
        same_kind = got.dtype == X.dtype and got.shape == exact.shape
        if not (same_kind and bool(((got - exact).abs() <= NEAR[X.dtype] * scale).all())):
            assert_same(got, exact.to(X.dtype), name)
    return call


@points(3)
@hint(
    "The derivative of the loss with respect to z is short: σ(z) − y. What do w and b make of it?",
    zh="交叉熵对 z 的导数很短：σ(z) − y。w 和 b 各由它得到什么？",
)
@settings(max_examples=20)
@given(data=samples(), lr=st.sampled_from(RATES), steps=integers(1, 4))
def test_a_few_steps_from_zero(student, reference, device, data, lr, steps):
    """After one to four steps from zero, w and b are those of the reference.
    从零出发走一到四步，w 和 b 与参考实现一致。"""
    agrees(student, reference, *data, lr, steps)


@points(2)
@hint(
    "What ends your loop: the number of steps, or something you measure on the way?",
    zh="什么结束你的循环：是步数，还是途中量出的某个东西？",
)
@settings(max_examples=4)
@given(data=samples(), steps=st.sampled_from((40, 60)))
def test_takes_every_step(student, reference, device, data, steps):
    """Takes exactly as many steps as asked for; none leave w and b at zero.
    不多不少走完要求的步数；零步时 w 和 b 都是零。"""
    agrees(student, reference, *data, 1.0, 0)
    agrees(student, reference, *data, 1.0, steps)


@points(2)
@hint(
    "σ(z) becomes exactly 0 or 1 in floating point. What is the logarithm of that, and do you need it?",
    zh="浮点数里 σ(z) 会恰好等于 0 或 1。它的对数是多少？你需要这个对数吗？",
)
@settings(max_examples=8)
@given(data=far_apart(), lr=st.sampled_from(RATES), steps=integers(2, 4))
def test_large_separable_data_stay_finite(student, reference, device, data, lr, steps):
    """With large inputs that a line separates, w and b stay finite and right.
    输入很大且线性可分时，w 和 b 仍是有限值，而且正确。"""
    agrees(student, reference, *data, lr, steps)


@points(1)
@hint(
    "A sample that is wrong for sure pulls with full force. Do you clip anything that takes the force away?",
    zh="错得很有把握的样本应当全力往回拉。你是否裁剪了什么，使这股力没有了？",
)
@settings(max_examples=4)
@given(lr=st.sampled_from((28.0, 27.0, 29.0, 28.5)), steps=integers(2, 3))
def test_a_confident_mistake_pulls_back(student, reference, device, lr, steps):
    """A sample with z near 20 and label 0 still has the whole gradient.
    z 约为 20 而标签为 0 的样本，梯度一点也不少。"""
    x = torch.tensor([[1.0], [1.0], [1.0], [1.0], [2.0]], dtype=torch.float64)
    agrees(student, reference, x, torch.tensor((1, 1, 1, 1, 0), dtype=torch.float64), lr, steps)


@points(1)
@hint(
    "z and y have to have one shape, [N]. What does (N, 1) minus (N,) give?",
    zh="z 和 y 的形状都应是 [N]。(N, 1) 减 (N,) 会得到什么？",
)
@settings(max_examples=16)
@given(
    data=st.tuples(
        st.sampled_from((SINGLE, SIZES)),
        st.sampled_from((torch.float32, torch.float64)),
        st.sampled_from(LAYOUTS),
    ).flatmap(lambda kind: samples(*kind)),
    steps=integers(1, 2),
)
def test_any_size_dtype_and_layout(student, reference, device, data, steps):
    """One sample or one feature, float32 and float64, any strides: w is [D], of the dtype of X.
    只有一个样本或一个特征、float32 与 float64、任意步幅：w 都是 [D]，dtype 与 X 相同。"""
    agrees(student, reference, *data, 0.5, steps)


@points(1)
@hint("y -= … and X *= … write into what is the caller's.", zh="y -= … 和 X *= … 写进了调用者的张量。")
@settings(max_examples=5)
@given(data=samples())
def test_the_data_are_left_alone(student, reference, device, data):
    """X and y keep their values, and no global state of torch changes.
    X 和 y 的值不变，torch 的全局状态也不变。"""
    call = agrees(student, reference, *data, 0.5, 2)
    changed = [name for name, path in (("X", "args[0]"), ("y", "args[1]")) if path in call.mutated]
    claim(not changed, "The call wrote to {names}.", "调用改动了 {names}。", names=", ".join(changed))
    assert_state_unchanged(student.logistic_regression_fit, *data, 0.5, 2)
