"""Hidden properties of himmelblau_descent."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_matches,
    assert_state_unchanged,
    claim,
    hint,
    integers,
    points,
    record,
    remote_torch,
)

# Within 3 of the origin these rates neither blow up nor let rounding grow beyond 1e-12 in six steps.
RATES = (0.01, 0.005, 0.02)
QUARTERS = integers(-12, 12).map(lambda n: n / 4)
# Far from the borders between the valleys: a change of 1e-13 at the start stays below 1e-12 on the way.
VALLEYS = ((0.0, 0.0), (4.0, 0.0), (-4.0, 0.0), (-2.0, 2.0), (1.0, 1.0), (-3.0, -2.5))


@points(4)
@hint(
    "Do one step by hand from (1, 0). Both derivatives are taken at the old point, and only there.",
    zh="从 (1, 0) 出发手算一步。两个偏导数都在旧的点上取，也只在那里取。",
)
@settings(max_examples=16)
@given(start=st.tuples(QUARTERS, QUARTERS), lr=st.sampled_from(RATES), steps=integers(1, 6))
def test_a_few_steps(student, reference, device, start, lr, steps):
    """From any start, the first few steps lead where plain gradient descent leads.
    从任意起点出发，最初几步走到普通梯度下降所到之处。"""
    assert_matches(student.himmelblau_descent, reference.himmelblau_descent, start, lr, steps)
    assert_matches(student.himmelblau_descent, reference.himmelblau_descent, (1.0, 0.5), lr, steps)


@points(2)
@hint(
    "What ends your loop: the number of steps, or something you measure on the way?",
    zh="什么结束你的循环：是步数，还是途中量出的某个东西？",
)
@settings(max_examples=6)
@given(start=st.sampled_from(VALLEYS), lr=st.sampled_from((0.01, 0.005)), steps=st.sampled_from((30, 50)))
def test_takes_every_step(student, reference, device, start, lr, steps):
    """Takes exactly as many steps as asked for, however flat it has become.
    不多不少走完要求的步数，不论脚下已经多平。"""
    assert_matches(student.himmelblau_descent, reference.himmelblau_descent, start, lr=lr, steps=steps)


@points(2)
@hint(
    "How many steps are no steps? And how many are taken when nobody says?",
    zh="零步是几步？没有人说的时候又走几步？",
)
@settings(max_examples=1)  # a thousand steps with autograd take a second
@given(start=st.sampled_from(VALLEYS))
def test_defaults_and_no_step(student, reference, device, start):
    """No step returns the start; by default there are 1000 steps of rate 0.01.
    零步返回起点；默认走 1000 步，学习率 0.01。"""
    walk, own = student.himmelblau_descent, reference.himmelblau_descent
    assert_matches(walk, own, start, steps=0)
    assert_matches(walk, own, start, steps=3)
    assert_matches(walk, own, start, lr=1e-5)


@points(1)
@hint(
    "What still hangs on your result? detach() lets go of it.",
    zh="你的结果后面还挂着什么？detach() 能把它放开。",
)
@settings(max_examples=4)
@given(start=st.sampled_from(VALLEYS), steps=integers(0, 3))
def test_the_result_is_detached(student, reference, device, start, steps):
    """The result is a float64 tensor of shape [2] that does not require grad.
    结果是形状为 [2] 的 float64 张量，不需要梯度。"""
    call = record(student.himmelblau_descent, start, 0.01, steps)
    if call.raised:
        raise call.raised
    facts = call.tensors.get("result")
    claim(
        facts is not None and (facts.dtype, facts.shape) == ("float64", (2,)),
        "The result is {got}; expected a float64 tensor of shape [2].",
        "结果是 {got}；应为形状 [2] 的 float64 张量。",
        got=f"a {facts.dtype} tensor of shape {list(facts.shape)}" if facts else type(call.result).__name__,
    )
    claim(not facts.requires_grad, "The result requires grad.", "结果仍需要梯度（requires_grad 为 True）。")


@points(1)
@hint(
    "Which switch of torch did you turn, and who turns it back?",
    zh="你拨动了 torch 的哪个开关？谁来把它拨回去？",
)
@settings(max_examples=3)
@given(start=st.sampled_from(VALLEYS))
def test_global_state_stays(student, reference, device, start):
    """torch's default dtype, gradient mode and random state are left alone.
    torch 的默认 dtype、梯度模式和随机状态都不变。"""
    assert_state_unchanged(student.himmelblau_descent, start, 0.01, 2)
    torch_there = remote_torch(student)  # an earlier call may have changed it for good
    claim(
        torch_there.get_default_dtype() == torch.float32 and torch_there.is_grad_enabled(),
        "After the call torch's default dtype or its gradient mode is not what it was.",
        "调用之后，torch 的默认 dtype 或梯度模式与原来不同。",
    )
    assert_matches(student.himmelblau_descent, reference.himmelblau_descent, start, 0.01, 2)
