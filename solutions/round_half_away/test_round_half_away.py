"""Hidden properties of round_half_away."""

import math

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_inputs_unchanged,
    assert_matches,
    assert_same,
    claim,
    float_dtypes,
    hint,
    integers,
    points,
    shapes,
    tensors,
)

INTEGERS = (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8)
FILLED = shapes(max_rank=2, min_side=1, max_side=3)
ANY_SHAPE = FILLED | st.sampled_from(((), (0,), (2, 0)))


def _assert_same_answer(student, reference, x):
    """Claim equal answers: next to a tie, no tolerance that follows small changes of x makes sense."""
    assert_same(student.round_half_away(x), reference.round_half_away(x))


@st.composite
def no_ties(draw):
    """Numbers of any shape with a quarter, or with anything but one half behind the point."""
    if draw(st.booleans()):
        x = draw(tensors(shape=ANY_SHAPE, dtype=float_dtypes(), values=("normal", "large", "tiny")))
        return torch.where((x - x.trunc()).abs() == 0.5, x + 0.25, x)
    quarters = draw(tensors(shape=FILLED, dtype=torch.float64, low=-9, high=9))
    return quarters.floor() + draw(st.sampled_from((0.25, -0.25, 0.0)))


@points(2)
@hint(
    "Which whole number is nearest to 1.7, and which one to −1.7?",
    zh="离 1.7 最近的整数是多少？离 −1.7 最近的呢？",
)
@settings(max_examples=40)
@given(x=no_ties())
def test_rounds_to_the_nearest(student, reference, device, x):
    """Every number is rounded to the nearest whole one, on both sides of zero.
    每个数都舍入到最近的整数，正负两侧都如此。"""
    _assert_same_answer(student, reference, x)


def _ties(least):
    """One or a few ties from ``least`` on, as a strategy."""
    return st.lists(integers(least, least + 5).map(lambda k: k + 0.5), min_size=1, max_size=3)


@points(2)
@hint(
    "0.5, 1.5, 2.5, 3.5: school sends all of them up, torch.round only every second one.",
    zh="0.5、1.5、2.5、3.5：学校里全都进位，torch.round 只进一半。",
)
@given(ties=_ties(0), dtype=float_dtypes())
def test_positive_ties_go_up(student, reference, device, ties, dtype):
    """0.5, 1.5, 2.5 and so on are rounded up.
    0.5、1.5、2.5 等都向上进位。"""
    # Both kinds in every example: the next even number above, and below.
    _assert_same_answer(student, reference, torch.tensor(ties, dtype=dtype))
    _assert_same_answer(student, reference, torch.tensor([0.5, 1.5], dtype=dtype))


@points(2)
@hint(
    "−2.5 is the mirror image of 2.5. What does floor(x + 0.5) make of it?",
    zh="−2.5 是 2.5 的镜像。floor(x + 0.5) 会把它变成多少？",
)
@given(ties=_ties(-6), dtype=float_dtypes())
def test_negative_ties_go_down(student, reference, device, ties, dtype):
    """−0.5, −1.5, −2.5 and so on are rounded down, away from zero.
    −0.5、−1.5、−2.5 等都向下、远离零舍入。"""
    _assert_same_answer(student, reference, torch.tensor([-abs(tie) for tie in ties], dtype=dtype))
    _assert_same_answer(student, reference, torch.tensor([-0.5, -1.5], dtype=dtype))


@st.composite
def special_values(draw):
    """NaN and both infinities, among other numbers."""
    others = draw(st.lists(st.sampled_from((0.5, -1.25, 2.0, math.nan, -math.inf)), max_size=2))
    values = draw(st.permutations((math.nan, math.inf, -math.inf, *others)))
    return torch.tensor(values, dtype=draw(float_dtypes()))


@points(1)
@hint(
    "What is inf − inf? And which integer would NaN become?",
    zh="inf − inf 等于多少？NaN 又会变成哪个整数？",
)
@given(x=special_values())
def test_nan_and_infinity_stay(student, reference, device, x):
    """NaN stays NaN and infinities stay infinite, each at its place.
    NaN 仍是 NaN，无穷大仍是无穷大，各在原处。"""
    _assert_same_answer(student, reference, x)


def _claim_exactly(student, reference, x):
    """Claim the very same number: one of eight million is within every tolerance."""
    got, expected = student.round_half_away(x), reference.round_half_away(x)
    if isinstance(got, torch.Tensor) and got.shape == x.shape:
        # In a sentence, because a tensor is not shown with all its digits.
        claim(
            got.item() == expected.item(),
            "{x} became {got}; expected {expected}.",
            "{x} 变成了 {got}；应当是 {expected}。",
            x=x.item(),
            got=got.item(),
            expected=expected.item(),
        )
    assert_same(got, expected)


# The first number with bits for whole numbers only, and the largest number below one half.
EDGES = {torch.float32: (2.0**23, 0.5 - 2.0**-25), torch.float64: (2.0**52, 0.5 - 2.0**-54)}


@points(1)
@hint(
    "x + 0.5 is rounded as every sum is. Is there a way that adds nothing to x?",
    zh="x + 0.5 与任何和一样会被舍入。有没有不给 x 加任何东西的办法？",
)
@settings(max_examples=12)
@given(odd=integers(0, 50).map(lambda k: 2 * k + 1), sign=st.sampled_from((1.0, -1.0)), dtype=float_dtypes())
def test_no_rounding_error_on_the_way(student, reference, device, odd, sign, dtype):
    """The largest number below 0.5 becomes 0, and a whole number stays itself, however large.
    小于 0.5 的最大的数变成 0；整数无论多大都保持不变。"""
    bits, below = EDGES[dtype]
    _claim_exactly(student, reference, torch.tensor([sign * below], dtype=dtype))
    _claim_exactly(student, reference, torch.tensor([sign * (bits + odd)], dtype=dtype))


@st.composite
def of_every_integer_dtype(draw):
    """Integers in every dtype, among them one that no float can hold."""
    small = draw(tensors(shape=FILLED, dtype=torch.int64, low=-50, high=50, layouts=False))
    large = torch.tensor([2**53 + 1, -(2**53) - 1, draw(integers(-9, 9))])
    return [
        large,
        *(small.abs().to(dtype) if dtype == torch.uint8 else small.to(dtype) for dtype in INTEGERS),
    ]


@points(1)
@hint(
    "An integer is rounded already. Does it come back as it was, large ones too?",
    zh="整数本来就不用舍入。它原样回来了吗？很大的整数呢？",
)
@settings(max_examples=10)
@given(every=of_every_integer_dtype())
def test_integers_are_unchanged(student, reference, device, every):
    """Integers of every dtype keep their dtype and their values, large ones too.
    各种整数 dtype 的值和 dtype 都不变，很大的整数也一样。"""
    for x in every:
        assert_matches(student.round_half_away, reference.round_half_away, x)


@st.composite
def kinds(draw):
    """A tensor of floats, one of floats that are whole already, and one of integers."""
    whole = draw(tensors(shape=FILLED, dtype=float_dtypes(), values="small_ints", layouts=False))
    return draw(tensors(shape=FILLED, dtype=float_dtypes())), whole, whole.long()


@points(1)
@hint(
    "Where nothing is to be rounded, a new tensor is asked for all the same.",
    zh="即使没有什么可舍入的，也要返回新张量。",
)
@settings(max_examples=12)
@given(several=kinds())
def test_the_result_is_new(student, reference, device, several):
    """The result is a new tensor, also where nothing is to be rounded, and x is not changed.
    结果是新张量，没有什么可舍入时也一样；x 没有改动。"""
    for x in several:
        assert_inputs_unchanged(student.round_half_away, x)
        assert_fresh(student.round_half_away, x)
