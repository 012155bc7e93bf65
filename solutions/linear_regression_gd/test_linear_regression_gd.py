"""Hidden properties of linear_regression_gd."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_inputs_unchanged,
    assert_matches,
    float_dtypes,
    floats,
    hint,
    integers,
    points,
    tensors,
)

# With |x| ≤ 3 the largest curvature is below 10: every one of these rates walks downhill.
RATES = (0.1, 0.05, 0.15)
MIXED = (3.0, -1.0, 2.0, 0.5, -2.0)


def numbers(count, dtype=torch.float64, high=3):
    """Draw ``count`` numbers between −``high`` and ``high``."""
    return tensors(
        shape=(count,), dtype=dtype, values=("normal", "small_ints", "counting"), low=-high, high=high
    )


@st.composite
def problems(draw, dtype=torch.float64, min_points=2):
    """Points that lie on no line through the start, and a learning rate."""
    count = draw(integers(min_points, 5))
    x, noise = draw(numbers(count, dtype)), draw(numbers(count, dtype))
    y = noise + torch.tensor(MIXED[:count], dtype=dtype)
    return x, y + 10.0, draw(st.sampled_from(RATES))


@points(3)
@hint(
    "Do one step by hand for two points. Which w and b does each of the two derivatives belong to?",
    zh="用两个点手算一步。两个导数各属于哪时的 w 和 b？",
)
@settings(max_examples=40)
@given(problem=problems(), steps=integers(1, 4))
def test_a_few_steps_from_zero(student, reference, device, problem, steps):
    """Agrees with the reference after one to four steps from w = b = 0.
    从 w = b = 0 出发走一到四步，与参考实现一致。"""
    assert_matches(student.linear_regression_gd, reference.linear_regression_gd, *problem, steps)


@points(2)
@hint(
    "Where does the walk begin when w0 and b0 are given? And how many steps are no steps?",
    zh="给了 w0 和 b0 时，从哪里出发？零步又是几步？",
)
@settings(max_examples=24)
@given(problem=problems(min_points=1), w0=floats(-3, 3), b0=floats(-3, 3), steps=integers(1, 3))
def test_starts_where_it_is_told(student, reference, device, problem, w0, b0, steps):
    """Starts at (w0, b0); without a step that is the answer.
    从 (w0, b0) 出发；一步也不走时，答案就是起点。"""
    walk, own = student.linear_regression_gd, reference.linear_regression_gd
    assert_matches(walk, own, *problem, 0, w0, b0)
    assert_matches(walk, own, *problem, 0)
    assert_matches(walk, own, *problem, steps, w0, b0)
    assert_matches(walk, own, *problem, steps, b0=b0 + 1.0)
    assert_matches(walk, own, *problem, steps, w0=w0 + 1.0)


@points(2)
@hint(
    "What ends your loop: the number of steps, or something you measure on the way?",
    zh="什么结束你的循环：是步数，还是途中量出的某个东西？",
)
@settings(max_examples=10)
@given(problem=problems(), steps=st.sampled_from((50, 80, 120)), w=floats(0.5, 2), b=floats(0.5, 2))
def test_walks_every_step(student, reference, device, problem, steps, w, b):
    """Takes exactly as many steps as asked for, however small the loss has become.
    不多不少走完要求的步数，不论损失已经多小。"""
    x, _, rate = problem
    walk, own = student.linear_regression_gd, reference.linear_regression_gd
    assert_matches(walk, own, *problem, steps)
    assert_matches(walk, own, x, w * x + b, rate, steps, w0=w - 1.0, b0=b + 1.0)
    near = torch.tensor((0.0, 1.0, 2.0), dtype=torch.float64)
    assert_matches(walk, own, near, 2 * near + 1, 0.1, 12, w0=2.03, b0=0.98)


@points(1)
@hint(
    "How large is the step when all points occur twice? And is one point enough to walk by?",
    zh="每个点都出现两次时，一步应有多大？只有一个点时能不能走？",
)
@settings(max_examples=12)
@given(problem=problems(), times=integers(2, 3), steps=integers(1, 3))
def test_the_number_of_points_does_not_count(student, reference, device, problem, times, steps):
    """Repeating every point changes nothing: both derivatives are means.
    把每个点重复几次，结果不变：两个导数都是平均值。"""
    x, y, rate = problem
    walk, own = student.linear_regression_gd, reference.linear_regression_gd
    assert_matches(walk, own, x.repeat(times), y.repeat(times), rate, steps)
    assert_matches(walk, own, x[:1], y[:1], rate, steps)


@points(1)
@hint("w.item() or float(w) makes a number of a tensor.", zh="w.item() 或 float(w) 把张量变成数。")
@settings(max_examples=16)
@given(problem=float_dtypes().flatmap(problems), steps=integers(0, 2))
def test_two_python_floats(student, reference, device, problem, steps):
    """The result is a tuple of two Python floats, w first, for float32 and float64 points.
    结果是两个 Python float 组成的元组，w 在前；点可以是 float32 或 float64。"""
    assert_matches(student.linear_regression_gd, reference.linear_regression_gd, *problem, steps)


@points(1)
@hint(
    "Operators such as -= write into their tensor; x and y belong to the caller.",
    zh="-= 这类运算符会写入张量本身；x 和 y 属于调用者。",
)
@settings(max_examples=10)
@given(problem=problems(), steps=integers(1, 3))
def test_points_are_left_alone(student, reference, device, problem, steps):
    """x and y keep their values.
    x 和 y 的值不变。"""
    assert_inputs_unchanged(student.linear_regression_gd, *problem, steps)
