"""Hidden properties of autograd_linear_step."""

from dataclasses import dataclass

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_matches,
    claim,
    float_dtypes,
    floats,
    hint,
    integers,
    points,
    record,
    remote_torch,
    tensors,
)

RATES = (0.1, 0.5, 0.01, 1.0)
NEAR = 1e-9
STALE = (None, 0.0, 3.0, -40.0)


@dataclass(frozen=True, slots=True)
class Line:
    """Where a step begins: the numbers w and b, the points x and y, and the learning rate."""

    w: float
    b: float
    x: torch.Tensor
    y: torch.Tensor
    lr: float

    def gradients(self):
        """Return the gradients for w and b, and how large the terms in them are, in float64."""
        x, y = self.x.double(), self.y.double()
        error = self.w * x + self.b - y
        size = 1 + float((error.abs() * x.abs().clamp(min=1)).mean())
        return float((error * x).mean()), float(error.mean()), size

    def after(self):
        """Return w and b after one step, each with the distance at which it is still right."""
        for_w, for_b, size = self.gradients()
        w, b = self.w - self.lr * for_w, self.b - self.lr * for_b
        near = NEAR * (size * self.lr + abs(self.w) + abs(self.b))
        return (w, near), (b, near)

    def leaves(self):
        """Return w and b as leaves that require grad."""
        return tuple(torch.tensor(v, dtype=self.x.dtype, requires_grad=True) for v in (self.w, self.b))


@st.composite
def lines(draw, dtype=torch.float64, min_points=1):
    """One to five points, a line through none of them, and a learning rate."""
    count = draw(integers(min_points, 5))
    points_of = tensors(
        shape=(count,), dtype=dtype, values=("normal", "small_ints", "counting"), low=-4, high=4
    )
    w, b = draw(floats(-3, 3)), draw(floats(-3, 3))
    x, y = draw(points_of), draw(points_of)
    return Line(w, b, x, y + 0.5 if bool((w * x + b == y).any()) else y, draw(st.sampled_from(RATES)))


def kept_leaf(student, value, device):
    """Make a leaf [] in the runner and keep it there, so that its .grad can be set and read.

    A tensor would travel by value, without its .grad; an uninitialized parameter is kept, and is an
    ordinary one after `materialize`.
    """
    uninitialized = remote_torch(student).nn.parameter.UninitializedParameter
    leaf = uninitialized(requires_grad=False, dtype=torch.float64)
    leaf.materialize((), device=device)
    leaf.fill_(value)
    leaf.requires_grad_()
    return leaf


def make_stale(leaf, gradient):
    """Leave ``gradient`` in the leaf's .grad, as an earlier backward() would."""
    if gradient is not None:
        leaf.backward(torch.tensor(gradient, dtype=torch.float64))


def moved_as_expected(name, before, got, expected):
    """Claim that a number was moved to where one step leads."""
    value, near = expected
    got = float(got.detach())
    claim(
        abs(got - value) <= near,
        "After the step {name} is {got}; expected {expected} (it was {before} before).",
        "走一步之后 {name} 是 {got}，应为 {expected}（之前是 {before}）。",
        name=name,
        got=got,
        expected=value,
        before=before,
    )


def is_still_a_leaf(name, leaf):
    """Claim that autograd still knows the tensor as a leaf that requires grad."""
    claim(
        leaf.is_leaf and leaf.requires_grad,
        "After the step {name} has is_leaf={leaf} and requires_grad={grad}; both must be True.",
        "走一步之后 {name} 的 is_leaf={leaf}，requires_grad={grad}；两者都应为 True。",
        name=name,
        leaf=leaf.is_leaf,
        grad=leaf.requires_grad,
    )


def has_no_gradient(name, leaf):
    """Claim that .grad is None or zero."""
    left = leaf.grad
    claim(
        left is None or not bool(left.any()),
        "After the step {name}.grad is {got}; it must be None or zero.",
        "走一步之后 {name}.grad 是 {got}，应为 None 或 0。",
        name=name,
        got=left if left is None else left.tolist(),
    )


@points(3)
@hint(
    "The caller looks at the w and b that were passed. Where did your update write, and by which gradient?",
    zh="调用者看的是自己传进来的 w 和 b。你的更新写到了哪里？用的是哪个梯度？",
)
@settings(max_examples=40)
@given(line=lines())
def test_moves_w_and_b_down_the_gradient(student, reference, device, line):
    """Moves w and b in place, each by lr times its own gradient of ½·mean((w·x + b − y)²).
    原地移动 w 和 b，各移动 lr 乘以 ½·mean((w·x + b − y)²) 对自己的梯度。"""
    w, b = line.leaves()
    call = record(student.autograd_linear_step, w, b, line.x, line.y, line.lr)
    if call.raised:
        raise call.raised
    (new_w, new_b, *_), _ = call.arguments
    expected_w, expected_b = line.after()
    moved_as_expected("w", line.w, new_w, expected_w)
    moved_as_expected("b", line.b, new_b, expected_b)


@points(2)
@hint(
    "Which number is asked for: the loss at which w and b? And is it a number or a tensor?",
    zh="要的是哪个数：用哪时的 w 和 b 算出的损失？它是数还是张量？",
)
@settings(max_examples=24)
@given(line=float_dtypes().flatmap(lines))
def test_returns_the_loss_before_the_step(student, reference, device, line):
    """Returns the loss before the step as a Python float, the ½ included.
    返回这一步之前的损失：Python float，包含系数 ½。"""
    w, b = line.leaves()
    target, own = student.autograd_linear_step, reference.autograd_linear_step
    assert_matches(target, own, w, b, line.x, line.y, line.lr)


@points(2)
@hint(
    "backward() adds to .grad. What is in .grad at your second call, and what does None.zero_() do?",
    zh="backward() 往 .grad 上累加。第二次调用时 .grad 里有什么？None.zero_() 又会怎样？",
)
@settings(max_examples=16)
@given(line=lines(min_points=2), stale_w=st.sampled_from(STALE), stale_b=st.sampled_from(STALE))
def test_old_gradients_do_not_count(student, reference, device, line, stale_w, stale_b):
    """A .grad that is None, zero or left over from earlier makes no difference to the step.
    之前的 .grad 不论是 None、0 还是旧的值，都不影响这一步。"""
    expected_w, expected_b = line.after()
    for olds in ((None, None), (5.0, -7.0), (stale_w, stale_b)):
        w, b = kept_leaf(student, line.w, device), kept_leaf(student, line.b, device)
        make_stale(w, olds[0])
        make_stale(b, olds[1])
        student.autograd_linear_step(w, b, line.x, line.y, line.lr)
        moved_as_expected("w", line.w, w.detach(), expected_w)
        moved_as_expected("b", line.b, b.detach(), expected_b)


@points(2)
@hint(
    "After the call everything should be ready for the next one: the same leaves, and nothing in .grad.",
    zh="调用之后，一切都应为下一次准备好：还是原来的叶子张量，.grad 里什么也没有。",
)
@settings(max_examples=12)
@given(line=lines(min_points=2), stale=st.sampled_from(STALE))
def test_w_and_b_are_ready_for_the_next_step(student, reference, device, line, stale):
    """Afterwards w and b are leaves that require grad, and their .grad is None or zero.
    之后 w 和 b 仍是需要梯度的叶子张量，.grad 为 None 或 0。"""
    w, b = kept_leaf(student, line.w, device), kept_leaf(student, line.b, device)
    make_stale(w, stale)
    make_stale(b, stale)
    for _ in range(2):
        student.autograd_linear_step(w, b, line.x, line.y, line.lr)
        for name, leaf in (("w", w), ("b", b)):
            is_still_a_leaf(name, leaf)
            has_no_gradient(name, leaf)


@points(1)
@hint(
    "Which of the four tensors may be written to? And what did you switch off without switching it on again?",
    zh="四个张量中哪些可以写？又有什么被你关掉后没有再打开？",
)
@settings(max_examples=10)
@given(line=lines(min_points=2))
def test_nothing_else_is_changed(student, reference, device, line):
    """x and y keep their values, and autograd still records after the call.
    x 和 y 的值不变，调用之后 autograd 照常记录。"""
    w, b = line.leaves()
    call = record(student.autograd_linear_step, w, b, line.x, line.y, line.lr)
    if call.raised:
        raise call.raised
    changed = [name for name, path in (("x", "args[2]"), ("y", "args[3]")) if path in call.mutated]
    claim(not changed, "The call wrote to {names}.", "调用改动了 {names}。", names=", ".join(changed))
    claim(
        remote_torch(student).is_grad_enabled(),
        "After the call gradients are switched off for the whole program.",
        "调用之后，整个程序的梯度记录都被关掉了。",
    )
