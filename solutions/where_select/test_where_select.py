"""Hidden properties of where_select."""

import math

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.author import (
    assert_fresh,
    assert_gradients_match,
    assert_inputs_unchanged,
    assert_matches,
    assert_raises,
    broadcastable_shapes,
    float_dtypes,
    floats,
    hint,
    integers,
    points,
    tensors,
)

NOT_BOOL = (torch.uint8, torch.int64, torch.int32, torch.float32, torch.float64)
SPECIAL = st.sampled_from((1.0, math.nan, math.inf, -math.inf, -2.0, 0.0))
SHAPES = broadcastable_shapes(3, max_rank=3)


@st.composite
def cases(draw, shapes_of=SHAPES):
    """Draw cond, x and y of shapes that broadcast together."""
    first, second, third = draw(shapes_of)
    cond = draw(tensors(shape=first, dtype=torch.bool))
    return cond, draw(tensors(shape=second)), draw(tensors(shape=third))


@st.composite
def crossed(draw):
    """A column, a row and a whole table: each of the three is too small or too large for another one."""
    rows, columns = draw(integers(2, 3)), draw(integers(2, 3))
    return draw(cases(st.permutations(((rows, 1), (columns,), (rows, columns)))))


@points(2)
@hint(
    "Which of the two is taken where cond is true? And who decides: each element, or all of them together?",
    zh="cond 为真时取哪一个？由谁决定：每个元素自己，还是所有元素一起？",
)
@settings(max_examples=40)
@given(case=cases())
def test_each_element_is_chosen_on_its_own(student, reference, device, case):
    """Takes x where cond is true and y where it is false, each element on its own.
    cond 为真处取 x，为假处取 y，每个元素各自决定。"""
    assert_matches(student.where_select, reference.where_select, *case)


@st.composite
def every_smaller_one(draw):
    """A table of 2 rows and one smaller tensor, at each of the six pairs of places."""
    columns = draw(integers(2, 3))
    small = draw(st.sampled_from(((columns,), (2, 1), (1, columns), (1,), ())))
    return (2, columns), small


@points(1)
@hint(
    "Here cond is the large one, there it is x or y. Whose shape does your result take?",
    zh="有时 cond 最大，有时是 x 或 y。你的结果取的是谁的形状？",
)
@settings(max_examples=12)
@given(pair=every_smaller_one(), case=crossed())
def test_all_three_broadcast(student, reference, device, pair, case):
    """cond, x and y broadcast against each other; any of them may be the smaller or the larger one.
    cond、x、y 互相广播，其中任何一个都可能更小或更大。"""
    large, small = pair
    for place in range(3):
        cond, x, y = (torch.ones(large if i == place else small, dtype=torch.float64) for i in range(3))
        assert_matches(student.where_select, reference.where_select, cond > 0, x, y + 1)
    assert_matches(student.where_select, reference.where_select, *case)


@points(1)
@hint(
    "A 0-d tensor has one element and no axis; an empty one has axes and no element.",
    zh="0 维张量有一个元素而没有维；空张量有维而没有元素。",
)
@settings(max_examples=10)
@given(value=floats(-2, 2), choice=st.booleans(), columns=integers(1, 3))
def test_scalars_and_empty_tensors(student, reference, device, value, choice, columns):
    """0-d tensors give a 0-d result, and an empty axis gives an empty result of the common shape.
    0 维张量得到 0 维结果；某维为空时，得到共同形状的空结果。"""
    cond, x = torch.tensor(choice), torch.tensor(value, dtype=torch.float64)
    assert_matches(student.where_select, reference.where_select, cond, x, x + 1)
    empty = torch.ones((columns, 0), dtype=torch.float64)
    assert_matches(student.where_select, reference.where_select, cond, empty, x)
    assert_matches(student.where_select, reference.where_select, empty > 0, x, x)
    assert_matches(student.where_select, reference.where_select, cond, x, empty[0])


@st.composite
def cases_with_nonfinite_values(draw, least=2):
    """x and y hold NaN and infinities, at least one of them where it is not chosen."""
    size = draw(integers(least, 4))
    numbers = st.lists(SPECIAL, min_size=size, max_size=size)
    cond = torch.tensor([True, False, *draw(st.lists(st.booleans(), min_size=size - 2, max_size=size - 2))])
    x, y = (torch.tensor(draw(numbers), dtype=torch.float64) for _ in range(2))
    hidden = draw(st.sampled_from((math.nan, math.inf, -math.inf)))
    x[1], y[0] = hidden, draw(st.sampled_from((0.5, hidden)))
    return cond, x, y


@points(1)
@hint("What is 0 times NaN, and NaN plus anything?", zh="0 乘 NaN 是多少？NaN 加任何数呢？")
@given(case=cases_with_nonfinite_values())
def test_nan_and_infinity_do_not_leak(student, reference, device, case):
    """NaN and infinity in the branch not chosen appear nowhere; chosen ones are passed on as they are.
    没被选中的 NaN 和无穷大不会出现；被选中的则原样保留。"""
    assert_matches(student.where_select, reference.where_select, *case)


@points(1)
@hint(
    "What does torch do with a float32 and a float64? The dtype may not depend on who is chosen.",
    zh="torch 遇到 float32 和 float64 会怎么办？dtype 不能取决于选中了谁。",
)
@settings(max_examples=10)
@given(shape=st.sampled_from(((2,), (1, 3), (2, 2))), choice=st.booleans(), last=float_dtypes())
def test_dtype_is_the_result_type(student, reference, device, shape, choice, last):
    """The result has the dtype torch.result_type(x, y), whichever side was chosen.
    结果的 dtype 是 torch.result_type(x, y)，与选中哪一边无关。"""
    cond = torch.full(shape, choice)
    single, double = torch.ones(shape), torch.full(shape, 2.0, dtype=torch.float64)
    for x, y in ((single, double), (double, single), (single, single), (double, double)):
        assert_matches(student.where_select, reference.where_select, cond, x, y)
    assert_matches(student.where_select, reference.where_select, cond, single, double[..., 0].to(last))


@points(1)
@hint(
    "0 and 1 are numbers, not truth values. Compare cond.dtype with torch.bool before all else.",
    zh="0 和 1 是数，不是真假值。先把 cond.dtype 与 torch.bool 比较。",
)
@settings(max_examples=8)
@given(case=cases(st.sampled_from((((2,), (2,), (2,)), ((2, 1), (3,), (1,)), ((), (), (2,))))))
def test_cond_must_be_bool(student, reference, device, case):
    """A cond of any other dtype than bool is a TypeError.
    cond 的 dtype 不是 bool 时抛出 TypeError。"""
    cond, x, y = case
    for dtype in NOT_BOOL:
        assert_raises(TypeError, student.where_select, cond.to(dtype), x, y)


@points(2)
@hint(
    "Each element of the result comes from one place. The gradient returns there, and nowhere else.",
    zh="结果的每个元素只来自一个位置，梯度也只回到那里。",
)
@given(case=cases_with_nonfinite_values(), crossing=crossed())
def test_gradient_goes_to_the_chosen_side(student, reference, device, case, crossing):
    """The gradient reaches x or y where it was chosen, and is 0 elsewhere, beside NaN and infinity too.
    梯度传到被选中的 x 或 y，其余为 0；旁边有 NaN 或无穷大时也一样。"""
    assert_gradients_match(student.where_select, reference.where_select, *case)
    assert_gradients_match(student.where_select, reference.where_select, *crossing)


@points(1)
@hint(
    "Where everything comes from one side, is your result that side itself? And into what do you write?",
    zh="全部取自一边时，你的结果是不是那一边本身？你又写入了哪个张量？",
)
@given(case=cases(st.sampled_from((((2,), (2,), (2,)), ((2,), (2, 2), (2, 2)), ((), (3,), (3,))))))
def test_inputs_are_left_alone(student, reference, device, case):
    """The inputs keep their values, and the result shares no memory with them.
    输入的值不变，结果也不与它们共享内存。"""
    assert_inputs_unchanged(student.where_select, *case)
    for cond in (case[0], torch.ones_like(case[0]), torch.zeros_like(case[0])):
        assert_fresh(student.where_select, cond, *case[1:])
