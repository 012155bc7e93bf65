"""Hidden properties of broadcast_shape."""

from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import assert_matches, assert_raises, claim, hint, integers, points, record

SIZES = integers(2, 5)
BESIDE = st.lists(integers(1, 3), max_size=2)
EITHER_WAY = st.booleans()


def _swapped(pair, swap):
    return pair[::-1] if swap else pair


@st.composite
def fitting(draw, least=1, most=4):
    """Two shapes of one length: at each axis equal sizes, or a 1 on one side."""
    full = draw(st.lists(SIZES, min_size=least, max_size=most))
    return tuple(tuple(draw(st.sampled_from((size, size, 1))) for size in full) for _ in range(2))


@points(2)
@hint(
    "Look at one axis alone. Which sizes may meet there, and what comes out?",
    zh="只看一根轴：哪些大小可以相遇？结果是多少？",
)
@settings(max_examples=40)
@given(pair=fitting())
def test_shapes_of_one_length(student, reference, device, pair):
    """Of two shapes of one length, equal sizes stay and a 1 takes the other size, on either side.
    两个等长的形状：相等的大小保留，1 取对方的大小，无论在哪一边。"""
    assert_matches(student.broadcast_shape, reference.broadcast_shape, *pair)


@st.composite
def of_different_lengths(draw):
    """A shape, and a shape that fits its end: one, several or all of its axes are missing."""
    first, second = draw(fitting(least=1, most=4))
    return _swapped((first, second[draw(integers(1, len(second))) :]), draw(EITHER_WAY))


# Left alignment, a lost axis and a shape without axes: always among them.
LENGTHS = (((2, 3), (3,)), ((2,), (3, 2)), ((), (2,)), ((3, 2), ()), ((), ()), ((4, 2, 3), (3,)))


@points(2)
@hint(
    "Write the shapes under each other, flush right. On which side are axes missing?",
    zh="把两个形状上下对齐，靠右。缺的轴在哪一侧？",
)
@settings(max_examples=12)
@given(order=st.permutations(LENGTHS), drawn=st.lists(of_different_lengths(), min_size=2, max_size=2))
def test_a_missing_axis_counts_as_one(student, reference, device, order, drawn):
    """Shapes of different lengths are aligned on the right; a missing axis counts as 1, () included.
    长度不同的形状右对齐，缺失的轴当作 1，() 也不例外。"""
    for pair in (*order, *drawn):
        assert_matches(student.broadcast_shape, reference.broadcast_shape, *pair)


ZEROS = ((0, 1), (0, 0), (0, 2), (0, 3))


@points(2)
@hint(
    "0 is a size like any other: equal to 0, stretched from 1, and at odds with 3.",
    zh="0 也是普通的大小：与 0 相等，可由 1 扩展而来，与 3 则不相容。",
)
@settings(max_examples=12)
@given(front=BESIDE, back=BESIDE, order=st.permutations(ZEROS), swap=EITHER_WAY)
def test_zero_is_a_size_like_any_other(student, reference, device, front, back, order, swap):
    """Size 0 fits 0, 1 or a missing axis and gives 0; against any other size it is a ValueError.
    大小 0 与 0、1 或缺失的轴相容，结果为 0；遇到其他大小则抛出 ValueError。"""
    for m, n in order:
        pair = _swapped(((*front, m, *back), (n, *back)), swap)
        assert_matches(student.broadcast_shape, reference.broadcast_shape, *pair)
    missing = _swapped(((0, *back), tuple(back)), swap)
    assert_matches(student.broadcast_shape, reference.broadcast_shape, *missing)


CLASHES = ((2, 3), (2, 4), (4, 2), (3, 2), (6, 3))


@points(2)
@hint(
    "Compare every pair of sizes, not just the last one. A multiple is not equal.",
    zh="每一对大小都要比较，不只是最后一对。倍数不等于相等。",
)
@settings(max_examples=12)
@given(front=BESIDE, back=BESIDE, order=st.permutations(CLASHES), swap=EITHER_WAY)
def test_sizes_that_do_not_fit_are_a_value_error(student, reference, device, front, back, order, swap):
    """Two sizes that differ, neither of them 1, are a ValueError on whichever axis they meet.
    任意一根轴上两个大小不同且都不为 1，就抛出 ValueError。"""
    for m, n in order:
        pair = _swapped(((m, *back), (*front, n, *back)), swap)
        assert_raises(ValueError, student.broadcast_shape, *pair)
    # The clash on the first axis, with axes that fit behind it; and shapes of one number of elements.
    assert_raises(ValueError, student.broadcast_shape, (2, *back, 5), (3, *back, 5))
    assert_raises(ValueError, student.broadcast_shape, (2, 3), (3, 2))


@points(1)
@hint("What type does a shape have?", zh="形状是什么类型？")
@settings(max_examples=10)
@given(pair=fitting())
def test_the_answer_is_a_tuple(student, reference, device, pair):
    """The answer is a tuple, like the shapes it was made from.
    答案和传入的形状一样，是元组。"""
    answer = student.broadcast_shape(*pair)
    claim(
        isinstance(answer, tuple),
        "The answer is of type {got}; it should be a tuple.",
        "答案的类型是 {got}，应当是 tuple。",
        got=type(answer).__name__,
    )


@points(1)
@hint(
    "Shapes are tuples of integers. What would a tensor add to them?",
    zh="形状就是整数元组。何必动用张量？",
)
@settings(max_examples=10)
@given(pair=fitting())
def test_it_is_arithmetic_on_the_sizes(student, reference, device, pair):
    """The answer is computed from the sizes alone: no torch operation runs.
    答案只由大小算出：不执行任何 torch 运算。"""
    call = record(student.broadcast_shape, *pair)
    if call.raised:
        raise call.raised
    claim(
        call.op_count == 0,
        "The call ran {got} torch operations; the sizes alone are enough.",
        "调用执行了 {got} 次 torch 运算；只用大小就够了。",
        got=call.op_count,
    )
